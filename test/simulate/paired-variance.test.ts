import { describe, expect, test } from 'vitest';
import { pairedDifferences } from '../../src/simulate/paired-difference.ts';
import { simulate } from '../../src/simulate/run.ts';
import type { Outcome } from '../../src/simulate/outcome.ts';
import { summarize } from '../../src/simulate/summarize.ts';
import { hours, load, planOf, smallPlan, smallSimulation, stream, target } from './small-world.ts';

/** Two promises that differ by an hour: who waits longer than the one mostly waits longer than the other. */
const PLAN = smallPlan([
  planOf('Basic', [target('respond', hours(3))]),
  planOf('Best', [target('respond', hours(2))]),
]);
const RUNS = 120;
const simulation = smallSimulation({
  span: { from: '2026-03-02', to: '2026-03-15', zone: 'Europe/London' },
  runs: RUNS,
  warmUpDays: 0,
  arrivals: [stream({ perWeek: 90 })],
});

function played(seed: number): Outcome {
  return simulate({ ...simulation, seed }, PLAN, load(PLAN));
}

/** Attainment of a plan, run by run. */
function shares({ tickets, plans }: Outcome, place: number): readonly number[] {
  const counts = Array.from({ length: RUNS }, () => ({ met: 0, judged: 0 }));
  const { status } = plans[place]?.metrics[0] ?? { status: new Uint8Array() };
  for (let row = 0; row < tickets.count; row += 1) {
    const count = counts[tickets.run[row] as number] as (typeof counts)[number];
    if ((status[row] as number) > 1) continue;
    count.judged += 1;
    if (status[row] === 0) count.met += 1;
  }
  return counts.map(({ met, judged }) => met / judged);
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

describe('the variance of the difference between two plans', { timeout: 30_000 }, () => {
  const outcome = played(1);
  const [difference] = pairedDifferences(outcome);
  const own = difference?.variance;

  test('is that of the differences of the runs, beside the sum of the variances of both', () => {
    const [first, second] = [shares(outcome, 0), shares(outcome, 1)];
    expect(own?.paired).toBeCloseTo(variance(second.map((share, run) => share - (first[run] as number))), 12);
    expect(own?.independent).toBeCloseTo(variance(first) + variance(second), 12);
    expect(own?.ratio).toBe((own?.paired ?? NaN) / (own?.independent ?? NaN));
  });

  test('is well below that of independent runs where a wait that is too long for one is mostly too long for the other', () => {
    expect(own?.ratio).toBeLessThan(0.5);
    expect(own?.ratio).toBeGreaterThan(0);
  });

  test('of independent runs is what runs with seeds of their own give, within an interval', () => {
    const others = shares(played(2), 1);
    const measured = variance(others.map((share, run) => share - (shares(outcome, 0)[run] as number)));
    // The logarithm of a variance over n runs has a standard error of about sqrt(2 / (n - 1)), and both have it.
    const error = Math.sqrt(4 / (RUNS - 1));
    expect(Math.abs(Math.log(measured / (own?.independent ?? NaN)))).toBeLessThan(2.58 * error);
    // And the paired one is not that, by far.
    expect(Math.abs(Math.log(measured / (own?.paired ?? NaN)))).toBeGreaterThan(2.58 * error);
  });

  test('is not known of one run, nor where nothing varies', () => {
    const one = simulate({ ...simulation, runs: 1 }, PLAN, load(PLAN));
    expect(pairedDifferences(one).map((each) => each.variance)).toEqual([null]);
    const idle = simulate(
      { ...simulation, runs: 3, arrivals: [stream({ perWeek: 0.001 })] },
      PLAN,
      load(PLAN),
    );
    expect(pairedDifferences(idle).map((each) => each.variance)).toEqual([null]);
  });

  test('is said in one sentence among the notes', () => {
    const [sentence, ...more] = summarize(outcome).notes.filter((note) => note.includes('variance'));
    expect(more).toEqual([]);
    expect(sentence).toMatch(
      /^The difference between two plans, on the same tickets, has \d+(\.\d)? % of the variance that it would have/,
    );
    expect(summarize({ ...outcome, plans: outcome.plans.slice(0, 1) }).notes.join()).not.toContain(
      'variance',
    );
  });
});
