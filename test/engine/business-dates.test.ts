import { describe, expect, it } from 'vitest';
import { BusinessDates, HorizonError, loadPlan } from '../../src/engine/index.ts';
import { epochDayOfDate } from '../../src/time/civil-date.ts';
import type { ZoneTable } from '../../src/time/types.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';
import { FACTOR } from '../laws/runs.ts';
import { civil, contractWith, weekdays } from './checked-contract.ts';
import { lowerCalendar, NO_FACTS, planOf } from './lower-calendar.ts';

const HOUR = 3_600_000;

/** Clocks that change at night, at midnight, by half an hour, by a day, and twice within a week. */
const ZONES = [
  'America/New_York',
  'America/St_Johns',
  'America/Godthab',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Gaza',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kwajalein',
];

function datesOf(zone: string, [fromYear, toYear] = [1970, 2100]): BusinessDates {
  const contract = contractWith({ C: civil(zone, weekdays(1, 6, '09:00-17:00')) });
  const calendar = loadPlan(planOf([lowerCalendar(contract, 'C', NO_FACTS)])).calendar(0);
  return new BusinessDates(calendar, lookUpZone(zone, fromYear, toYear));
}

/** By what the clock reads then, and when it reads the same on the date found. */
function addByClock(dates: BusinessDates, t: number, days: number): number {
  const { epochDay, daySeconds, ms } = dates.wallClockAt(t);
  if (days === 0) return t;
  const date = days > 0 ? dates.after(epochDay, days) : dates.before(epochDay, -days);
  return dates.instantAt(date, daySeconds, ms);
}

/** Hours, and what lies beside them, from three days before a change of the clocks to three days after. */
function instantsAround({ transitions }: ZoneTable): readonly number[] {
  const picked = transitions.filter((_, i) => i < 6 || i % 11 === 0 || i > transitions.length - 6);
  return picked
    .filter((second) => second > 10 * 86_400 && second < Date.UTC(2099, 0, 1) / 1000)
    .flatMap((second) => Array.from({ length: 6 * 24 }, (_, i) => second * 1000 + (i - 3 * 24) * HOUR))
    .flatMap((t) => [t - 30_000, t - 1, t, t + 1000])
    .filter((_, i) => i % Math.max(Math.round(1 / FACTOR), 1) === 0);
}

describe('business dates counted from an instant', () => {
  it.each(ZONES)('keep the wall-clock time of %s over changes of its clocks', (zone) => {
    const dates = datesOf(zone);
    const wrong = instantsAround(lookUpZone(zone, 1970, 2100)).filter((t, i) => {
      const days = (i % 7) - 3;
      return dates.addDays(t, days) !== addByClock(dates, t, days);
    });
    expect(wrong.map((t) => new Date(t).toISOString())).toEqual([]);
  });
});

describe('the dates that are known', () => {
  const day = epochDayOfDate;

  it('are those that lie wholly within the horizon by the clock of their zone', () => {
    expect(datesOf('UTC').limit).toEqual({ from: day('1970-01-01'), to: day('2100-01-01') });
    expect(datesOf('Africa/Cairo').limit).toEqual({ from: day('1970-01-02'), to: day('2100-01-01') });
    expect(datesOf('America/New_York').limit).toEqual({ from: day('1970-01-01'), to: day('2099-12-31') });
    expect(datesOf('UTC', [2020, 2021]).limit).toEqual({ from: day('2020-01-01'), to: day('2022-01-01') });
  });

  it('are none where the offsets of the zone are known for other years', () => {
    const { limit } = datesOf('UTC', [2150, 2160]);
    expect(limit.to).toBe(limit.from);
  });

  it('are an error to ask or to answer beyond', () => {
    const dates = datesOf('UTC', [2020, 2021]);
    const [first, last] = [day('2020-01-01'), day('2021-12-31')];
    expect(dates.instantAt(first, 0)).toBe(Date.UTC(2020, 0, 1));
    expect(dates.instantAt(last, 86_399)).toBe(Date.UTC(2022, 0, 1) - 1000);
    expect(dates.wallClockAt(Date.UTC(2020, 0, 1)).epochDay).toBe(first);
    expect(dates.wallClockAt(Date.UTC(2022, 0, 1) - 1).epochDay).toBe(last);
    expect([dates.includes(first), dates.includes(last)]).toEqual([true, true]);
    for (const ask of [
      () => dates.instantAt(first - 1, 0),
      () => dates.instantAt(last + 1, 0),
      () => dates.instantAt(NaN, 0),
      () => dates.wallClockAt(Date.UTC(2020, 0, 1) - 1),
      () => dates.wallClockAt(Date.UTC(2022, 0, 1)),
      () => dates.wallClockAt(NaN),
      () => dates.includes(first - 1),
      () => dates.includes(last + 1),
      () => dates.after(last, 1),
      () => dates.before(first, 1),
      () => dates.onOrAfter(first, 10_000),
      () => dates.before(last, 10_000),
      () => dates.addDays(Date.UTC(2021, 11, 31), 1),
      () => dates.addDays(Date.UTC(2020, 0, 1), -1),
    ])
      expect(ask).toThrow(HorizonError);
  });

  it('are counted from any of them on and back, over all of them', () => {
    const dates = datesOf('UTC', [2020, 2021]);
    // Six a week: Wednesday 1 January 2020 is the first, Friday 31 December 2021 the last of 627.
    expect(dates.onOrAfter(day('2020-01-01'), 627)).toBe(day('2021-12-31'));
    expect(dates.after(day('2020-01-01'), 626)).toBe(day('2021-12-31'));
    expect(dates.before(day('2021-12-31'), 626)).toBe(day('2020-01-01'));
    expect(dates.addDays(Date.UTC(2020, 0, 1, 12), 626)).toBe(Date.UTC(2021, 11, 31, 12));
    expect(dates.addDays(Date.UTC(2021, 11, 31, 12), -626)).toBe(Date.UTC(2020, 0, 1, 12));
  });
});
