import { type Calendar, type Counters, dueBefore, dueOf } from '../engine/index.ts';
import type { PlanLimit } from '../plan/model.ts';
import { assertNever } from '../text/assert-never.ts';
import { MS_PER_SECOND } from '../time/units.ts';
import type { ZoneTable } from '../time/types.ts';
import { countDates, countDatesBack } from './count-dates.ts';
import { type Counting, lineOf } from './counting.ts';
import { crossings } from './crossings.ts';
import type { Span } from './piece.ts';

/** What counts hang on besides the engine's counters. */
export interface CountersAndZones extends Counters {
  zone(name: string): ZoneTable;
}

/** One bound, counted from the instants of a span. */
export function countFrom(counters: CountersAndZones, limit: PlanLimit): Counting {
  const at: Counting['at'] = (t) => dueOf(counters, limit, t);
  switch (limit.kind) {
    case 'elapsed':
      return { at, breaks: () => [] };
    case 'hours': {
      const calendar = counters.calendar(limit.calendar);
      const ms = limit.seconds * MS_PER_SECOND;
      return { at, breaks: (span) => (ms === 0 ? [] : breaksOfHours(calendar, ms, span)) };
    }
    case 'days':
      return { at, breaks: countDates(counters, limit) };
    case 'pick':
      return {
        at,
        breaks: breaksOfPick(limit.of.map((each) => countFrom(counters, each))),
      };
    default:
      return assertNever(limit);
  }
}

/** One bound, counted back from the instants of a span. */
export function countBackFrom(counters: CountersAndZones, limit: PlanLimit): Counting {
  const at: Counting['at'] = (t) => dueBefore(counters, limit, t);
  switch (limit.kind) {
    case 'elapsed':
      return { at, breaks: () => [] };
    case 'hours': {
      const calendar = counters.calendar(limit.calendar);
      const ms = limit.seconds * MS_PER_SECOND;
      return { at, breaks: (span) => (ms === 0 ? [] : breaksOfHoursBack(calendar, ms, span)) };
    }
    case 'days':
      return { at, breaks: countDatesBack(counters, limit) };
    case 'pick':
      return {
        at,
        breaks: breaksOfPick(limit.of.map((each) => countBackFrom(counters, each))),
      };
    default:
      return assertNever(limit);
  }
}

/**
 * The edges of the calendar, and each closing pulled back through the budget: from the latest instant of which the
 * budget just ends as the calendar closes, the next millisecond ends after the next opening.
 *
 *     |####|          |####|
 *        ^ opened here the hours end at the closing, a millisecond later behind the opening
 */
function breaksOfHours(calendar: Calendar, ms: number, { from, to }: Span): readonly number[] {
  const first = calendar.add(from, ms);
  const edges = calendar.edgesBetween(from, endWithin(calendar, calendar.add(to - 1, ms)));
  const breaks: number[] = [];
  for (let i = 0; i < edges.length; i += 2) {
    const [opens, closes] = [edges[i] as number, edges[i + 1] as number];
    if (opens < to) breaks.push(opens, closes);
    if (closes >= first) breaks.push(calendar.subtract(closes, ms) + 1);
  }
  return breaks;
}

/** The mirror: each opening, pushed on by the budget. Counted back from there it is reached, from just before not. */
function breaksOfHoursBack(calendar: Calendar, ms: number, { from, to }: Span): readonly number[] {
  const first = calendar.subtract(from, ms);
  const last = calendar.subtract(to - 1, ms);
  const edges = calendar.edgesBetween(first, to);
  const breaks: number[] = [];
  for (let i = 0; i < edges.length; i += 2) {
    const [opens, closes] = [edges[i] as number, edges[i + 1] as number];
    if (closes >= from) breaks.push(opens, closes);
    if (opens <= last) breaks.push(calendar.add(opens, ms));
  }
  return breaks;
}

/** Just behind an instant, where the calendar still knows it. */
export function endWithin({ horizon }: Calendar, instant: number): number {
  return Math.min(instant + 1, horizon.to);
}

/** Of several counts one holds until another overtakes it. */
function breaksOfPick(counts: readonly Counting[]): Counting['breaks'] {
  return (span) => {
    const lines = counts.map((count) => lineOf(count, span));
    const breaks = lines.flatMap((line) => line.map(({ from }) => from));
    lines.forEach((line, i) => {
      for (const other of lines.slice(i + 1)) breaks.push(...crossings(line, other));
    });
    return breaks;
  };
}
