import { describe, expect, it } from 'vitest';
import { epochDayOfDate, formatCivilDate } from '../../src/time/civil-date.ts';
import { dateSetTest, firstCommonDay, isWithin, sameDates } from '../../src/time/date-set.ts';
import type { DateSet } from '../../src/time/types.ts';

function holding(set: DateSet, dates: readonly string[]): readonly string[] {
  const holds = dateSetTest(set);
  return dates.filter((date) => holds(epochDayOfDate(date)));
}

describe('a set of dates', () => {
  it('includes both ends of its range', () => {
    const set: DateSet = { kind: 'range', from: '2026-06-01', to: '2026-06-03' };
    const dates = ['2026-05-31', '2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2027-06-02'];
    expect(holding(set, dates)).toEqual(['2026-06-01', '2026-06-02', '2026-06-03']);
  });

  it('of every year may go over the end of the year', () => {
    const set: DateSet = { kind: 'yearly', from: { month: 12, day: 24 }, to: { month: 1, day: 2 } };
    const dates = ['2025-12-23', '2025-12-24', '2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03'];
    expect(holding(set, dates)).toEqual(['2025-12-24', '2025-12-31', '2026-01-01', '2026-01-02']);
  });

  it('that begins or ends on 29 February lacks that day in common years and nothing else', () => {
    const leapDay: DateSet = { kind: 'yearly', from: { month: 2, day: 29 }, to: { month: 2, day: 29 } };
    expect(holding(leapDay, ['2024-02-29', '2025-02-28', '2025-03-01'])).toEqual(['2024-02-29']);
    const from: DateSet = { kind: 'yearly', from: { month: 2, day: 29 }, to: { month: 3, day: 2 } };
    expect(holding(from, ['2025-02-28', '2025-03-01', '2025-03-02', '2025-03-03'])).toEqual([
      '2025-03-01',
      '2025-03-02',
    ]);
  });

  it('of the first or last of a weekday lies in every month, or in the one that is named', () => {
    const june = Array.from({ length: 61 }, (_, i) => formatCivilDate(epochDayOfDate('2026-05-15') + i));
    const every = (which: 1 | 4 | 'last', month: number | null) =>
      holding({ kind: 'nth weekday', which, weekday: 7, month }, june);
    expect(every(1, null)).toEqual(['2026-06-07', '2026-07-05']);
    expect(every(4, null)).toEqual(['2026-05-24', '2026-06-28']);
    expect(every('last', null)).toEqual(['2026-05-31', '2026-06-28']);
    expect(every('last', 6)).toEqual(['2026-06-28']);
  });
});

