import { describe, expect, test } from 'vitest';
import type { BreachGroup, Breaches, HoursOfWeek } from '../../../src/simulate/answers/answers.ts';
import { commonCauses } from '../../../src/simulate/answers/common-causes.ts';
import {
  deviationOverWeeks,
  FEWEST_WEEKS,
  hoursHeld,
  type JudgedTickets,
} from '../../../src/simulate/answers/spread-over-weeks.ts';
import { createDraws, purposeOf } from '../../../src/simulate/random/draws.ts';

const WEEKS = 40;
const A_WEEK = 50;
const STREAM = purposeOf('weeks');
const WEEK = purposeOf('a week');
const TICKET = purposeOf('a ticket');

/** Tickets of some weeks, every other one of a group; in one week of ten nearly all of the group are missed, if they hang together. */
function drawn(run: number, together: boolean): JudgedTickets & { readonly held: Uint8Array } {
  const draws = createDraws(5, run);
  const count = WEEKS * A_WEEK;
  const missed = new Int8Array(count);
  const week = new Int32Array(count);
  const held = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    week[row] = Math.floor(row / A_WEEK);
    held[row] = row % 2;
    const bad = draws.uniform(STREAM, week[row] as number, WEEK, 0) < 0.1;
    const rate = together && held[row] === 1 ? (bad ? 0.9 : 0.02) : 0.1;
    missed[row] = draws.uniform(STREAM, row, TICKET, 0) < rate ? 1 : 0;
  }
  return { missed, week, weeks: WEEKS, held };
}

function excessOf({ missed, held }: ReturnType<typeof drawn>): number {
  const misses = missed.reduce<number>((sum, miss) => sum + miss, 0);
  const its = missed.reduce<number>((sum, miss, row) => sum + miss * (held[row] as number), 0);
  return its - misses / 2;
}

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

describe('the deviation of the misses that a group has beyond its share', () => {
  test.each([
    ['tickets that miss each for itself', false],
    ['tickets of which those of a bad week miss together', true],
  ])('is what it is over many runs, of %s', (_, together) => {
    const runs = Array.from({ length: 300 }, (_, run) => drawn(run, together));
    const truth = spreadOf(runs.map(excessOf));
    const found = runs.map((run) => deviationOverWeeks(run, (row) => run.held[row] === 1) ?? NaN);
    const mean = found.reduce((sum, each) => sum + each, 0) / found.length;
    expect(mean / truth).toBeGreaterThan(0.88);
    expect(mean / truth).toBeLessThan(1.12);
    if (!together) return;
    // As if each missed for itself it would be half of that, or less.
    const misses = runs.map(({ missed }) => missed.reduce<number>((sum, miss) => sum + miss, 0));
    const alone = Math.sqrt((misses.reduce((sum, each) => sum + each, 0) / runs.length) * 0.25);
    expect(alone).toBeLessThan(mean / 2);
  });

  test('is not known of a few weeks, nor of weeks without a judged ticket', () => {
    const of = (weeks: number, judged: number): number | null =>
      deviationOverWeeks(
        {
          missed: Int8Array.from({ length: weeks }, (_, i) => (i < judged ? i % 2 : -1)),
          week: Int32Array.from({ length: weeks }, (_, i) => i),
          weeks,
        },
        (row) => row % 3 === 0,
      );
    expect(of(FEWEST_WEEKS - 1, FEWEST_WEEKS - 1)).toBeNull();
    expect(of(20, FEWEST_WEEKS - 1)).toBeNull();
    expect(of(20, FEWEST_WEEKS)).not.toBeNull();
    expect(of(0, 0)).toBeNull();
  });
});

describe('a cause', () => {
  const groups: readonly BreachGroup[] = [
    { by: 'region', name: 'APAC', tickets: 500, missed: 80 },
    { by: 'region', name: 'EMEA', tickets: 500, missed: 20 },
  ];
  const breaches: Omit<Breaches, 'causes'> = {
    judged: 1000,
    missed: 100,
    hours: { zone: 'UTC', tickets: new Array<number>(168).fill(0), missed: new Array<number>(168).fill(0) },
    groups,
    eaten: null,
    shortened: 0,
  };

  test('has the interval of its lift by the weeks; none where nobody knows how they differ', () => {
    const [cause] = commonCauses(breaches, () => 5);
    expect(cause?.lift).toBe(1.6);
    expect(cause?.liftInterval?.low).toBeCloseTo(1.6 - (1.96 * 5) / 50, 12);
    expect(cause?.liftInterval?.high).toBeCloseTo(1.6 + (1.96 * 5) / 50, 12);
    expect(commonCauses(breaches)[0]?.liftInterval).toBeNull();
  });
});

describe('hours that a cause names', () => {
  test.each<[HoursOfWeek, readonly number[]]>([
    [
      { by: 'hours', kind: 'each day', days: [6, 7], from: 23, to: 2, zone: 'UTC' },
      [120, 121, 143, 144, 145, 167],
    ],
    [{ by: 'hours', kind: 'each day', days: [1], from: 9, to: 11, zone: 'UTC' }, [9, 10]],
    [{ by: 'hours', kind: 'stretch', days: [7, 1], from: 22, to: 2, zone: 'UTC' }, [0, 1, 166, 167]],
    [{ by: 'hours', kind: 'stretch', days: [5, 5], from: 17, to: 18, zone: 'UTC' }, [113]],
  ])('are those of %j', (of, hours) => {
    expect([...hoursHeld(of)].flatMap((held, hour) => (held === 1 ? [hour] : []))).toEqual(hours);
  });
});
