import { describe, expect, test } from 'vitest';
import type { CheckedSimulation } from '../../src/check/simulation-model.ts';
import type { PlanCalendar } from '../../src/plan/model.ts';
import { STATUSES, type Outcome } from '../../src/simulate/outcome.ts';
import { simulate } from '../../src/simulate/run.ts';
import {
  everyHour,
  hours,
  load,
  PLAIN_DESK,
  planOf,
  smallPlan,
  smallSimulation,
  stream,
  target,
  TWO_PLANS,
  weekly,
  work,
} from './small-world.ts';

const PLAN = smallPlan(TWO_PLANS);

function run(changes: Partial<CheckedSimulation> = {}, plan = PLAN): Outcome {
  return simulate(smallSimulation(changes), plan, load(plan));
}

/** Everything of an outcome that a report could show, as text. */
function bytesOf(outcome: Outcome): string {
  const { tickets, plans, notes } = outcome;
  const ids = Array.from({ length: tickets.count }, (_, i) => tickets.id(i));
  return JSON.stringify({ tickets: { ...tickets, ids }, plans, notes });
}

describe('simulate', () => {
  test('gives the same bytes for the same seed, and others for another', () => {
    expect(bytesOf(run())).toBe(bytesOf(run()));
    expect(bytesOf(run({ seed: 43 }))).not.toBe(bytesOf(run()));
  });

  test('counts tickets opened within the span and behind the warm-up, in the span zone', () => {
    const { opened } = run().tickets;
    expect(opened.length).toBeGreaterThan(1000);
    expect(Math.min(...opened)).toBeGreaterThanOrEqual(Date.UTC(2026, 2, 9));
    // London has moved its clocks by 2026-04-05: the last day ends at 23:00 UTC.
    expect(Math.max(...opened)).toBeLessThan(Date.UTC(2026, 3, 5, 23));
    expect(Math.max(...opened)).toBeGreaterThan(Date.UTC(2026, 3, 5, 0));
  });

  test('works the tickets of the warm-up although it does not count them', () => {
    // A pile of tickets in the first week makes those of the second wait.
    const piled = everyHour((weekday) => (weekday === 6 ? 1 : 0));
    const quiet = run({ runs: 1, arrivals: [stream({ perWeek: 400, profile: piled })], warmUpDays: 0 });
    const counted = run({ runs: 1, arrivals: [stream({ perWeek: 400, profile: piled })], warmUpDays: 7 });
    const first = quiet.tickets.count - counted.tickets.count;
    expect(first).toBeGreaterThan(300);
    expect([...counted.tickets.opened]).toEqual([...quiet.tickets.opened.subarray(first)]);
    expect([...stopsOf(counted, 0)]).toEqual([...stopsOf(quiet, 0).subarray(first)]);
    expect(counted.tickets.id(0)).toBe(quiet.tickets.id(first));
  });

  test('names a ticket by its run and its number there, both from one', () => {
    const { tickets } = run({ warmUpDays: 0 });
    expect(tickets.id(0)).toBe('1-1');
    expect(tickets.id(tickets.run.indexOf(1))).toBe('2-1');
    expect(new Set(Array.from({ length: tickets.count }, (_, i) => tickets.id(i))).size).toBe(tickets.count);
  });

  test('refuses more runs than tickets can tell apart', () => {
    expect(() => run({ runs: 65_537 })).toThrow(RangeError);
  });

  test('shows the plans in the order in which the simulation names them', () => {
    expect(run({ plans: ['Best', 'Basic'] }).plans.map(({ plan }) => plan)).toEqual([1, 0]);
  });

  test('judges the metrics that a compared plan promises, and no others', () => {
    expect(run().plans[0]?.metrics.map(({ metric }) => metric)).toEqual(['respond']);
  });

  test('a clock is met exactly when it stops at or before its deadline', () => {
    for (const { metrics } of run().plans) {
      for (const { due, stopped, status } of metrics) {
        const expected = [...due].map((at, i) => ((stopped[i] ?? NaN) <= at ? 'met' : 'missed'));
        expect([...status].map((code) => STATUSES[code])).toEqual(expected);
        expect(new Set(expected).size).toBe(2);
      }
    }
  });

  test('without work in the open no clock stops outside office hours', () => {
    for (const at of stopsOf(run(), 0)) {
      const local = new Date(at).toLocaleString('en-GB', { timeZone: 'Europe/London', hourCycle: 'h23' });
      const time = local.slice(-8);
      expect(time >= '09:00:00' && time <= '17:00:00', local).toBe(true);
    }
  });
});

