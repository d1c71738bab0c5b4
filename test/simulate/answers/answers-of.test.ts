/** Answers of outcomes written down row by row. */
import { describe, expect, test } from 'vitest';
import { answersOf } from '../../../src/simulate/answers/answers-of.ts';
import type { MetricAnswers } from '../../../src/simulate/answers/answers.ts';
import type { PlanAttainment } from '../../../src/plan/model.ts';
import { STATUSES, type Outcome, type Status } from '../../../src/simulate/outcome.ts';
import { hours, load, planOf, smallPlan, target } from '../small-world.ts';

const HOUR = 3_600_000;
const LOG = { read: 0, used: 0, unusable: [], rows: { read: 0, unusable: [] } };

interface Row {
  /** `2026-03-02T10:00` in UTC, which is London's time until 29 March. */
  readonly opened: string;
  /** Hours after the opening. */
  readonly due?: number;
  readonly stopped?: number;
  readonly status: Status;
  readonly run?: number;
}

const ATTAINMENT: PlanAttainment = {
  aim: { kind: 'share', share: { numerator: 9, denominator: 10 }, within: null },
  otherwise: null,
  leastTickets: 0,
  except: [],
  each: 'all tickets',
  metric: 'respond',
  period: { unit: 'month', anchor: 'calendar' },
  population: 'opened',
  zone: 'Europe/London',
  when: { severities: null, regions: null, channels: null, types: null, facts: [], opened: [] },
  origin: { file: 'small.plan', line: 1, column: 1, path: [] },
};

function outcomeOf(rows: readonly Row[], attainment: readonly PlanAttainment[] = []): Outcome {
  const plan = smallPlan([{ ...planOf('Basic', [target('respond', hours(8))]), attainment }]);
  const opened = Float64Array.from(rows, (row) => Date.parse(`${row.opened}:00Z`));
  const at = (value: number | undefined, i: number): number => (opened[i] ?? NaN) + (value ?? NaN) * HOUR;
  return {
    title: 'Rows',
    plan,
    source: { kind: 'replay', log: 'rows.csv', ...LOG },
    tickets: {
      count: rows.length,
      id: (i) => `${i}`,
      run: Uint16Array.from(rows, ({ run = 0 }) => run),
      opened,
      severity: new Uint8Array(rows.length),
      region: new Int8Array(rows.length).fill(-1),
      channel: new Int8Array(rows.length).fill(-1),
      type: new Int8Array(rows.length).fill(-1),
      facts: [],
    },
    plans: [
      {
        plan: 0,
        metrics: [
          {
            metric: 'respond',
            due: Float64Array.from(rows, (row, i) => at(row.due, i)),
            stopped: Float64Array.from(rows, (row, i) => at(row.stopped, i)),
            status: Uint8Array.from(rows, ({ status }) => STATUSES.indexOf(status)),
          },
        ],
      },
    ],
    notes: [],
  };
}

function answersTo(rows: readonly Row[], attainment: readonly PlanAttainment[] = []) {
  const outcome = outcomeOf(rows, attainment);
  const [plan] = answersOf(outcome, load(outcome.plan)).plans;
  if (plan === undefined) throw new Error('there is a plan');
  return { ...plan, metric: plan.metrics[0] as MetricAnswers };
}

describe('times', () => {
  test('working time is what the office of the promise was open, elapsed time all of it', () => {
    const { metric } = answersTo([
      // From Friday 16:00 to Monday 10:00: an hour on each.
      { opened: '2026-03-06T16:00', stopped: 66, due: 70, status: 'met' },
      { opened: '2026-03-09T09:00', stopped: 1, due: 8, status: 'met' },
      { opened: '2026-03-09T09:00', status: 'running' },
    ]);
    expect(metric.times.firstWork).toBeNull();
    expect(metric.times.stop.elapsed).toMatchObject({ count: 2, p50: HOUR, p99: 66 * HOUR, max: 66 * HOUR });
    expect(metric.times.stop.working).toMatchObject({ count: 2, p50: HOUR, p99: 2 * HOUR, mean: 1.5 * HOUR });
  });

  test('time in breach is that of the misses that stopped, over tickets and over misses', () => {
    const { metric } = answersTo([
      { opened: '2026-03-06T09:00', due: 8, stopped: 73, status: 'missed' },
      { opened: '2026-03-09T09:00', due: 2, stopped: 3, status: 'missed' },
      { opened: '2026-03-09T10:00', due: 2, status: 'missed' },
      { opened: '2026-03-09T10:00', due: 2, stopped: 1, status: 'met' },
    ]);
    expect(metric.inBreach).toEqual({
      misses: 2,
      neverStopped: 1,
      elapsed: { totalMs: 66 * HOUR, perTicketMs: 16.5 * HOUR, perMissMs: 33 * HOUR },
      // From Friday 17:00 to Monday 10:00 the office was open for an hour.
      working: { totalMs: 2 * HOUR, perTicketMs: 0.5 * HOUR, perMissMs: HOUR },
    });
  });
});

