import type { Calendar, Engine } from '../../engine/index.ts';
import { FINISHED } from '../desk/desk-model.ts';
import type { MetricOutcome } from '../outcome.ts';
import { ELAPSED, judge, NOT_HOURS, type Promises, type Unstopped } from '../promises.ts';
import type { Worked } from './judge-lives.ts';
import type { PlanLives } from './prepare-lives.ts';

/** What the desk made of the clocks of a run, as columns. */
export interface DeskColumnsOfRun {
  /** By metric: the promises of the tickets as they are opened. */
  readonly promises: readonly Promises[];
  /** By metric: when each clock was stopped. */
  readonly stopped: readonly Float64Array[];
  readonly fate: Uint8Array;
}

/** Columns that are written row by row: deadlines as at the opening, and instants of stopping as the desk has them. */
export type WrittenOutcome = MetricOutcome & { readonly used: Float64Array };

const DONE: Unstopped = { kind: 'unmeasured' };

/**
 * Judges tickets to which nothing happens but work and waits, clock by clock: the deadline of the opening is put off by the
 * open time of each pause that begins before it. The answers are those of the machine.
 * @param outcomes written for the tickets that are judged, whatever they hold of the others
 * @returns 1 for each ticket that is judged, 0 for those that only the machine can judge
 */
export function judgePaused(
  engine: Engine,
  { pausing }: PlanLives,
  worked: Worked,
  { promises, stopped, fate }: DeskColumnsOfRun,
  outcomes: readonly WrittenOutcome[],
): Uint8Array {
  if (pausing === null) return new Uint8Array(fate.length);
  const judged = simpleLives(worked, fate);
  const calendars: (Calendar | undefined)[] = [];
  const hoursOf = (calendar: number): Calendar => (calendars[calendar] ??= engine.calendar(calendar));
  outcomes.forEach((outcome, clock) => {
    const states = pausing.get(outcome.metric);
    const pauses = [...worked.steps.keys()].filter(
      (step) => states?.has(worked.steps[step]?.state ?? '') === true,
    );
    judgeClock(
      promises[clock] as Promises,
      stopped[clock] as Float64Array,
      worked,
      pauses,
      hoursOf,
      outcome,
      judged,
    );
  });
  return judged;
}

/** 1 for each ticket that is done, of which nothing was changed, and which was not reopened. */
function simpleLives({ times, steps, reopens, turns }: Worked, fate: Uint8Array): Uint8Array {
  const simple = new Uint8Array(fate.length);
  for (let ticket = 0; ticket < fate.length; ticket += 1) {
    if (fate[ticket] !== FINISHED) continue;
    if (turns !== null && turns.happened.eventsOf(ticket).length > 0) continue;
    if (reopens !== -1 && !Number.isNaN(times.began[ticket * steps.length + reopens])) continue;
    simple[ticket] = 1;
  }
  return simple;
}

/** @param judged is set to 0 for tickets that this clock leaves to the machine */
function judgeClock(
  { word, calendar }: Promises,
  stops: Float64Array,
  { tickets, times, steps }: Worked,
  pauses: readonly number[],
  hoursOf: (calendar: number) => Calendar,
  { due, status, used }: WrittenOutcome,
  judged: Uint8Array,
): void {
  const { opened } = tickets;
  const { began, ended } = times;
  for (let ticket = 0; ticket < judged.length; ticket += 1) {
    if (judged[ticket] === 0) continue;
    const stop = stops[ticket] as number;
    const of = calendar[ticket] as number;
    const isCounted = word[ticket] === -1 && !Number.isNaN(stop);
    let end = due[ticket] as number;
    let paused = 0;
    let isKnown = of !== NOT_HOURS || !isCounted;
    for (let i = 0; i < pauses.length; i += 1) {
      const row = ticket * steps.length + (pauses[i] as number);
      const from = began[row] as number;
      const to = ended[row] as number;
      // A stop beats a pause of its instant, and none comes within a pause: a ticket passes one step after the other.
      if (Number.isNaN(from) || from >= stop || !(from < end)) continue;
      if (of === NOT_HOURS) isKnown = false;
      else if (of === ELAPSED) {
        end += to - from;
        paused += to - from;
      } else {
        const hours = hoursOf(of);
        const open = hours.between(from, to);
        end = hours.add(end, open);
        paused += open;
      }
    }
    // What dates come to in hours, the machine says.
    if (!isKnown) {
      judged[ticket] = 0;
      continue;
    }
    due[ticket] = end;
    used[ticket] = !isCounted ? NaN : openBetween(of, opened[ticket] as number, stop, hoursOf) - paused;
    status[ticket] = judge(end, word[ticket] as number, stop, DONE);
  }
}

function openBetween(of: number, from: number, to: number, hoursOf: (calendar: number) => Calendar): number {
  if (of === ELAPSED) return to - from;
  const hours = hoursOf(of);
  return hours.between(from, Math.min(to, hours.horizon.to));
}
