import type { InstantMs } from '../../time/types.ts';
import type { PreparedSimulation } from '../prepare.ts';
import type { RunColumns } from '../run-columns.ts';
import { watchedAlone } from '../watched-alone.ts';
import { type DeskDiary, type DiaryEntry, DiaryKeeper } from './desk-diary.ts';
import type { DeskObserver } from './desk-model.ts';

/** A desk at work, to be watched run by run. An outcome keeps no such detail: the run is worked again and written down. */
export interface DeskWatch {
  readonly teams: readonly {
    readonly name: string;
    readonly agents: number;
    readonly isOpen: (at: InstantMs) => boolean;
  }[];
  /** Names of the steps. */
  readonly steps: readonly string[];
  /** What happened in one run under the plan at a place of the outcome's. */
  readonly diary: (place: number, run: number) => DeskDiary;
  /** What happened to one ticket of the outcome. */
  readonly of: (place: number, ticket: number) => readonly DiaryEntry[];
}

type SimulateRun = (
  prepared: PreparedSimulation,
  run: number,
  observe: (plan: number) => DeskObserver | null,
) => RunColumns;

/** Diaries that are kept: those of the plans of a run that are looked at side by side, and of the run before. */
const KEPT = 8;

/**
 * @param placeOf run and row of a ticket of the outcome
 * @param simulateRun works a run, watched
 */
export function deskWatch(
  prepared: PreparedSimulation,
  placeOf: (ticket: number) => { readonly run: number; readonly row: number },
  simulateRun: SimulateRun,
): DeskWatch {
  const kept = new Map<string, DeskDiary>();
  const { teams } = prepared.desk;
  const diary = (place: number, run: number): DeskDiary => {
    const key = `${place} ${run}`;
    const found = kept.get(key) ?? workAgain(prepared, place, run, simulateRun);
    kept.delete(key);
    kept.set(key, found);
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
    return found;
  };
  return {
    teams: prepared.simulation.desk.teams.map(({ name, agents }, i) => ({
      name,
      agents,
      isOpen: (at) => teams[i]?.calendar.isOpen(at) ?? false,
    })),
    steps: prepared.work.steps.map(({ name }) => name),
    diary,
    of: (place, ticket) => {
      const { run, row } = placeOf(ticket);
      return diary(place, run).of(row);
    },
  };
}

function workAgain(
  prepared: PreparedSimulation,
  place: number,
  number: number,
  simulateRun: SimulateRun,
): DeskDiary {
  const keeper = new DiaryKeeper();
  const { tickets, plans } = simulateRun(watchedAlone(prepared, place), number, () => keeper);
  const [worked] = plans;
  if (worked === undefined) throw new Error('a run works each of its plans');
  return keeper.diary(tickets.opened, prepared.desk.teams.length, worked.fate);
}
