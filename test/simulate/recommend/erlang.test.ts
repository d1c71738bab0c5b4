import { describe, expect, test } from 'vitest';
import { recommendDesk } from '../../../src/simulate/recommend/recommend-desk.ts';
import type { Wanted } from '../../../src/simulate/recommend/need-figures.ts';
import { erlangC, fewestAgents, waitsWithin } from '../../../src/simulate/recommend/erlang.ts';
import { fewestPatientAgents, offeredWithin } from '../../../src/simulate/recommend/erlang-a.ts';
import { simulateRun } from '../../../src/simulate/run.ts';
import {
  FIRST_LINE,
  load,
  PLAIN_DESK,
  planOf,
  smallPlan,
  smallSimulation,
  stream,
  target,
  work,
} from '../small-world.ts';

describe('Erlang C', () => {
  // A hundred calls in half an hour, three minutes each, twenty seconds: the worked example of Call Centre Helper.
  test.each([
    [11, 0.682118, 0.389614],
    [12, 0.449388, 0.640158],
    [13, 0.28527, 0.795595],
    [14, 0.174132, 0.88835],
    [15, 0.102042, 0.941453],
  ])('of %i agents and a load of ten', (agents, waits, within) => {
    expect(erlangC(agents, 10)).toBeCloseTo(waits, 6);
    expect(waitsWithin(agents, 10, 180, 20)).toBeCloseTo(within, 6);
  });

  test('of one agent is the load, and of no more agents than load everybody waits', () => {
    expect(erlangC(1, 0.8)).toBeCloseTo(0.8, 12);
    expect(erlangC(3, 3)).toBe(1);
    expect(waitsWithin(3, 3, 1, 100)).toBe(0);
  });

  test('needs fourteen for four in five within twenty seconds, and one for no load', () => {
    expect(fewestAgents(10, 180, 20, 0.8)).toBe(14);
    expect(fewestAgents(0, 180, 20, 0.8)).toBe(1);
  });
});

describe('Erlang A', () => {
  // 48 pieces of work a minute of a minute each, 50 agents, patience of two minutes; and 100 calls in half an hour, three minutes
  // each, 14 agents, patience of five. Worked out as birth and death; of waits of those who do not give up, beyond the limit.
  test('has the published figures of two lines', () => {
    expect(1 - offeredWithin(50, 48, 1, 0, 2)).toBeCloseTo(0.467774, 5);
    expect(offeredWithin(50, 48, 1, 1 / 3, 2)).toBeCloseTo(1 - (1 - 0.972864) * Math.exp(1 / 6), 5);
    expect(1 - offeredWithin(14, 10, 3, 0, 5)).toBeCloseTo(0.14526, 5);
  });

  test('comes to Erlang C as patience grows', () => {
    for (const agents of [11, 14, 18])
      expect(offeredWithin(agents, 10, 180, 20, 1e8)).toBeCloseTo(waitsWithin(agents, 10, 180, 20), 4);
  });

  test('needs no more agents than Erlang C, fewer the less patient they are, and fewer than the load at last', () => {
    const needed = [1e9, 600, 100, 10, 1].map((patience) => fewestPatientAgents(300, 180, 20, 0.8, patience));
    expect(needed[0]).toBe(fewestAgents(300, 180, 20, 0.8));
    expect(needed).toEqual(needed.toSorted((a, b) => b - a));
    expect(needed.at(-1)).toBeLessThan(300);
    expect(fewestPatientAgents(0, 180, 20, 0.8, 60)).toBe(1);
  });
});

/** The same calls round the clock, for a day: 200 an hour, exponential, answered in the order in which they come. */
const CALLS = smallSimulation({
  plans: ['Basic'],
  span: { from: '2026-03-02', to: '2026-03-02', zone: 'Europe/London' },
  warmUpDays: 0,
  runs: 4,
  arrivals: [stream({ perWeek: 200 * 168 })],
  work: [work('call', 0.05, { stops: { metric: 'respond', at: 'start' } })],
  desk: { ...PLAIN_DESK, teams: [{ ...FIRST_LINE, calendar: 'Always' }], discipline: ['arrival'] },
});
const ENGINE = load(smallPlan([planOf('Basic', [target('respond', { kind: 'elapsed', seconds: 20 })])]));

