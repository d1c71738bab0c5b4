/** Small desks at random: teams with shifts, steps, tickets, and the rules that a desk may have. */
import fc from 'fast-check';
import type { DeskStep } from '../../../src/simulate/desk/desk-model.ts';
import type { PlainTeam } from './hour-by-hour-desk.ts';
import type { SmallRules, SmallTicket } from './small-desk.ts';

/** No shift begins at this hour or later. */
export const LAST_SHIFT = 80;

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

export const randomDesk = fc
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
