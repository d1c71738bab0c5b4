import type { Calendar, Engine } from '../../engine/index.ts';
import { FINISHED } from '../desk/desk-model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { MetricOutcome } from '../outcome.ts';
import { ELAPSED, judge, NOT_HOURS, type Promises, type Unstopped } from '../promises.ts';
import type { Worked } from './judge-lives.ts';
import type { Looks } from './looks.ts';
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
 * open time of each pause that begins before it. Of one that was changed, and looked at as it was, so is the deadline of then.
 * The answers are those of the machine.
 * @param outcomes written for the tickets that are judged, whatever they hold of the others
 * @returns 0 for each ticket that only the machine can judge
 */
export function judgePaused(
  engine: Engine,
  { pausing }: PlanLives,
  worked: Worked,
  { promises, stopped, fate }: DeskColumnsOfRun,
  outcomes: readonly WrittenOutcome[],
): Uint8Array {
  if (pausing === null) return new Uint8Array(fate.length);
  const lives = simpleLives(worked, fate);
  outcomes.forEach((outcome, clock) => {
    const states = pausing.get(outcome.metric);
    const steps = [...worked.steps.keys()].filter(
      (step) => states?.has(worked.steps[step]?.state ?? '') === true,
    );
    const pauses = new PauseCount(engine, worked, steps);
    judgeOpened(promises[clock] as Promises, stopped[clock] as Float64Array, worked, pauses, outcome, lives);
    const looks = worked.turns?.happened.looks ?? null;
    if (looks !== null) judgeLooked(clock, stopped[clock] as Float64Array, looks, pauses, outcome, lives);
  });
  return lives;
}

const BY_MACHINE = 0;
const AS_OPENED = 1;
const AS_LOOKED_AT = 2;

/** What can be said of each ticket from the desk's columns; of those that are done and were not reopened. */
function simpleLives({ times, steps, reopens, turns }: Worked, fate: Uint8Array): Uint8Array {
  const lives = new Uint8Array(fate.length);
  for (let ticket = 0; ticket < fate.length; ticket += 1) {
    if (fate[ticket] !== FINISHED) continue;
    if (reopens !== -1 && !Number.isNaN(times.began[ticket * steps.length + reopens])) continue;
    if (turns === null || turns.happened.eventsOf(ticket).length === 0) lives[ticket] = AS_OPENED;
    else if (turns.happened.looks?.has(ticket) === true) lives[ticket] = AS_LOOKED_AT;
  }
  return lives;
}

/** How far the pauses of a ticket put off a deadline. A class, since numbers that a call gives take memory. */
class PauseCount {
  /** The deadline with all pauses that begin before it, and what of its hours lies in them. */
  end: InstantMs = NaN;
  paused = 0;
  /** Whether there is any such pause that cannot be told in hours. */
  isUnknown = false;
  readonly #worked: Worked;
  readonly #steps: readonly number[];
  readonly calendarAt: (calendar: number) => Calendar;

  /** @param steps in which the clock is paused */
  constructor(engine: Engine, worked: Worked, steps: readonly number[]) {
    const calendars: (Calendar | undefined)[] = [];
    this.#worked = worked;
    this.#steps = steps;
    this.calendarAt = (calendar) => (calendars[calendar] ??= engine.calendar(calendar));
  }

