import { expect, test } from 'vitest';
import { ERROR } from './level.ts';
import { runQueue, type Queue } from './queue-model.ts';
import { exponential } from './validation-table.ts';

const QUEUE: Queue = {
  classes: [{ rate: 0.8, mean: 1, service: exponential(1) }],
  servers: 1,
  customers: 200_000,
  warmUp: 3_000,
};

/** Between two customers so far apart the queue forgets: the waits hang together with less than a thousandth. */
const APART = 500;

/** Waits of customers far apart, over some replications, rising. */
function waits(speed: number): Float64Array {
  const values: number[] = [];
  for (let replication = 0; replication < 10; replication += 1) {
    const run = runQueue(QUEUE, replication, speed);
    for (let i = run.first; i < run.count; i += APART) values.push(run.wait(i));
  }
  return Float64Array.from(values).sort();
}

/** The largest distance between the shares below a wait that were seen and the law of M/M/1, `1 - 0.8 e^(-0.2 t)`. */
function distance(sorted: Float64Array): number {
  let largest = 0;
  const law = (t: number) => 1 - 0.8 * Math.exp(-0.2 * t);
  for (let i = 0; i < sorted.length; i += 1) {
    const t = sorted[i] as number;
    const exact = law(t);
    if (sorted[i + 1] !== t) largest = Math.max(largest, Math.abs((i + 1) / sorted.length - exact));
    if (t > 0 && sorted[i - 1] !== t) largest = Math.max(largest, Math.abs(i / sorted.length - exact));
  }
  return largest;
}

/**
 * The bound that a right law keeps with all but `ERROR`, whatever the law (Dvoretzky, Kiefer, Wolfowitz 1956, with the
 * constant of Massart 1990).
 */
const bound = (n: number) => Math.sqrt(Math.log(2 / ERROR) / (2 * n));

test(
  'the waits of M/M/1 follow their law, from those of nobody waiting to the longest',
  { timeout: 600_000 },
  () => {
    const right = waits(1);
    expect(distance(right)).toBeLessThan(bound(right.length));
    const wrong = waits(1.05);
    expect(distance(wrong)).toBeGreaterThan(bound(wrong.length));
  },
);
