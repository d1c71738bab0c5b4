/** The civil (proleptic Gregorian) calendar as whole numbers: dates without clocks and without zones. */
import type { CivilDate, EpochDay, Weekday } from './types.ts';

export interface CivilFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Days since 1970-01-01 of a date. The fields must name a real date: see `isCivilDate`.
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil). Years begin in March
 * there, so that the leap day is the last day of a year.
 */
export function epochDayOf(year: number, month: number, day: number): EpochDay {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date that lies so many days after 1970-01-01; the inverse of `epochDayOf`. */
export function civilFieldsOf(epochDay: EpochDay): CivilFields {
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** 0 for a month that no year has. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Whether the fields name a date that exists: `2026-02-29` does not. */
export function isCivilDate(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= daysInMonth(year, month);
}

/** Reads `YYYY-MM-DD`; null when the text is no such date. */
export function parseCivilDate(text: string): EpochDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isCivilDate(year, month, day) ? epochDayOf(year, month, day) : null;
}

/** Days since 1970 of a date that an earlier stage has checked. Throws a RangeError on any other text. */
export function epochDayOfDate(date: CivilDate): EpochDay {
  const epochDay = parseCivilDate(date);
  if (epochDay === null) throw new RangeError(`not a civil date: ${JSON.stringify(date)}`);
  return epochDay;
}

/** Writes `YYYY-MM-DD`, for the years 0 to 9999. */
export function formatCivilDate(epochDay: EpochDay): CivilDate {
  const { year, month, day } = civilFieldsOf(epochDay);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** 1970-01-01 was a Thursday. */
export function weekdayOf(epochDay: EpochDay): Weekday {
  return (((((epochDay + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/**
 * The end of a count of months that begins on `epochDay`: the same day of the month, or the month's last day
 * where there is none. With `countFirstDay` the first day is already counted, so the end lies one day of the
 * month earlier: one month from 1 March then ends on 31 March, from 31 March on 30 April.
 */
export function addMonths(epochDay: EpochDay, months: number, countFirstDay = false): EpochDay {
  const { year, month, day } = civilFieldsOf(epochDay);
  const index = year * 12 + (month - 1) + months;
  const endYear = Math.floor(index / 12);
  const endMonth = index - endYear * 12 + 1;
  const dayOfMonth = Math.min(countFirstDay ? day - 1 : day, daysInMonth(endYear, endMonth));
  return epochDayOf(endYear, endMonth, 1) + dayOfMonth - 1;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The last day of the week, month, quarter or year that lies `later` after the one of a day. Weeks end on Sunday. */
export function lastDayOf(
  period: 'week' | 'month' | 'quarter' | 'year',
  epochDay: EpochDay,
  later: number,
): EpochDay {
  if (period === 'week') return epochDay + 7 - weekdayOf(epochDay) + 7 * later;
  const { year, month } = civilFieldsOf(epochDay);
  const months = MONTHS[period];
  const first = year * 12 + Math.floor((month - 1) / months) * months;
  const next = first + months * (later + 1);
  return epochDayOf(Math.floor(next / 12), (next % 12) + 1, 1) - 1;
}

/** The number of the week of a date by ISO 8601: weeks begin on Monday, and the first of a year has its first Thursday. */
export function weekNumberOf(epochDay: EpochDay): number {
  const thursday = epochDay - weekdayOf(epochDay) + 4;
  const { year } = civilFieldsOf(thursday);
  return Math.floor((thursday - epochDayOf(year, 1, 1)) / 7) + 1;
}