describe('common random numbers', () => {
  test('a plan that is compared as well changes nothing for the others', () => {
    const alone = run({ plans: ['Basic'] });
    const both = run({ plans: ['Best', 'Basic'] });
    expect([...both.tickets.opened]).toEqual([...alone.tickets.opened]);
    expect([...both.tickets.severity]).toEqual([...alone.tickets.severity]);
    expect(both.plans[1]).toEqual(alone.plans[0]);
  });

  test('when nobody has to queue, every plan sees the same stops: arrivals, severities and work are the same', () => {
    const enough = smallSimulation().desk.teams.map((team) => ({
      ...team,
      agents: 1000,
      calendar: 'Always',
    }));
    const { plans } = run({ desk: { ...PLAIN_DESK, teams: enough, discipline: ['deadline'] } });
    expect(plans[0]?.metrics[0]?.stopped).toEqual(plans[1]?.metrics[0]?.stopped);
    expect(plans[0]?.metrics[0]?.due).not.toEqual(plans[1]?.metrics[0]?.due);
  });

  test('a second stream leaves the tickets of the first alone', () => {
    const one = run();
    const two = run({ arrivals: [stream({ name: 'requests', region: 'South', perWeek: 90 }), stream()] });
    const north = [...two.tickets.region.keys()].filter((i) => two.tickets.region[i] === 0);
    expect(north.length).toBeLessThan(two.tickets.count);
    expect(north.map((i) => two.tickets.opened[i])).toEqual([...one.tickets.opened]);
    expect(north.map((i) => two.tickets.severity[i])).toEqual([...one.tickets.severity]);
  });

  test('a step written before another changes none of its times', () => {
    const looks = work('first look', 0.5, { stops: { metric: 'respond', at: 'end' } });
    const nothing = work('triage', 1, { times: [{ severities: null, time: { kind: 'fixed', seconds: 0 } }] });
    expect(run({ work: [nothing, looks] }).plans[0]).toEqual(run().plans[0]);
  });

  test('a channel mix that is added changes no severity', () => {
    const plain = run();
    const mixed = run({
      arrivals: [
        stream({
          channels: [
            { name: 'web', weight: 1 },
            { name: 'phone', weight: 1 },
          ],
        }),
      ],
    });
    expect([...mixed.tickets.severity]).toEqual([...plain.tickets.severity]);
    expect(new Set(mixed.tickets.channel)).toEqual(new Set([0, 1]));
    expect(new Set(plain.tickets.channel)).toEqual(new Set([-1]));
  });

  test('one replication more leaves the earlier ones as they were', () => {
    const two = run({ runs: 2 });
    const three = run({ runs: 3 });
    expect([...three.tickets.opened.subarray(0, two.tickets.count)]).toEqual([...two.tickets.opened]);
    expect([...stopsOf(three, 1).subarray(0, two.tickets.count)]).toEqual([...stopsOf(two, 1)]);
  });
});

describe('the desk under a plan', () => {
  test('a discipline by deadline orders by the deadlines of the plan that is run', () => {
    // Twenty tickets of a Sunday wait for one agent on Monday morning, each worked for a minute.
    const changes: Partial<CheckedSimulation> = {
      runs: 1,
      warmUpDays: 0,
      span: { from: '2026-03-08', to: '2026-03-08', zone: 'Europe/London' },
      arrivals: [stream({ profile: everyHour((weekday) => (weekday === 6 ? 1 : 0)), perWeek: 40 })],
      work: [
        work('first look', 1, {
          stops: { metric: 'respond', at: 'end' },
          times: [{ severities: null, time: { kind: 'fixed', seconds: 60 } }],
        }),
      ],
      desk: {
        ...PLAIN_DESK,
        teams: smallSimulation().desk.teams.map((team) => ({ ...team, agents: 1 })),
        discipline: ['deadline'],
      },
    };
    const outcome = run(changes);
    for (const { metrics } of outcome.plans) {
      const { due, stopped } = metrics[0] ?? fail();
      const order = [...stopped.keys()].sort((a, b) => (stopped[a] ?? 0) - (stopped[b] ?? 0));
      const dues = order.map((i) => due[i] ?? NaN);
      expect(dues).toEqual([...dues].sort((a, b) => a - b));
    }
    expect(outcome.plans[0]?.metrics[0]?.stopped).not.toEqual(outcome.plans[1]?.metrics[0]?.stopped);
  });

  test('work in spring skips the hour that the clock skips', () => {
    // Nights are 00:00 to 06:00; on 2026-03-29 London has no 01:00, so that night has five hours.
    const outcome = run({
      runs: 1,
      warmUpDays: 0,
      span: { from: '2026-03-28', to: '2026-03-28', zone: 'Europe/London' },
      arrivals: [
        stream({
          profile: everyHour((weekday, hour) => (weekday === 5 && hour === 20 ? 1 : 0)),
          perWeek: 1.5,
        }),
      ],
      work: [
        work('long work', 1, {
          stops: { metric: 'respond', at: 'end' },
          times: [{ severities: null, time: { kind: 'fixed', seconds: 6 * 3600 } }],
        }),
      ],
      desk: {
        ...PLAIN_DESK,
        teams: smallSimulation().desk.teams.map((team) => ({ ...team, agents: 9, calendar: 'Nights' })),
        discipline: [],
      },
      seed: 1,
    });
    expect(outcome.tickets.count).toBeGreaterThan(0);
    // Five hours until 06:00 BST (05:00 UTC), the sixth from midnight to 01:00 BST of the 30th.
    for (const at of stopsOf(outcome, 0)) expect(new Date(at).toISOString()).toBe('2026-03-30T00:00:00.000Z');
  });
});

