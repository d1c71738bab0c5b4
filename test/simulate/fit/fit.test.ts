import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kolmogorovSmirnov, totalVariation } from '../../../src/simulate/fit/distances.ts';
import { fitWorkload, type FitTicket } from '../../../src/simulate/fit/fit-workload.ts';
import {
  countWeeks,
  datesOf,
  hourOfWeek,
  isTaken,
  leftOver,
  wholeWeeks,
} from '../../../src/simulate/fit/weeks.ts';
import { parseCivilDate } from '../../../src/time/civil-date.ts';
import { lookUpZone } from '../../../src/time/zone-lookup.ts';

const BERLIN = lookUpZone('Europe/Berlin', 2025, 2027);
const day = (text: string): number => parseCivilDate(text) ?? NaN;
const MINUTE = 60_000;

describe('the distance of', () => {
  test('profiles is the part that would have to be moved', () => {
    expect(totalVariation([1, 1, 2], [10, 10, 20])).toBe(0);
    expect(totalVariation([1, 0], [0, 7])).toBe(1);
    expect(totalVariation([1, 1, 1, 1], [2, 1, 1, 0])).toBe(0.25);
    expect(totalVariation([0, 0], [1, 1])).toBeNaN();
  });

  test('durations is the greatest difference of the shares up to a bound', () => {
    const of = (...values: number[]): Float64Array => Float64Array.from(values);
    expect(kolmogorovSmirnov(of(1, 2, 3), of(1, 2, 3))).toBe(0);
    expect(kolmogorovSmirnov(of(1, 2), of(3, 4))).toBe(1);
    // Up to 2 are all of the first and half of the second.
    expect(kolmogorovSmirnov(of(1, 2), of(2, 5))).toBe(0.5);
    // Values that are alike count at once.
    expect(kolmogorovSmirnov(of(0, 0, 0, 9), of(0, 9, 9, 9))).toBe(0.5);
    expect(kolmogorovSmirnov(of(), of(1))).toBeNaN();
  });

  test('durations is what trying every bound finds', () => {
    const sample = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const share = (values: readonly number[], bound: number): number =>
          values.filter((value) => value <= bound).length / values.length;
        const tried = Array.from({ length: 10 }, (_, bound) => Math.abs(share(a, bound) - share(b, bound)));
        const [x, y] = [a, b].map((values) => Float64Array.from(values).sort());
        expect(kolmogorovSmirnov(x as Float64Array, y as Float64Array)).toBeCloseTo(Math.max(...tried), 12);
      }),
    );
  });
});

describe('the weeks of a log', () => {
  test('are whole ones, from a Monday to a Sunday', () => {
    // 2026-03-04 is a Wednesday, 2026-03-24 a Tuesday.
    const weeks = wholeWeeks(BERLIN, day('2026-03-04'), day('2026-03-24'), 'all');
    expect(weeks === null ? null : datesOf(weeks)).toEqual({ from: '2026-03-09', to: '2026-03-22' });
    expect(wholeWeeks(BERLIN, day('2026-03-09'), day('2026-03-15'), 'all')).not.toBeNull();
    expect(wholeWeeks(BERLIN, day('2026-03-10'), day('2026-03-15'), 'all')).toBeNull();
    // One week cannot be held against another.
    expect(wholeWeeks(BERLIN, day('2026-03-09'), day('2026-03-15'), 'odd')).toBeNull();
  });

  test('are told by the clock of the zone, also where it is moved', () => {
    const weeks = wholeWeeks(BERLIN, day('2026-03-23'), day('2026-04-05'), 'odd');
    if (weeks === null) throw new Error('there are two');
    // Sunday 2026-03-29, 03:30 in summer time; the clock went from 02:00 to 03:00.
    expect(hourOfWeek(weeks, Date.parse('2026-03-29T01:30Z'))).toEqual({ week: 0, weekday: 6, hour: 3 });
    expect(hourOfWeek(weeks, Date.parse('2026-03-22T23:00Z'))).toEqual({ week: 0, weekday: 0, hour: 0 });
    expect(hourOfWeek(weeks, Date.parse('2026-03-22T22:59Z'))).toBeNull();
    expect(hourOfWeek(weeks, Date.parse('2026-04-05T22:00Z'))).toBeNull();
    expect([0, 1].map((week) => isTaken(weeks, week))).toEqual([true, false]);
    expect([0, 1].map((week) => isTaken(leftOver(weeks), week))).toEqual([false, true]);
    expect(countWeeks(weeks)).toBe(1);
  });
});

const ticket = (opened: string, changes: Partial<FitTicket> = {}): FitTicket => ({
  opened: Date.parse(opened),
  severity: 'P1',
  region: null,
  channel: null,
  type: null,
  facts: [],
  stops: [],
  ...changes,
});

