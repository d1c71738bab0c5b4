import { describe, expect, test } from 'vitest';
import { arrivalTimes } from '../../../src/simulate/arrivals/arrival-times.ts';
import { cumulativeRate, type WeekProfile } from '../../../src/simulate/arrivals/cumulative-rate.ts';
import { createDraws } from '../../../src/simulate/random/draws.ts';
import { lookUpZone } from '../../../src/time/zone-lookup.ts';
import { everyHour } from '../small-world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LONDON = lookUpZone('Europe/London', 2015, 2030);
const EVEN = everyHour(() => 1);

/** Arrivals only while the wall clock shows one hour. */
const only = (hour: number): WeekProfile => everyHour((_, h) => (h === hour ? 1 : 0));

function expected(zone: string, profile: WeekProfile, from: number, to: number): number {
  return cumulativeRate(lookUpZone(zone, 2010, 2030), 168, profile, from, to).expected.at(-1) ?? NaN;
}

describe('cumulativeRate', () => {
  test('a week brings the weekly mean, whatever the profile and wherever the week begins', () => {
    const from = Date.UTC(2026, 0, 7, 13, 17, 5, 3);
    for (const profile of [EVEN, only(9), everyHour((day, hour) => day * 24 + hour)]) {
      const { expected: sums } = cumulativeRate(LONDON, 1843, profile, from, from + 7 * DAY);
      expect(sums.at(-1)).toBeCloseTo(1843, 8);
    }
  });

  test('the hour that the clock skips in spring has no arrivals', () => {
    // London, 2026-03-29: 00:59 is followed by 02:00.
    const day = Date.UTC(2026, 2, 29);
    expect(expected('Europe/London', only(1), day, day + 23 * HOUR)).toBe(0);
    expect(expected('Europe/London', only(2), day, day + 23 * HOUR)).toBeCloseTo(24, 9);
  });

  test('the hour that the clock shows twice in autumn has both', () => {
    // London, 2026-10-25: 01:00 to 02:00 in summer time and again in winter time; the day begins at 23:00 UTC.
    const day = Date.UTC(2026, 9, 24, 23);
    expect(expected('Europe/London', only(1), day, day + 25 * HOUR)).toBeCloseTo(48, 9);
    expect(expected('Europe/London', only(2), day, day + 25 * HOUR)).toBeCloseTo(24, 9);
  });

  test('a shift of half an hour doubles and skips half an hour', () => {
    // Lord Howe, 2026-10-04: 02:00 becomes 02:30; 2026-04-05: 02:00 becomes 01:30 again.
    const spring = Date.UTC(2026, 9, 3, 13, 30);
    expect(expected('Australia/Lord_Howe', only(2), spring, spring + 23.5 * HOUR)).toBeCloseTo(12, 9);
    const autumn = Date.UTC(2026, 3, 4, 13);
    expect(expected('Australia/Lord_Howe', only(1), autumn, autumn + 24.5 * HOUR)).toBeCloseTo(36, 9);
  });

  test('a clock that is moved within an hour cuts that hour', () => {
    // Newfoundland moved its clocks a minute after midnight: 2010-03-14 00:01 became 01:01.
    const day = Date.UTC(2010, 2, 14, 3, 30);
    expect(expected('America/St_Johns', only(0), day, day + 23 * HOUR)).toBeCloseTo(24 / 60, 9);
    expect(expected('America/St_Johns', only(1), day, day + 23 * HOUR)).toBeCloseTo((24 * 59) / 60, 9);
  });

  test('a quiet date has its share of the usual rate, by the clock of the zone', () => {
    // London's 2026-06-03, in summer time, begins at 23:00 UTC.
    const from = Date.UTC(2026, 5, 2, 23);
    const quiet = [{ day: Date.UTC(2026, 5, 3) / DAY, from: 0, to: 86_400, share: 0.25 }];
    const sums = (at: number, until: number) =>
      cumulativeRate(LONDON, 168, EVEN, at, until, quiet).expected.at(-1) ?? NaN;
    expect(sums(from, from + DAY)).toBeCloseTo(6, 9);
    expect(sums(from - DAY, from)).toBeCloseTo(24, 9);
    expect(sums(from + DAY, from + 2 * DAY)).toBeCloseTo(24, 9);
  });

  test('an afternoon off is quiet from its hour on, and of two reasons the quieter holds', () => {
    const day = Date.UTC(2026, 0, 7);
    const stretch = { day: day / DAY, from: 12 * 3600, to: 86_400, share: 0.5 };
    const sums = (quiet: readonly (typeof stretch)[]) =>
      cumulativeRate(LONDON, 168, EVEN, day, day + DAY, quiet).expected.at(-1) ?? NaN;
    expect(sums([stretch])).toBeCloseTo(18, 9);
    expect(sums([{ ...stretch, from: 0, share: 0 }, stretch])).toBeCloseTo(0, 9);
    expect(
      sums([
        { ...stretch, share: 0 },
        { ...stretch, from: 18 * 3600, share: 0.5 },
      ]),
    ).toBeCloseTo(12, 9);
  });

  test('a date that a zone skipped has no arrivals', () => {
    // Samoa had no 2011-12-30: the weights of that Friday never come up.
    const friday = everyHour((day) => (day === 4 ? 1 : 0));
    const from = Date.UTC(2011, 11, 28);
    expect(expected('Pacific/Apia', friday, from, from + 3 * DAY)).toBe(0);
  });

  test('hours follow zones that are off by half an hour', () => {
    // 09:00 in Kolkata is 03:30 UTC.
    const day = Date.UTC(2026, 0, 5);
    expect(expected('Asia/Kolkata', only(9), day + 3.5 * HOUR, day + 4.5 * HOUR)).toBeCloseTo(24, 9);
    expect(expected('Asia/Kolkata', only(9), day, day + 3.5 * HOUR)).toBe(0);
  });

  test('a span that the zone table does not cover is refused', () => {
    expect(() => cumulativeRate(LONDON, 1, EVEN, Date.UTC(2014, 0, 1), Date.UTC(2015, 5, 1))).toThrow(
      RangeError,
    );
  });
});

