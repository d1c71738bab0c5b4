import { describe, expect, test } from 'vitest';
import { dateLater, periodAfter, periodAt, periodDays } from '../../../src/engine/entitlement/period.ts';
import type { PlanPeriod } from '../../../src/plan/model.ts';
import { epochDayOfDate, formatCivilDate } from '../../../src/time/civil-date.ts';
import { instant, loaded } from '../money/credited.ts';

const { ground } = loaded('');
const day = epochDayOfDate;

/** `2026-06-15 .. 2026-06-22`: the first day of a period, and that of the one after it. */
const days = (
  unit: PlanPeriod['unit'],
  anchor: PlanPeriod['anchor'],
  date: string,
  start: string | null = null,
) =>
  periodDays({ unit, anchor }, start === null ? null : day(start), day(date))
    .map(formatCivilDate)
    .join(' .. ');

describe('the periods of the calendar', () => {
  test.each([
    ['day', '2026-06-18', '2026-06-18 .. 2026-06-19'],
    ['week', '2026-06-15', '2026-06-15 .. 2026-06-22'],
    ['week', '2026-06-21', '2026-06-15 .. 2026-06-22'],
    ['month', '2028-02-29', '2028-02-01 .. 2028-03-01'],
    ['month', '2026-12-31', '2026-12-01 .. 2027-01-01'],
    ['quarter', '2026-03-31', '2026-01-01 .. 2026-04-01'],
    ['quarter', '2026-04-01', '2026-04-01 .. 2026-07-01'],
    ['quarter', '2026-12-31', '2026-10-01 .. 2027-01-01'],
    ['year', '2026-12-31', '2026-01-01 .. 2027-01-01'],
    ['year', '2027-01-01', '2027-01-01 .. 2028-01-01'],
  ] as const)('a %s in which %s lies is %s', (unit, date, expected) => {
    expect(days(unit, 'calendar', date)).toBe(expected);
  });
});

describe('the periods of a contract', () => {
  test.each([
    // Taken up on a Saturday, the 31st.
    ['week', '2026-02-06', '2026-01-31 .. 2026-02-07'],
    ['week', '2026-02-07', '2026-02-07 .. 2026-02-14'],
    ['week', '2026-01-30', '2026-01-24 .. 2026-01-31'],
    ['month', '2026-02-27', '2026-01-31 .. 2026-02-28'],
    ['month', '2026-02-28', '2026-02-28 .. 2026-03-31'],
    ['month', '2026-03-30', '2026-02-28 .. 2026-03-31'],
    ['month', '2026-03-31', '2026-03-31 .. 2026-04-30'],
    ['month', '2026-01-30', '2025-12-31 .. 2026-01-31'],
    ['quarter', '2026-04-29', '2026-01-31 .. 2026-04-30'],
    ['quarter', '2026-04-30', '2026-04-30 .. 2026-07-31'],
    ['quarter', '2026-01-30', '2025-10-31 .. 2026-01-31'],
    ['year', '2027-01-30', '2026-01-31 .. 2027-01-31'],
    ['year', '2027-01-31', '2027-01-31 .. 2028-01-31'],
    ['day', '2027-01-31', '2027-01-31 .. 2027-02-01'],
  ] as const)('begin with its own day: a %s in which %s lies is %s', (unit, date, expected) => {
    expect(days(unit, 'contract', date, '2026-01-31')).toBe(expected);
  });

  test('are none where the contract took effect on no day, but for days, which are those of the calendar', () => {
    expect(() => days('month', 'contract', '2026-01-31')).toThrow('no periods of its own');
    expect(() => days('week', 'contract', '2026-01-31')).toThrow('no periods of its own');
    expect(days('day', 'contract', '2026-01-31')).toBe('2026-01-31 .. 2026-02-01');
  });
});

describe('a period of instants', () => {
  const month: PlanPeriod = { unit: 'month', anchor: 'calendar' };

  test('begins at midnight where its dates count, and March has an hour less', () => {
    expect(periodAt(month, ground, instant('2026-03-31T23:59:59.999+02:00'))).toEqual({
      from: instant('2026-03-01T00:00+01:00'),
      to: instant('2026-04-01T00:00+02:00'),
      firstDay: day('2026-03-01'),
      nextDay: day('2026-04-01'),
    });
    expect(periodAt(month, ground, instant('2026-04-01T00:00+02:00')).firstDay).toBe(day('2026-04-01'));
  });

  test('is followed by the one that begins where it ends', () => {
    const march = periodAt(month, ground, instant('2026-03-15T00:00Z'));
    expect(periodAfter(month, ground, march)).toEqual({
      from: instant('2026-04-01T00:00+02:00'),
      to: instant('2026-05-01T00:00+02:00'),
      firstDay: day('2026-04-01'),
      nextDay: day('2026-05-01'),
    });
  });

  test('lies so many days or months later, the last day of a month that has no such one', () => {
    const later = (unit: 'calendar day' | 'month', count: number) =>
      dateLater(ground, day('2026-01-31'), { unit, count });
    expect(later('calendar day', 3)).toBe(instant('2026-02-03T00:00+01:00'));
    expect(later('month', 1)).toBe(instant('2026-02-28T00:00+01:00'));
    expect(later('month', 3)).toBe(instant('2026-04-30T00:00+02:00'));
  });

  test('begins with the hour that there is where midnight is left out', () => {
    // Santiago goes from 23:59:59 on 5 September 2026 to 01:00 on the 6th.
    const chile = loaded(
      'incidents 1 per day in America/Santiago, over billed, used when opened, one incident per ticket',
    ).engine.zone('America/Santiago');
    const { from, to } = periodAt(
      { unit: 'day', anchor: 'calendar' },
      { zone: chile, start: null },
      instant('2026-09-06T12:00-03:00'),
    );
    expect([from, to]).toEqual([instant('2026-09-06T01:00-03:00'), instant('2026-09-07T00:00-03:00')]);
  });
});
