import { describe, expect, it } from 'vitest';
import {
  addMonths,
  civilFieldsOf,
  daysInMonth,
  epochDayOf,
  epochDayOfDate,
  formatCivilDate,
  lastDayOf,
  parseCivilDate,
  weekdayOf,
} from '../../src/time/civil-date.ts';

const rewritten = (date: string): string => formatCivilDate(epochDayOfDate(date));

describe('civil dates', () => {
  it('agree with the runtime on every date from 1896 to 2104', () => {
    for (let day = epochDayOf(1896, 1, 1); day <= epochDayOf(2104, 12, 31); day += 1) {
      const runtime = new Date(day * 86_400_000);
      const { year, month, day: dayOfMonth } = civilFieldsOf(day);
      if (
        year !== runtime.getUTCFullYear() ||
        month !== runtime.getUTCMonth() + 1 ||
        dayOfMonth !== runtime.getUTCDate() ||
        weekdayOf(day) % 7 !== runtime.getUTCDay() ||
        epochDayOf(year, month, dayOfMonth) !== day ||
        formatCivilDate(day) !== runtime.toISOString().slice(0, 10)
      ) {
        expect.fail(`day ${day} is ${formatCivilDate(day)}, the runtime says ${runtime.toISOString()}`);
      }
    }
  });

  it('are refused when no calendar has them', () => {
    for (const text of ['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00']) {
      expect(parseCivilDate(text), text).toBeNull();
    }
    for (const text of ['2026-1-1', '26-01-01', '2026-01-01T00:00', ' 2026-01-01', '']) {
      expect(parseCivilDate(text), text).toBeNull();
    }
    expect(() => epochDayOfDate('2026-02-30')).toThrow('2026-02-30');
  });

  it('are written with four digits of the year, whichever it is', () => {
    expect(['0033-04-03', '0999-12-31', '1000-01-01', '9999-12-31'].map(rewritten)).toEqual([
      '0033-04-03',
      '0999-12-31',
      '1000-01-01',
      '9999-12-31',
    ]);
  });

  it('have a leap day in 2000 and 2024, and none in 1900, 2026 and 2100', () => {
    expect([1900, 2000, 2024, 2026, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28, 28]);
  });
});

describe('a count of months', () => {
  const add = (date: string, months: number): string =>
    formatCivilDate(addMonths(epochDayOfDate(date), months));
  const addWithFirstDay = (date: string, months: number): string =>
    formatCivilDate(addMonths(epochDayOfDate(date), months, true));

  it('ends on the same day of the month, or on its last', () => {
    expect(add('2026-01-31', 1)).toBe('2026-02-28');
    expect(add('2024-01-31', 1)).toBe('2024-02-29');
    expect(add('2024-02-29', 12)).toBe('2025-02-28');
    expect(add('2026-11-15', 3)).toBe('2027-02-15');
    expect(add('2026-01-15', -2)).toBe('2025-11-15');
  });

  it('that counts its first day ends one day of the month earlier', () => {
    expect(addWithFirstDay('2026-01-15', 1)).toBe('2026-02-14');
    expect(addWithFirstDay('2026-03-01', 1)).toBe('2026-03-31');
    expect(addWithFirstDay('2026-03-31', 1)).toBe('2026-04-30');
    expect(addWithFirstDay('2026-01-31', 1)).toBe('2026-02-28');
  });
});

describe('the last day', () => {
  const last = (period: 'week' | 'month' | 'quarter' | 'year', date: string, later = 0): string =>
    formatCivilDate(lastDayOf(period, epochDayOfDate(date), later));

  it('of a week is its Sunday, which is its own last day', () => {
    expect(['2026-06-01', '2026-06-06', '2026-06-07'].map((date) => last('week', date))).toEqual([
      '2026-06-07',
      '2026-06-07',
      '2026-06-07',
    ]);
    expect(last('week', '2026-06-08')).toBe('2026-06-14');
    expect(last('week', '2026-12-29', 2)).toBe('2027-01-17');
  });

  it('of a month has as many days before it as the month has', () => {
    expect(last('month', '2024-02-01')).toBe('2024-02-29');
    expect(last('month', '2026-02-28')).toBe('2026-02-28');
    expect(last('month', '2026-12-31')).toBe('2026-12-31');
    expect(last('month', '2026-11-30', 3)).toBe('2027-02-28');
  });

  it('of a quarter is that of its third month', () => {
    expect(
      ['2026-01-01', '2026-03-31', '2026-04-01', '2026-08-15', '2026-10-01', '2026-12-31'].map((date) =>
        last('quarter', date),
      ),
    ).toEqual(['2026-03-31', '2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31', '2026-12-31']);
    expect(last('quarter', '2026-11-05', 1)).toBe('2027-03-31');
  });

  it('of a year is in December', () => {
    expect(last('year', '2026-01-01')).toBe('2026-12-31');
    expect(last('year', '2026-12-31', 2)).toBe('2028-12-31');
  });
});
