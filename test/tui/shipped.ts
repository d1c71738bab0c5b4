import { withNotes } from '../../src/cli/comparison/make-outcome.ts';
import { readyModel } from '../../src/cli/comparison/ready-model.ts';
import { loadPlan } from '../../src/engine/index.ts';
import { prepareSimulation } from '../../src/simulate/prepare.ts';
import { outcomeOfRuns, simulateRun } from '../../src/simulate/run.ts';
import { summarize } from '../../src/simulate/summarize.ts';
import type { CheckedSimulation } from '../../src/check/simulation-model.ts';
import type { CompiledPlan } from '../../src/plan/model.ts';
import { whatIf } from '../../src/simulate/what-if.ts';
import type { ReadyModel, RunAgain, TuiModel } from '../../src/tui/model.ts';
import { zoneWallClock } from '../../src/tui/wall-clock.ts';
import { loadSimulation } from '../../src/workspace/load.ts';
import { RUNTIME_ZONES } from '../../src/workspace/runtime-zones.ts';

/** A simulation that is shipped, as the terminal UI shows it: the model that the verb makes, in so many runs. */
export async function shippedModel(file: string, runs: number, seed?: number): Promise<ReadyModel> {
  const loaded = await loadSimulation(file);
  if (loaded.simulation === null) throw new Error(`${file} holds no simulation`);
  return modelOf({ ...loaded.simulation, runs, seed: seed ?? loaded.simulation.seed }, loaded.plan());
}

/** Runs the simulation shown again, on this thread. */
export const runAgainHere: RunAgain = ({ simulation, outcome }, changes) => {
  const models = async function* (): AsyncGenerator<TuiModel> {
    if (simulation === null) throw new Error('there is a simulation');
    const changed = whatIf(simulation, outcome.plan, changes);
    if (changed.kind === 'wrong') throw new Error(changed.message);
    yield await Promise.resolve(modelOf(changed.simulation, changed.plan));
  };
  return { models: models(), stop: () => Promise.resolve() };
};

/** A simulation that was read, made here. */
export function modelOf(simulation: CheckedSimulation, plan: CompiledPlan): ReadyModel {
  const engine = loadPlan(plan, RUNTIME_ZONES);
  const prepared = prepareSimulation(simulation, plan, engine);
  const ran = outcomeOfRuns(
    prepared,
    Array.from({ length: simulation.runs }, (_, run) => simulateRun(prepared, run)),
  );
  const outcome = withNotes(ran, simulation);
  return readyModel({ outcome, summary: summarize(outcome), engine, simulation }, zoneWallClock);
}