describe('arrivalTimes', () => {
  const from = Date.UTC(2026, 0, 5);

  test('are whole milliseconds within the span, in order', () => {
    const times = arrivalTimes(
      cumulativeRate(LONDON, 5000, EVEN, from, from + 7 * DAY),
      createDraws(1, 0),
      1,
    );
    expect(times.length).toBeGreaterThan(4500);
    for (let i = 0; i < times.length; i += 1) {
      expect(Number.isInteger(times[i])).toBe(true);
      expect(times[i]).toBeGreaterThanOrEqual(times[i - 1] ?? from);
    }
    expect(times.at(-1)).toBeLessThan(from + 7 * DAY);
  });

  test('fall into no hour of weight zero', () => {
    const times = arrivalTimes(
      cumulativeRate(LONDON, 5000, only(9), from, from + 28 * DAY),
      createDraws(2, 0),
      1,
    );
    expect(times.length).toBeGreaterThan(19_000);
    expect(new Set(times.map((time) => new Date(time).getUTCHours()))).toEqual(new Set([9]));
  });

  test('fall into no instant of rate zero, however narrow the pieces are', () => {
    // Every other millisecond brings one arrival on average, the ones between bring none.
    const at = Float64Array.from({ length: 10_001 }, (_, i) => i);
    const times = arrivalTimes({ at, expected: at.map((i) => Math.ceil(i / 2)) }, createDraws(6, 0), 1);
    expect(times.length).toBeGreaterThan(4500);
    expect(times.filter((time) => time % 2 === 1)).toEqual([]);
  });

  test('are Poisson in number: the variance over runs is the mean', () => {
    const rate = cumulativeRate(LONDON, 300, only(9), from, from + 7 * DAY);
    const counts = Array.from({ length: 400 }, (_, run) => arrivalTimes(rate, createDraws(3, run), 1).length);
    const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length;
    const variance = counts.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (counts.length - 1);
    // Standard errors: of the mean sqrt(300 / 400), of the ratio sqrt(2 / 399); four of each.
    expect(Math.abs(mean - 300)).toBeLessThan(3.5);
    expect(Math.abs(variance / mean - 1)).toBeLessThan(0.29);
  });

  test('follow the profile hour by hour', () => {
    const profile = everyHour((day, hour) => 1 + ((day * 5 + hour * 7) % 11));
    const weights = profile.flat();
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const times = arrivalTimes(
      cumulativeRate(LONDON, 20_000, profile, from, from + 35 * DAY),
      createDraws(4, 0),
      1,
    );
    const seen = new Array<number>(168).fill(0);
    for (const time of times) seen[Math.floor((time - from) / HOUR) % 168]! += 1;
    const chiSquare = weights.reduce((sum, weight, i) => {
      const mean = (times.length * weight) / total;
      return sum + ((seen[i] ?? 0) - mean) ** 2 / mean;
    }, 0);
    // 167 degrees of freedom: 99.9 % lie below 228.
    expect(chiSquare).toBeLessThan(228);
  });

  test('a lull of days does not swallow the peak behind it', () => {
    // Drawing the next gap at the rate of the lull would jump over most peaks.
    const peak = everyHour((day, hour) => (day === 5 && hour === 12 ? 1 : 0));
    const times = arrivalTimes(cumulativeRate(LONDON, 50, peak, from, from + 70 * DAY), createDraws(5, 0), 1);
    expect(Math.abs(times.length - 500)).toBeLessThan(90);
  });
});
