import { describe, expect, it } from 'vitest';
import { epochDayOfDate } from '../../src/time/civil-date.ts';
import { dateSetTest } from '../../src/time/date-set.ts';
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
});
