import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeskStep } from '../../../src/simulate/desk/desk-model.ts';
import { walkHours, type PlainTeam } from './hour-by-hour-desk.ts';
import { openIn, runSmallDesk, type SmallRules, type SmallTicket } from './small-desk.ts';

const LAST_SHIFT = 80;

/** Stretches out of a list of open hours: `[3, 4, 7]` is 3 to 5 and 7 to 8. */
function stretchesOf(hours: readonly number[]): (readonly [number, number])[] {
  const stretches: [number, number][] = [];
  for (const hour of [...hours].sort((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last?.[1] === hour) last[1] = hour + 1;
    else stretches.push([hour, hour + 1]);
  }
  return stretches;
}

const stretches = fc
  .uniqueArray(fc.integer({ min: 0, max: LAST_SHIFT - 1 }), { minLength: 1, maxLength: LAST_SHIFT })
  .map(stretchesOf);

const team = (teams: number): fc.Arbitrary<PlainTeam> =>
  fc.record(
    {
      agents: fc.integer({ min: 1, max: 2 }),
      stretches,
      atClose: fc.constantFrom('resume', 'finish', 'restart', 'redraw', 'hand over'),
      to: fc.subarray([...Array(teams).keys()]),
      there: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 9 }),
    },
    { requiredKeys: ['agents', 'stretches', 'to'] },
  );

const step: fc.Arbitrary<DeskStep> = fc.record({
  kind: fc.constantFrom('work', 'work', 'wait'),
  clock: fc.integer({ min: -1, max: 1 }),
  at: fc.constantFrom('start', 'end'),
});

const rules = (teams: number, steps: number): fc.Arbitrary<SmallRules> =>
  fc.record(
    {
      room: fc.integer({ min: 0, max: 4 }),
      weights: fc.tuple(fc.constantFrom(1, 5), fc.constantFrom(1, 2), fc.constant(1)),
      interrupts: fc.record({
        upTo: fc.integer({ min: 0, max: 1 }),
        then: fc.constantFrom('resume', 'restart', 'redraw'),
      }),
      redrawn: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
      stepTeams: fc.tuple(
        ...Array.from({ length: steps }, () => fc.subarray([...Array(teams).keys()], { minLength: 1 })),
      ),
    },
    { requiredKeys: ['redrawn'] },
  );

const ticket = (teams: number, steps: number): fc.Arbitrary<SmallTicket> =>
  fc.record(
    {
      opened: fc.integer({ min: 0, max: 40 }),
      takes: fc.tuple(
        ...Array.from({ length: steps }, () => fc.option(fc.integer({ min: 0, max: 6 }), { freq: 4 })),
      ),
      urgency: fc.integer({ min: 0, max: 2 }),
      deadline: fc.constantFrom(50, 60, Infinity),
      teams: fc.subarray([...Array(teams).keys()]),
      patience: fc.integer({ min: 0, max: 12 }),
    },
    { requiredKeys: ['opened', 'takes', 'urgency', 'deadline', 'teams'] },
  );

const desk = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([teams, steps]) =>
    fc.record({
      teams: fc.array(team(teams), { minLength: teams, maxLength: teams }),
      steps: fc.array(step, { minLength: steps, maxLength: steps }),
      tickets: fc
        .array(ticket(teams, steps), { minLength: 1, maxLength: 14 })
        .map((list) => list.sort((a, b) => a.opened - b.opened)),
      rules: rules(teams, steps),
    }),
  );

test('the desk does what a walk over the hours does', () => {
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  fc.assert(
    fc.property(desk, ({ teams, steps, tickets, rules }) => {
      const shifts = teams.map(({ stretches, ...team }) => ({ ...team, calendar: openIn(...stretches) }));
      const { story, ...result } = runSmallDesk(shifts, tickets, steps, rules);
      // Behind the last shift only waits and overtime still end.
      expect(result).toEqual(walkHours(teams, tickets, steps, rules, LAST_SHIFT + 20));
      for (const fate of result.fate) count(fate ?? '');
      for (const line of story) if (line.includes('set aside')) count('set aside');
    }),
    { numRuns: 4000, seed: 20_160_307 },
  );
  // All of these are common, so none is tested by accident alone.
  expect([...seen.keys()].sort()).toEqual(['finished', 'given up', 'set aside', 'turned away', 'unfinished']);
  expect(Math.min(...seen.values())).toBeGreaterThan(500);
});
