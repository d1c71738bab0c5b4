import { describe, expect, test } from 'vitest';
import { STATUSES, type Outcome, type Status } from '../../src/simulate/outcome.ts';
import { simulate } from '../../src/simulate/run.ts';
import { summarize } from '../../src/simulate/summarize.ts';
import type { PromiseFigures, Summary } from '../../src/simulate/summary.ts';
import { hours, load, planOf, smallPlan, smallSimulation, target, TWO_PLANS } from './small-world.ts';

const HOUR = 3_600_000;

interface Row {
  readonly run?: number;
  readonly severity?: number;
  readonly region?: number;
  /** Hours after opening: when due, when stopped. */
  readonly due?: number;
  readonly stopped?: number;
  readonly status: Status;
  /** Under the second plan, where that differs. */
  readonly second?: Status;
}

/** An outcome of two plans and one metric by its rows; tickets open an hour apart. */
function outcomeOf(rows: readonly Row[], source?: Outcome['source']): Outcome {
  const opened = Float64Array.from(rows, (_, i) => i * HOUR);
  const at = (value: number | undefined, i: number): number => (opened[i] ?? NaN) + (value ?? NaN) * HOUR;
  const metric = (statusOf: (row: Row) => Status) => ({
    metric: 'respond',
    due: Float64Array.from(rows, (row, i) => at(row.due, i)),
    stopped: Float64Array.from(rows, (row, i) => at(row.stopped, i)),
    status: Uint8Array.from(rows, (row) => STATUSES.indexOf(statusOf(row))),
  });
  return {
    title: 'Rows',
    plan: smallPlan([planOf('Basic', []), planOf('Best', [])]),
    source: source ?? {
      kind: 'simulation',
      file: 'rows.sim',
      seed: 1,
      runs: 1 + Math.max(0, ...rows.map((row) => row.run ?? 0)),
    },
    tickets: {
      count: rows.length,
      id: (i) => `${i}`,
      run: Uint16Array.from(rows, (row) => row.run ?? 0),
      opened,
      severity: Uint8Array.from(rows, (row) => row.severity ?? 0),
      region: Int8Array.from(rows, (row) => row.region ?? -1),
      channel: new Int8Array(rows.length).fill(-1),
      type: new Int8Array(rows.length).fill(-1),
      facts: [],
    },
    plans: [
      { plan: 0, metrics: [metric((row) => row.status)] },
      { plan: 1, metrics: [metric((row) => row.second ?? row.status)] },
    ],
    notes: ['the last note'],
  };
}

function figuresOf(rows: readonly Row[]): PromiseFigures {
  return first(summarize(outcomeOf(rows))).overall;
}

function first(summary: Summary) {
  return summary.plans[0]?.metrics[0] ?? fail();
}

function repeat(count: number, row: Row): Row[] {
  return Array.from({ length: count }, () => row);
}

function fail(): never {
  throw new Error('the summary has no such entry');
}

describe('counts', () => {
  test('every ticket is in exactly one of them', () => {
    const rows = STATUSES.map((status) => ({ status }));
    const figures = figuresOf([...rows, { status: 'met' }]);
    expect(figures).toMatchObject({ tickets: 11, met: 2, missed: 1, running: 1, unmeasured: 1 });
    expect(figures.words).toEqual(
      (['best effort', 'not offered', 'optional', 'unknown', 'as agreed', 'not started'] as const).map(
        (word) => ({
          word,
          count: 1,
        }),
      ),
    );
  });

  test('attainment is a fraction of what was judged alone', () => {
    const figures = figuresOf([
      { status: 'met' },
      { status: 'running' },
      { status: 'missed' },
      { status: 'best effort' },
    ]);
    expect(figures.attainment).toMatchObject({ met: 1, judged: 2 });
  });

  test('nothing judged is no attainment, not a perfect one', () => {
    expect(figuresOf([{ status: 'running' }, { status: 'unmeasured' }]).attainment).toBeNull();
    expect(figuresOf([]).attainment).toBeNull();
  });

  test('severities without tickets are listed, regions without are not, and none comes last', () => {
    const summary = first(
      summarize(
        outcomeOf([
          { status: 'met', severity: 2 },
          { status: 'missed', region: 1 },
        ]),
      ),
    );
    expect(summary.bySeverity.map(({ name, figures }) => [name, figures.tickets])).toEqual([
      ['S1', 1],
      ['S2', 0],
      ['S3', 1],
    ]);
    expect(summary.byRegion.map(({ name, index, figures }) => [name, index, figures.tickets])).toEqual([
      ['South', 1, 1],
      ['(none)', -1, 1],
    ]);
  });

  test('an outcome without tickets has figures all the same', () => {
    const summary = summarize(outcomeOf([]));
    expect(summary).toMatchObject({ tickets: 0, opened: null });
    expect(first(summary).overall).toMatchObject({ tickets: 0, wait: null, late: null, attainment: null });
    expect(summary.differences[0]?.interval).toBeNull();
  });
});

