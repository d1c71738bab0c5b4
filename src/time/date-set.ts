import {
  civilFieldsOf,
  daysInMonth,
  epochDayOf,
  epochDayOfDate,
  weekdayOf,
  weekNumberOf,
} from './civil-date.ts';
import { LAST_YEAR } from './units.ts';
import type { DateSet, EpochDay, MonthDay } from './types.ts';

/**
 * The set as a question that is quick to ask of many dates. Both ends are included. A yearly set may wrap the end
 * of the year (`12-24..01-02`); one that starts or ends on 29 February simply lacks that day in other years.
 */
export function dateSetTest(set: DateSet): (epochDay: EpochDay) => boolean {
  switch (set.kind) {
    case 'range': {
      const from = epochDayOfDate(set.from);
      const to = epochDayOfDate(set.to);
      return (epochDay) => epochDay >= from && epochDay <= to;
    }
    case 'yearly': {
      const from = dayOfYearKey(set.from);
      const to = dayOfYearKey(set.to);
      return (epochDay) => {
        const key = dayOfYearKey(civilFieldsOf(epochDay));
        return from <= to ? key >= from && key <= to : key >= from || key <= to;
      };
    }
    case 'nth weekday':
      return (epochDay) => isNthWeekday(set, epochDay);
    case 'cycle': {
      const from = epochDayOfDate(set.from);
      const further = epochDayOfDate(set.to) - from;
      return (epochDay) => epochDay >= from && (epochDay - from) % set.turnDays <= further;
    }
    case 'weeks': {
      const further = (set.to - set.from + 7) % 7;
      const rest = set.number === 'odd' ? 1 : 0;
      return (epochDay) => {
        const since = (weekdayOf(epochDay) - set.from + 7) % 7;
        return since <= further && weekNumberOf(epochDay - since) % 2 === rest;
      };
    }
  }
}

/** The n-th of a weekday lies in the n-th seven days of its month, the last one in the last seven. */
function isNthWeekday(
  { which, weekday, month }: Extract<DateSet, { kind: 'nth weekday' }>,
  epochDay: EpochDay,
): boolean {
  if (weekdayOf(epochDay) !== weekday) return false;
  const fields = civilFieldsOf(epochDay);
  if (month !== null && month !== fields.month) return false;
  return which === 'last'
    ? fields.day > daysInMonth(fields.year, fields.month) - 7
    : Math.ceil(fields.day / 7) === which;
}

/** Whether two sets are said the same way, ends and all. */
export function sameDates(a: DateSet, b: DateSet): boolean {
  switch (a.kind) {
    case 'range':
      return b.kind === 'range' && a.from === b.from && a.to === b.to;
    case 'yearly':
      return (
        b.kind === 'yearly' &&
        dayOfYearKey(a.from) === dayOfYearKey(b.from) &&
        dayOfYearKey(a.to) === dayOfYearKey(b.to)
      );
    case 'nth weekday':
      return (
        b.kind === 'nth weekday' && a.which === b.which && a.weekday === b.weekday && a.month === b.month
      );
    case 'cycle':
      return b.kind === 'cycle' && a.from === b.from && a.to === b.to && a.turnDays === b.turnDays;
    case 'weeks':
      return b.kind === 'weeks' && a.from === b.from && a.to === b.to && a.number === b.number;
  }
}

/** Four years hold every day of the year, 29 February too; 28 hold each of them on every weekday. */
const FOUR_YEARS = 4 * 365 + 1;
const ALL_WEEKDAYS = 7 * FOUR_YEARS;

/** The first date that is in both sets, for two that recur from a leap year on; null where there is none. */
export function firstCommonDay(a: DateSet, b: DateSet): EpochDay | null {
  if (a.kind === 'range' && b.kind === 'range') {
    const from = Math.max(epochDayOfDate(a.from), epochDayOfDate(b.from));
    return from <= Math.min(epochDayOfDate(a.to), epochDayOfDate(b.to)) ? from : null;
  }
  const [first, last] = isBounded(a) ? spanOf(a, b) : spanOf(b, a);
  const inA = dateSetTest(a);
  const inB = dateSetTest(b);
  for (let day = first; day <= last; day += 1) {
    if (inA(day) && inB(day)) return day;
  }
  return null;
}

/** Whether a set has a first date. */
function isBounded({ kind }: DateSet): boolean {
  return kind === 'range' || kind === 'cycle';
}

/** Whether every date of one set is in another. Days of every year are in no range of given years. */
export function isWithin(inner: DateSet, outer: DateSet): boolean {
  if (outer.kind === 'range')
    return inner.kind === 'range' && outer.from <= inner.from && inner.to <= outer.to;
  const [first, last] = spanOf(inner, outer);
  const holdsOn = dateSetTest(outer);
  const isIn = dateSetTest(inner);
  for (let day = first; day <= last; day += 1) {
    if (isIn(day) && !holdsOn(day)) return false;
  }
  return true;
}

/**
 * The first and last date of a set within which all that it can share with another recurs; of one that recurs itself,
 * from a leap year on.
 */
function spanOf(set: DateSet, other: DateSet): readonly [EpochDay, EpochDay] {
  const cycle = recursWithin(set, other);
  if (set.kind === 'cycle') return [epochDayOfDate(set.from), epochDayOfDate(set.from) + cycle];
  if (set.kind !== 'range') return [epochDayOf(2024, 1, 1), epochDayOf(2024, 1, 1) + cycle];
  const from = epochDayOfDate(set.from);
  return [from, Math.min(epochDayOfDate(set.to), from + cycle)];
}

/** Days that show all that two sets can share; of a cycle or of numbered weeks, all that any year can ask for. */
function recursWithin(...sets: readonly DateSet[]): number {
  const kinds = sets.map(({ kind }) => kind);
  if (kinds.includes('cycle') || kinds.includes('weeks'))
    return epochDayOf(LAST_YEAR + 1, 1, 1) - epochDayOf(2024, 1, 1);
  return kinds.includes('nth weekday') ? ALL_WEEKDAYS : FOUR_YEARS;
}

/** Orders the days of a year; comparable across leap and common years. */
function dayOfYearKey(monthDay: MonthDay): number {
  return monthDay.month * 100 + monthDay.day;
}
