/**
 * The calendars and promises of three seed contracts that the golden rows speak of, built by hand by the readings
 * at the head of `golden.json`.
 */
import type { CheckedContract, CheckedLimit } from '../../src/check/model.ts';
import { civil, contractWith, forAll, forRegions, named, weekdays } from '../engine/checked-contract.ts';
import golden from './golden.json' with { type: 'json' };

type Promises = { readonly [plan: string]: { readonly [cell: string]: CheckedLimit } };

export interface SeedContract {
  readonly contract: CheckedContract;
  /** Cells are `severity metric`. */
  readonly promises: Promises;
}

function hours(count: number, calendar: string): CheckedLimit {
  return { kind: 'hours', seconds: count * 3600, calendar };
}

function elapsed(count: number): CheckedLimit {
  return { kind: 'elapsed', seconds: count * 3600 };
}

function responses(calendar: string, ...counts: readonly number[]): { readonly [cell: string]: CheckedLimit } {
  return Object.fromEntries(counts.map((count, i) => [`S${i + 1} respond`, hours(count, calendar)]));
}

/** Hours in each region's own zone; Australia and New Zealand begin an hour later. */
function regional(wide: string, late: string): ReturnType<typeof civil> {
  return civil('UTC', [], {
    zone: { kind: 'region' },
    week: [forAll(weekdays(1, 5, wide)), forRegions(['ANZ'], weekdays(1, 5, late))],
  });
}

const mst: SeedContract = {
  contract: contractWith(
    {
      Standard: regional('08:00-17:00', '09:00-17:00'),
      Enhanced: regional('08:00-20:00', '09:00-21:00'),
      Premium: { kind: 'always' },
    },
    {
      regions: [
        named('Americas', { zone: 'America/New_York', holidays: 'none' as const }),
        named('EMEA', { zone: 'Europe/London', holidays: 'none' as const }),
        named('APJ', { zone: 'Asia/Kolkata', holidays: 'none' as const }),
        named('ANZ', { zone: 'Australia/Sydney', holidays: 'none' as const }),
      ],
    },
  ),
  promises: {
    Standard: responses('Standard', 16, 40, 80, 130),
    Enhanced: responses('Enhanced', 8, 16, 40, 80),
    Premium: responses('Premium', 2, 4, 16, 40),
  },
};

const gold: SeedContract = {
  contract: contractWith({ Office: civil('Europe/Berlin', weekdays(1, 5, '09:00-17:00')) }),
  promises: {
    Enterprise: { ...responses('Office', 8, 16, 24, 24), 'S1 resolve': hours(32, 'Office') },
    Gold: { ...responses('Office', 8, 8, 8, 24), 'S1 resolve': hours(16, 'Office') },
  },
};

const express: SeedContract = {
  contract: contractWith(
    {
      Office: civil('Europe/Moscow', weekdays(1, 5, '10:00-19:00'), {
        holidays: [forAll({ kind: 'sets', sets: ['RU'] })],
      }),
    },
    {
      holidaySets: [
        named('RU', {
          source: 'golden.json',
          fromYear: 2026,
          toYear: 2026,
          days: golden.readings.express_holidays_2026.map((date) => ({
            date,
            name: 'holiday',
            closed: { from: 0, to: 86_400 },
          })),
        }),
      ],
    },
  ),
  promises: {
    '8/5': { 'P1 resolve': elapsed(5), 'P3 resolve': hours(16, 'Office') },
    '24/7': { 'P1 resolve': elapsed(5), 'P3 resolve': elapsed(16) },
  },
};

export const SEEDS: { readonly [contract: string]: SeedContract } = { mst, gold, express };
