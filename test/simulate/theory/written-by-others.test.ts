/**
 * What the authors of other simulators wrote down of theirs: the examples of the documentation of Ciw 3.2 and of the tests of
 * simmer 4.4. The replay of the incident log with its 24,918 flags stands with the histories.
 */
import { describe, expect, test } from 'vitest';
import { openIn, runSmallDesk } from '../desk/small-desk.ts';
import { controlsOf } from './control-queue.ts';
import { controlledInterval } from './interval.ts';
import { LEVEL } from './level.ts';
import { runQueue, type Queue } from './queue-model.ts';
import { exponential } from './validation-table.ts';

const every = (gap: number, until: number) =>
  Array.from({ length: Math.floor(until / gap) }, (_, i) => (i + 1) * gap);

describe('Ciw', () => {
  test('one server to 4, two to 10, none to 100: they stay 4, 1 and 4 longer to finish', () => {
    const { stopped } = runSmallDesk(
      [
        { agents: 1, calendar: openIn([0, 4]), atClose: 'finish' },
        { agents: 2, calendar: openIn([4, 10]), atClose: 'finish' },
      ],
      every(3, 20).map((opened) => ({ opened, takes: [5] })),
    );
    const [first, second, third, ...others] = stopped[0] ?? [];
    expect([(first ?? NaN) - 4, (second ?? NaN) - 10, (third ?? NaN) - 10]).toEqual([4, 1, 4]);
    expect(others).toEqual([NaN, NaN, NaN]);
  });

  test('gaps of 0.5, 0.25, 0.75 and 1.5 hours over the day make 42 arrivals a day, none of whom waits', () => {
    const opened: number[] = [];
    for (let now = 0; ;) {
      const hour = now % 24;
      now += hour < 12 ? 0.5 : hour < 14 ? 0.25 : hour < 20 ? 0.75 : 1.5;
      if (now >= 24 * 3) break;
      opened.push(now);
    }
    const { stopped } = runSmallDesk(
      [],
      opened.map((at) => ({ opened: at, takes: [0] })),
      [{ kind: 'wait', clock: 0, at: 'end' }],
    );
    const days = [0, 1, 2].map(
      (day) => (stopped[0] ?? []).filter((at) => Math.floor(at / 24) === day).length,
    );
    expect(days).toEqual([42, 42, 42]);
    expect(stopped[0]).toEqual(opened);
  });

  test('M/M/1 with arrivals 5 and services 8 waits 0.208333 on average', { timeout: 600_000 }, () => {
    const queue: Queue = {
      classes: [{ rate: 5, mean: 1 / 8, service: exponential(1 / 8) }],
      servers: 1,
      customers: 40_000,
      warmUp: 2_000,
    };
    const waits = (speed: number) => {
      const runs = Array.from({ length: 25 }, (_, replication) => runQueue(queue, replication, speed));
      const means = runs.map((run) => {
        let sum = 0;
        for (let i = run.first; i < run.count; i += 1) sum += run.wait(i);
        return sum / queue.customers;
      });
      const controls = runs.map((run) => run.controls);
      return controlledInterval(means, controls, controlsOf(queue), LEVEL);
    };
    const exact = 5 / 8 / (8 - 5);
    const { mean, halfWidth } = waits(1);
    expect(halfWidth / exact).toBeLessThanOrEqual(0.02);
    expect(Math.abs(mean - exact)).toBeLessThanOrEqual(halfWidth);
    const wrong = waits(1.05);
    expect(Math.abs(wrong.mean - exact)).toBeGreaterThan(wrong.halfWidth);
  });
});

describe('simmer', () => {
  test('arrivals at 1 to 100, services of 1.5 and no line: fifty are served, fifty turned away, and it ends at 100.5', () => {
    const { fate, stopped } = runSmallDesk(
      [{ agents: 1, calendar: openIn([0, 1000]) }],
      every(1, 100).map((opened) => ({ opened, takes: [1.5] })),
      undefined,
      { room: 0 },
    );
    expect(fate.filter((what) => what === 'finished').length).toBe(50);
    expect(fate.filter((what) => what === 'turned away').length).toBe(50);
    expect(Math.max(...(stopped[0] ?? []).filter((at) => !Number.isNaN(at)))).toBe(100.5);
  });

  test('three arrivals at 0, services of 5, a server from 5 to 10 and from 15 on: they end at 10, 20 and 25', () => {
    const { stopped } = runSmallDesk(
      [{ agents: 1, calendar: openIn([5, 10], [15, 1000]) }],
      [0, 0, 0].map((opened) => ({ opened, takes: [5] })),
    );
    expect(stopped[0]).toEqual([10, 20, 25]);
  });
});