describe('waiting and lateness', () => {
  test('percentiles are waits that occurred: at least so many did not wait longer', () => {
    const rows = Array.from({ length: 100 }, (_, i): Row => ({ status: 'met', due: 500, stopped: 100 - i }));
    expect(figuresOf(rows).wait).toEqual({
      count: 100,
      mean: 50.5 * HOUR,
      median: 50 * HOUR,
      p90: 90 * HOUR,
      p95: 95 * HOUR,
      p99: 99 * HOUR,
      max: 100 * HOUR,
    });
  });

  test('one ticket is its own every percentile', () => {
    expect(figuresOf([{ status: 'met', due: 2, stopped: 1 }]).wait).toMatchObject({
      median: HOUR,
      p90: HOUR,
      p99: HOUR,
    });
  });

  test('waits count whatever was promised, and those that never stopped do not', () => {
    const figures = figuresOf([
      { status: 'best effort', stopped: 7 },
      { status: 'running', due: 9 },
      { status: 'met', due: 9, stopped: 3 },
    ]);
    expect(figures.wait).toMatchObject({ count: 2, max: 7 * HOUR });
  });

  test('lateness is measured from the deadline, over misses that stopped', () => {
    const figures = figuresOf([
      { status: 'missed', due: 1, stopped: 3 },
      { status: 'missed', due: 1, stopped: 11 },
      { status: 'missed', due: 1, stopped: 4 },
      { status: 'missed', due: 1 },
      { status: 'met', due: 9, stopped: 2 },
    ]);
    expect(figures.late).toEqual({
      count: 3,
      neverStopped: 1,
      median: 3 * HOUR,
      max: 10 * HOUR,
      total: 15 * HOUR,
    });
  });
});

describe('intervals', () => {
  test('one run has the Wilson interval of its tickets', () => {
    // Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611.
    const some = figuresOf([...repeat(81, { status: 'met' }), ...repeat(182, { status: 'missed' })])
      .attainment?.interval;
    expect(some?.kind).toBe('wilson');
    expect(some?.low).toBeCloseTo(0.2553, 4);
    expect(some?.high).toBeCloseTo(0.3662, 4);
    const none = figuresOf(repeat(20, { status: 'missed' })).attainment?.interval;
    expect(none?.low).toBe(0);
    expect(none?.high).toBeCloseTo(0.1611, 4);
    expect(figuresOf(repeat(20, { status: 'met' })).attainment?.interval).toMatchObject({
      centre: 1,
      high: 1,
    });
  });

  test('several runs have the t-interval of their shares, each run counting once', () => {
    // Shares 1/2, 3/4 and 1: mean 3/4, standard deviation 1/4, t of two degrees of freedom 4.30265.
    const rows: Row[] = [
      ...repeat(1, { run: 0, status: 'met' }),
      ...repeat(1, { run: 0, status: 'missed' }),
      ...repeat(30, { run: 1, status: 'met' }),
      ...repeat(10, { run: 1, status: 'missed' }),
      ...repeat(2, { run: 2, status: 'met' }),
    ];
    const attainment = figuresOf(rows).attainment;
    expect(attainment).toMatchObject({
      met: 33,
      judged: 44,
      interval: { kind: 't over runs', centre: 0.75, of: 3 },
    });
    expect(attainment?.interval.low).toBeCloseTo(0.75 - (4.30265 * 0.25) / Math.sqrt(3), 5);
    expect(attainment?.interval.high).toBe(1);
  });

  test('a severity that was judged in one run alone falls back to its tickets', () => {
    const rows: Row[] = [
      { run: 0, status: 'met', severity: 0 },
      { run: 1, status: 'missed', severity: 1 },
    ];
    const summary = first(summarize(outcomeOf(rows)));
    expect(summary.bySeverity[0]?.figures.attainment?.interval.kind).toBe('wilson');
    expect(summary.overall.attainment?.interval.kind).toBe('t over runs');
  });

  test('runs that all came out alike fall back to their tickets: never missed is not never to be missed', () => {
    const rows: Row[] = [0, 1, 2].map((run) => ({ run, status: 'met' }));
    const interval = first(summarize(outcomeOf(rows))).overall.attainment?.interval;
    expect(interval?.kind).toBe('wilson');
    expect(interval?.low).toBeLessThan(0.5);
  });
});

