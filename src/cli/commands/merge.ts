import { loadPlan } from '../../engine/index.ts';
import { prepareSimulation } from '../../simulate/prepare.ts';
import { outcomeOfRuns } from '../../simulate/run.ts';
import type { RunColumns } from '../../simulate/run-columns.ts';
import { readRunFile, type RunFile } from '../../workspace/run-file.ts';
import { counted } from '../../text/counted.ts';
import { RUNTIME_ZONES } from '../../workspace/runtime-zones.ts';
import { addComparisonFlags, type ComparisonFlags } from '../comparison/comparison-flags.ts';
import { showComparison } from '../comparison/show-comparison.ts';
import { UsageError } from '../usage-error.ts';
import { version } from '../version.ts';
import { examples, type Verb } from '../verb.ts';

export const merge: Verb = (command, act) => {
  addComparisonFlags(command.argument('<files...>', 'what `surety simulate … --out FILE` has written'))
    .addHelpText(
      'after',
      examples([['surety merge one.runs two.runs --json', 'what one machine would have answered']]),
    )
    .action(
      act(async (around, paths: readonly string[], options: ComparisonFlags) => {
        const parts: Part[] = [];
        for (const path of paths) parts.push({ path, file: await readRunFile(path) });
        const first = parts[0] as Part;
        refuseStrangers(first, parts);
        const { simulation, plan } = first.file.head;
        const engine = loadPlan(plan, RUNTIME_ZONES);
        const runs = allRuns(parts, simulation.runs);
        const outcome = outcomeOfRuns(prepareSimulation(simulation, plan, engine), runs);
        return showComparison({ outcome, engine, simulation }, options, around);
      }),
    );
};

interface Part {
  readonly path: string;
  readonly file: RunFile;
}

function refuseStrangers(first: Part, parts: readonly Part[]): void {
  const written = parts.find(({ file }) => file.head.version !== version);
  if (written !== undefined) {
    throw new UsageError(
      `${written.path} was written by Surety ${written.file.head.version}, and this is ${version}`,
      'merge with the version that simulated',
    );
  }
  const stranger = parts.find(({ file }) => file.head.key !== first.file.head.key);
  if (stranger === undefined) return;
  throw new UsageError(
    `${stranger.path} holds runs of another simulation, contract, seed or number of runs than ${first.path}`,
    'simulate all parts from the same files, with the same flags',
  );
}

/** Every run once, in the order of their numbers. */
function allRuns(parts: readonly Part[], count: number): readonly RunColumns[] {
  const runs = new Map<number, RunColumns>();
  const held = new Map<number, string>();
  for (const { path, file } of parts) {
    for (const run of file.runs) {
      const other = held.get(run.run);
      if (other !== undefined) {
        throw new UsageError(`run ${run.run + 1} is in ${other} and in ${path}`, 'name each part once');
      }
      held.set(run.run, path);
      runs.set(run.run, run);
    }
  }
  const missing = Array.from({ length: count }, (_, run) => run).filter((run) => !runs.has(run));
  if (missing.length > 0) {
    const listed = missing.slice(0, 5).map((run) => run + 1);
    const more = missing.length > listed.length ? ' and others' : '';
    throw new UsageError(
      `${missing.length} of ${counted(count, 'run')} ${missing.length === 1 ? 'is' : 'are'} in none of the files: ${listed.join(', ')}${more}`,
      'name the other parts too, or finish one by `surety simulate … --shard i/n --out FILE --resume`',
    );
  }
  return [...runs.entries()].sort(([a], [b]) => a - b).map(([, run]) => run);
}