describe('weeks', () => {
  test('are those of ISO, by the clock of the zone, the lowest attainment first', () => {
    const { metric } = answersTo([
      { opened: '2026-12-31T10:00', status: 'missed' },
      { opened: '2027-01-01T10:00', status: 'met' },
      { opened: '2027-01-03T23:59', status: 'met' },
      { opened: '2027-01-04T00:00', status: 'missed' },
      { opened: '2027-01-12T10:00', status: 'met' },
    ]);
    expect(metric.weeks.weeks.map(({ week, judged, missed }) => [week, judged, missed])).toEqual([
      ['2026-W53', 3, 1],
      ['2027-W01', 1, 1],
      ['2027-W02', 1, 0],
    ]);
    expect(metric.weeks.worst).toEqual([1, 0]);
    expect(new Date(metric.weeks.weeks[0]?.from ?? NaN).toISOString()).toBe('2026-12-28T00:00:00.000Z');
  });

  test('turn with the wall clock, also in summer', () => {
    const { metric } = answersTo([
      { opened: '2026-06-07T22:59', status: 'met' },
      { opened: '2026-06-07T23:00', status: 'met' },
    ]);
    expect(metric.weeks.weeks.map(({ week }) => week)).toEqual(['2026-W23', '2026-W24']);
  });
});

describe('a promised share', () => {
  const rows = (met: number, missed: number, day = '2026-03-10'): Row[] => [
    ...Array.from({ length: met }, () => ({ opened: `${day}T10:00`, status: 'met' as const })),
    ...Array.from({ length: missed }, () => ({ opened: `${day}T10:00`, status: 'missed' as const })),
  ];
  const verdictOf = (list: readonly Row[]) => answersTo(list, [ATTAINMENT]).metric.kept[0]?.overall?.kind;

  test('is kept where the whole interval reaches it, broken where none does, else not clear', () => {
    expect(verdictOf(rows(990, 10))).toBe('kept');
    expect(verdictOf(rows(800, 200))).toBe('broken');
    expect(verdictOf(rows(91, 9))).toBe('unclear');
    expect(verdictOf([])).toBeUndefined();
  });

  test('is counted by whole periods alone, and reached to the last ticket', () => {
    const all = [
      ...rows(1, 0, '2026-02-15'),
      // Nine of ten are enough, eight of nine are not.
      ...rows(9, 1, '2026-03-10'),
      ...rows(8, 1, '2026-04-10'),
      ...rows(0, 5, '2026-05-20'),
    ];
    expect(answersTo(all, [ATTAINMENT]).metric.kept[0]?.periods).toMatchObject({
      unit: 'month',
      periods: 2,
      kept: 1,
    });
  });

  test('holds of no period that has too few tickets, and nothing is said of less than one', () => {
    const few = { ...ATTAINMENT, leastTickets: 10 };
    const all = [...rows(1, 0, '2026-02-15'), ...rows(1, 8, '2026-03-10'), ...rows(0, 1, '2026-04-20')];
    expect(answersTo(all, [few]).metric.kept[0]?.periods).toEqual({
      unit: 'month',
      periods: 0,
      kept: 0,
      interval: null,
    });
    expect(answersTo(rows(5, 5), [ATTAINMENT]).metric.kept[0]?.periods?.periods).toBe(0);
  });

  test('that is none is not held against an interval', () => {
    const late = { ...ATTAINMENT, aim: { kind: 'late' as const, count: 1, within: null } };
    const all = [...rows(1, 0, '2026-02-15'), ...rows(1, 1, '2026-03-10'), ...rows(0, 1, '2026-04-20')];
    const [kept] = answersTo(all, [late]).metric.kept;
    expect(kept).toMatchObject({ share: null, overall: null, periods: { periods: 1, kept: 1 } });
  });
});

describe('the backlog of a log', () => {
  test('holds a ticket until its clock stopped, and to the end where it still ran', () => {
    const { backlog } = answersTo([
      { opened: '2026-03-02T08:00', stopped: 30, due: 40, status: 'met' },
      { opened: '2026-03-02T10:00', due: 400, status: 'running' },
      { opened: '2026-03-02T11:00', status: 'unmeasured' },
      { opened: '2026-03-06T12:00', stopped: 1, due: 8, status: 'met' },
    ]);
    expect(backlog?.days.map(({ open }) => open)).toEqual([1, 2, 1, 1, 1]);
    // On Friday the one that runs is almost four days old.
    expect(backlog?.days[4]?.byAge).toEqual([0, 0, 1, 0, 0]);
    expect(backlog).toMatchObject({ mostInARun: 2, worst: { open: 2 } });
  });

  test('is unknown where nothing says when a clock stopped, and where there are no tickets', () => {
    expect(answersTo([{ opened: '2026-03-02T11:00', status: 'unmeasured' }]).backlog).toBeNull();
    expect(answersTo([]).backlog).toBeNull();
  });

  test('grows where the second half of the dates holds more', () => {
    const growing = Array.from({ length: 20 }, (_, i): Row => ({
      opened: `2026-03-${String(i + 1).padStart(2, '0')}T08:00`,
      due: 9000,
      status: 'running',
    }));
    const { backlog } = answersTo([
      ...growing,
      { opened: '2026-03-21T08:00', stopped: 1, due: 8, status: 'met' },
    ]);
    expect(backlog?.trend).toMatchObject({ kind: 'growing', interval: null });
    expect(backlog?.daysToClear).toBeNull();
  });
});
