/**
 * Common random numbers, seen in what happens to each ticket: at a desk on which nobody waits for anybody, a ticket's story
 * hangs on its own draws alone, so whatever is added for others must leave it as it was, to the millisecond.
 */
import { describe, expect, test } from 'vitest';
import type { CheckedSimulation, Desk, Team } from '../../../src/check/simulation-model.ts';
import { prepareSimulation } from '../../../src/simulate/prepare.ts';
import { simulateRun } from '../../../src/simulate/run.ts';
import {
  FIRST_LINE,
  load,
  PLAIN_DESK,
  smallPlan,
  smallSimulation,
  stream,
  TWO_PLANS,
  work,
} from '../small-world.ts';

const PLAN = smallPlan(TWO_PLANS);
const CROWD: Team = { ...FIRST_LINE, agents: 100_000, calendar: 'Always' };
const DESK: Desk = { ...PLAIN_DESK, teams: [CROWD], discipline: ['severity'] };

const STEPS = [
  work('look', 0.5, { stops: { metric: 'respond', at: 'end' } }),
  work('wait', 4, { kind: 'wait', share: 0.4 }),
  work('solve', 2, { share: 0.9 }),
];

interface Trace {
  readonly severity: number;
  readonly story: readonly string[];
}

/** What happens to every ticket of a run under the plan Basic, by its stream and its number there. */
function traces(changes: Partial<CheckedSimulation> = {}): ReadonlyMap<string, Trace> {
  const simulation = smallSimulation({ runs: 1, warmUpDays: 0, work: STEPS, desk: DESK, ...changes });
  const stories: string[][] = [];
  const tell = (ticket: number, what: string) => (stories[ticket] ??= []).push(what);
  const step = (index: number) => simulation.work[index]?.name ?? '';
  const prepared = prepareSimulation(simulation, PLAN, load(PLAN));
  const { tickets } = simulateRun(prepared, 0, (plan) =>
    plan !== 0
      ? null
      : {
          begins: (ticket, index, _, now) => tell(ticket, `${step(index)} begins ${now}`),
          ends: (ticket, index, now) => tell(ticket, `${step(index)} ends ${now}`),
          left: (ticket, fate, now) => tell(ticket, `${fate} ${now}`),
        },
  );
  return new Map(
    Array.from({ length: tickets.count }, (_, i) => {
      const source = simulation.arrivals[tickets.stream[i] ?? -1]?.name ?? '';
      const severity = tickets.severity[i] ?? -1;
      const opened = `opened ${tickets.opened[i] ?? NaN}, ${severity}`;
      return [`${source} ${tickets.sequence[i] ?? -1}`, { severity, story: [opened, ...(stories[i] ?? [])] }];
    }),
  );
}

const BEFORE = traces();

/** All tickets of before, but those of a severity, are as they were. */
function expectUntouched(after: ReadonlyMap<string, Trace>, but = -1): void {
  let compared = 0;
  for (const [name, { severity, story }] of BEFORE) {
    if (severity === but) continue;
    expect(after.get(name)?.story).toEqual(story);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(500);
}

describe('the story of a ticket stays as it was when', () => {
  test('a plan is compared as well', () => {
    expectUntouched(traces({ plans: ['Basic'] }));
  });

  test('an agent, a team or a calendar of another team is added', () => {
    const more = { ...CROWD, agents: CROWD.agents + 1 };
    expectUntouched(
      traces({ desk: { ...DESK, teams: [more, { ...CROWD, name: 'Night', calendar: 'Nights' }] } }),
    );
  });

  test('another team has agents who are away', () => {
    const nights = { ...CROWD, name: 'Night', calendar: 'Nights', away: 0.5 };
    expectUntouched(traces({ desk: { ...DESK, teams: [CROWD, nights] } }));
  });

  test('a stream of other tickets is added before its own', () => {
    expectUntouched(traces({ arrivals: [stream({ name: 'requests', perWeek: 70 }), stream()] }));
  });

  test('tickets of another severity take another time', () => {
    const [look, ...others] = STEPS;
    if (look === undefined) throw new Error('there is a first step');
    const times = [
      { severities: ['S1'], time: { kind: 'gamma', mean: 9000, deviation: 4000 } as const },
      ...look.times,
    ];
    const after = traces({ work: [{ ...look, times }, ...others] });
    expectUntouched(after, 0);
    const changed = [...BEFORE].filter(
      ([name, { story }]) => String(after.get(name)?.story) !== String(story),
    );
    expect(changed.length).toBeGreaterThan(50);
  });

  test('tickets of another severity may be given up, interrupt, or weigh more', () => {
    const patience = [{ severities: ['S1'], time: { kind: 'fixed', seconds: 60 } as const }];
    expectUntouched(traces({ desk: { ...DESK, patience } }));
    expectUntouched(traces({ desk: { ...DESK, interrupts: { severities: ['S1'], then: 'redraw' } } }));
    const weights = ['S1', 'S2', 'S3'].map((name, i) => ({ name, weight: 3 - i }));
    expectUntouched(traces({ desk: { ...DESK, discipline: [], weights } }));
  });

  test('work ends in overtime, is handed over or begun anew, where no shift ends', () => {
    for (const kind of ['finish', 'restart', 'redraw'] as const)
      expectUntouched(traces({ desk: { ...DESK, teams: [{ ...CROWD, atClose: { kind } }] } }));
  });
});
