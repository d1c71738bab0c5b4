import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomDesk } from '../desk/random-desk.ts';
import { openIn, runSmallDesk } from '../desk/small-desk.ts';

/** Shifts of every day behind those of the random desk, so that all that can be worked is worked in the end. */
const LATER = Array.from({ length: 60 }, (_, day) => [100 + day * 24, 110 + day * 24] as const);

test("Little's law holds to rounding on every run that empties itself", { timeout: 60_000 }, () => {
  let emptied = 0;
  fc.assert(
    fc.property(randomDesk, ({ teams, steps, tickets, rules }) => {
      const shifts = teams.map(({ stretches, there: _, ...team }) => ({
        ...team,
        calendar: openIn(...stretches, ...LATER),
      }));
      // A last wait, which no ticket skips, tells when a ticket is done.
      const clock = 1 + Math.max(...steps.map((step) => step.clock));
      const { stopped, fate, left, story } = runSmallDesk(
        shifts,
        tickets.map((ticket) => ({ ...ticket, takes: [...ticket.takes, 0] })),
        [...steps, { kind: 'wait', clock, at: 'end' }],
        rules,
      );
      if (fate.includes('unfinished')) return;
      emptied += 1;
      // The number present, integrated over time event by event as the desk told them …
      const changes = tickets.map(({ opened }) => ({ at: opened, by: 1 }));
      for (const line of story) {
        const at = Number(/[\d.]+$/.exec(line)?.[0]);
        if (line.includes(`step ${steps.length} ends`) || / is (given up|turned away) /.test(line))
          changes.push({ at, by: -1 });
      }
      let [area, present, last] = [0, 0, 0];
      for (const { at, by } of changes.sort((a, b) => a.at - b.at || b.by - a.by)) {
        area += present * (at - last);
        present += by;
        last = at;
      }
      // … is the sum of the times that each ticket stayed, as the columns have them.
      const stayed = tickets.map(({ opened }, i) => {
        const end = fate[i] === 'finished' ? stopped[clock]?.[i] : left[i];
        return (end ?? NaN) - opened;
      });
      expect(present).toBe(0);
      expect(area).toBeCloseTo(
        stayed.reduce((sum, time) => sum + time, 0),
        6,
      );
    }),
    { numRuns: 2000, seed: 1961 },
  );
  expect(emptied).toBeGreaterThan(500);
});