function wanted(share: number): Wanted {
  return { metric: 'respond', share, seconds: 20, severities: null, words: 'respond within 20 s' };
}

describe('the desk of a line for which Erlang C is exact', { timeout: 30_000 }, () => {
  const recommended = (share: number, agents = 4) =>
    recommendDesk({
      simulation: {
        ...CALLS,
        desk: { ...CALLS.desk, teams: [{ ...FIRST_LINE, calendar: 'Always', agents }] },
      },
      engine: ENGINE,
      place: 0,
      wanted: [wanted(share)],
      confidence: 0.95,
      mostTrials: 30,
      work: (prepared) => Promise.resolve([0, 1, 2, 3].map((run) => simulateRun(prepared, run))),
    });

  test('is the one that Erlang C says', async () => {
    const { answer } = await recommended(0.85);
    if (answer.kind === 'none') throw new Error('there is a desk');
    expect(answer.found.agents).toEqual([fewestAgents(10, 180, 20, 0.85)]);
    expect(answer.smaller.map(({ agents, suits }) => ({ agents, suits }))).toEqual([
      { agents: [13], suits: false },
    ]);
    // It began near: the largest, two or three on the way, and halving between them.
    expect(answer.tried.length).toBeLessThan(12);
  });

  test('is looked for from where Erlang A says, where callers give up', async () => {
    const time = { kind: 'exponential', mean: 60 } as const;
    const patient = { ...CALLS.desk, patience: [{ severities: null, time }] };
    const { by, start } = await recommendDesk({
      simulation: { ...CALLS, desk: patient },
      engine: ENGINE,
      place: 0,
      wanted: [wanted(0.85)],
      confidence: 0.95,
      mostTrials: 1,
      work: (prepared) => Promise.resolve([simulateRun(prepared, 0)]),
    });
    expect(by).toBe('Erlang A');
    const without = await recommended(0.85);
    expect(without.by).toBe('Erlang C');
    // The busiest hour of three days has a few calls more than the others.
    expect(without.start[0]).toBeGreaterThanOrEqual(14);
    expect(without.start[0]).toBeLessThan(19);
    expect(start[0]).toBeLessThan(without.start[0] ?? NaN);
    expect(start[0]).toBeGreaterThanOrEqual(fewestPatientAgents(10, 180, 20, 0.85, 60));
  });

  test('grows with the share that is wanted, and does not hang on the desk that the simulation has', async () => {
    const agents: number[] = [];
    for (const share of [0.4, 0.6, 0.85, 0.93]) {
      const { answer } = await recommended(share);
      agents.push(answer.kind === 'desk' ? (answer.found.agents[0] ?? NaN) : NaN);
    }
    expect(agents).toEqual(agents.toSorted((a, b) => a - b));
    expect((await recommended(0.85, 40)).answer).toMatchObject({ found: { agents: [14] } });
  });

  test('is none by day for a promise round the clock, since calls of the night are due before anybody comes', async () => {
    const { answer, why } = await recommendDesk({
      simulation: { ...CALLS, runs: 2, desk: { ...CALLS.desk, teams: [FIRST_LINE] } },
      engine: ENGINE,
      place: 0,
      wanted: [wanted(0.8)],
      confidence: 0.95,
      mostTrials: 30,
      work: (prepared) => Promise.resolve([0, 1].map((run) => simulateRun(prepared, run))),
    });
    expect(answer.kind).toBe('none');
    expect(why?.missed).toBeGreaterThan(0);
    expect(why?.beforeShift).toBe(why?.missed);
    expect(why?.example?.ticket).toBe('1-1');
  });

  test('is none where the work itself takes longer, and then nobody is late for want of a shift', async () => {
    const { answer, why } = await recommendDesk({
      simulation: {
        ...CALLS,
        work: [
          work('call', 1, {
            stops: { metric: 'respond', at: 'end' },
            times: [{ severities: null, time: { kind: 'fixed', seconds: 21 } }],
          }),
        ],
      },
      engine: ENGINE,
      place: 0,
      wanted: [wanted(0.8)],
      confidence: 0.95,
      mostTrials: 30,
      work: (prepared) => Promise.resolve([simulateRun(prepared, 0)]),
    });
    expect(answer.kind).toBe('none');
    expect(why).toMatchObject({ beforeShift: 0, example: null });
  });
});
