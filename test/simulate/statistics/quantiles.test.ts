import { describe, expect, test } from 'vitest';
import { gammaQuantile } from '../../../src/simulate/statistics/gamma.ts';
import { normalQuantile } from '../../../src/simulate/statistics/normal.ts';
import { percentile } from '../../../src/simulate/statistics/percentile.ts';
import { studentQuantile } from '../../../src/simulate/statistics/student.ts';

describe('normalQuantile', () => {
  // From the tables of AS 241 and of Abramowitz and Stegun.
  test.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167813],
    [1e-20, -9.262340089798408],
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
  ])('of %d is %d', (p, z) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(1e-14 * Math.max(1, Math.abs(z)));
  });

  test('is odd about a half', () => {
    for (let i = 1; i < 64; i += 1) expect(normalQuantile(i / 128)).toBe(-normalQuantile(1 - i / 128));
  });
});

describe('gammaQuantile', () => {
  // Half of the chi-square quantiles of the printed tables, whose degrees of freedom are twice the shape.
  test.each([
    [0.5, 0.95, 3.841458820694124],
    [1, 0.5, 2 * Math.LN2],
    [2.5, 0.99, 15.08627246938899],
    [5, 0.95, 18.307038053275146],
    [5, 0.05, 3.940299136119018],
    [50, 0.5, 99.33412923598846],
  ])('of shape %d and share %d is half of %d', (shape, p, chiSquare) => {
    expect((2 * gammaQuantile(shape, p)) / chiSquare).toBeCloseTo(1, 11);
  });

  test('rises with the share, for small and large shapes, far into both tails', () => {
    const shares = [1e-15, 1e-9, 1e-4, 0.01, 0.2, 0.5, 0.8, 0.99, 1 - 1e-6, 1 - 2 ** -53];
    for (const shape of [0.05, 0.3, 0.999, 1.001, 7, 900]) {
      const values = shares.map((p) => gammaQuantile(shape, p));
      expect(values.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
      expect(values).toEqual([...values].sort((a, b) => a - b));
      expect(new Set(values).size).toBeGreaterThan(8);
    }
  });
});

describe('studentQuantile', () => {
  // Two-sided 95 %, from the printed tables.
  test.each([
    [1, 12.7062],
    [2, 4.30265],
    [3, 3.18245],
    [4, 2.77645],
    [9, 2.26216],
    [19, 2.09302],
    [29, 2.04523],
    [120, 1.97993],
  ])('of 95 %% with %d degrees of freedom is %d', (degrees, t) => {
    expect(studentQuantile(0.95, degrees)).toBeCloseTo(t, 4);
  });

  test('comes down to the normal quantile', () => {
    expect(studentQuantile(0.95, 100_000)).toBeCloseTo(normalQuantile(0.975), 4);
  });
});

describe('percentile', () => {
  const hundred = Float64Array.from({ length: 100 }, (_, i) => i + 1);

  test.each([
    [0.005, 1],
    [0.01, 1],
    [0.0101, 2],
    // As doubles, 0.55 * 100 and 0.07 * 100 lie just above 55 and 7.
    [0.55, 55],
    [0.07, 7],
    [1, 100],
  ])('of share %d of 1 to 100 is %d', (share, value) => {
    expect(percentile(hundred, share)).toBe(value);
  });
});