describe('dates that come back', () => {
  const daysOf = (set: DateSet, from: string, count: number) =>
    holding(
      set,
      Array.from({ length: count }, (_, i) => formatCivilDate(epochDayOfDate(from) + i)),
    );

  it('begin with the first and come back in step over the end of the year', () => {
    const fridays: DateSet = { kind: 'cycle', from: '2026-01-09', to: '2026-01-09', turnDays: 14 };
    expect(daysOf(fridays, '2025-12-20', 50)).toEqual(['2026-01-09', '2026-01-23', '2026-02-06']);
    expect(daysOf(fridays, '2026-12-20', 21)).toEqual(['2026-12-25', '2027-01-08']);
  });

  it('may be several in a row, as long as the turn', () => {
    const weekends: DateSet = { kind: 'cycle', from: '2026-01-10', to: '2026-01-11', turnDays: 21 };
    expect(daysOf(weekends, '2026-01-01', 40)).toEqual([
      '2026-01-10',
      '2026-01-11',
      '2026-01-31',
      '2026-02-01',
    ]);
    const always: DateSet = { kind: 'cycle', from: '2026-01-01', to: '2026-01-07', turnDays: 7 };
    expect(daysOf(always, '2025-12-31', 15)).toHaveLength(14);
  });

  it('go by the number of the week, two odd ones in a row after a year of 53', () => {
    const fridays: DateSet = { kind: 'weeks', from: 5, to: 5, number: 'odd' };
    // Week 53 of 2026 ends on 3 January 2027, and week 1 follows it.
    expect(daysOf(fridays, '2026-12-12', 45)).toEqual([
      '2026-12-18',
      '2027-01-01',
      '2027-01-08',
      '2027-01-22',
    ]);
    const even: DateSet = { kind: 'weeks', from: 5, to: 5, number: 'even' };
    expect(daysOf(even, '2026-12-12', 45)).toEqual(['2026-12-25', '2027-01-15']);
  });

  it('that begin on a Sunday go by the week of that Sunday', () => {
    const sundayToTuesday: DateSet = { kind: 'weeks', from: 7, to: 2, number: 'odd' };
    // Sunday the 20th ends week 51; the days after it are in week 52.
    expect(daysOf(sundayToTuesday, '2026-12-14', 14)).toEqual(['2026-12-20', '2026-12-21', '2026-12-22']);
  });

  it('meet others where they do, and never where the turns keep them apart', () => {
    const cycle = (from: string, days: number): DateSet => ({
      kind: 'cycle',
      from,
      to: from,
      turnDays: days,
    });
    const meet = (a: DateSet, b: DateSet) => [firstCommonDay(a, b), firstCommonDay(b, a)];
    const day = (date: string) => [epochDayOfDate(date), epochDayOfDate(date)];
    expect(meet(cycle('2026-01-09', 14), cycle('2026-01-16', 14))).toEqual([null, null]);
    // Every 2 and every 3 weeks, a week apart: 9, 23 January and 6 February against 16 January and 6 February.
    expect(meet(cycle('2026-01-09', 14), cycle('2026-01-16', 21))).toEqual(day('2026-02-06'));
    expect(meet(cycle('2026-01-09', 14), { kind: 'range', from: '2020-01-01', to: '2026-01-08' })).toEqual([
      null,
      null,
    ]);
    const odd: DateSet = { kind: 'weeks', from: 1, to: 7, number: 'odd' };
    expect(meet(odd, { ...odd, number: 'even' })).toEqual([null, null]);
    const yearly: DateSet = { kind: 'yearly', from: { month: 12, day: 24 }, to: { month: 12, day: 24 } };
    expect(meet(cycle('2026-01-08', 14), yearly)).toEqual(day('2026-12-24'));
    expect(isWithin(cycle('2026-01-09', 28), cycle('2026-01-09', 14))).toBe(true);
    expect(isWithin(cycle('2026-01-09', 14), cycle('2026-01-09', 28))).toBe(false);
    expect(isWithin(odd, cycle('2026-01-05', 14))).toBe(false);
  });
});

