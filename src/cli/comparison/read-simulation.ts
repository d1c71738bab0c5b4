import type { CheckedSimulation } from '../../check/simulation-model.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { loadSimulation } from '../../workspace/load.ts';
import type { Surroundings } from '../io.ts';
import { reportErrors } from '../load-plan-file.ts';

export interface ReadSimulation {
  readonly simulation: CheckedSimulation;
  readonly plan: CompiledPlan;
}

/** A simulation as its file has it, but for what the flags say; null where it has errors, which are then said. */
export async function readSimulation(
  file: string,
  { seed, runs }: { readonly seed?: number; readonly runs?: number },
  around: Surroundings,
): Promise<ReadSimulation | null> {
  const loaded = await loadSimulation(file);
  if (reportErrors(loaded, around) || loaded.simulation === null) return null;
  const { simulation } = loaded;
  return {
    simulation: { ...simulation, seed: seed ?? simulation.seed, runs: runs ?? simulation.runs },
    plan: loaded.plan(),
  };
}
