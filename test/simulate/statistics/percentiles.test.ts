import { expect, test } from 'vitest';
import { createDraws } from '../../../src/simulate/random/draws.ts';
import { percentile } from '../../../src/simulate/statistics/percentile.ts';
import { percentilesOf } from '../../../src/simulate/statistics/percentiles.ts';

const SHARES = [0.001, 0.25, 0.5, 0.9, 0.95, 0.99, 1];
const draws = createDraws(1, 0);
const uniform = (i: number): number => draws.uniform(1, i, 1, 0);

test.each([
  ['one value', () => 7, 1],
  ['few values', (i: number) => uniform(i) * 1e9, 1000],
  ['values over many powers of two', (i: number) => Math.round(Math.exp(40 * uniform(i))), 50_000],
  ['whole ms, many of them alike', (i: number) => Math.floor(uniform(i) * 100), 50_000],
  ['nothing but zero', () => 0, 20_000],
  ['one value that is not like the others', (i: number) => (i === 12_345 ? 1e12 : 1000), 20_000],
])('finds of %s what sorting all of them finds', (_, valueOf, count) => {
  const values = Float64Array.from({ length: count }, (__, i) => valueOf(i));
  const sorted = values.slice().sort();
  expect(percentilesOf(values, SHARES)).toEqual(SHARES.map((share) => percentile(sorted, share)));
});

test('reads a part of a longer column alone', () => {
  const column = Float64Array.from({ length: 30_000 }, (_, i) => i);
  expect(percentilesOf(column.subarray(10_000, 20_000), [0.5, 1])).toEqual([14_999, 19_999]);
});
