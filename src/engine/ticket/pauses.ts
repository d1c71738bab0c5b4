import { intersection, union } from '../../time/interval-set.ts';
import type { InstantMs } from '../../time/types.ts';
import type { Calendar } from '../calendar.ts';
import { Together, type Countable } from '../together.ts';
import type { Measure } from './term.ts';

/**
 * The pauses of one clock that count: sorted, disjoint `[from, to, from, to, …]`; the last may go on for ever. Beside
 * them, calendars during whose open hours the clock stands still.
 */
export interface Pauses {
  readonly spans: readonly number[];
  readonly during: readonly Calendar[];
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
  const { spans, during } = pauses;
  if (ms === 0 || (spans.length === 0 && during.length === 0)) return measure.add(from, ms);
  if (during.some((calendar) => calendar.nextClose(from) === null)) return NaN;
  const counted = outside(measure, during);
  let at = from;
  let left = ms;
  for (let i = 0; i < spans.length; i += 2) {
    const begins = spans[i] as number;
    const ends = spans[i + 1] as number;
    if (ends <= at) continue;
    if (begins > at) {
      // The end is looked for first: what comes before it is known, however far off the pause lies.
      const open = counted.between(at, begins);
      if (open >= left) break;
      left -= open;
    }
    if (ends === Infinity) return NaN;
    at = ends;
  }
  return counted.add(at, left);
}

/** What is counted from one instant to another outside pauses. */
export function countOutside(measure: Measure, from: InstantMs, to: InstantMs, pauses: Pauses): number {
  if (to <= from) return 0;
  const { spans, during } = pauses;
  const counted = outside(measure, during);
  let open = counted.between(from, to);
  for (let i = 0; i < spans.length; i += 2) {
    const begins = Math.max(spans[i] as number, from);
    const ends = Math.min(spans[i + 1] as number, to);
    if (begins < ends) open -= counted.between(begins, ends);
  }
  return open;
}

/** What would have been counted from one instant to another, and was not for the pauses. */
export function countInside(measure: Measure, from: InstantMs, to: InstantMs, pauses: Pauses): number {
  return to <= from ? 0 : measure.between(from, to) - countOutside(measure, from, to, pauses);
}

/** The pauses that lie between two instants, in order and disjoint; they are cut at both. */
export function pausesBetween(
  { spans, during }: Pauses,
  from: InstantMs,
  to: InstantMs,
): readonly (readonly [from: InstantMs, to: InstantMs])[] {
  if (to <= from) return [];
  const edges = during.reduce(
    (paused, calendar) => union(paused, calendar.edgesBetween(from, to)),
    intersection(spans, [from, to]),
  );
  return Array.from({ length: edges.length / 2 }, (_, i) => [edges[2 * i] ?? NaN, edges[2 * i + 1] ?? NaN]);
}

function outside(measure: Measure, during: readonly Calendar[]): Countable {
  return during.reduce<Countable>((first, second) => new Together(first, 'except', second), measure);
}
