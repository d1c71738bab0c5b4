/** What growth and seasons make of the rate of a date. */
import type { Swings } from '../../check/simulation-model.ts';
import { addMonths } from '../../time/civil-date.ts';
import { dateSetTest } from '../../time/date-set.ts';
import type { EpochDay } from '../../time/types.ts';

/** @param first the first date of the span, whose growth is none */
export function dateFactors(
  { growth, seasons }: Pick<Swings, 'growth' | 'seasons'>,
  first: EpochDay,
): (day: EpochDay) => number {
  const tests = seasons.map(({ dates, share }) => ({ holds: dateSetTest(dates), share }));
  let lastDay = NaN;
  let lastFactor = 1;
  // Asked for hour after hour of a date.
  return (day) => {
    if (day === lastDay) return lastFactor;
    lastDay = day;
    lastFactor = growth === null ? 1 : (1 + growth.share) ** periodsSince(first, day, growth.per);
    for (const { holds, share } of tests) if (holds(day)) lastFactor *= share;
    return lastFactor;
  };
}

const MONTHS = { month: 1, year: 12 } as const;

/**
 * Weeks, months or years from one date to another, the last one in part. Months and years end on the day of the month on
 * which the first began, or the last before it that the month has.
 */
function periodsSince(first: EpochDay, day: EpochDay, per: 'week' | 'month' | 'year'): number {
  if (per === 'week') return (day - first) / 7;
  const startOf = (period: number): EpochDay => addMonths(first, period * MONTHS[per]);
  let period = Math.floor((day - first) / (30.5 * MONTHS[per]));
  while (startOf(period) > day) period -= 1;
  while (startOf(period + 1) <= day) period += 1;
  const start = startOf(period);
  return period + (day - start) / (startOf(period + 1) - start);
}
