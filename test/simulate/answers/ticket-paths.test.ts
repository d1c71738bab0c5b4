import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DeskLog, GONE, IN_LINE, SET_ASIDE, WAITS } from '../../../src/simulate/answers/desk-log.ts';
import { pathsInLog, pathsInTable, type TicketPaths } from '../../../src/simulate/answers/ticket-paths.ts';
import { turningPoints } from '../../../src/simulate/answers/turning-points.ts';
import { UNFINISHED, type DeskWork } from '../../../src/simulate/desk/desk-model.ts';
import { passesStepsOnce, runDesk } from '../../../src/simulate/desk/run-desk.ts';
import { StepTable } from '../../../src/simulate/desk/step-table.ts';
import { randomDesk } from '../desk/random-desk.ts';
import { openIn, runSmallDesk } from '../desk/small-desk.ts';

function rowsOf(path: TicketPaths, ticket: number): readonly (readonly number[])[] {
  path.read(ticket);
  return Array.from({ length: path.end - path.first }, (_, i) => {
    const row = path.first + i;
    return [path.at[row], path.does[row], path.step[row]] as readonly number[];
  });
}

test.each(['one after the other', 'all at once'])(
  'the times of the steps tell the same of a ticket as the log of a desk where agents take tickets %s',
  (takes) => {
    const seen = { done: 0, unfinished: 0 };
    fc.assert(
      fc.property(randomDesk, ({ teams, steps, tickets, rules }) => {
        const works: DeskWork[] = [];
        runSmallDesk(
          teams.map(({ stretches, atClose, there: _, ...team }) => ({
            ...team,
            atClose: atClose === 'finish' ? 'finish' : 'resume',
            calendar: openIn(...stretches),
          })),
          tickets.map(({ patience: _, ...ticket }) => ticket),
          steps,
          {
            ...(rules.stepTeams === undefined ? {} : { stepTeams: rules.stepTeams }),
            allAtOnce: takes === 'all at once',
          },
          (work, observer) => {
            works.push(work);
            return observer;
          },
        );
        const [work] = works as [DeskWork];
        expect(passesStepsOnce(work)).toBe(true);
        const log = new DeskLog(tickets.length, steps.length, null);
        const table = new StepTable(tickets.length, steps.length);
        const { fate } = runDesk(work, log, table);
        const [byLog, byTable] = [pathsInLog(log, tickets.length), pathsInTable(table)];
        tickets.forEach((_, ticket) => expect(rowsOf(byTable, ticket)).toEqual(rowsOf(byLog, ticket)));
        const points = (path: TicketPaths) => turningPoints(path, work.opened, fate, 1e9);
        expect(points(byTable)).toEqual(points(byLog));
        seen[fate.includes(UNFINISHED) ? 'unfinished' : 'done'] += 1;
      }),
      { numRuns: 600, seed: 1962 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  },
);

test('a log tells of each ticket what it did, in order, and of one that did nothing nothing', () => {
  const log = new DeskLog(3, 2, null);
  log.begins(1, 0, 0, 5);
  log.begins(2, 0, -1, 6);
  log.setAside(1, 0, 7);
  log.ends(2, 0, 8);
  log.left(1, 'given up', 9);
  const path = pathsInLog(log, 3);
  expect([0, 1, 2].map((ticket) => rowsOf(path, ticket))).toEqual([
    [],
    [
      [5, 0, 0],
      [7, SET_ASIDE, 0],
      [9, GONE, 0],
    ],
    [
      [6, WAITS, 0],
      [8, IN_LINE, 0],
    ],
  ]);
});
