import { CustomerError, type Engine } from '../../engine/index.ts';
import { epochDayOf } from '../../time/civil-date.ts';
import type { InstantMs } from '../../time/types.ts';
import { MS_PER_DAY } from '../../time/units.ts';
import { usedCalendars } from './used-calendars.ts';

/** For how long calendars are held against each other. */
export const YEARS_COMPARED = 10;

/**
 * Whether every calendar by which something is counted has the same hours in two versions of a plan, for ten years from
 * that of an instant on, as far as they are known.
 */
export function sameHours(one: Engine, other: Engine, since: InstantMs): boolean {
  const year = new Date(since).getUTCFullYear();
  const [from, to] = [epochDayOf(year, 1, 1) * MS_PER_DAY, epochDayOf(year + YEARS_COMPARED, 1, 1) * MS_PER_DAY];
  return [...usedCalendars(one.plan)].every((index) => sameEdges(one, other, index, from, to));
}

function sameEdges(one: Engine, other: Engine, index: number, from: InstantMs, to: InstantMs): boolean {
  if (one.plan.calendars[index]?.body === other.plan.calendars[index]?.body) return true;
  try {
    const [a, b] = [one.calendar(index), other.calendar(index)];
    const span = [Math.max(from, a.horizon.from), Math.min(to, a.horizon.to)] as const;
    const [edges, others] = [a.edgesBetween(...span), b.edgesBetween(...span)];
    return edges.length === others.length && edges.every((edge, i) => edge === others[i]);
  } catch (error) {
    // The hours hang on a customer of whom nothing is known here, so nothing is known of them.
    if (error instanceof CustomerError) return false;
    throw error;
  }
}
