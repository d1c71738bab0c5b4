import type { JudgedHistory, Outcome } from '../outcome.ts';
import type { PreparedSimulation } from '../prepare.ts';
import type { RunColumns } from '../run-columns.ts';
import { watchedAlone } from '../watched-alone.ts';
import type { DeskObserver } from '../desk/desk-model.ts';
import { lifeOf, type Worked } from './judge-lives.ts';

type SimulateRun = (
  prepared: PreparedSimulation,
  run: number,
  observe: (plan: number) => RunObserver | null,
) => RunColumns;

/** Who watches how one plan's tickets of a run are worked. */
export interface RunObserver extends DeskObserver {
  /** Told before the desk works, which fills in the times of what it is told of. */
  works?(worked: Worked): void;
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
  const seen: Worked[] = [];
  simulateRun(watchedAlone(prepared, place), number, () => ({
    begins: () => {},
    ends: () => {},
    works: (worked) => seen.push(worked),
  }));
  const [worked] = seen;
  if (worked === undefined) throw new Error('a run works each of its plans');
  return worked;
}