describe('differences between plans', () => {
  test('count the same tickets under both, and only those judged under both', () => {
    const rows: Row[] = [
      ...repeat(5, { status: 'met', second: 'met' }),
      ...repeat(3, { status: 'missed', second: 'met' }),
      ...repeat(1, { status: 'met', second: 'missed' }),
      ...repeat(2, { status: 'missed', second: 'missed' }),
      ...repeat(4, { status: 'met', second: 'running' }),
    ];
    const [difference] = summarize(outcomeOf(rows)).differences;
    expect(difference).toMatchObject({
      firstName: 'Basic',
      secondName: 'Best',
      judged: 11,
      bothMet: 5,
      onlyFirstMet: 1,
      onlySecondMet: 3,
      neitherMet: 2,
    });
    expect(difference?.interval).toMatchObject({ kind: 'paired tickets', centre: 2 / 11, of: 11 });
  });

  test('one run has the interval of Agresti and Min', () => {
    // 10 and 30 of 100 differ, half a ticket is added to each cell: difference 20 / 102, variance (41/102 - (20/102)^2) / 102.
    const rows: Row[] = [
      ...repeat(60, { status: 'met', second: 'met' }),
      ...repeat(10, { status: 'met', second: 'missed' }),
      ...repeat(30, { status: 'missed', second: 'met' }),
    ];
    const interval = summarize(outcomeOf(rows)).differences[0]?.interval;
    const half = 1.959964 * Math.sqrt((41 / 102 - (20 / 102) ** 2) / 102);
    expect(interval?.low).toBeCloseTo(20 / 102 - half, 6);
    expect(interval?.high).toBeCloseTo(20 / 102 + half, 6);
  });

  test('several runs have the t-interval of their paired differences, which is narrower than an unpaired one', () => {
    const simulation = smallSimulation({ runs: 6, warmUpDays: 0 });
    const plan = smallPlan(TWO_PLANS);
    const summary = summarize(simulate(simulation, plan, load(plan)));
    const [difference] = summary.differences;
    const interval = difference?.interval ?? fail();
    const [basic, best] = summary.plans.map(
      ({ metrics }) => metrics[0]?.overall.attainment?.interval ?? fail(),
    );
    if (basic === undefined || best === undefined) fail();
    expect(interval.kind).toBe('t over runs');
    expect(interval.centre).toBeCloseTo(best.centre - basic.centre, 12);
    expect(interval.high - interval.low).toBeLessThan(best.high - best.low + basic.high - basic.low);
  });
});

describe('notes', () => {
  test('say what the intervals rest on, and end with those of the outcome', () => {
    const oneRun = summarize(outcomeOf([{ status: 'met' }])).notes;
    expect(
      oneRun.some((note) => note.includes('Wilson') && note.includes('take the tickets as independent')),
    ).toBe(true);
    expect(oneRun.at(-1)).toBe('the last note');
    const runs = summarize(outcomeOf([{ status: 'met' }, { status: 'met', run: 1 }])).notes;
    expect(runs.some((note) => note.includes('t-intervals over 2 independent runs'))).toBe(true);
  });

  test('a replay counts as one run', () => {
    const replay = outcomeOf([{ status: 'met' }], {
      kind: 'replay',
      log: 'log.csv',
      read: 1,
      used: 1,
      unusable: [],
      rows: { read: 1, unusable: [] },
    });
    expect(summarize(replay).runs).toBe(1);
    expect(first(summarize(replay)).overall.attainment?.interval.kind).toBe('wilson');
  });
});

test('what a simulation yields sums up: severities and regions add up to the whole', () => {
  const plan = smallPlan([planOf('Basic', [target('respond', hours(8), [0, 1])])]);
  const outcome = simulate(smallSimulation({ plans: ['Basic'] }), plan, load(plan));
  const metric = first(summarize(outcome));
  for (const groups of [metric.bySeverity, metric.byRegion]) {
    for (const count of ['tickets', 'met', 'missed', 'running', 'unmeasured'] as const) {
      expect(groups.reduce((sum, { figures }) => sum + figures[count], 0)).toBe(metric.overall[count]);
    }
  }
  expect(metric.overall.tickets).toBe(outcome.tickets.count);
});
