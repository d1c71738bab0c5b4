import { epochDayOf, formatCivilDate, weekdayOf } from '../time/civil-date.ts';
import type { EpochDay } from '../time/types.ts';
import { DAYS } from './example-time.ts';

/** The first Thursday of June: a count from it soon meets a week-end. */
export function firstThursday(year: number): EpochDay {
  const first = epochDayOf(year, 6, 1);
  return first + ((11 - weekdayOf(first)) % 7);
}

/** The day so many working days later, of a week from Monday to Friday. */
export function addBusinessDays(from: EpochDay, days: number): EpochDay {
  let day = from;
  for (let left = days; left > 0;) {
    day += 1;
    if (weekdayOf(day) <= 5) left -= 1;
  }
  return day;
}

/** `Thu 2026-06-04`. */
export function dayWords(day: EpochDay): string {
  return `${DAYS[weekdayOf(day) - 1] ?? ''} ${formatCivilDate(day)}`;
}
