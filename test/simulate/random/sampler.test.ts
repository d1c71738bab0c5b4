import { describe, expect, test } from 'vitest';
import type { Distribution } from '../../../src/check/simulation-model.ts';
import { createDraws, purposeOf } from '../../../src/simulate/random/draws.ts';
import { samplerOf } from '../../../src/simulate/random/sampler.ts';

const QUANTILES: Distribution = {
  kind: 'quantiles',
  points: [
    { at: 0, seconds: 60 },
    { at: 0.5, seconds: 600 },
    { at: 0.5, seconds: 1000 },
    { at: 1, seconds: 2000 },
  ],
};

const VALUES: Distribution = { kind: 'values', seconds: [10, 20, 20, 150] };
const MIXTURE: Distribution = {
  kind: 'mixture',
  parts: [
    { weight: 3, of: { kind: 'exponential', mean: 60 } },
    { weight: 1, of: { kind: 'uniform', from: 600, to: 1200 } },
  ],
};

describe('samplerOf', () => {
  test('a Weibull time has its median at a half, its p90 at nine tenths, and is exponential where these are', () => {
    const sample = samplerOf({ kind: 'weibull', median: 300, p90: 1800 });
    expect(sample(0.5)).toBeCloseTo(300, 9);
    expect(sample(0.9)).toBeCloseTo(1800, 9);
    const plain = samplerOf({ kind: 'weibull', median: 60 * Math.LN2, p90: 60 * Math.LN10 });
    for (const u of [0.01, 0.3, 0.999]) expect(plain(u) / (-60 * Math.log1p(-u))).toBeCloseTo(1, 12);
  });

  test('an Erlang time is what so many exponential ones come to: its share below a time is a finite sum', () => {
    const sample = samplerOf({ kind: 'erlang', phases: 4, mean: 240 });
    for (const u of [1e-6, 0.1, 0.5, 0.9, 0.9999]) {
      const x = sample(u) / 60;
      const below = 1 - Math.exp(-x) * (1 + x + x ** 2 / 2 + x ** 3 / 6);
      expect(below / u).toBeCloseTo(1, 9);
    }
    expect(samplerOf({ kind: 'erlang', phases: 1, mean: 60 })(0.3)).toBeCloseTo(-60 * Math.log1p(-0.3), 9);
  });

  test('a gamma time has the deviation that it states', () => {
    const sample = samplerOf({ kind: 'gamma', mean: 90, deviation: 30 });
    const n = 20_000;
    const squares = Array.from({ length: n }, (_, i) => (sample((i + 0.5) / n) - 90) ** 2);
    expect(Math.sqrt(squares.reduce((sum, value) => sum + value, 0) / n) / 30).toBeCloseTo(1, 3);
  });

  test('each of several values comes as often as the others', () => {
    const sample = samplerOf(VALUES);
    expect([0.1, 0.3, 0.6, 1 - 2 ** -53].map(sample)).toEqual([10, 20, 20, 150]);
  });

  test('a mixture takes each part in its share, and within it all of the part', () => {
    const sample = samplerOf(MIXTURE);
    expect(sample(0.375)).toBeCloseTo(60 * Math.LN2, 9);
    expect(sample(0.75 - 2 ** -50)).toBeGreaterThan(1500);
    expect(sample(0.75)).toBeCloseTo(600, 9);
    expect(sample(0.875)).toBeCloseTo(900, 9);
    expect(Number.isFinite(sample(1 - 2 ** -53))).toBe(true);
  });

  test('a lognormal time has its median at a half and its p90 at nine tenths', () => {
    const sample = samplerOf({ kind: 'lognormal', median: 300, p90: 1200 });
    expect(sample(0.5)).toBeCloseTo(300, 9);
    expect(sample(0.9)).toBeCloseTo(1200, 9);
  });

  test('a lognormal time whose median is its p90 is fixed', () => {
    expect(samplerOf({ kind: 'lognormal', median: 300, p90: 300 })(0.999)).toBe(300);
  });

  test('an exponential time has ln 2 of its mean as its median and keeps its precision near zero', () => {
    const sample = samplerOf({ kind: 'exponential', mean: 1000 });
    expect(sample(0.5)).toBeCloseTo(1000 * Math.LN2, 9);
    expect(sample(2 ** -53)).toBeCloseTo(1000 * 2 ** -53, 25);
    expect(Number.isFinite(sample(1 - 2 ** -53))).toBe(true);
  });

  test('times by quantiles lie on straight lines, and jump where a quantile is given twice', () => {
    const sample = samplerOf(QUANTILES);
    expect(sample(0.25)).toBe(330);
    expect(sample(0.5)).toBe(600);
    expect(sample(0.5 + 2 ** -53)).toBeCloseTo(1000, 9);
    expect(sample(0.75)).toBe(1500);
  });

  test('quantiles that begin above 0 or end below 1 hold their ends', () => {
    const sample = samplerOf({
      kind: 'quantiles',
      points: [
        { at: 0.2, seconds: 5 },
        { at: 0.8, seconds: 8 },
      ],
    });
    expect(sample(0.1)).toBe(5);
    expect(sample(0.95)).toBe(8);
  });

  test.each<[string, Distribution, number]>([
    ['fixed', { kind: 'fixed', seconds: 90 }, 90],
    ['exponential', { kind: 'exponential', mean: 90 }, 90],
    ['uniform', { kind: 'uniform', from: 60, to: 120 }, 90],
    ['quantiles', QUANTILES, 0.5 * 330 + 0.5 * 1500],
    ['erlang', { kind: 'erlang', phases: 3, mean: 90 }, 90],
    ['gamma', { kind: 'gamma', mean: 90, deviation: 120 }, 90],
    ['values', VALUES, 50],
    ['mixture', MIXTURE, 0.75 * 60 + 0.25 * 900],
  ])('the mean of many %s times is the mean of the distribution', (_, distribution, mean) => {
    const draws = createDraws(11, 0);
    const sample = samplerOf(distribution);
    const n = 40_000;
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += sample(draws.uniform(1, i, purposeOf('time'), 0));
    expect(Math.abs(sum / n / mean - 1)).toBeLessThan(0.015);
  });

  test('a larger number never gives a shorter time', () => {
    for (const distribution of [QUANTILES, { kind: 'lognormal', median: 5, p90: 70 } as const]) {
      const sample = samplerOf(distribution);
      for (let i = 1; i < 1000; i += 1)
        expect(sample(i / 1000)).toBeGreaterThanOrEqual(sample((i - 0.5) / 1000));
    }
  });
});
