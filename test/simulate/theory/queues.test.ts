/**
 * The desk against queueing theory. Seeds are fixed beforehand: an exact value must lie within the 99 % t-interval
 * of the runs, and the interval must be narrow enough to tell a service rate that is wrong by 5 %.
 *
 * Sources of the values: M/M/c by Erlang C; non-preemptive priorities by Cobham (1954); Little (1961).
 */
import { describe, expect, test } from 'vitest';
import { exponential, intervalOf, runQueue, UNIT, type QueueRun } from './queue-model.ts';

/** A figure of every run, over the customers behind the warm-up. */
function overRuns(
  runs: readonly QueueRun[],
  warmUp: number,
  figure: (run: QueueRun, i: number) => number | null,
): number[] {
  return runs.map((run) => {
    let sum = 0;
    let count = 0;
    for (let i = warmUp; i < run.opened.length; i += 1) {
      const value = figure(run, i);
      if (value === null) continue;
      sum += value;
      count += 1;
    }
    return sum / count;
  });
}

function expectCovers(values: readonly number[], exact: number, relativeHalfWidth: number): void {
  const { mean, halfWidth } = intervalOf(values);
  expect(halfWidth / exact, `half-width of ${mean}`).toBeLessThan(relativeHalfWidth);
  expect(Math.abs(mean - exact), `${mean} ± ${halfWidth} against ${exact}`).toBeLessThan(halfWidth);
}

const WARM_UP = 2000;

describe('M/M/1 with arrivals 0.8 and service 1', () => {
  const runs = Array.from({ length: 20 }, (_, i) =>
    runQueue([{ rate: 0.8, service: exponential(1) }], 1, 60_000, i),
  );

  test('waits 4 on average', () => {
    expectCovers(
      overRuns(runs, WARM_UP, (run, i) => run.wait(i)),
      4,
      0.04,
    );
  });

  test('starts a fifth of the customers at once', () => {
    expectCovers(
      overRuns(runs, WARM_UP, (run, i) => (run.wait(i) === 0 ? 1 : 0)),
      0.2,
      0.02,
    );
  });

  test.each([
    [0.1, 10.397208, 0.12],
    [0.05, 13.862944, 0.15],
    [0.01, 21.910133, 0.3],
  ])('makes a share of %d wait longer than %d', (share, wait, relativeHalfWidth) => {
    expectCovers(
      overRuns(runs, WARM_UP, (run, i) => (run.wait(i) > wait ? 1 : 0)),
      share,
      relativeHalfWidth,
    );
  });

  test('makes one customer in twenty stay longer than 14.978661', () => {
    expectCovers(
      overRuns(runs, WARM_UP, (run, i) => (run.sojourn(i) > 14.978661 ? 1 : 0)),
      0.05,
      0.12,
    );
  });
});

describe('M/M/3 with arrivals 0.2 and service 0.1', () => {
  const runs = Array.from({ length: 20 }, (_, i) =>
    runQueue([{ rate: 0.2, service: exponential(10) }], 3, 40_000, i),
  );

  test('makes four in nine wait, 4.444444 on average', () => {
    expectCovers(
      overRuns(runs, WARM_UP, (run, i) => (run.wait(i) > 0 ? 1 : 0)),
      4 / 9,
      0.02,
    );
    expectCovers(
      overRuns(runs, WARM_UP, (run, i) => run.wait(i)),
      40 / 9,
      0.04,
    );
  });
});

describe('M/M/5 with arrivals 4 and service 1', () => {
  const runs = Array.from({ length: 20 }, (_, i) =>
    runQueue([{ rate: 4, service: exponential(1) }], 5, 60_000, i),
  );

  test('makes 128 of 231 wait, 0.554113 on average', () => {
    expectCovers(
      overRuns(runs, WARM_UP, (run, i) => (run.wait(i) > 0 ? 1 : 0)),
      128 / 231,
      0.02,
    );
    expectCovers(
      overRuns(runs, WARM_UP, (run, i) => run.wait(i)),
      0.554113,
      0.05,
    );
  });
});

describe('three classes of priority at one server, not preemptive', () => {
  const classes = [0.2, 0.3, 0.3].map((rate) => ({ rate, service: exponential(1) }));
  const runs = Array.from({ length: 20 }, (_, i) => runQueue(classes, 1, 60_000, i));

  test.each([
    [0, 1],
    [1, 2],
    [2, 8],
  ])('class %d waits %d on average', (index, wait) => {
    expectCovers(
      overRuns(runs, WARM_UP, (run, i) => (run.classOf[i] === index ? run.wait(i) : null)),
      wait,
      0.06,
    );
  });
});

test('a service that is 5 % slower than stated is found', () => {
  const runs = Array.from({ length: 20 }, (_, i) =>
    runQueue([{ rate: 4, service: exponential(1.05) }], 5, 60_000, i),
  );
  const { mean, halfWidth } = intervalOf(overRuns(runs, WARM_UP, (run, i) => run.wait(i)));
  expect(mean - halfWidth).toBeGreaterThan(0.554113);
});

test("Little's law holds to the millisecond on a run that empties itself", () => {
  // The number present, integrated over time event by event, is the sum of the times that each customer stayed.
  let present = 0;
  let area = 0;
  let last = 0;
  const changes: { at: number; by: number }[] = [];
  const run = runQueue([{ rate: 4, service: exponential(1) }], 5, 5000, 0, {
    begins: () => undefined,
    ends: (_ticket, _step, now) => changes.push({ at: now, by: -1 }),
  });
  for (const at of run.opened) changes.push({ at, by: 1 });
  for (const change of changes.sort((a, b) => a.at - b.at || b.by - a.by)) {
    area += present * (change.at - last);
    present += change.by;
    last = change.at;
  }
  let stayed = 0;
  for (let i = 0; i < run.opened.length; i += 1) stayed += Math.round(run.sojourn(i) * UNIT);
  expect(present).toBe(0);
  expect(area).toBe(stayed);
});
