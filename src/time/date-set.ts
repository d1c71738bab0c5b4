import { civilFieldsOf, epochDayOf, epochDayOfDate } from './civil-date.ts';
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
  }
}

/** Whether two sets are said the same way, ends and all. */
export function sameDates(a: DateSet, b: DateSet): boolean {
  if (a.kind === 'range') return b.kind === 'range' && a.from === b.from && a.to === b.to;
  if (b.kind === 'range') return false;
  return dayOfYearKey(a.from) === dayOfYearKey(b.from) && dayOfYearKey(a.to) === dayOfYearKey(b.to);
}

/** Four years hold every day of the year, 29 February too. */
const FOUR_YEARS = 4 * 365 + 1;

/** The first date that is in both sets, for two yearly sets of a leap year; null where there is none. */
export function firstCommonDay(a: DateSet, b: DateSet): EpochDay | null {
  if (a.kind === 'range' && b.kind === 'range') {
    const from = Math.max(epochDayOfDate(a.from), epochDayOfDate(b.from));
    return from <= Math.min(epochDayOfDate(a.to), epochDayOfDate(b.to)) ? from : null;
  }
  const [first, last] = spanOf(a.kind === 'range' ? a : b);
  const inA = dateSetTest(a);
  const inB = dateSetTest(b);
  for (let day = first; day <= Math.min(last, first + FOUR_YEARS); day += 1) {
    if (inA(day) && inB(day)) return day;
  }
  return null;
}

/** Whether every date of one set is in another. Days of every year are in no range of given years. */
export function isWithin(inner: DateSet, outer: DateSet): boolean {
  if (inner.kind === 'yearly' && outer.kind === 'range') return false;
  if (inner.kind === 'range' && outer.kind === 'range')
    return outer.from <= inner.from && inner.to <= outer.to;
  const [first, last] = spanOf(inner);
  const holdsOn = dateSetTest(outer);
  const isIn = dateSetTest(inner);
  for (let day = first; day <= Math.min(last, first + FOUR_YEARS); day += 1) {
    if (isIn(day) && !holdsOn(day)) return false;
  }
  return true;
}

/** First and last date of a set; of a yearly one, of a leap year, which has all of its days. */
function spanOf(set: DateSet): readonly [EpochDay, EpochDay] {
  return set.kind === 'range'
    ? [epochDayOfDate(set.from), epochDayOfDate(set.to)]
    : [epochDayOf(2024, 1, 1), epochDayOf(2024, 12, 31)];
}

/** Orders the days of a year; comparable across leap and common years. */
function dayOfYearKey(monthDay: MonthDay): number {
  return monthDay.month * 100 + monthDay.day;
}
