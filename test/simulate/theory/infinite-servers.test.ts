/**
 * Arrivals whose rate varies, at a desk on which nobody waits: M(t)/M/infinity. With arrivals at rate
 * `10 + 5 sin(g t)`, `g = 2 pi / 24`, and exponential stays of mean `1 / m`, `m = 1/4`, the mean number present at `t`
 * is `10 / m + 5 (m sin(g t) - g cos(g t)) / (m^2 + g^2)`.
 *
 * Source: Eick, Massey, Whitt, "Mt/G/infinity queues with sinusoidal arrival rates", Management Science 39 (1993).
 */
import { expect, test } from 'vitest';
import { arrivalTimes } from '../../../src/simulate/arrivals/arrival-times.ts';
import type { CumulativeRate } from '../../../src/simulate/arrivals/cumulative-rate.ts';
import { createDraws, purposeOf } from '../../../src/simulate/random/draws.ts';
import { intervalOf } from './queue-model.ts';

const UNIT = 1_000_000;
const MEAN = 10;
const SWING = 5;
const TURN = (2 * Math.PI) / 24;
const STAY = 4;

/** Expected arrivals of rate `10 + 5 sin(2 pi t / 24)`, by pieces of a hundredth. */
function sinusoidal(until: number): CumulativeRate {
  const steps = until * 100;
  const at = Float64Array.from({ length: steps + 1 }, (_, i) => (i / 100) * UNIT);
  const expected = at.map((ms) => (MEAN * ms) / UNIT + (SWING / TURN) * (1 - Math.cos((TURN * ms) / UNIT)));
  return { at, expected };
}

test.each([
  [0, 30.010625],
  [6, 49.539151],
  [12, 49.989375],
  [18, 30.460849],
])('at hour %d of the day %d are present on average', (hour, exact) => {
  const days = 40;
  const warmUp = 4;
  const rate = sinusoidal(24 * days);
  const means = Array.from({ length: 20 }, (_, run) => {
    const draws = createDraws(1993, run);
    const present = new Array<number>(days).fill(0);
    arrivalTimes(rate, draws, 1).forEach((arrival, i) => {
      const leaves = arrival / UNIT - STAY * Math.log1p(-draws.uniform(1, i, purposeOf('stay'), 0));
      for (
        let day = Math.max(0, Math.ceil((arrival / UNIT - hour) / 24));
        day * 24 + hour < leaves && day < days;
        day += 1
      ) {
        present[day]! += 1;
      }
    });
    const counted = present.slice(warmUp);
    return counted.reduce((sum, n) => sum + n, 0) / counted.length;
  });
  const { mean, halfWidth } = intervalOf(means);
  expect(halfWidth / exact).toBeLessThan(0.03);
  expect(Math.abs(mean - exact), `${mean} ± ${halfWidth}`).toBeLessThan(halfWidth);
});
