import { describe, expect, test } from 'vitest';
import type { CheckedSimulation, Desk, Team } from '../../../src/check/simulation-model.ts';
import { STATUSES, type Outcome } from '../../../src/simulate/outcome.ts';
import { createDraws } from '../../../src/simulate/random/draws.ts';
import { presenceOf } from '../../../src/simulate/desk/presence.ts';
import { simulate } from '../../../src/simulate/run.ts';
import { lookUpZone } from '../../../src/time/zone-lookup.ts';
import { FIRST_LINE, load, PLAIN_DESK, smallPlan, smallSimulation, TWO_PLANS, work } from '../small-world.ts';

const PLAN = smallPlan(TWO_PLANS);
const DAY = 86_400_000;

function run(desk: Partial<Desk>, changes: Partial<CheckedSimulation> = {}): Outcome {
  const whole: Desk = { ...PLAIN_DESK, teams: [FIRST_LINE], discipline: ['severity'], ...desk };
  return simulate(smallSimulation({ runs: 1, warmUpDays: 0, desk: whole, ...changes }), PLAN, load(PLAN));
}

const statuses = ({ plans }: Outcome, plan = 0) =>
  [...(plans[plan]?.metrics[0]?.status ?? [])].map((code) => STATUSES[code]);
const fixed = (seconds: number) => ({ kind: 'fixed', seconds }) as const;

describe('patience', () => {
  test('a ticket given up before it was due is not measured, one given up later is missed, and a note counts them', () => {
    // Basic promises an answer within eight office hours: nobody gives up before ten minutes, or within a month.
    const few: Team = { ...FIRST_LINE, agents: 1 };
    const long = [work('look', 6, { stops: { metric: 'respond', at: 'end' } })];
    const soon = run({ teams: [few], patience: [{ severities: null, time: fixed(600) }] }, { work: long });
    expect(statuses(soon)).toContain('unmeasured');
    const late = run(
      { teams: [few], patience: [{ severities: null, time: fixed(7 * 86_400) }] },
      { work: long },
    );
    expect(statuses(late)).not.toContain('unmeasured');
    expect(statuses(late)).toContain('missed');
    for (const outcome of [soon, late]) {
      const never = [...(outcome.plans[0]?.metrics[0]?.stopped ?? [])].filter(Number.isNaN).length;
      expect(never).toBeGreaterThan(100);
      expect(outcome.notes.join('\n')).toContain(`Under Basic ${never} of the tickets were given up`);
    }
  });

  test('is that of the severity, and severities without one wait for as long as it takes', () => {
    const few: Team = { ...FIRST_LINE, agents: 1 };
    const { plans, tickets } = run(
      { teams: [few], patience: [{ severities: ['S3'], time: fixed(60) }] },
      { work: [work('look', 2, { stops: { metric: 'respond', at: 'end' } })] },
    );
    const stopped = plans[0]?.metrics[0]?.stopped ?? new Float64Array();
    const given = [...stopped.keys()].filter((i) => Number.isNaN(stopped[i]));
    expect(given.length).toBeGreaterThan(100);
    expect(new Set(given.map((i) => tickets.severity[i]))).toEqual(new Set([2]));
  });
});

test('a desk with room for nobody turns away whoever finds no agent, and says so', () => {
  const around: Team = { ...FIRST_LINE, agents: 1, calendar: 'Always' };
  const { notes } = run({ teams: [around], room: 0 }, { work: [work('look', 3)] });
  expect(notes.join('\n')).toMatch(
    /Under Basic 0 of the tickets were given up .* and [1-9]\d* were turned away/,
  );
});

describe('presence', () => {
  const zone = lookUpZone('Europe/London', 2015, 2035);
  const team = { team: 7, agents: 10, away: 0.3, zone };
  const there = (agents: number, day: number) =>
    presenceOf({ ...team, agents }, createDraws(1, 0)).at(Date.UTC(2026, 0, 1, 12) + day * DAY).agents;

  test('takes the share off, on average over the dates', () => {
    const days = 2000;
    const total = Array.from({ length: days }, (_, day) => there(10, day)).reduce((sum, n) => sum + n, 0);
    // Four standard errors.
    expect(Math.abs(total / days / 10 - 0.7)).toBeLessThan(4 * Math.sqrt(0.21 / days / 10));
  });

  test('of an agent is not moved by a colleague', () => {
    for (let day = 0; day < 50; day += 1) {
      const more = there(11, day) - there(10, day);
      expect(more === 0 || more === 1).toBe(true);
    }
  });

  test('lasts for a date of the zone, also for one of 23 hours', () => {
    const presence = presenceOf(team, createDraws(1, 0));
    // The clocks go forward on 2026-03-29 at 01:00 UTC; the date ends at midnight in London, 23:00 UTC.
    expect(presence.at(Date.UTC(2026, 2, 29, 0, 30)).until).toBe(Date.UTC(2026, 2, 29, 23));
    expect(presence.at(Date.UTC(2026, 2, 29, 23)).until).toBe(Date.UTC(2026, 2, 30, 23));
  });

  test('behind what is known of the zone is complete', () => {
    const presence = presenceOf(team, createDraws(1, 0));
    expect(presence.at(Date.UTC(2190, 0, 1))).toEqual({ agents: 10, until: Infinity });
  });

  test('makes tickets wait: a team of which half are away is slower than the whole one', () => {
    const wait = (away: number) => {
      const { plans, tickets } = run({ teams: [{ ...FIRST_LINE, away }] });
      const stopped = plans[0]?.metrics[0]?.stopped ?? [];
      return [...stopped].reduce((sum, at, i) => sum + at - (tickets.opened[i] ?? NaN), 0) / tickets.count;
    };
    expect(wait(0.5)).toBeGreaterThan(wait(0));
  });
});

test('work that a closing shift has drawn anew takes another time, the same in every run of the same seed', () => {
  const redraw: Team = { ...FIRST_LINE, agents: 3, atClose: { kind: 'redraw' } };
  const steps = [work('look', 2, { stops: { metric: 'respond', at: 'end' } })];
  const stops = (team: Team) => [
    ...(run({ teams: [team] }, { work: steps }).plans[0]?.metrics[0]?.stopped ?? []),
  ];
  const restart: Team = { ...redraw, atClose: { kind: 'restart' } };
  expect(stops(redraw)).toEqual(stops(redraw));
  expect(stops(redraw)).not.toEqual(stops(restart));
  expect(stops(restart)).not.toEqual(stops({ ...redraw, atClose: { kind: 'resume' } }));
});
