import { describe, expect, it } from 'vitest';
import { BusinessDates, loadPlan } from '../../src/engine/index.ts';
import type { ZoneTable } from '../../src/time/types.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';
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

function datesOf(zone: string): BusinessDates {
  const contract = contractWith({ C: civil(zone, weekdays(1, 6, '09:00-17:00')) });
  const calendar = loadPlan(planOf([lowerCalendar(contract, 'C', NO_FACTS)])).calendar(0);
  return new BusinessDates(calendar, lookUpZone(zone, 1970, 2100));
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
    .flatMap((t) => [t - 30_000, t - 1, t, t + 1000]);
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
