import { describe, expect, test } from 'vitest';
import { prepareSimulation } from '../../src/simulate/prepare.ts';
import { simulate } from '../../src/simulate/run.ts';
import { ticketStory } from '../../src/simulate/story.ts';
import { FIRST_LINE, load, PLAIN_DESK, smallPlan, smallSimulation, TWO_PLANS, work } from './small-world.ts';

const PLAN = smallPlan(TWO_PLANS);
const ENGINE = load(PLAN);
const SIMULATION = smallSimulation({
  work: [
    work('first look', 0.5, { stops: { metric: 'respond', at: 'end' } }),
    work('for the customer', 5, { kind: 'wait', share: 0.5 }),
    work('solve', 0.2),
  ],
});
const PREPARED = prepareSimulation(SIMULATION, PLAN, ENGINE);

describe('ticketStory', () => {
  const outcome = simulate(SIMULATION, PLAN, ENGINE);

  test.each([0, 1])('tells what the outcome counted, ticket by ticket, under plan %d', (index) => {
    const stopped = outcome.plans[index]?.metrics[0]?.stopped ?? new Float64Array();
    for (const row of [0, 17, outcome.tickets.count - 1]) {
      const story = ticketStory(PREPARED, outcome.plans[index]?.plan ?? -1, outcome.tickets.id(row)) ?? [];
      expect(story[0]).toEqual({ kind: 'opened', at: outcome.tickets.opened[row] });
      expect(story.find((event) => event.kind === 'ends' && event.step === 'first look')?.at).toBe(
        stopped[row],
      );
      expect(story.map(({ at }) => at)).toEqual(story.map(({ at }) => at).sort((a, b) => a - b));
    }
  });

  test('names who works, and nobody for a wait', () => {
    const stories = [0, 1, 2, 3, 4, 5].flatMap(
      (row) => ticketStory(PREPARED, 0, outcome.tickets.id(row)) ?? [],
    );
    const teams = new Map(
      stories.flatMap((event) => (event.kind === 'begins' ? [[event.step, event.team]] : [])),
    );
    expect(teams.get('first look')).toBe('First line');
    expect(teams.get('solve')).toBe('First line');
    expect(teams.get('for the customer')).toBeNull();
  });

  test('tells of work that is interrupted and taken up again, and of tickets that are given up', () => {
    const simulation = smallSimulation({
      work: [work('repair', 3)],
      desk: {
        ...PLAIN_DESK,
        teams: [{ ...FIRST_LINE, agents: 2, calendar: 'Always' }],
        discipline: ['severity'],
        interrupts: { severities: ['S1'], then: 'resume' },
        patience: [{ severities: ['S3'], time: { kind: 'fixed', seconds: 600 } }],
      },
    });
    const prepared = prepareSimulation(simulation, PLAN, ENGINE);
    const stories = Array.from({ length: 60 }, (_, i) => ticketStory(prepared, 0, `1-${i + 1}`) ?? []);
    const kinds = stories.map((story) => story.map(({ kind }) => kind).join(', '));
    expect(kinds).toContain('opened, begins, ends');
    expect(kinds).toContain('opened, begins, set aside, begins, ends');
    expect(kinds).toContain('opened, left');
    const left = stories.find((story) => story[1]?.kind === 'left') ?? [];
    expect(left[1]).toEqual({ kind: 'left', at: (left[0]?.at ?? NaN) + 600_000, fate: 'given up' });
  });

  test.each(['', '1', '1-0', '0-1', '3-1', '1-999999', 'INC-7', '1-2-3x'])('knows no ticket `%s`', (id) => {
    expect(ticketStory(PREPARED, 0, id)).toBeNull();
  });
});
