/** The bulk of the random cases: few calendars, since each costs the reference a walk, and many questions of each. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../src/reference/index.ts';
import { engineOf } from '../engine/lower-calendar.ts';
import { LAW, runs } from './against-reference.ts';
import { calendarCase } from './calendar-arbitrary.ts';
import { askBoth, WALK_MS } from './questions.ts';
import { randomFrom } from './random.ts';

const CALENDARS = 250;
const QUESTIONS = 1200;

describe('the engine and the reference', { timeout: 4 * LAW.timeout }, () => {
  it('give the same answer to each of 200,000 random questions and more, of 250 random calendars', () => {
    let [agreed, givenUp] = [0, 0];
    const { numRuns } = runs(CALENDARS);
    fc.assert(
      fc.property(calendarCase, fc.integer(), ({ contract, focus, ticket }, seed) => {
        const calendar = engineOf(contract, ticket).calendar(0);
        const reference = readCalendar(contract, 'C', ticket, WALK_MS);
        const answers = askBoth(calendar, reference, { focus, walkMs: WALK_MS }, randomFrom(seed), QUESTIONS);
        expect(answers.differences.slice(0, 3)).toEqual([]);
        agreed += answers.agreed;
        givenUp += answers.givenUp;
      }),
      // Each run of a smaller case would ask as many questions again.
      { numRuns, endOnFailure: true },
    );
    expect(agreed + givenUp).toBe(numRuns * QUESTIONS);
    // What the reference gave up on is held to less, so it does not count.
    expect(agreed).toBeGreaterThanOrEqual((numRuns / CALENDARS) * 200_000);
  });
});
