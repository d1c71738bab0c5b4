import { describe, expect, test } from 'vitest';
import {
  countPiece,
  countSum,
  roundUp,
  splitPiece,
  type WorkSides,
  type WorkTerms,
} from '../../../src/engine/entitlement/worked-time.ts';
import type { PlanEdgeParts, PlanRounding } from '../../../src/plan/entitlement-model.ts';
import { instant } from '../money/credited.ts';
import { calendarNamed } from './calendar-named.ts';

const MINUTE = 60_000;
const office = calendarNamed('Office');

/** Office is open from Monday to Friday, 09:00 to 17:00 in Berlin; beyond it lies the second side, which is dearer. */
const DEARER_OUTSIDE: WorkSides = { calendars: [office], dearest: [1, 0] };
const DEARER_INSIDE: WorkSides = { calendars: [office], dearest: [0, 1] };

const PLAIN: WorkTerms = { leastSeconds: 0, freeBelowSeconds: 0, rounding: null, parts: 'split at edge' };
const quarters = (more: Partial<PlanRounding> = {}): PlanRounding => ({
  seconds: 900,
  graceSeconds: 0,
  period: null,
  perTicket: false,
  order: 'after splitting',
  ...more,
});

/** Work of a Thursday. */
const work = (from: string, to: string) => ({
  from: instant(`2026-06-18T${from}+02:00`),
  to: instant(`2026-06-18T${to}+02:00`),
});
/** Minutes inside and outside. */
const counted = (terms: Partial<WorkTerms>, from: string, to: string, sides = DEARER_OUTSIDE) =>
  countPiece({ ...PLAIN, ...terms }, sides, work(from, to)).map((ms) => ms / MINUTE);

describe('a piece of work over the end of the day', () => {
  test.each<[PlanEdgeParts, readonly number[]]>([
    ['split at edge', [60, 30]],
    ['by start', [90, 0]],
    ['whole', [0, 90]],
  ])('counts %s', (parts, expected) => {
    expect(counted({ parts }, '16:00', '17:30')).toEqual(expected);
  });

  test('that begins outside counts by its start outside', () => {
    expect(counted({ parts: 'by start' }, '08:00', '10:00')).toEqual([0, 120]);
    expect(counted({ parts: 'by start' }, '17:00', '17:30')).toEqual([0, 30]);
  });

  test('that counts whole counts by the dearest side that it touches, be it but a minute', () => {
    expect(counted({ parts: 'whole' }, '09:00', '17:00')).toEqual([480, 0]);
    expect(counted({ parts: 'whole' }, '08:59', '17:00')).toEqual([0, 481]);
    expect(counted({ parts: 'whole' }, '16:59', '18:00', DEARER_INSIDE)).toEqual([61, 0]);
    expect(counted({ parts: 'whole' }, '17:00', '18:00', DEARER_INSIDE)).toEqual([0, 60]);
  });

  test('is split over several calendars, what lies in none of them last', () => {
    // In Berlin Moscow is open 09:00 to 18:00; a side each, as a rate with two bands has them.
    const evening = calendarNamed('Moscow');
    const sides = { calendars: [office, evening], dearest: [2, 1, 0] };
    expect(countPiece(PLAIN, sides, work('17:30', '19:00')).map((ms) => ms / MINUTE)).toEqual([0, 30, 60]);
    const byStart = { ...PLAIN, parts: 'by start' } as const;
    expect(countPiece(byStart, sides, work('17:30', '19:00')).map((ms) => ms / MINUTE)).toEqual([0, 90, 0]);
    expect(countPiece(byStart, sides, work('18:00', '19:00')).map((ms) => ms / MINUTE)).toEqual([0, 0, 60]);
  });
});