  /** Whether a ticket came to a step in which the clock is paused, be it behind its stop. */
  isPaused(ticket: number): boolean {
    const { times, steps } = this.#worked;
    this.isUnknown = false;
    for (let i = 0; i < this.#steps.length; i += 1)
      if (!Number.isNaN(times.began[ticket * steps.length + (this.#steps[i] as number)])) return true;
    return false;
  }

  /** @param since pauses that begin before are in the deadline already @param stop of the clock; NaN for none */
  count(ticket: number, calendar: number, due: InstantMs, since: InstantMs, stop: InstantMs): void {
    const { times, steps } = this.#worked;
    let end = due;
    let paused = 0;
    this.isUnknown = false;
    for (let i = 0; i < this.#steps.length; i += 1) {
      const row = ticket * steps.length + (this.#steps[i] as number);
      const from = times.began[row] as number;
      const to = times.ended[row] as number;
      // A stop beats a pause of its instant, and none comes within a pause: a ticket passes one step after the other.
      if (Number.isNaN(from) || from < since || from >= stop || !(from < end)) continue;
      if (calendar === NOT_HOURS) this.isUnknown = true;
      else if (calendar === ELAPSED) {
        end += to - from;
        paused += to - from;
      } else {
        const hours = this.calendarAt(calendar);
        const open = hours.between(from, to);
        end = hours.add(end, open);
        paused += open;
      }
    }
    this.end = end;
    this.paused = paused;
  }

  /** What counts in `[from, to)` beside the pauses counted last. */
  usedBetween(calendar: number, from: InstantMs, to: InstantMs): number {
    if (calendar === ELAPSED) return to - from - this.paused;
    const hours = this.calendarAt(calendar);
    return hours.between(from, Math.min(to, hours.horizon.to)) - this.paused;
  }
}

function judgeOpened(
  { word, calendar }: Promises,
  stops: Float64Array,
  { tickets: { opened } }: Worked,
  pauses: PauseCount,
  { due, status, used }: WrittenOutcome,
  lives: Uint8Array,
): void {
  const counting = new Set<number>();
  let last = NOT_HOURS;
  for (let ticket = 0; ticket < lives.length; ticket += 1) {
    if (lives[ticket] !== AS_OPENED) continue;
    const start = opened[ticket] as number;
    const stop = stops[ticket] as number;
    const of = calendar[ticket] as number;
    const isCounted = word[ticket] === -1 && !Number.isNaN(stop);
    let end = due[ticket] as number;
    let paused = 0;
    if (pauses.isPaused(ticket)) {
      pauses.count(ticket, of, end, start, stop);
      end = pauses.end;
      paused = pauses.paused;
      due[ticket] = end;
    }
    // What dates come to in hours, the machine says.
    if (of === NOT_HOURS && (isCounted || pauses.isUnknown)) {
      lives[ticket] = BY_MACHINE;
      continue;
    }
    used[ticket] = !isCounted ? NaN : of === ELAPSED ? stop - start - paused : -paused;
    status[ticket] = judge(end, word[ticket] as number, stop, DONE);
    if (isCounted && of !== last) counting.add((last = of));
  }
  counting.delete(ELAPSED);
  for (const of of counting) {
    const isOf = (ticket: number): boolean =>
      lives[ticket] === AS_OPENED && calendar[ticket] === of && !Number.isNaN(used[ticket]);
    addOpenTimes(pauses.calendarAt(of), opened, stops, isOf, used);
  }
}

/** So many tickets are asked for at once. */
const BLOCK = 4096;

/** Adds to each of the tickets the open time from its opening to a stop. */
function addOpenTimes(
  hours: Calendar,
  opened: Float64Array,
  stops: Float64Array,
  isOf: (ticket: number) => boolean,
  used: Float64Array,
): void {
  const rows = new Int32Array(BLOCK);
  const [from, to, open] = [new Float64Array(BLOCK), new Float64Array(BLOCK), new Float64Array(BLOCK)];
  const end = hours.horizon.to;
  for (let ticket = 0, count = 0; ticket < used.length; ticket += 1) {
    if (isOf(ticket)) {
      rows[count] = ticket;
      from[count] = opened[ticket] as number;
      to[count] = Math.min(stops[ticket] as number, end);
      count += 1;
    }
    if (count < BLOCK && ticket + 1 < used.length) continue;
    hours.betweenEach(from.subarray(0, count), to.subarray(0, count), open);
    for (let i = 0; i < count; i += 1) used[rows[i] as number]! += open[i] as number;
    count = 0;
  }
}

function judgeLooked(
  clock: number,
  stops: Float64Array,
  looks: Looks,
  pauses: PauseCount,
  { due, status, used }: WrittenOutcome,
  lives: Uint8Array,
): void {
  for (let ticket = 0; ticket < lives.length; ticket += 1) {
    if (lives[ticket] !== AS_LOOKED_AT) continue;
    const its = looks.of(ticket, clock);
    due[ticket] = its.due;
    used[ticket] = its.used;
    status[ticket] = its.status;
    if (!Number.isNaN(its.stopped)) continue;
    const stop = stops[ticket] as number;
    pauses.count(ticket, its.calendar, its.due, its.at, stop);
    due[ticket] = pauses.end;
    used[ticket] = Number.isNaN(stop) ? NaN : its.used + pauses.usedBetween(its.calendar, its.at, stop);
    status[ticket] = judge(pauses.end, -1, stop, DONE);
  }
}
