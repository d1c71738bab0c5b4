import type { CheckedSimulation } from '../../check/simulation-model.ts';
import { loadPlan } from '../../engine/index.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { prepareSimulation } from '../../simulate/prepare.ts';
import { areEnough, attainments } from '../../simulate/enough-runs.ts';
import { outcomeOfRuns } from '../../simulate/run.ts';
import { counted } from '../../text/counted.ts';
import { RUNTIME_ZONES } from '../../workspace/runtime-zones.ts';
import { EXIT } from '../exit-code.ts';
import type { Surroundings } from '../io.ts';
import { runsOf } from '../simulate/parse-shard.ts';
import { takeRuns } from '../simulate/take-runs.ts';
import { growingPrefix } from './growing-prefix.ts';
import type { Made, MakeResult, SimulateRequest, Watch } from './outcome-job.ts';

export async function makeSimulated(
  { file, ...request }: SimulateRequest & { readonly file: string },
  around: Surroundings,
  watch: Watch,
): Promise<MakeResult> {
  // A simulation that is run again was compiled before.
  const { readSimulation } = await import('./read-simulation.ts');
  const read = await readSimulation(file, request, around);
  if (read === null) return { kind: 'refused', exit: EXIT.findings };
  return simulated(read.simulation, read.plan, request, around, watch);
}

interface Runs {
  readonly workers?: number | null;
  readonly out?: string;
  readonly resume?: true;
  readonly halfWidth?: number;
}

export async function simulated(
  simulation: CheckedSimulation,
  plan: CompiledPlan,
  { workers = null, out, resume, halfWidth }: Runs,
  around: Surroundings,
  watch: Watch,
): Promise<MakeResult> {
  watch.begun(simulation.name, simulation.plans);
  const engine = loadPlan(plan, RUNTIME_ZONES);
  const prepared = prepareSimulation(simulation, plan, engine);
  const { partly } = watch;
  const prefix =
    partly === null
      ? null
      : growingPrefix(simulation.runs, (runs) => {
          const made: Made = { outcome: outcomeOfRuns(prepared, runs), engine, simulation };
          partly(made, runs.length, simulation.runs);
        });
  const runs = await takeRuns(
    prepared,
    {
      runs: runsOf(null, simulation.runs),
      workers,
      out: out ?? null,
      resume: resume === true,
      halfWidth: halfWidth ?? null,
    },
    around.err,
    (run, done) => {
      watch.progress(done, simulation.runs);
      prefix?.(run);
    },
  );
  const outcome = outcomeOfRuns(prepared, runs);
  const wide = halfWidth !== undefined && !areEnough(runs.map(attainments), halfWidth);
  const notes = wide ? [...outcome.notes, tooWide(runs.length, halfWidth)] : outcome.notes;
  return { kind: 'made', made: { outcome: { ...outcome, notes }, engine, simulation } };
}

function tooWide(runs: number, halfWidth: number): string {
  const most = `${counted(runs, 'run')} ${runs === 1 ? 'does' : 'do'} not suffice`;
  return `${most} to know every attainment to ${Number((halfWidth * 100).toPrecision(12))} per cent to either side, as asked for by --half-width: give more by --runs.`;
}
