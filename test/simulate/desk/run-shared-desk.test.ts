/** Agents who have all tickets at once. Times are in hours, and each is worked out by hand beside it. */
import { describe, expect, test } from 'vitest';
import { PLAIN_RULES } from '../../../src/simulate/desk/desk-model.ts';
import { runDesk } from '../../../src/simulate/desk/run-desk.ts';
import { StepTable } from '../../../src/simulate/desk/step-table.ts';
import { openIn, runSmallDesk } from './small-desk.ts';

const SHARED = { allAtOnce: true };
const ALL_DAY = openIn([0, 1000]);
const ends = (
  teams: Parameters<typeof runSmallDesk>[0],
  tickets: Parameters<typeof runSmallDesk>[1],
  steps?: Parameters<typeof runSmallDesk>[2],
) => runSmallDesk(teams, tickets, steps, SHARED).stopped[0];

describe('a desk whose agents have all tickets at once', () => {
  test('gives one ticket the whole of an agent, and two of them half each', () => {
    // The first has had an hour alone at 1 and two more, at half the pace, at 5; then its last hour.
    expect(
      ends(
        [{ agents: 1, calendar: ALL_DAY }],
        [
          { opened: 0, takes: [4] },
          { opened: 1, takes: [2] },
        ],
      ),
    ).toEqual([6, 5]);
  });

  test('gives no ticket more than one agent', () => {
    expect(
      ends(
        [{ agents: 3, calendar: ALL_DAY }],
        [
          { opened: 0, takes: [4] },
          { opened: 0, takes: [2] },
        ],
      ),
    ).toEqual([4, 2]);
    // Three tickets of two agents get on at two thirds.
    expect(
      ends(
        [{ agents: 2, calendar: ALL_DAY }],
        [0, 0, 0].map((opened) => ({ opened, takes: [2] })),
      ),
    ).toEqual([3, 3, 3]);
  });

  test('goes on with all of them at the next opening', () => {
    // From 9 to 11 each has had an hour; they come at night and lie until nine.
    expect(
      ends(
        [{ agents: 1, calendar: openIn([9, 11], [20, 30]) }],
        [
          { opened: 3, takes: [2] },
          { opened: 5, takes: [1] },
        ],
      ),
    ).toEqual([21, 11]);
  });

  test('lets a ticket that waits for somebody else take none of the attention', () => {
    // Work, a wait of ten hours, work: the second has the agent alone from 2 to 12, when the first is
    // back and each needs an hour more.
    const steps = [
      { kind: 'work', clock: -1, at: 'end' },
      { kind: 'wait', clock: -1, at: 'end' },
      { kind: 'work', clock: 0, at: 'end' },
    ] as const;
    expect(
      ends(
        [{ agents: 1, calendar: ALL_DAY }],
        [
          { opened: 0, takes: [1, 10, 1] },
          { opened: 0, takes: [null, null, 12] },
        ],
        steps,
      ),
    ).toEqual([14, 14]);
  });

  test('gives a ticket to the open team with the fewest tickets an agent', () => {
    expect(
      ends(
        [
          { agents: 1, calendar: ALL_DAY },
          { agents: 2, calendar: openIn([1, 1000]) },
        ],
        [
          { opened: 0, takes: [4] },
          { opened: 0, takes: [4] },
          { opened: 2, takes: [2] },
        ],
      ),
    ).toEqual([8, 8, 4]);
  });

  test('never finishes what no team comes back for', () => {
    const { stopped, fate } = runSmallDesk(
      [{ agents: 1, calendar: openIn([0, 2]) }],
      [
        { opened: 0, takes: [5] },
        { opened: 3, takes: [1] },
      ],
      undefined,
      SHARED,
    );
    expect(fate).toEqual(['unfinished', 'unfinished']);
    expect(stopped[0]).toEqual([NaN, NaN]);
  });

  test('writes down which step stops a clock, and waits as long as the rules say', () => {
    const table = new StepTable(1, 4);
    const none = new Float64Array(1);
    const { stopped } = runDesk(
      {
        teams: [{ agents: 1, calendar: ALL_DAY, atClose: 'resume', presence: null }],
        steps: [
          { kind: 'work', clock: 0, at: 'end' },
          { kind: 'wait', clock: -1, at: 'end' },
          { kind: 'work', clock: 0, at: 'end' },
          { kind: 'wait', clock: -1, at: 'end' },
        ],
        opened: Float64Array.of(0),
        // The second work is done again once the ticket is reopened, and stops the clock that the first has stopped.
        durations: Float64Array.of(10, 20, 30, NaN),
        groups: [[0]],
        groupOf: () => 0,
        successorsOf: () => -1,
        urgency: [0, 1, 2, 3].map(() => ({ first: none, second: none })),
        clocks: 1,
        rules: { ...PLAIN_RULES, allAtOnce: true, waitEnds: (_, __, now, ms) => now + 10 * ms, reopens: 1 },
      },
      null,
      table,
    );
    expect([...table.stopped]).toEqual([1, 0, 1, 0]);
    expect(stopped.map((column) => [...column])).toEqual([[10 + 200 + 30]]);
  });

  test('has nothing to do without tickets', () => {
    expect(ends([{ agents: 1, calendar: ALL_DAY }], [])).toEqual([]);
  });
});
