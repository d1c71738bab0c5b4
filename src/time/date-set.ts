import { civilFieldsOf, epochDayOfDate } from './civil-date.ts';
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

/** Orders the days of a year; comparable across leap and common years. */
function dayOfYearKey(monthDay: MonthDay): number {
  return monthDay.month * 100 + monthDay.day;
}
