import { describe, expect, test } from 'vitest';
import type { DeskStep } from '../../../src/simulate/desk/desk-model.ts';
import { openIn, runSmallDesk } from './small-desk.ts';

/** 09:00 to 17:00 on two days, in hours from the first midnight. */
const DAYS = openIn([9, 17], [33, 41], [57, 65]);
const AROUND_THE_CLOCK = openIn([0, 1000]);
const one = { agents: 1, calendar: DAYS };

describe('work and shifts', () => {
  test('work that does not fit before closing goes on at the next opening', () => {
    const { stopped } = runSmallDesk([one], [{ opened: 15, takes: [3] }]);
    expect(stopped[0]).toEqual([34]);
  });

  test('work that ends exactly at closing ends there, not at the next opening', () => {
    const { stopped } = runSmallDesk([one], [{ opened: 15, takes: [2] }]);
    expect(stopped[0]).toEqual([17]);
  });

  test('work longer than a day runs over two nights', () => {
    const { stopped } = runSmallDesk([one], [{ opened: 16, takes: [10] }]);
    expect(stopped[0]).toEqual([58]);
  });

  test('a ticket opened at closing time is taken at the next opening', () => {
    const { story } = runSmallDesk([one], [{ opened: 17, takes: [1] }]);
    expect(story).toEqual(['0 step 0 begins 33', '0 step 0 ends 34']);
  });

  test('a ticket opened at opening time is taken at once', () => {
    const { story } = runSmallDesk([one], [{ opened: 9, takes: [1] }]);
    expect(story[0]).toBe('0 step 0 begins 9');
  });

  test('an agent keeps a ticket over the night although a more urgent one came', () => {
    const { story } = runSmallDesk(
      [one],
      [
        { opened: 16, takes: [2], urgency: 3 },
        { opened: 20, takes: [1], urgency: 0 },
      ],
    );
    expect(story).toEqual([
      '0 step 0 begins 16',
      '0 step 0 ends 34',
      '1 step 0 begins 34',
      '1 step 0 ends 35',
    ]);
  });

  test('an agent who is done at closing time takes no new ticket before the morning', () => {
    const { story } = runSmallDesk(
      [one],
      [
        { opened: 15, takes: [2] },
        { opened: 16, takes: [1] },
      ],
    );
    expect(story[2]).toBe('1 step 0 begins 33');
  });

  test('tickets of the night are taken by urgency in the morning, not by arrival', () => {
    const { story } = runSmallDesk(
      [one],
      [
        { opened: 18, takes: [1], urgency: 2 },
        { opened: 19, takes: [1], urgency: 1 },
        { opened: 32, takes: [1], urgency: 0 },
      ],
    );
    expect(story.filter((line) => line.includes('begins'))).toEqual([
      '2 step 0 begins 33',
      '1 step 0 begins 34',
      '0 step 0 begins 35',
    ]);
  });

  test('what cannot be worked before the horizon is left unfinished, and the rest is not held up', () => {
    const { stopped, fate } = runSmallDesk(
      [one, { agents: 1, calendar: AROUND_THE_CLOCK }],
      [
        { opened: 60, takes: [6], teams: [0] },
        { opened: 61, takes: [6], teams: [1] },
        { opened: 70, takes: [1], teams: [0] },
      ],
    );
    expect(stopped[0]).toEqual([NaN, 67, NaN]);
    expect(fate).toEqual(['unfinished', 'finished', 'unfinished']);
  });

  test('a ticket that no team serves waits for ever', () => {
    const { fate } = runSmallDesk([one], [{ opened: 10, takes: [1], teams: [] }]);
    expect(fate).toEqual(['unfinished']);
  });
});

