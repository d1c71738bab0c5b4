import type { JudgedHistory, Outcome } from '../outcome.ts';
import type { PreparedSimulation } from '../prepare.ts';
import type { RunColumns } from '../run-columns.ts';
import { watchedAlone } from '../watched-alone.ts';
import type { DeskObserver } from '../desk/desk-model.ts';
import { lifeOf, type Worked } from './judge-lives.ts';
import { StepRecorder } from './step-times.ts';

type SimulateRun = (
  prepared: PreparedSimulation,
  run: number,
  observe: (plan: number, tickets: number) => LifeObserver | null,
) => RunColumns;

/** Who watches the desk, and what becomes of tickets beside their work. */
export interface LifeObserver extends DeskObserver {
  turned?(turns: Worked['turns']): void;
}

/** Runs that are kept once they have been worked again: whoever looks at a ticket looks at its neighbours. */
const KEPT = 4;

/**
 * What happened to the tickets of a simulation, for those who ask of single ones. An outcome keeps no such detail: the run
 * is worked again, which gives the same tickets and the same work, and is watched.
 * @param placeOf run and row of a ticket of the outcome
 * @param simulateRun works a run, watched
 */
export function historyOf(
  prepared: PreparedSimulation,
  placeOf: (ticket: number) => { readonly run: number; readonly row: number },
  simulateRun: SimulateRun,
): NonNullable<Outcome['historyOf']> {
  const kept = new Map<string, Worked>();
  return (place, ticket): JudgedHistory | null => {
    const plan = prepared.lives.plans[place];
    if (plan === undefined || plan.isPlain) return null;
    const { run, row } = placeOf(ticket);
    const key = `${place} ${run}`;
    const worked = kept.get(key) ?? workAgain(prepared, place, run, simulateRun);
    kept.delete(key);
    kept.set(key, worked);
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
    const events = lifeOf(prepared.lives, plan, worked, row);
    return { program: prepared.lives.program, events, at: NaN };
  };
}

function workAgain(
  prepared: PreparedSimulation,
  place: number,
  number: number,
  simulateRun: SimulateRun,
): Worked {
  const { work } = prepared;
  const watched: { recorder: StepRecorder | null; turns: Worked['turns'] } = { recorder: null, turns: null };
  const run: RunColumns = simulateRun(watchedAlone(prepared, place), number, (_, tickets) => {
    const recorder = new StepRecorder(tickets, work.steps.length, null);
    watched.recorder = recorder;
    return Object.assign(recorder, { turned: (turns: Worked['turns']) => (watched.turns = turns) });
  });
  if (watched.recorder === null) throw new Error('a run works each of its plans');
  return {
    tickets: run.tickets,
    steps: work.steps,
    times: watched.recorder,
    reopens: work.reopens,
    turns: watched.turns,
  };
}
