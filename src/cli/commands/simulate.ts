import { MOST_FOR_WIDTH, MOST_RUNS } from '../../simulate/most-runs.ts';
import { addComparisonFlags, type ComparisonFlags } from '../comparison/comparison-flags.ts';
import { compareOutcome } from '../comparison/compare-outcome.ts';
import { EXIT } from '../exit-code.ts';
import { parseCount } from '../parse-count.ts';
import { parseConfidence } from '../simulate/parse-confidence.ts';
import { parseHalfWidth } from '../simulate/parse-half-width.ts';
import { parseShard, type Shard } from '../simulate/parse-shard.ts';
import { UsageError } from '../usage-error.ts';
import { examples, type Verb } from '../verb.ts';

interface SimulateOptions extends ComparisonFlags {
  readonly seed?: number;
  readonly runs?: number;
  readonly halfWidth?: number;
  readonly workers?: number;
  readonly shard?: Shard;
  readonly out?: string;
  readonly resume?: true;
  readonly whatIf?: readonly string[];
  readonly recommend?: true;
  readonly sensitivity?: true;
  readonly need?: readonly string[];
  readonly confidence?: number;
  readonly plan?: string;
  readonly desks?: number;
}

export const simulate: Verb = (command, act) => {
  addComparisonFlags(command.argument('<file>', 'the simulation, a .sim file'))
    .option('--seed <n>', "another seed than the file's", parseCount('--seed', 0))
    .option('--runs <n>', "another number of runs than the file's", parseCount('--runs', 1, MOST_RUNS))
    .option(
      '--half-width <per cent>',
      `as many runs as it takes to know every attainment so closely; --runs is then the most, or ${MOST_FOR_WIDTH}`,
      parseHalfWidth,
    )
    .option(
      '--workers <n>',
      'threads; the answer is the same with any number',
      parseCount('--workers', 1, 256),
    )
    .option(
      '--shard <i/n>',
      'only this part of the runs, into --out; `surety merge` joins the parts',
      parseShard,
    )
    .option('--out <file>', 'keep the runs in a file as they are done')
    .option('--resume', 'go on with the runs that --out holds')
    .option(
      '--what-if <change>',
      'the answer before and after a change, side by side: "arrivals x1.5"; as often as there are changes',
      (change: string, before: readonly string[] | undefined) => [...(before ?? []), change],
    )
    .option('--recommend', 'which plan the customer should take, and the smallest desk that keeps it')
    .option(
      '--need <need>',
      'with --recommend: what the customer needs, in place of what the simulation says: "respond 95% within 1 h for P1"; as often as there are needs',
      (need: string, before: readonly string[] | undefined) => [...(before ?? []), need],
    )
    .option(
      '--confidence <per cent>',
      'how sure a recommendation has to be: 95 when left out',
      parseConfidence,
    )
    .option(
      '--sensitivity',
      'which input the answer hangs on most: each is changed by itself, on the same draws',
    )
    .option('--plan <name>', 'the plan whose desk, or whose attainment, is looked at')
    .option(
      '--desks <n>',
      'with --recommend: how many desks are tried at most',
      parseCount('--desks', 1, 10_000),
    )
    .addHelpText(
      'after',
      examples([
        ['surety simulate simulations/service-desk.sim', 'play the plans against each other in the terminal'],
        ['surety simulate simulations/service-desk.sim --plain', 'the same answer as text'],
        [
          'surety simulate simulations/express.sim --recommend',
          'which plan, and the smallest desk that keeps it',
        ],
        ['surety simulate simulations/express.sim --sensitivity', 'what the answer hangs on'],
        ['surety simulate simulations/service-desk.sim --json --seed 7', 'every figure, for other tickets'],
        [
          'surety simulate simulations/service-desk.sim --shard 1/2 --out one.runs',
          'one half of the runs, on this machine',
        ],
        [
          'surety simulate simulations/express.sim --what-if "arrivals x1.5" --what-if "Moscow line +1"',
          'half as many tickets again, and one more agent',
        ],
      ]),
    )
    .action(
      act(async (around, file: string, options: SimulateOptions) => {
        refuseContradictions(options);
        const { recommend, sensitivity } = options;
        if (options.whatIf === undefined && options.shard === undefined && !recommend && !sensitivity) {
          return compareOutcome({ kind: 'simulate', file, ...options }, options, around);
        }
        const { readSimulation } = await import('../comparison/read-simulation.ts');
        const read = await readSimulation(file, options, around);
        if (read === null) return EXIT.findings;
        const { workers = null, json = false, whatIf: written } = options;
        if (written !== undefined) {
          const { showWhatIf } = await import('../simulate/show-what-if.ts');
          return showWhatIf(read.simulation, read.plan, { written, workers, json }, around);
        }
        if (recommend === true) {
          const { showRecommendation } = await import('../simulate/show-recommendation.ts');
          return showRecommendation(read.simulation, read.plan, options, around);
        }
        if (sensitivity === true) {
          const { showSensitivity } = await import('../simulate/show-sensitivity.ts');
          return showSensitivity(read.simulation, read.plan, options, around);
        }
        const { keepPart } = await import('../simulate/keep-part.ts');
        return keepPart(read, options, around);
      }),
    );
};

function refuseContradictions(options: SimulateOptions): void {
  refuseIdle(options);
  const { shard, out, resume, halfWidth, whatIf } = options;
  if (whatIf !== undefined && (shard !== undefined || out !== undefined || halfWidth !== undefined)) {
    throw new UsageError(
      '--what-if compares two whole simulations, which neither a part, a file of runs nor --half-width can hold',
      'give both a fixed number of runs by --runs',
    );
  }
  if (resume === true && out === undefined) {
    throw new UsageError('--resume goes on with a file, and none is named', 'add --out FILE');
  }
  if (shard === undefined) return;
  if (out === undefined) {
    throw new UsageError(
      '--shard does a part of the runs, and says nothing of where to keep it',
      'add --out FILE',
    );
  }
  if (halfWidth !== undefined) {
    throw new UsageError(
      '--half-width looks at all runs together, which no part of them can',
      'give the parts a fixed number of runs by --runs',
    );
  }
}

/** Flags that say how to do what nobody has asked for, and questions that exclude each other. */
function refuseIdle(options: SimulateOptions): void {
  const { recommend, sensitivity, need, confidence, plan, desks, ...others } = options;
  const isAsked = recommend === true || sensitivity === true;
  const asked = recommend === true ? '--recommend' : '--sensitivity';
  if (!isAsked && plan !== undefined)
    throw new UsageError('--plan is for --recommend and --sensitivity', 'add one of them');
  const idle = [
    need === undefined ? null : '--need',
    confidence === undefined ? null : '--confidence',
    desks === undefined ? null : '--desks',
  ].find((flag) => flag !== null);
  if (recommend !== true && idle !== undefined)
    throw new UsageError(`${idle} is for --recommend`, 'add --recommend');
  if (!isAsked) return;
  const { shard, out, halfWidth, whatIf } = others;
  if (recommend === true && sensitivity === true)
    throw new UsageError('--recommend and --sensitivity are two questions', 'ask them one after the other');
  const other = [
    shard === undefined ? null : '--shard',
    out === undefined ? null : '--out',
    halfWidth === undefined ? null : '--half-width',
    whatIf === undefined ? null : '--what-if',
  ].find((flag) => flag !== null);
  if (other !== undefined)
    throw new UsageError(
      `${asked} plays several simulations, and does not go with ${other}`,
      `leave ${other} out`,
    );
}