describe('what happens at one instant', () => {
  const around = { agents: 1, calendar: AROUND_THE_CLOCK };

  test('of two tickets that open together the more urgent is taken, whichever is numbered first', () => {
    const { story } = runSmallDesk(
      [around],
      [
        { opened: 5, takes: [1], urgency: 1 },
        { opened: 5, takes: [1], urgency: 0 },
      ],
    );
    expect(story[0]).toBe('1 step 0 begins 5');
  });

  test('an agent who becomes free when a more urgent ticket opens takes that one', () => {
    const { story } = runSmallDesk(
      [around],
      [
        { opened: 1, takes: [4], urgency: 1 },
        { opened: 2, takes: [1], urgency: 1 },
        { opened: 5, takes: [1], urgency: 0 },
      ],
    );
    expect(story[2]).toBe('2 step 0 begins 5');
  });

  test('of two equally urgent tickets the earlier deadline is first, then the earlier opening', () => {
    const { story } = runSmallDesk(
      [around],
      [
        { opened: 1, takes: [4] },
        { opened: 2, takes: [1] },
        { opened: 2, takes: [1], deadline: 90 },
        { opened: 2, takes: [1] },
        { opened: 3, takes: [1], deadline: 80 },
      ],
    );
    expect(story.filter((line) => line.includes('begins')).map((line) => line[0])).toEqual([
      '0',
      '4',
      '2',
      '1',
      '3',
    ]);
  });

  test('work of no length ends at the instant at which it begins and frees the agent then', () => {
    const { story } = runSmallDesk(
      [around],
      [
        { opened: 3, takes: [0] },
        { opened: 3, takes: [0] },
      ],
    );
    expect(story).toEqual(['0 step 0 begins 3', '0 step 0 ends 3', '1 step 0 begins 3', '1 step 0 ends 3']);
  });

  test('a team that opens when another closes takes over the line', () => {
    const { story } = runSmallDesk(
      [
        { agents: 1, calendar: openIn([9, 17], [33, 41]) },
        { agents: 1, calendar: openIn([17, 33]) },
      ],
      [
        { opened: 16.5, takes: [1] },
        { opened: 16.75, takes: [1] },
      ],
    );
    expect(story.slice(0, 3)).toEqual([
      '0 step 0 begins 16.5',
      '1 step 0 team 1 begins 17',
      '1 step 0 ends 18',
    ]);
  });

  test('of two free teams the one written first takes the ticket', () => {
    const { story } = runSmallDesk([around, around], [{ opened: 1, takes: [1] }]);
    expect(story[0]).toBe('0 step 0 begins 1');
  });

  test('a team leaves what it does not serve and takes the most urgent that it does', () => {
    const { story } = runSmallDesk(
      [around, around],
      [
        { opened: 1, takes: [1], teams: [1] },
        { opened: 1, takes: [1], teams: [1], urgency: -1 },
        { opened: 1, takes: [1], teams: [0, 1], urgency: 5 },
      ],
    );
    expect(story.filter((line) => line.includes('begins'))).toEqual([
      '2 step 0 begins 1',
      '1 step 0 team 1 begins 1',
      '0 step 0 team 1 begins 2',
    ]);
  });
});

describe('steps and clocks', () => {
  const steps: readonly DeskStep[] = [
    { kind: 'work', clock: 0, at: 'start' },
    { kind: 'wait', clock: -1, at: 'end' },
    { kind: 'work', clock: 1, at: 'end' },
  ];

  test('a wait takes nobody and counts around the clock', () => {
    const { story } = runSmallDesk(
      [one],
      [
        { opened: 9, takes: [1, 5, 1] },
        { opened: 9.5, takes: [1, null, 1] },
      ],
      steps,
    );
    expect(story).toEqual([
      '0 step 0 begins 9',
      '0 step 0 ends 10',
      '0 step 1 begins 10',
      '1 step 0 begins 10',
      '1 step 0 ends 11',
      '1 step 2 begins 11',
      '1 step 2 ends 12',
      '0 step 1 ends 15',
      '0 step 2 begins 15',
      '0 step 2 ends 16',
    ]);
  });

  test('a clock stops at the start or at the end of its step, as the step says', () => {
    const { stopped } = runSmallDesk([one], [{ opened: 8, takes: [1, 2, 3] }], steps);
    expect(stopped).toEqual([[9], [15]]);
  });

  test('a step that is skipped stops no clock, and the ticket is finished all the same', () => {
    const { stopped, fate } = runSmallDesk([one], [{ opened: 9, takes: [null, null, 1] }], steps);
    expect(stopped).toEqual([[NaN], [10]]);
    expect(fate).toEqual(['finished']);
  });

  test('a ticket that skips every step is finished when it opens', () => {
    const { fate, story } = runSmallDesk([one], [{ opened: 3, takes: [null, null, null] }], steps);
    expect(fate).toEqual(['finished']);
    expect(story).toEqual([]);
  });

  test('a clock that two steps stop is stopped by the last that the ticket has', () => {
    const { stopped } = runSmallDesk(
      [one],
      [
        { opened: 9, takes: [1, 1] },
        { opened: 9, takes: [1, null] },
      ],
      [
        { kind: 'work', clock: 0, at: 'end' },
        { kind: 'work', clock: 0, at: 'end' },
      ],
    );
    expect(stopped).toEqual([[11, 12]]);
  });

  test('a ticket back from a wait keeps its place by opening', () => {
    const { story } = runSmallDesk(
      [one],
      [
        { opened: 9, takes: [1, 1, 1] },
        { opened: 9, takes: [2, null, 1] },
        { opened: 10, takes: [1, null, 1] },
      ],
      steps,
    );
    // At 12 ticket 1 is done with its first step, 0 and 2 wait: 0 was opened first.
    expect(story.filter((line) => line.includes('begins')).slice(0, 4)).toEqual([
      '0 step 0 begins 9',
      '0 step 1 begins 10',
      '1 step 0 begins 10',
      '0 step 2 begins 12',
    ]);
  });
});
