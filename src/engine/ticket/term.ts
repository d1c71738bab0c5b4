import type { PlanDays } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { BusinessDates } from '../business-dates.ts';
import type { Calendar } from '../calendar.ts';
import { traceDates } from '../deadline.ts';
import type { Countable } from '../together.ts';

/** What counts time: the open time of a calendar, or all of it. */
export interface Measure extends Countable {
  subtract(t: InstantMs, ms: number): InstantMs;
}

export const ELAPSED: Measure = {
  name: 'elapsed time',
  horizon: null,
  isOpen: () => true,
  nextOpen: (t) => t,
  add: (t, ms) => t + ms,
  subtract: (t, ms) => t - ms,
  between: (from, to) => to - from,
};

/** What a pause does to a count of days. */
export type PausedDays = 'run on' | 'skip dates' | 'add time';

/** One bound, its calendars found. */
export type Term = HoursTerm | DaysTerm | PickTerm;

export interface HoursTerm {
  readonly kind: 'hours';
  readonly measure: Measure;
  readonly budget: number;
}

export interface DaysTerm {
  readonly kind: 'days';
  readonly limit: PlanDays;
  readonly measure: Calendar;
  readonly dates: BusinessDates;
  readonly paused: PausedDays;
}

export interface PickTerm {
  readonly kind: 'pick';
  readonly pick: 'later' | 'earlier';
  readonly of: readonly Term[];
}

/** When a count of dates from an instant ends, `skipped` dates later than it would. */
export function endOfDays({ limit, measure, dates }: DaysTerm, from: InstantMs, skipped: number): InstantMs {
  if (skipped === 0) return traceDates(limit, measure, dates, from).due;
  if (limit.unit === 'business day' || limit.unit === 'calendar day') {
    return traceDates({ ...limit, count: limit.count + skipped }, measure, dates, from).due;
  }
  // Months and periods end on a date; dates left out move that date by as many.
  const { due } = traceDates(limit, measure, dates, from);
  const { epochDay, daySeconds, ms } = dates.wallClockAt(due);
  return dates.instantAt(epochDay + skipped, daySeconds, ms);
}

/** How many dates of the kind counted end between two instants: those that a pause over them leaves out. */
export function datesEnding({ limit, dates }: DaysTerm, from: InstantMs, to: InstantMs): number {
  const first = dates.wallClockAt(from).epochDay;
  const last = dates.wallClockAt(to).epochDay;
  if (limit.unit !== 'business day') return last - first;
  let count = 0;
  for (let date = first; date < last; date += 1) if (dates.includes(date)) count += 1;
  return count;
}
