/**
 * The desk against queueing theory. Seeds are fixed beforehand: replications 0 to 39 of one seed. Every figure has an
 * interval whose half-width is at most 2 % of the exact value and which holds that value, at the level of `level.ts`.
 */
import { describe, expect, test } from 'vitest';
import { controlledInterval, type Interval } from './interval.ts';
import { controlsOf } from './control-queue.ts';
import { runQueue, type QueueRun } from './queue-model.ts';
import { LEVEL } from './level.ts';
import { TABLE, type Row } from './validation-table.ts';

const REPLICATIONS = 40;
/** A wrong rate is so far off that fewer and shorter ones show it. */
const FOR_THE_WRONG = 12;

interface Estimate {
  readonly name: string;
  readonly exact: number;
  readonly interval: Interval;
}

function estimate({ queue, figures }: Row, replications: number, speed: number): readonly Estimate[] {
  const values = figures.map((): number[] => []);
  const controls: (readonly number[])[] = [];
  for (let replication = 0; replication < replications; replication += 1) {
    const run: QueueRun = runQueue(queue, replication, speed);
    figures.forEach((figure, i) => values[i]?.push(figure.of(run)));
    controls.push(run.controls);
  }
  return figures.map(({ name, exact }, i) => ({
    name,
    exact,
    interval: controlledInterval(values[i] ?? [], controls, controlsOf(queue), LEVEL),
  }));
}

const holds = ({ exact, interval }: Estimate) => Math.abs(interval.mean - exact) <= interval.halfWidth;

describe.each(TABLE.map((row) => [row.name, row] as const))('%s', (_, row) => {
  test('is what the formulas say', { timeout: 600_000 }, () => {
    for (const figure of estimate(row, REPLICATIONS, 1)) {
      const { name, exact, interval } = figure;
      const said = `${name}: ${interval.mean} ± ${interval.halfWidth} against ${exact}`;
      expect.soft(interval.halfWidth / exact, said).toBeLessThanOrEqual(0.02);
      expect.soft(holds(figure), said).toBe(true);
    }
  });

  test('is not what a desk does whose services are 5 % faster', { timeout: 600_000 }, () => {
    const half = { ...row, queue: { ...row.queue, customers: row.queue.customers / 2 } };
    expect(estimate(half, FOR_THE_WRONG, 1.05).some((figure) => !holds(figure))).toBe(true);
  });
});
