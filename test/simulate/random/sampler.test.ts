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

describe('samplerOf', () => {
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
