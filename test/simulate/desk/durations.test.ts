import { describe, expect, test } from 'vitest';
import type { WorkStep } from '../../../src/check/simulation-model.ts';
import { createTickets, type PreparedStream, type Tickets } from '../../../src/simulate/arrivals/tickets.ts';
import { drawDurations, prepareTimes } from '../../../src/simulate/desk/durations.ts';
import { choiceOf } from '../../../src/simulate/random/choice.ts';
import { createDraws, purposeOf } from '../../../src/simulate/random/draws.ts';
import { smallPlan, TWO_PLANS, work } from '../small-world.ts';

const PLAN = smallPlan(TWO_PLANS);
const DRAWS = createDraws(9, 0);
const STREAM: PreparedStream = {
  id: purposeOf('incidents'),
  rate: { at: Float64Array.from([0, 1e9]), expected: Float64Array.from([0, 4000]) },
  region: -1,
  severity: choiceOf([1, 1, 1]),
  channel: () => -1,
  type: () => -1,
  regions: () => -1,
  facts: [],
  modulation: null,
  log: null,
};
const TICKETS: Tickets = createTickets([STREAM], DRAWS);

function durationsOf(steps: readonly WorkStep[]): Float64Array {
  return drawDurations(prepareTimes(steps, PLAN), TICKETS, [STREAM], DRAWS);
}

describe('drawDurations', () => {
  test('takes the time that names the severity of the ticket, and the rest from the line for the rest', () => {
    const fixed = (seconds: number) => ({ kind: 'fixed', seconds }) as const;
    const times = [
      { severities: null, time: fixed(30) },
      { severities: ['S1'], time: fixed(10) },
      { severities: ['S3'], time: fixed(20) },
    ];
    const durations = durationsOf([work('look', 0, { times })]);
    const expected = [...TICKETS.severity].map((severity) => [10_000, 30_000, 20_000][severity]);
    expect(new Set(expected).size).toBe(3);
    expect([...durations]).toEqual(expected);
  });

  test('gives whole milliseconds', () => {
    for (const duration of durationsOf([work('look', 0.5)])) expect(Number.isInteger(duration)).toBe(true);
  });

  test('leaves a step out for the share of tickets that do not have it', () => {
    const durations = durationsOf([work('wait', 1, { share: 0.23 })]);
    const having = [...durations].filter((duration) => !Number.isNaN(duration)).length;
    // Four standard errors.
    expect(Math.abs(having / durations.length - 0.23)).toBeLessThan(
      4 * Math.sqrt((0.23 * 0.77) / durations.length),
    );
    expect([...durationsOf([work('wait', 1, { share: 0 })])].every(Number.isNaN)).toBe(true);
  });

  test('gives a step that comes after another to the tickets that had that, or to a share of them', () => {
    const asked = work('ask', 1, { share: 0.4 });
    const [all, half, alone] = [
      durationsOf([asked, work('visit', 1, { after: 'ask' })]),
      durationsOf([asked, work('visit', 1, { after: 'ask', share: 0.5 })]),
      durationsOf([work('visit', 1, { share: 0.5 })]),
    ];
    let [had, both] = [0, 0];
    for (let ticket = 0; ticket < TICKETS.count; ticket += 1) {
      const [ask, visit, sometimes] = [all[2 * ticket], all[2 * ticket + 1], half[2 * ticket + 1]];
      expect(Number.isNaN(visit)).toBe(Number.isNaN(ask));
      if (!Number.isNaN(ask)) had += 1;
      // Which of them have it is drawn as if there were no earlier step.
      expect(sometimes).toEqual(Number.isNaN(ask) ? NaN : alone[ticket]);
      if (!Number.isNaN(sometimes)) both += 1;
    }
    expect(both).toBeGreaterThan(had / 3);
    expect(both).toBeLessThan((2 * had) / 3);
  });

  test('gives a larger share of tickets the step and leaves those that had it as they were', () => {
    const few = durationsOf([work('wait', 1, { share: 0.2 })]);
    const more = durationsOf([work('wait', 1, { share: 0.3 })]);
    few.forEach((duration, i) => {
      if (!Number.isNaN(duration)) expect(more[i]).toBe(duration);
    });
  });

  test('gives two steps of one name times of their own', () => {
    const durations = durationsOf([work('look', 1), work('look', 1)]);
    expect(durations[0]).not.toBe(durations[1]);
  });

  test('says which step gives no time for a severity, when a ticket of it comes', () => {
    const times = [{ severities: ['S1'], time: { kind: 'fixed', seconds: 1 } as const }];
    expect(() => durationsOf([work('look', 0, { times })])).toThrow('step `look` gives no time for S');
  });
});
