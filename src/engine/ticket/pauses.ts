import type { InstantMs } from '../../time/types.ts';
import type { Measure } from './term.ts';

/**
 * The pauses of one clock that count: sorted, disjoint `[from, to, from, to, …]`; the last may go on for ever. Beside
 * them, calendars during whose open hours the clock stands still.
 */
export interface Pauses {
  readonly spans: readonly number[];
  readonly during: readonly ShutHours[];
}

/** Hours during which a clock stands still, without end. */
export interface ShutHours {
  /** The first instant from one on that is of them; `Infinity` for none. */
  nextOpen(t: InstantMs): InstantMs;
  /** The end of those in which an instant lies, or of the next. */
  nextClose(t: InstantMs): InstantMs;
}

export const NO_PAUSES: Pauses = { spans: [], during: [] };

/** The pauses as they are where whatever goes on ends at an instant. */
export function pausesUpTo(pauses: Pauses, until: InstantMs): Pauses {
  const { spans, during } = pauses;
  const last = spans.length - 2;
  if (last < 0 || (spans[last + 1] as number) <= until) return pauses;
  const kept = spans.slice(0, last);
  return { spans: (spans[last] as number) < until ? [...kept, spans[last] as number, until] : kept, during };
}

/**
 * The earliest instant by which `ms` have been counted from `from` outside pauses; NaN where a pause that goes on for
 * ever comes before.
 *
 *     measure   |=======|      |=========|     |====
 *     pauses         <------------>
 *     counted   |====|             |=====|     |====
 */
export function addOutside(measure: Measure, from: InstantMs, ms: number, pauses: Pauses): InstantMs {
  if (pauses.spans.length === 0 && pauses.during.length === 0) return measure.add(from, ms);
  if (ms === 0) return from;
  const walk = new PauseWalk(pauses, from);
  let at = from;
  let left = ms;
  for (;;) {
    if (!walk.next(at)) return measure.add(at, left);
    if (walk.from > at) {
      // The end is looked for first, since calendars during which a clock pauses go on for ever.
      const open = measure.between(at, walk.from);
      if (open >= left) return measure.add(at, left);
      left -= open;
    }
    if (walk.to === Infinity) return NaN;
    at = walk.to;
  }
}

/** What is counted from one instant to another outside pauses. */
export function countOutside(measure: Measure, from: InstantMs, to: InstantMs, pauses: Pauses): number {
  if (to <= from) return 0;
  if (pauses.spans.length === 0 && pauses.during.length === 0) return measure.between(from, to);
  return measure.between(from, to) - countInside(measure, from, to, pauses);
}

/** What would have been counted from one instant to another, and was not for the pauses. */
export function countInside(measure: Measure, from: InstantMs, to: InstantMs, pauses: Pauses): number {
  if (to <= from) return 0;
  const walk = new PauseWalk(pauses, from);
  let inside = 0;
  let at = from;
  while (at < to && walk.next(at) && walk.from < to) {
    inside += measure.between(Math.max(walk.from, at), Math.min(walk.to, to));
    at = walk.to;
  }
  return inside;
}

/** The pauses that lie between two instants, in order and disjoint; they are cut at both. */
export function pausesBetween(
  pauses: Pauses,
  from: InstantMs,
  to: InstantMs,
): readonly (readonly [from: InstantMs, to: InstantMs])[] {
  const walk = new PauseWalk(pauses, from);
  const found: [InstantMs, InstantMs][] = [];
  let at = from;
  while (at < to && walk.next(at) && walk.from < to) {
    found.push([Math.max(walk.from, at), Math.min(walk.to, to)]);
    at = walk.to;
  }
  return found;
}

/** Goes through pauses of both kinds in the order of time; they may overlap. */
export class PauseWalk {
  from: InstantMs = NaN;
  to: InstantMs = NaN;
  readonly #pauses: Pauses;
  #index = 0;

  constructor(pauses: Pauses, start: InstantMs) {
    this.#pauses = pauses;
    this.#skip(start);
  }

  /** Moves to the pause that holds `at`, or to the first after it; false where there is none. */
  next(at: InstantMs): boolean {
    this.#skip(at);
    const { spans, during } = this.#pauses;
    this.from = spans[this.#index] ?? Infinity;
    this.to = spans[this.#index + 1] ?? Infinity;
    for (const calendar of during) {
      const opens = calendar.nextOpen(at);
      if (opens >= this.from) continue;
      this.from = opens;
      this.to = calendar.nextClose(opens);
    }
    return this.from !== Infinity;
  }

  #skip(at: InstantMs): void {
    const { spans } = this.#pauses;
    while (this.#index < spans.length && (spans[this.#index + 1] as number) <= at) this.#index += 2;
  }
}
