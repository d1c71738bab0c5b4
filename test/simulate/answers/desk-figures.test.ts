/** What a run tells of its desk, against what its stories tell. */
import { describe, expect, test } from 'vitest';
import { answersOf } from '../../../src/simulate/answers/answers-of.ts';
import { AGE_BANDS } from '../../../src/simulate/answers/answers.ts';
import { weeksByMetric } from '../../../src/simulate/answers/weeks-by-metric.ts';
import { HourSlots, WallWeek } from '../../../src/simulate/answers/hours-of-week.ts';
import type { CheckedSimulation } from '../../../src/check/simulation-model.ts';
import { prepareSimulation } from '../../../src/simulate/prepare.ts';
import { outcomeOfRuns, simulateRun } from '../../../src/simulate/run.ts';
import { lookUpZone } from '../../../src/time/zone-lookup.ts';
import { FIRST_LINE, load, smallPlan, smallSimulation, stream, TWO_PLANS, work } from '../small-world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PLAN = smallPlan(TWO_PLANS);
const ENGINE = load(PLAN);
const LONDON = lookUpZone('Europe/London', 2025, 2027);

interface Stretch {
  readonly team: number;
  readonly from: number;
  readonly to: number;
}

/** A run with the life of each ticket and each stretch of work, as the desk told of them. */
function watched(simulation: CheckedSimulation) {
  const prepared = prepareSimulation(simulation, PLAN, ENGINE);
  const worked: Stretch[] = [];
  const ended = new Map<number, number>();
  const since = new Map<number, Stretch>();
  const end = (ticket: number, now: number): void => {
    const before = since.get(ticket);
    if (before !== undefined) worked.push({ ...before, to: now });
    since.delete(ticket);
  };
  const run = simulateRun(prepared, 0, (place) =>
    place !== 0
      ? null
      : {
          begins(ticket, _, team, now) {
            if (team !== -1) since.set(ticket, { team, from: now, to: NaN });
          },
          ends(ticket, step, now) {
            end(ticket, now);
            if (step === simulation.work.length - 1) ended.set(ticket, now);
          },
          setAside: (ticket, _, now) => end(ticket, now),
          left: (ticket, __, now) => ended.set(ticket, now),
        },
  );
  return { prepared, run, worked, ended };
}

const BUSY = smallSimulation({
  runs: 1,
  arrivals: [stream({ perWeek: 160 })],
  work: [
    work('first look', 0.4, { stops: { metric: 'respond', at: 'end' } }),
    work('customer', 20, { kind: 'wait' }),
    work('solution', 0.6),
  ],
});

describe('a run of a busy desk', () => {
  const { prepared, run, worked, ended } = watched(BUSY);
  const { opened } = run.tickets;
  const tally = run.plans[0]?.desk;
  const { from, to, days } = prepared.watch;

  test('the tickets open, integrated event by event, are the times that each stayed within the span', () => {
    const changes = [...opened].flatMap((at, ticket) => [
      { at, by: 1 },
      { at: ended.get(ticket) ?? Infinity, by: -1 },
    ]);
    let [area, open, last] = [0, 0, -Infinity];
    for (const { at, by } of changes.sort((a, b) => a.at - b.at)) {
      const [start, end] = [Math.max(last, from), Math.min(at, to)];
      if (start < end) area += open * (end - start);
      open += by;
      last = at;
    }
    expect(tally?.openMs).toBe(area);
    expect(area).toBeGreaterThan(0);
  });

  test('the backlog of each date is what a count of the tickets open then finds, band by band', () => {
    expect([...days].map((at) => new Date(at).toISOString().slice(11, 16))).toEqual([
      ...Array.from({ length: 20 }, () => '09:00'),
      // The clocks went forward on 29 March.
      ...Array.from({ length: 8 }, () => '08:00'),
    ]);
    const bands = AGE_BANDS.map(({ fromMs }, i) => [fromMs, AGE_BANDS[i + 1]?.fromMs ?? Infinity] as const);
    const counted = [...days].flatMap((at) =>
      bands.map(
        ([least, most]) =>
          [...opened].filter((start, ticket) => {
            const age = at - start;
            return age >= 0 && at < (ended.get(ticket) ?? Infinity) && age >= least && age < most;
          }).length,
      ),
    );
    expect([...(tally?.backlog ?? [])]).toEqual(counted);
    expect(Math.max(...counted)).toBeGreaterThan(5);
  });

  test('what is done from one reading to the next is what ended in between', () => {
    const bounds = [...days, to];
    const counted = [...days].map(
      (at, i) =>
        [...ended.values()].filter((end) => end > at && end <= Math.min(bounds[i + 1] ?? to, to - 1)).length,
    );
    expect([...(tally?.done ?? [])]).toEqual(counted);
  });

  test('agents are busy for what they work within their shift, hour by hour of the week', () => {
    const office = ENGINE.calendar(0);
    const week = new WallWeek(LONDON);
    const byHour = new Array<number>(168).fill(0);
    const scheduled = new Array<number>(168).fill(0);
    for (let at = from; at < to; at += HOUR) {
      const hour = week.hourOf(at);
      scheduled[hour]! += 4 * office.between(at, at + HOUR);
      for (const stretch of worked) {
        const [start, end] = [Math.max(stretch.from, at), Math.min(stretch.to, at + HOUR)];
        if (start < end) byHour[hour]! += office.between(start, end);
      }
    }
    expect([...(tally?.busy ?? [])]).toEqual(byHour);
    expect([...(tally?.scheduled ?? [])]).toEqual(scheduled);
    expect(Math.max(...byHour)).toBeGreaterThan(HOUR);
  });
});

