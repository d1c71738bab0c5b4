import type { CheckedDays } from '../check/model.ts';

const DAY = 86_400;

/** By so much the clocks of all zones together may shorten a stretch: no two changes forward come within a few months. */
const CLOCK_CHANGE = 2 * 3600;

/** What is certain of a count of dates, whenever it begins. */
export interface LeastWait {
  /** Seconds of elapsed time. */
  readonly elapsed: number;
  /** Business dates that lie between receipt and the end with all their hours. */
  readonly wholeDates: number;
}

const NOTHING: LeastWait = { elapsed: 0, wholeDates: 0 };

/** Counts longer than this cross more changes of the clock than are reckoned with; a shorter one is as certain. */
const MOST_DATES = 100;

/**
 * The least that a count of dates lets pass:
 *
 *     received  ↓           the next dates         ↓ the end
 *     ----------------|----------------|----------------|
 *                     at least these, whole, and what the last has before its end
 */
export function leastWait(limit: CheckedDays): LeastWait {
  const dates = Math.min(datesBetween(limit), MOST_DATES);
  if (dates < 1) return NOTHING;
  const { unit, end, endOutside } = limit;
  const isBusinessDate = unit === 'business day';
  // An end that is moved back may be moved over many dates, but not where it is the close of a business date.
  if (endOutside === 'previous close' && !(isBusinessDate && end.kind === 'close')) return NOTHING;
  const wholeDates = isBusinessDate ? (end.kind === 'close' ? dates : dates - 1) : 0;
  const ofLastDate = end.kind === 'same time' ? DAY : end.kind === 'clock' ? end.time : 0;
  const elapsed = Math.max((dates - 1) * DAY + ofLastDate - CLOCK_CHANGE, 0);
  return { elapsed, wholeDates };
}

/** How many dates after that of receipt the last date is, at the least. */
function datesBetween({ unit, count, dayOne }: CheckedDays): number {
  const counted = dayOne === 'day of receipt' ? count - 1 : count;
  switch (unit) {
    case 'business day':
    case 'calendar day':
      return counted;
    case 'month':
      return 28 * count - 1;
    case 'end of week':
    case 'end of month':
    case 'end of quarter':
    case 'end of year':
      return 0;
  }
}
