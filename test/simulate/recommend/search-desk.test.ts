import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  searchDesk,
  type DeskQuestion,
  type DeskTrial,
} from '../../../src/simulate/recommend/search-desk.ts';
import '../../seed.ts';

/** A desk suits when the work of its teams reaches what is needed: an agent of team `i` does `does[i]`. Monotone. */
function question(
  does: readonly number[],
  needed: number,
  changes: Partial<DeskQuestion> = {},
): DeskQuestion {
  return {
    costs: does.map(() => 1),
    start: does.map(() => 1),
    most: does.map(() => 50),
    mostTrials: 10_000,
    work: (agents) => {
      const done = agents.reduce((sum, count, i) => sum + count * (does[i] ?? 0), 0);
      return Promise.resolve({ agents, suits: done >= needed, margin: done - needed });
    },
    ...changes,
  };
}

async function found(asked: DeskQuestion): Promise<DeskTrial> {
  const answer = await searchDesk(asked);
  if (answer.kind === 'none') throw new Error('no desk');
  return answer.found;
}

describe('the smallest desk', () => {
  test('of one team is the fewest agents that suit, wherever the search begins', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        async (needed, start) => {
          expect((await found(question([1], needed, { start: [start] }))).agents).toEqual([needed]);
        },
      ),
    );
  });

  test('suits, and with one agent fewer in any team does not', async () => {
    const teams = fc.integer({ min: 1, max: 4 }).chain((count) =>
      fc.record({
        does: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: count, maxLength: count }),
        costs: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: count, maxLength: count }),
        start: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: count, maxLength: count }),
        needed: fc.integer({ min: 1, max: 50 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(teams, async ({ does, costs, start, needed }) => {
        const asked = question(does, needed, { costs, start });
        const best = await found(asked);
        expect(best.suits).toBe(true);
        const fewer = best.agents.flatMap((count, team) =>
          count === 1 ? [] : [best.agents.map((each, i) => (i === team ? each - 1 : each))],
        );
        for (const agents of fewer) expect((await asked.work(agents)).suits).toBe(false);
      }),
    );
  });

  test('moves an agent from a dearer team to a cheaper one that does as much', async () => {
    const best = await found(question([1, 1], 12, { costs: [3, 2], start: [10, 1], most: [50, 9] }));
    expect(best.agents).toEqual([3, 9]);
  });

  test('is none where the largest does not suit, and that is asked first', async () => {
    const answer = await searchDesk(question([1, 1], 101));
    expect(answer.kind).toBe('none');
    expect(answer.tried.map(({ agents }) => agents)).toEqual([[50, 50]]);
  });

  test('tries no desk twice, no more than it may, and says where it stopped short', async () => {
    const keys: string[] = [];
    const asked = question([2, 3], 40);
    const watched: DeskQuestion = {
      ...asked,
      mostTrials: 6,
      work: (agents) => {
        keys.push(agents.join());
        return asked.work(agents);
      },
    };
    const answer = await searchDesk(watched);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBe(6);
    expect(answer).toMatchObject({ kind: 'desk', isCut: true });
    // What it has is a desk that suits, if not the smallest.
    expect(answer.kind === 'desk' && answer.found.suits).toBe(true);
  });

  test('is the same each time', async () => {
    const asked = question([2, 3, 1], 37, { costs: [5, 7, 2] });
    expect(await searchDesk(asked)).toEqual(await searchDesk(asked));
  });
});
