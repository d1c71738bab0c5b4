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