describe('a short piece of work', () => {
  test('is free below the time that is said, and not from it on', () => {
    expect(counted({ freeBelowSeconds: 900 }, '10:00', '10:14')).toEqual([0, 0]);
    expect(counted({ freeBelowSeconds: 900 }, '10:00', '10:15')).toEqual([15, 0]);
  });

  test('counts as the least, which is taken to lie behind it', () => {
    expect(counted({ leastSeconds: 3600 }, '16:30', '16:40')).toEqual([30, 30]);
    expect(counted({ leastSeconds: 3600 }, '10:00', '11:10')).toEqual([70, 0]);
  });

  test('of no length is nothing, whatever the least, and so is one that ends before it begins', () => {
    expect(counted({ leastSeconds: 3600 }, '10:00', '10:00')).toEqual([0, 0]);
    expect(counted({ leastSeconds: 3600 }, '11:00', '10:00')).toEqual([0, 0]);
  });
});

describe('rounding up', () => {
  test('is to the next step, with a grace of so much that is not counted', () => {
    const after = (ms: number, graceSeconds: number) =>
      roundUp(ms * MINUTE, quarters({ graceSeconds })) / MINUTE;
    expect([0, 1, 15, 16, 30].map((ms) => after(ms, 0))).toEqual([0, 15, 15, 30, 30]);
    expect([0, 5, 6, 20, 21].map((ms) => after(ms, 300))).toEqual([0, 0, 15, 15, 30]);
  });

  test('after splitting rounds each side by itself', () => {
    expect(counted({ rounding: quarters() }, '16:59', '17:01')).toEqual([15, 15]);
  });

  test('before splitting lets the work go on as long as it counts', () => {
    expect(counted({ rounding: quarters({ order: 'before splitting' }) }, '16:59', '17:01')).toEqual([1, 14]);
  });

  test('of work that is not split rounds it once, whatever the order', () => {
    expect(counted({ rounding: quarters(), parts: 'by start' }, '16:59', '17:01')).toEqual([15, 0]);
    expect(counted({ rounding: quarters(), parts: 'whole' }, '16:40', '16:46')).toEqual([15, 0]);
    // Rounded up it lasts until 17:05, and so touches what is dearer.
    expect(counted({ rounding: quarters(), parts: 'whole' }, '16:50', '16:56')).toEqual([0, 15]);
  });

  test('rounds the least that counts, and not what was worked', () => {
    expect(counted({ rounding: quarters(), leastSeconds: 1200 }, '10:00', '10:01')).toEqual([30, 0]);
  });
});

describe('work that is added up', () => {
  const split = (from: string, to: string) =>
    splitPiece('split at edge', DEARER_OUTSIDE, work(from, to)).map((ms) => ms / MINUTE);
  const sum = (terms: Partial<WorkTerms>, ...minutes: readonly number[]) =>
    countSum(
      { ...PLAIN, ...terms },
      minutes.map((each) => each * MINUTE),
    ).map((ms) => ms / MINUTE);

  test('is split first, and not rounded', () => {
    expect(split('16:59', '17:02')).toEqual([1, 2]);
    expect(split('17:00', '17:00')).toEqual([0, 0]);
    expect(split('17:00', '16:00')).toEqual([0, 0]);
  });

  test('is rounded side by side as a sum', () => {
    expect(sum({}, 7, 9)).toEqual([7, 9]);
    expect(sum({ rounding: quarters() }, 7, 16)).toEqual([15, 30]);
  });

  test('counts as the least with what is missing on the first side, if anything was worked', () => {
    expect(sum({ leastSeconds: 3600 }, 20, 10)).toEqual([50, 10]);
    expect(sum({ leastSeconds: 3600 }, 50, 20)).toEqual([50, 20]);
    expect(sum({ leastSeconds: 3600 }, 0, 0)).toEqual([0, 0]);
  });

  test('is free below the time that is said, of both sides together', () => {
    expect(sum({ freeBelowSeconds: 900 }, 7, 7)).toEqual([0, 0]);
    expect(sum({ freeBelowSeconds: 900 }, 7, 8)).toEqual([7, 8]);
  });
});
