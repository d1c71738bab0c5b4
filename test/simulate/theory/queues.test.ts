/**
 * The desk against queueing theory. Seeds are fixed beforehand: an exact value must lie within the 99 % t-interval
 * of the runs, and the interval must be narrow enough to tell a service rate that is wrong by 5 %.
 *
 * Sources of the values: M/M/c by Erlang C; M/G/1 by Pollaczek and Khinchine; non-preemptive priorities by Cobham
 * (1954); Little (1961).
 */
import { describe, expect, test } from 'vitest';
import { samplerOf, type Sampler } from '../../../src/simulate/random/sampler.ts';
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

describe('a call centre: 100 calls in half an hour, three minutes each, 14 agents', () => {
  const calls = { rate: 100 / 30, service: exponential(3) };
  const runs = Array.from({ length: 20 }, (_, i) => runQueue([calls], 14, 80_000, i));

  test('makes 17.4132 % wait and answers 88.8350 % within 20 seconds', () => {
    expectCovers(
      overRuns(runs, WARM_UP, (run, i) => (run.wait(i) > 0 ? 1 : 0)),
      0.174132,
      0.04,
    );
    expectCovers(
      overRuns(runs, WARM_UP, (run, i) => (run.wait(i) <= 1 / 3 ? 1 : 0)),
      0.88835,
      0.01,
    );
  });

  test('answers after 7.835937 seconds on average', () => {
    expectCovers(
      overRuns(runs, WARM_UP, (run, i) => run.wait(i) * 60),
      7.835937,
      0.08,
    );
  });
});

describe('one server and services of mean 1 that are not exponential', () => {
  // With a squared coefficient of variation of 4: sigma^2 = ln 5, and the median is e^(-sigma^2 / 2).
  const median = 1 / Math.sqrt(5);
  const p90 = median * Math.exp(1.2815515655446004 * Math.sqrt(Math.log(5)));

  test.each<[string, number, Sampler, number]>([
    ['fixed', 0.8, samplerOf({ kind: 'fixed', seconds: 1 }), 2],
    ['uniform from 0 to 2', 0.8, samplerOf({ kind: 'uniform', from: 0, to: 2 }), 8 / 3],
    ['lognormal', 0.5, samplerOf({ kind: 'lognormal', median, p90 }), 2.5],
  ])('%s, with arrivals %d: the wait of Pollaczek and Khinchine', (_, rate, service, wait) => {
    const runs = Array.from({ length: 20 }, (__, i) => runQueue([{ rate, service }], 1, 60_000, i));
    expectCovers(
      overRuns(runs, WARM_UP, (run, i) => run.wait(i)),
      wait,
      0.08,
    );
  });
});

test('two classes of different services at one server wait 0.616667 and 1.761905', () => {
  const classes = [
    { rate: 0.5, service: samplerOf({ kind: 'fixed', seconds: 0.5 }) },
    { rate: 0.4, service: exponential(1) },
  ];
  const runs = Array.from({ length: 20 }, (_, i) => runQueue(classes, 1, 60_000, i));
  const waitOf = (index: number) =>
    overRuns(runs, WARM_UP, (run, i) => (run.classOf[i] === index ? run.wait(i) : null));
  expectCovers(waitOf(0), 0.616667, 0.03);
  expectCovers(waitOf(1), 1.761905, 0.05);
});

test('priorities share the waiting out differently and leave its sum as it was', () => {
  const classes = [1, 3].map((rate) => ({ rate, service: exponential(1) }));
  const runs = Array.from({ length: 20 }, (_, i) => runQueue(classes, 5, 60_000, i));
  expectCovers(
    overRuns(runs, WARM_UP, (run, i) => run.wait(i)),
    0.554113,
    0.05,
  );
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
