import fc from 'fast-check';
import { expect, test } from 'vitest';
import { walkHours } from './hour-by-hour-desk.ts';
import { LAST_SHIFT, randomDesk } from './random-desk.ts';
import { openIn, runSmallDesk } from './small-desk.ts';

test('the desk does what a walk over the hours does', { timeout: 60_000 }, () => {
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  fc.assert(
    fc.property(randomDesk, ({ teams, steps, tickets, rules }) => {
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
