import { describe, expect, test } from 'vitest';
import { type DaySpan, paidShare, type ProrationTerms } from '../../../src/engine/money/proration.ts';
import { epochDayOfDate } from '../../../src/time/civil-date.ts';

const days = (first: string, next: string): DaySpan => ({
  first: epochDayOfDate(first),
  next: epochDayOfDate(next),
});
const YEAR = days('2026-01-01', '2027-01-01');

/** The share of the year 2026 that is paid by somebody who is there from a date up to another. */
const share = (
  first: string,
  next: string,
  prorated: ProrationTerms['prorated'],
  period: DaySpan = YEAR,
  anchor: ProrationTerms['anchor'] = 'calendar',
) => paidShare(period, days(first, next), { anchor, prorated }, epochDayOfDate('2026-01-31')).toFraction();

describe('the share of a period that is paid', () => {
  test('is none before it begins and after it ends', () => {
    expect(share('2025-01-01', '2026-01-01', 'day')).toBe('0');
    expect(share('2027-01-01', '2028-01-01', 'day')).toBe('0');
    // Nor is a period paid as a whole in which nobody was there.
    expect(share('2025-01-01', '2026-01-01', null)).toBe('0');
    expect(share('2025-01-01', '2025-12-31', null)).toBe('0');
    expect(share('2027-01-01', '2028-01-01', null)).toBe('0');
    expect(share('2027-01-02', '2028-01-01', null)).toBe('0');
    expect(share('2025-01-01', '2026-01-02', null)).toBe('1');
    expect(share('2025-01-01', '2026-01-02', 'day')).toBe('1/365');
    expect(share('2026-12-31', '2028-01-01', 'day')).toBe('1/365');
  });

  test('is all of it for who is there throughout, or where it is paid as a whole', () => {
    expect(share('2026-01-01', '2027-01-01', 'day')).toBe('1');
    expect(share('2025-06-01', '2028-01-01', 'month')).toBe('1');
    expect(share('2026-12-31', '2027-01-01', null)).toBe('1');
  });

  test('is by days their number, by months and longer alike', () => {
    expect(share('2026-02-01', '2026-03-01', 'day')).toBe('28/365');
    expect(share('2026-02-10', '2026-03-01', 'month')).toBe('1/12');
    expect(share('2026-02-28', '2026-03-02', 'month')).toBe('1/6');
    expect(share('2026-02-10', '2026-03-01', 'quarter')).toBe('1/4');
    expect(share('2026-02-10', '2026-03-01', 'year')).toBe('1');
  });

  test('is by weeks their days, the first and the last being cut by the period', () => {
    const may = days('2026-05-01', '2026-06-01');
    // May 2026 begins on a Friday: 3 days, four weeks, and none left over, since the 31st is a Sunday.
    expect(share('2026-05-01', '2026-05-02', 'week', may)).toBe('3/31');
    expect(share('2026-05-05', '2026-05-06', 'week', may)).toBe('7/31');
    expect(share('2026-05-03', '2026-05-05', 'week', may)).toBe('10/31');
    const june = days('2026-06-01', '2026-07-01');
    // June ends on a Tuesday, two days of a week.
    expect(share('2026-06-30', '2026-07-01', 'week', june)).toBe('1/15');
  });

  test('is of the contract’s own months where the period is one of those', () => {
    const own = days('2026-01-31', '2026-04-30');
    expect(share('2026-02-27', '2026-02-28', 'month', own, 'contract')).toBe('1/3');
    expect(share('2026-02-27', '2026-03-01', 'month', own, 'contract')).toBe('2/3');
    expect(share('2026-02-27', '2026-03-01', 'month', own, 'calendar')).toBe('1/4');
  });
});