describe('a workload', () => {
  const weeks = wholeWeeks(BERLIN, day('2026-01-05'), day('2026-02-01'), 'all');
  if (weeks === null) throw new Error('there are four');

  test('has the rate of the weeks that are taken, and of no others', () => {
    const tickets = ['05', '06', '12', '19', '26', '27'].map((date) => ticket(`2026-01-${date}T09:00Z`));
    const fit = (take: 'all' | 'odd' | 'even') => fitWorkload(tickets, [], ['P1'], { ...weeks, take });
    expect(fit('all').streams.map(({ perWeek }) => perWeek)).toEqual([1.5]);
    expect(fit('odd').streams.map(({ perWeek }) => perWeek)).toEqual([1.5]);
    expect(fit('even').streams.map(({ perWeek }) => perWeek)).toEqual([1.5]);
    expect(fit('odd').tickets + fit('even').tickets).toBe(6);
    // 09:00 in London is 10:00 in Berlin, on Mondays and a Tuesday.
    expect(fit('odd').streams[0]?.profile.map((hours) => hours[10])).toEqual([2, 1, 0, 0, 0, 0, 0]);
  });

  test('leaves quiet dates out of the rates, and says what is left on them', () => {
    // Four Mondays with ten tickets each, but for one with two.
    const mondays = ['05', '12', '19', '26'];
    const tickets = mondays.flatMap((date) =>
      Array.from({ length: date === '19' ? 2 : 10 }, () => ticket(`2026-01-${date}T09:00Z`)),
    );
    const quiet = new Set([day('2026-01-19')]);
    const [stream] = fitWorkload(tickets, [], ['P1'], weeks, quiet).streams;
    expect(stream).toMatchObject({ perWeek: 10, quiet: 0.2 });
    expect(fitWorkload(tickets, [], ['P1'], weeks).streams[0]).toMatchObject({ perWeek: 8, quiet: null });
  });

  test('weighs a weekday by its usual dates', () => {
    // As many tickets on Mondays as on Tuesdays, of which half were off.
    const tickets = [
      ...['05', '12', '19', '26'].map((date) => ticket(`2026-01-${date}T09:00Z`)),
      ...['06', '13'].map((date) => ticket(`2026-01-${date}T09:00Z`)),
    ];
    const quiet = new Set([day('2026-01-20'), day('2026-01-27')]);
    const [stream] = fitWorkload(tickets, [], ['P1'], weeks, quiet).streams;
    const sums = stream?.profile.map((hours) => hours.reduce((a, b) => a + b, 0)) ?? [];
    expect(sums[0]).toBe(sums[1]);
    expect(stream).toMatchObject({ perWeek: 2, quiet: 0 });
  });

  test('has a step for each stop, in the order in which most tickets come to them, each from the one before on', () => {
    const opened = Date.parse('2026-01-05T09:00Z');
    const at = (answered: number, solved: number): FitTicket =>
      ticket('2026-01-05T09:00Z', { stops: [opened + solved * MINUTE, opened + answered * MINUTE] });
    const tickets = [at(10, 70), at(20, 80), at(30, NaN), at(40, 30)];
    const { steps } = fitWorkload(tickets, ['resolve', 'respond'], ['P1'], weeks);
    expect(steps.map(({ metric, share }) => [metric, share])).toEqual([
      ['respond', 1],
      ['resolve', 0.75],
    ]);
    const ends = steps.map(({ times }) =>
      times.map(({ severity, points }) => [severity, points[0], points.at(-1)]),
    );
    expect(ends).toEqual([
      [[null, { at: 0, seconds: 600 }, { at: 1, seconds: 2400 }]],
      // Solved before it was answered: at once.
      [[null, { at: 0, seconds: 0 }, { at: 1, seconds: 3600 }]],
    ]);
  });

  test('has times of its own for a severity that has enough tickets, and those of all for the others', () => {
    const opened = Date.parse('2026-01-05T09:00Z');
    const many = Array.from({ length: 50 }, () =>
      ticket('2026-01-05T09:00Z', { severity: 'P2', stops: [opened + MINUTE] }),
    );
    const few = ticket('2026-01-05T09:00Z', { stops: [opened + 3 * MINUTE] });
    const lines = (tickets: readonly FitTicket[]) =>
      fitWorkload(tickets, ['respond'], ['P1', 'P2'], weeks).steps[0]?.times.map(({ severity, count }) => [
        severity,
        count,
      ]);
    expect(lines([...many, few])).toEqual([
      ['P2', 50],
      [null, 51],
    ]);
    expect(lines(many)).toEqual([['P2', 50]]);
  });
});
