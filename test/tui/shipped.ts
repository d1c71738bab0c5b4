import { withNotes } from '../../src/cli/comparison/make-outcome.ts';
import { readyModel } from '../../src/cli/comparison/ready-model.ts';
import { loadPlan } from '../../src/engine/index.ts';
import { prepareSimulation } from '../../src/simulate/prepare.ts';
import { outcomeOfRuns, simulateRun } from '../../src/simulate/run.ts';
import { summarize } from '../../src/simulate/summarize.ts';
import type { ReadyModel } from '../../src/tui/model.ts';
import { zoneWallClock } from '../../src/tui/wall-clock.ts';
import { loadSimulation } from '../../src/workspace/load.ts';
import { RUNTIME_ZONES } from '../../src/workspace/runtime-zones.ts';

/** A simulation that is shipped, as the terminal UI shows it: the model that the verb makes, in so many runs. */
export async function shippedModel(file: string, runs: number, seed?: number): Promise<ReadyModel> {
  const loaded = await loadSimulation(file);
  if (loaded.simulation === null) throw new Error(`${file} holds no simulation`);
  const plan = loaded.plan();
  const engine = loadPlan(plan, RUNTIME_ZONES);
  const simulation = { ...loaded.simulation, runs, seed: seed ?? loaded.simulation.seed };
  const prepared = prepareSimulation(simulation, plan, engine);
  const ran = outcomeOfRuns(
    prepared,
    Array.from({ length: runs }, (_, run) => simulateRun(prepared, run)),
  );
  const outcome = withNotes(ran, simulation);
  return readyModel({ outcome, summary: summarize(outcome), engine }, zoneWallClock);
}
