import { expect, test } from 'vitest';
import { growingPrefix } from '../../../src/cli/comparison/growing-prefix.ts';
import type { RunColumns } from '../../../src/simulate/run-columns.ts';

const run = (number: number): RunColumns => ({ run: number }) as RunColumns;

/** What is shown of runs that come in an order, each so long after the one before. */
function shown(order: readonly number[], eachMs: number): readonly (readonly number[])[] {
  let now = 0;
  const parts: (readonly number[])[] = [];
  const take = growingPrefix(
    order.length,
    (runs) => parts.push(runs.map((one) => one.run)),
    () => now,
  );
  for (const number of order) {
    now += eachMs;
    take(run(number));
  }
  return parts;
}

test('shows the first replication at once where the others take long, then whenever there are twice as many', () => {
  expect(shown([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 1000)).toEqual([
    [0],
    [0, 1],
    [0, 1, 2, 3],
    [0, 1, 2, 3, 4, 5, 6, 7],
  ]);
});

test('shows them without a gap, in whatever order they come', () => {
  expect(shown([1, 0, 3, 2, 5, 4, 7, 6], 1000)).toEqual([
    [0, 1],
    [0, 1, 2, 3],
  ]);
});

test('shows no part of what is soon whole, and never the whole', () => {
  expect(shown([0, 1, 2, 3], 100)).toEqual([]);
  expect(shown([0], 60_000)).toEqual([]);
});

test('shows no part early on where the first runs alone say that the others take long: they are slower', () => {
  expect(shown([0, 1, 2, 3, 4], 700)).toEqual([]);
  expect(shown([0, 1, 2, 3, 4, 5, 6], 700)).toEqual([[0, 1, 2]]);
});
