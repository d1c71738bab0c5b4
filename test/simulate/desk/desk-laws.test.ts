import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeskStep } from '../../../src/simulate/desk/run-desk.ts';
import { walkHours, type PlainTeam } from './hour-by-hour-desk.ts';
import { openIn, runSmallDesk, type SmallTicket } from './small-desk.ts';

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

const team: fc.Arbitrary<PlainTeam> = fc.record({
  agents: fc.integer({ min: 1, max: 2 }),
  stretches: fc
    .uniqueArray(fc.integer({ min: 0, max: LAST_SHIFT - 1 }), { minLength: 1, maxLength: LAST_SHIFT })
    .map(stretchesOf),
});

const step: fc.Arbitrary<DeskStep> = fc.record({
  kind: fc.constantFrom('work', 'work', 'wait'),
  clock: fc.integer({ min: -1, max: 1 }),
  at: fc.constantFrom('start', 'end'),
});

const desk = fc
  .record({
    teams: fc.array(team, { minLength: 1, maxLength: 3 }),
    steps: fc.array(step, { minLength: 1, maxLength: 3 }),
  })
  .chain(({ teams, steps }) =>
    fc.record({
      teams: fc.constant(teams),
      steps: fc.constant(steps),
      tickets: fc.array(
        fc.record({
          opened: fc.integer({ min: 0, max: 40 }),
          takes: fc.tuple(...steps.map(() => fc.option(fc.integer({ min: 0, max: 6 }), { freq: 4 }))),
          urgency: fc.integer({ min: 0, max: 1 }),
          deadline: fc.constantFrom(50, 60, Infinity),
          teams: fc.subarray([...teams.keys()]),
        }),
        { minLength: 1, maxLength: 12 },
      ),
    }),
  )
  .map(({ teams, steps, tickets }) => ({
    teams,
    steps,
    tickets: tickets.sort((a, b) => a.opened - b.opened) satisfies SmallTicket[],
  }));

test('the desk does what a walk over the hours does', () => {
  const seen = { unfinished: 0, finished: 0 };
  fc.assert(
    fc.property(desk, ({ teams, steps, tickets }) => {
      const shifts = teams.map(({ agents, stretches }) => ({ agents, calendar: openIn(...stretches) }));
      const { stopped, finished } = runSmallDesk(shifts, tickets, steps);
      // Behind the last shift only waits still end.
      expect({ stopped, finished }).toEqual(walkHours(teams, tickets, steps, LAST_SHIFT + 20));
      for (const done of finished) seen[done === 1 ? 'finished' : 'unfinished'] += 1;
    }),
    { numRuns: 1500, seed: 20_160_307 },
  );
  // Both outcomes are common, so neither is tested by accident alone.
  expect(Math.min(seen.finished, seen.unfinished)).toBeGreaterThan(1000);
});