describe('what is not measured', () => {
  test('a word in the cell is the status, whatever the desk does', () => {
    const plan = smallPlan([
      planOf('Basic', [
        target('respond', { kind: 'word', word: 'best effort' }, [2]),
        target('respond', hours(8), [0]),
      ]),
    ]);
    const { plans, tickets } = run({ plans: ['Basic'] }, plan);
    const { status, due } = plans[0]?.metrics[0] ?? fail();
    for (let i = 0; i < tickets.count; i += 1) {
      const word = STATUSES[status[i] ?? -1];
      if (tickets.severity[i] === 2) expect(word).toBe('best effort');
      else if (tickets.severity[i] === 1) expect(word).toBe('not offered');
      else expect(['met', 'missed']).toContain(word);
      expect(Number.isNaN(due[i])).toBe(tickets.severity[i] !== 0);
    }
  });

  test('a promise that no step stops is unmeasured, and a note says so', () => {
    const plan = smallPlan([planOf('Basic', [target('resolve', hours(8))])]);
    const { plans, notes } = run({ plans: ['Basic'] }, plan);
    expect(new Set(plans[0]?.metrics[0]?.status)).toEqual(new Set([STATUSES.indexOf('unmeasured')]));
    expect(notes.join('\n')).toContain('No step of the work stops `resolve`');
    expect(notes.join('\n')).toContain('None of the plans promises `respond`');
  });

  test('a ticket that nobody serves is missed once due before the calendars end, and a note counts it', () => {
    const teams = smallSimulation().desk.teams.map((team) => ({ ...team, severities: ['S1', 'S2'] }));
    const { plans, tickets, notes } = run({ desk: { ...PLAIN_DESK, teams, discipline: [] } });
    const { status, stopped } = plans[0]?.metrics[0] ?? fail();
    const unserved = [...tickets.severity.keys()].filter((i) => tickets.severity[i] === 2);
    expect(unserved.every((i) => STATUSES[status[i] ?? -1] === 'missed' && Number.isNaN(stopped[i]))).toBe(
      true,
    );
    expect(notes.some((note) => note.includes(`never finished ${unserved.length} of the tickets`))).toBe(
      true,
    );
  });

  /** A calendar whose holidays are known for 2026 alone. */
  function thisYear(days: readonly number[], from: number, to: number): PlanCalendar {
    const year = {
      from: '2026-01-01',
      to: '2026-12-31',
      days: [],
      origin: { file: '', line: 1, column: 1, path: [] },
    };
    const base = weekly('This year', 'Europe/London', days, from, to);
    return base.body.kind === 'civil' ? { ...base, body: { ...base.body, holidays: year } } : base;
  }

  /** Tickets of the turn of the year, due long after it. */
  function overNewYear(calendar: PlanCalendar, changes: Partial<CheckedSimulation> = {}): Outcome {
    const teams = smallSimulation().desk.teams.map((team) => ({
      ...team,
      agents: 50,
      calendar: 'This year',
    }));
    return run(
      {
        plans: ['Basic'],
        span: { from: '2026-12-21', to: '2027-01-05', zone: 'Europe/London' },
        warmUpDays: 0,
        desk: { ...PLAIN_DESK, teams, discipline: [] },
        ...changes,
      },
      smallPlan([planOf('Basic', [target('respond', hours(1000))])], [calendar]),
    );
  }

  test('work that the calendar of the team cannot hold is left running when its promise is due later', () => {
    const { plans, tickets } = overNewYear(thisYear([1, 2, 3, 4, 5], 9, 17));
    const statuses = [...(plans[0]?.metrics[0]?.status ?? [])].map((code) => STATUSES[code]);
    expect(statuses.length).toBe(tickets.count);
    expect(new Set(statuses)).toEqual(new Set(['met', 'running']));
  });

  test('nobody takes a ticket behind the end of a calendar, also of one that is open up to it', () => {
    const looks = [work('first look', 0.5, { stops: { metric: 'respond', at: 'start' } })];
    const { plans, tickets } = overNewYear(thisYear([1, 2, 3, 4, 5, 6, 7], 0, 24), { work: looks });
    const { stopped } = plans[0]?.metrics[0] ?? fail();
    const newYear = Date.UTC(2027, 0, 1);
    expect(tickets.opened.some((at) => at >= newYear)).toBe(true);
    tickets.opened.forEach((at, i) => expect(stopped[i]).toBe(at < newYear ? at : NaN));
  });
});

function stopsOf(outcome: Outcome, plan: number): Float64Array {
  return outcome.plans[plan]?.metrics[0]?.stopped ?? new Float64Array();
}

function fail(): never {
  throw new Error('the outcome has no such plan or metric');
}
