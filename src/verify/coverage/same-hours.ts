import { CustomerError, type Engine } from '../../engine/index.ts';
import { epochDayOf } from '../../time/civil-date.ts';
import type { InstantMs } from '../../time/types.ts';
import { MS_PER_DAY, MS_PER_SECOND } from '../../time/units.ts';
import { wallClockAt } from '../../time/zone-arithmetic.ts';
import { type CalendarUse, usedCalendars } from './used-calendars.ts';

/** For how long calendars are held against each other. */
export const YEARS_COMPARED = 10;

/**
 * Whether every calendar by which something is counted is the same to what is counted in two versions of a plan, for ten
 * years from that of an instant on, as far as they are known: its hours, or its dates and when they close, or its dates.
 */
export function sameHours(one: Engine, other: Engine, since: InstantMs): boolean {
  const year = new Date(since).getUTCFullYear();
  const [from, to] = [epochDayOf(year, 1, 1) * MS_PER_DAY, epochDayOf(year + YEARS_COMPARED, 1, 1) * MS_PER_DAY];
  return [...usedCalendars(one.plan)].every(([index, use]) => sameEdges(one, other, index, use, from, to));
}

function sameEdges(
  one: Engine,
  other: Engine,
  index: number,
  use: CalendarUse,
  from: InstantMs,
  to: InstantMs,
): boolean {
  if (one.plan.calendars[index]?.body === other.plan.calendars[index]?.body) return true;
  try {
    const [a, b] = [one.calendar(index), other.calendar(index)];
    const span = [Math.max(from, a.horizon.from), Math.min(to, a.horizon.to)] as const;
    const table = a.zone === null ? null : one.zone(a.zone);
    const told = (edges: readonly number[]): readonly number[] => {
      if (use === 'hours' || table === null) return edges;
      const dates = datesOf(edges, (instant) => wallClockAt(table, instant).epochDay);
      return use === 'dates' ? dates : [...dates, ...edges.filter((_, i) => i % 2 === 1)];
    };
    const [edges, others] = [told(a.edgesBetween(...span)), told(b.edgesBetween(...span))];
    return edges.length === others.length && edges.every((edge, i) => edge === others[i]);
  } catch (error) {
    // The hours hang on a customer of whom nothing is known here, so nothing is known of them.
    if (error instanceof CustomerError) return false;
    throw error;
  }
}

/** The dates on which there is open time, rising. */
function datesOf(edges: readonly number[], dateOf: (instant: InstantMs) => number): readonly number[] {
  const dates = new Set<number>();
  for (let i = 0; i < edges.length; i += 2) {
    const [opens, closes] = [edges[i] as number, edges[i + 1] as number];
    const last = dateOf(closes - MS_PER_SECOND);
    for (let date = dateOf(opens); date <= last; date += 1) dates.add(date);
  }
  return [...dates];
}