describe('two sets of dates', () => {
  const firstMonday: DateSet = { kind: 'nth weekday', which: 1, weekday: 1, month: null };
  const mayDay: DateSet = { kind: 'yearly', from: { month: 5, day: 1 }, to: { month: 5, day: 1 } };

  const range = (from: string, to: string): DateSet => ({ kind: 'range', from, to });
  const yearly = (from: string, to: string): DateSet => {
    const [a, b] = [from, to].map((text) => text.split('-').map(Number) as [number, number]);
    return { kind: 'yearly', from: { month: a![0], day: a![1] }, to: { month: b![0], day: b![1] } };
  };
  const common = (a: DateSet, b: DateSet): string | null => {
    const [one, other] = [firstCommonDay(a, b), firstCommonDay(b, a)];
    expect(one).toBe(other);
    return one === null ? null : formatCivilDate(one);
  };

  it('share what lies in both of two ranges, ends included', () => {
    expect(common(range('2026-01-01', '2026-06-30'), range('2026-06-30', '2026-12-31'))).toBe('2026-06-30');
    expect(common(range('2026-01-01', '2026-06-30'), range('2026-02-01', '2026-03-01'))).toBe('2026-02-01');
    expect(common(range('2026-01-01', '2026-06-30'), range('2026-07-01', '2026-12-31'))).toBeNull();
    // However long after the start of either it is.
    expect(common(range('2000-01-01', '2099-12-31'), range('2050-06-01', '2060-01-01'))).toBe('2050-06-01');
  });

  it('share a leap day where the years of a range have one', () => {
    const leapDay = yearly('02-29', '02-29');
    expect(common(range('2025-03-01', '2028-02-28'), leapDay)).toBeNull();
    expect(common(range('2025-03-01', '2028-02-29'), leapDay)).toBe('2028-02-29');
    expect(common(range('2024-03-01', '2099-12-31'), leapDay)).toBe('2028-02-29');
    expect(common(yearly('02-20', '03-01'), leapDay)).toBe('2024-02-29');
    expect(common(yearly('12-20', '01-05'), leapDay)).toBeNull();
    expect(common(yearly('12-31', '12-31'), yearly('12-20', '01-05'))).toBe('2024-12-31');
  });

  it('share a day of the year that is the first of its weekday in some year only', () => {
    expect(common(firstMonday, mayDay)).toBe('2028-05-01');
    expect(common({ ...firstMonday, which: 'last' }, mayDay)).toBeNull();
  });

  it('lie within one another where every date of the one is in the other', () => {
    expect(isWithin({ ...firstMonday, month: 6 }, firstMonday)).toBe(true);
    expect(isWithin(firstMonday, { ...firstMonday, month: 6 })).toBe(false);
    expect(isWithin({ kind: 'range', from: '2026-06-01', to: '2026-06-01' }, firstMonday)).toBe(true);
    expect(isWithin(firstMonday, { kind: 'range', from: '2000-01-01', to: '2099-12-31' })).toBe(false);
    // Up to 2028 the first Monday of May is the 6th or earlier; in 2029 it is the 7th.
    expect(isWithin({ ...firstMonday, month: 5 }, yearly('05-01', '05-06'))).toBe(false);
    expect(isWithin({ ...firstMonday, month: 5 }, yearly('05-01', '05-07'))).toBe(true);
  });

  it('of days of every year lie within one another by each of those days, 29 February too', () => {
    expect(isWithin(yearly('12-24', '12-26'), yearly('12-20', '01-06'))).toBe(true);
    expect(isWithin(yearly('12-31', '01-01'), yearly('12-20', '01-06'))).toBe(true);
    expect(isWithin(yearly('12-20', '01-06'), yearly('12-24', '12-26'))).toBe(false);
    expect(isWithin(yearly('12-31', '12-31'), yearly('12-01', '12-30'))).toBe(false);
    expect(isWithin(yearly('02-28', '03-01'), yearly('02-28', '02-28'))).toBe(false);
    expect(isWithin(yearly('02-29', '02-29'), yearly('02-20', '02-29'))).toBe(true);
  });

  it('of which the outer one is a range hold a range by its ends', () => {
    expect(isWithin(range('2026-02-01', '2026-03-01'), range('2026-02-01', '2026-03-01'))).toBe(true);
    expect(isWithin(range('2026-01-31', '2026-03-01'), range('2026-02-01', '2026-03-01'))).toBe(false);
    expect(isWithin(range('2026-02-01', '2026-03-02'), range('2026-02-01', '2026-03-01'))).toBe(false);
    expect(isWithin(range('2020-01-01', '2060-01-01'), range('2020-01-01', '2050-01-01'))).toBe(false);
    expect(isWithin(range('2026-12-24', '2027-01-02'), yearly('12-24', '01-02'))).toBe(true);
    expect(isWithin(range('2026-12-24', '2027-01-03'), yearly('12-24', '01-02'))).toBe(false);
  });

  it('are said the same way only with the same kind and the same of each of its parts', () => {
    const said: readonly DateSet[] = [
      range('2026-01-01', '2026-01-02'),
      range('2026-01-01', '2026-01-03'),
      range('2026-01-02', '2026-01-02'),
      yearly('01-01', '01-02'),
      yearly('01-01', '02-02'),
      yearly('01-02', '01-02'),
      firstMonday,
      { ...firstMonday, which: 'last' },
      { ...firstMonday, weekday: 2 },
      { ...firstMonday, month: 6 },
    ];
    for (const [i, a] of said.entries()) {
      for (const [j, b] of said.entries()) expect(sameDates(a, structuredClone(b))).toBe(i === j);
    }
  });
});
