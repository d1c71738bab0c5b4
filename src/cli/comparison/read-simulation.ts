import type { CheckedSimulation } from '../../check/simulation-model.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { MOST_FOR_WIDTH } from '../../simulate/most-runs.ts';
import { loadSimulation } from '../../workspace/load.ts';
import type { Surroundings } from '../io.ts';
import { UsageError } from '../usage-error.ts';
import { reportErrors } from '../load-plan-file.ts';

export interface ReadSimulation {
  readonly simulation: CheckedSimulation;
  readonly plan: CompiledPlan;
}

/** A simulation as its file has it, but for what the flags say; null where it has errors, which are then said. */
export async function readSimulation(
  file: string,
  { seed, runs, halfWidth }: { readonly seed?: number; readonly runs?: number; readonly halfWidth?: number },
  around: Surroundings,
): Promise<ReadSimulation | null> {
  if (/\.(csv|tsv|jsonl|ndjson|xes)(\.gz)?$/i.test(file))
    throw new UsageError(
      `${file} is a log, and no simulation`,
      'make one like it by `surety fit`, or hold it against a contract by `surety replay`',
    );
  const loaded = await loadSimulation(file);
  if (reportErrors(loaded, around) || loaded.simulation === null) return null;
  const { simulation } = loaded;
  // Who asks for a width asks for the runs that it takes, whatever number the file has.
  const most = halfWidth === undefined ? simulation.runs : Math.max(simulation.runs, MOST_FOR_WIDTH);
  return {
    simulation: { ...simulation, seed: seed ?? simulation.seed, runs: runs ?? most },
    plan: loaded.plan(),
  };
}