test('work beyond the shift is overtime, and none of the occupancy', () => {
  const desk = { ...BUSY.desk, teams: [{ ...FIRST_LINE, atClose: { kind: 'finish' as const } }] };
  const { prepared, run, worked } = watched({ ...BUSY, desk });
  const office = ENGINE.calendar(0);
  const { from, to } = prepared.watch;
  let [within, beyond] = [0, 0];
  for (const stretch of worked) {
    const [start, end] = [Math.max(stretch.from, from), Math.min(stretch.to, to)];
    if (start >= end) continue;
    within += office.between(start, end);
    beyond += end - start - office.between(start, end);
  }
  const tally = run.plans[0]?.desk;
  expect(tally?.overtime[0]).toBe(beyond);
  expect(tally?.busy.reduce((sum, ms) => sum + ms, 0)).toBe(within);
  expect(beyond).toBeGreaterThan(HOUR);
});

test('agents who are away are not scheduled on that date', () => {
  const desk = { ...BUSY.desk, teams: [{ ...FIRST_LINE, away: 0.5 }] };
  const { run } = watched({ ...BUSY, desk });
  const all = watched(BUSY).run.plans[0]?.desk.scheduled.reduce((sum, ms) => sum + ms, 0) ?? NaN;
  const there = run.plans[0]?.desk.scheduled.reduce((sum, ms) => sum + ms, 0) ?? NaN;
  // Twenty days of four agents: within four deviations of a half.
  expect(there / all).toBeGreaterThan(0.25);
  expect(there / all).toBeLessThan(0.75);
  // Whole agents for whole days of eight hours.
  expect(there % (8 * HOUR)).toBe(0);
});

test('the hours of a span follow the wall clock over both changes of it, and over one of half an hour', () => {
  for (const [zone, from] of [
    ['Europe/London', Date.UTC(2026, 2, 27)],
    ['Europe/London', Date.UTC(2026, 9, 23)],
    ['Australia/Lord_Howe', Date.UTC(2026, 3, 2, 13)],
  ] as const) {
    const table = lookUpZone(zone, 2025, 2027);
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    const slots = new HourSlots(new WallWeek(table), from, from + 5 * DAY);
    for (let at = from; at < from + 5 * DAY; at += 10 * 60_000) {
      const slot = slots.slotOf(at);
      expect(slots.starts[slot]).toBeLessThanOrEqual(at);
      expect(slots.starts[slot + 1]).toBeGreaterThan(at);
      const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
      const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts['weekday'] ?? '');
      expect(slots.hourOfWeek[slot]).toBe(day * 24 + Number(parts['hour']));
    }
  }
});

test('answers are the same in whatever order the runs were done', () => {
  const prepared = prepareSimulation({ ...BUSY, runs: 3 }, PLAN, ENGINE);
  const runs = [2, 0, 1].map((run) => simulateRun(prepared, run));
  const answers = answersOf(outcomeOfRuns(prepared, runs), ENGINE);
  expect(answersOf(outcomeOfRuns(prepared, [...runs].reverse()), ENGINE)).toEqual(answers);
  const [basic] = answers.plans;
  expect(basic?.backlog?.days).toHaveLength(28);
  expect(basic?.occupancy?.teams[0]?.share).toBeGreaterThan(0.3);
});

test('the weeks that are told by themselves are those of all that is told', () => {
  const prepared = prepareSimulation({ ...BUSY, runs: 2 }, PLAN, ENGINE);
  const outcome = outcomeOfRuns(
    prepared,
    [0, 1].map((run) => simulateRun(prepared, run)),
  );
  const all = answersOf(outcome, ENGINE).plans.map(({ metrics }) =>
    metrics.map(({ metric, weeks }) => ({ metric, weeks })),
  );
  expect(weeksByMetric(outcome, ENGINE)).toEqual(all);
  expect(all[0]?.[0]?.weeks.weeks.length).toBeGreaterThan(1);
});

test('a desk without tickets has an empty backlog, free agents, and nothing to say of misses', () => {
  const prepared = prepareSimulation({ ...BUSY, arrivals: [stream({ perWeek: 1e-9 })] }, PLAN, ENGINE);
  const answers = answersOf(outcomeOfRuns(prepared, [simulateRun(prepared, 0)]), ENGINE);
  const [basic] = answers.plans;
  expect(basic?.backlog).toMatchObject({ mean: 0, daysToClear: 0, trend: { kind: 'steady', change: 0 } });
  expect(basic?.occupancy?.teams[0]).toMatchObject({ share: 0, busyMs: 0 });
  expect(basic?.metrics[0]).toMatchObject({
    breaches: { judged: 0, missed: 0, causes: [] },
    times: { stop: { elapsed: null, working: null } },
    inBreach: { misses: 0, elapsed: { totalMs: 0, perTicketMs: null } },
    weeks: { weeks: [], worst: [] },
  });
});
