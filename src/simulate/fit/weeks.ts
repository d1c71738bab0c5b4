import { formatCivilDate } from '../../time/civil-date.ts';
import type { CivilDate, EpochDay, InstantMs, ZoneTable } from '../../time/types.ts';
import { MS_PER_DAY } from '../../time/units.ts';
import { offsetAt } from '../../time/zone-arithmetic.ts';

/** Whole weeks, Monday to Sunday by the clock of a zone, and which of them are taken. */
export interface Weeks {
  readonly zone: ZoneTable;
  /** The first Monday and the last Sunday. */
  readonly from: EpochDay;
  readonly to: EpochDay;
  readonly take: 'all' | 'odd' | 'even';
}

/** Where an instant lies: the week from 0, the weekday from 0 (Monday), the hour. */
export interface HourOfWeek {
  readonly week: number;
  readonly weekday: number;
  readonly hour: number;
}

const MS_PER_HOUR = 3_600_000;

/** Null for an instant outside the weeks. */
export function hourOfWeek({ zone, from, to }: Weeks, at: InstantMs): HourOfWeek | null {
  const local = at + offsetAt(zone, at) * 1000;
  const day = Math.floor(local / MS_PER_DAY);
  if (day < from || day > to) return null;
  const hour = Math.floor((local - day * MS_PER_DAY) / MS_PER_HOUR);
  return { week: Math.floor((day - from) / 7), weekday: (day - from) % 7, hour };
}

/** Whether a week is one of those taken; the first is odd. */
export function isTaken({ take }: Pick<Weeks, 'take'>, week: number): boolean {
  return take === 'all' || (week % 2 === 0) === (take === 'odd');
}

export function countWeeks({ from, to, take }: Weeks): number {
  const all = (to - from + 1) / 7;
  return take === 'all' ? all : take === 'odd' ? Math.ceil(all / 2) : Math.floor(all / 2);
}

/** The weeks that are not taken; all of them where none is left over. */
export function leftOver(weeks: Weeks): Weeks {
  return { ...weeks, take: weeks.take === 'all' ? 'all' : weeks.take === 'odd' ? 'even' : 'odd' };
}

/** The first Monday from a day on, and the last Sunday up to one; null where no whole week lies between. */
export function wholeWeeks(
  zone: ZoneTable,
  first: EpochDay,
  last: EpochDay,
  take: Weeks['take'],
): Weeks | null {
  // Day 0 was a Thursday, the third of its week counted from 0.
  const weekday = (day: EpochDay): number => (((day + 3) % 7) + 7) % 7;
  const from = first + ((7 - weekday(first)) % 7);
  const to = last - ((weekday(last) + 1) % 7);
  const weeks = { zone, from, to, take };
  return to > from && countWeeks(weeks) > 0 && countWeeks(leftOver(weeks)) > 0 ? weeks : null;
}

/** The dates of the weeks, both included. */
export function datesOf({ from, to }: Weeks): { readonly from: CivilDate; readonly to: CivilDate } {
  return { from: formatCivilDate(from), to: formatCivilDate(to) };
}
