/**
 * Arrivals whose rate varies, at a desk on which nobody waits: M(t)/M/infinity. With arrivals at rate
 * `10 + 5 sin(g t)`, `g = 2 pi / 24`, and exponential stays of mean `1 / m`, `m = 1/4`, the mean number present at `t`
 * is `10 / m + 5 (m sin(g t) - g cos(g t)) / (m^2 + g^2)`.
 *
 * Source: Eick, Massey, Whitt, "Mt/G/infinity queues with sinusoidal arrival rates", Management Science 39 (1993).
 */
import { describe, expect, test } from 'vitest';
import { arrivalTimes } from '../../../src/simulate/arrivals/arrival-times.ts';
import type { CumulativeRate } from '../../../src/simulate/arrivals/cumulative-rate.ts';
import { PLAIN_RULES } from '../../../src/simulate/desk/desk-model.ts';
import { runDesk } from '../../../src/simulate/desk/run-desk.ts';
import { createDraws, purposeOf } from '../../../src/simulate/random/draws.ts';
import { intervalOf, type Interval } from './interval.ts';
import { LEVEL } from './level.ts';

const UNIT = 1_000_000;
const MEAN = 10;
const SWING = 5;
const TURN = (2 * Math.PI) / 24;
const STAY = 4;
const DAYS = 70;
const WARM_UP = 4;
const REPLICATIONS = 40;
const HOURS = [
  [0, 30.010625],
  [6, 49.539151],
  [12, 49.989375],
  [18, 30.460849],
] as const;

/** Expected arrivals of rate `10 + 5 sin(2 pi t / 24)`, by pieces of a hundredth. */
function sinusoidal(until: number): CumulativeRate {
  const steps = until * 100;
  const at = Float64Array.from({ length: steps + 1 }, (_, i) => (i / 100) * UNIT);
  const expected = at.map((ms) => (MEAN * ms) / UNIT + (SWING / TURN) * (1 - Math.cos((TURN * ms) / UNIT)));
  return { at, expected };
}

/** The mean number present at each hour, by replication. A wait takes no agent, so it is a desk of infinitely many. */
function presentAt(speed: number): readonly (readonly number[])[] {
  const rate = sinusoidal(24 * DAYS);
  const runs = Array.from({ length: REPLICATIONS }, (_, run) => {
    const draws = createDraws(1993, run);
    const opened = Float64Array.from(arrivalTimes(rate, draws, 1));
    const stay = (i: number) => (-STAY / speed) * Math.log1p(-draws.uniform(1, i, purposeOf('stay'), 0));
    const { stopped } = runDesk({
      teams: [],
      steps: [{ kind: 'wait', clock: 0, at: 'end' }],
      opened,
      durations: opened.map((__, i) => Math.round(stay(i) * UNIT)),
      groups: [],
      groupOf: () => -1,
      successorsOf: () => -1,
      urgency: [],
      clocks: 1,
      rules: PLAIN_RULES,
    });
    return HOURS.map(([hour]) => presentOnAverage(opened, stopped[0] ?? new Float64Array(), hour));
  });
  return HOURS.map((_, i) => runs.map((means) => means[i] as number));
}

function presentOnAverage(opened: Float64Array, left: Float64Array, hour: number): number {
  const present = new Array<number>(DAYS).fill(0);
  opened.forEach((at, i) => {
    let day = Math.max(0, Math.ceil((at / UNIT - hour) / 24));
    for (; day * 24 + hour < (left[i] as number) / UNIT && day < DAYS; day += 1) present[day]! += 1;
  });
  const counted = present.slice(WARM_UP);
  return counted.reduce((sum, n) => sum + n, 0) / counted.length;
}

const holds = ({ mean, halfWidth }: Interval, exact: number) => Math.abs(mean - exact) <= halfWidth;

describe('arrivals that swing over the day, at a desk on which nobody waits', () => {
  test('leave as many present at each hour as the formula says', { timeout: 600_000 }, () => {
    presentAt(1).forEach((means, i) => {
      const [hour, exact] = HOURS[i] as (typeof HOURS)[number];
      const interval = intervalOf(means, LEVEL);
      const said = `hour ${hour}: ${interval.mean} ± ${interval.halfWidth} against ${exact}`;
      expect.soft(interval.halfWidth / exact, said).toBeLessThanOrEqual(0.02);
      expect.soft(holds(interval, exact), said).toBe(true);
    });
  });

  test('leave others where they go 5 % sooner', { timeout: 600_000 }, () => {
    const wrong = presentAt(1.05).map((means, i) => holds(intervalOf(means, LEVEL), HOURS[i]?.[1] ?? NaN));
    expect(wrong).toContain(false);
  });
});
