/** Common random numbers: what is added for some tickets changes no draw of any other. */
import { describe, expect, test } from 'vitest';
import { createTickets } from '../../../src/simulate/arrivals/tickets.ts';
import { drawDurations } from '../../../src/simulate/desk/durations.ts';
import { drawReopening, drawTurns } from '../../../src/simulate/life/draw-turns.ts';
import { createDraws } from '../../../src/simulate/random/draws.ts';
import { contractWith, RULES, worldOf, type Said } from './customer-world.ts';

interface Drawn {
  readonly opened: number;
  readonly truly: number;
  readonly reported: number;
  readonly described: number;
  readonly takes: readonly number[];
  readonly when: readonly number[];
}

/** All that is drawn for each ticket of a run, by its stream and its number there. */
async function drawsOf(said: Said, plan = contractWith(RULES)): Promise<ReadonlyMap<string, Drawn>> {
  const { prepared } = await worldOf(said, plan);
  const { streams, times, simulation, work, turns } = prepared;
  const draws = createDraws(simulation.seed, 0);
  const tickets = createTickets(streams, draws);
  const durations = drawDurations(times, tickets, streams, draws);
  const drawn = turns === null ? null : drawTurns(turns, tickets, streams, draws);
  if (drawn !== null) drawReopening(work, drawn, streams, times, draws, durations);
  const names = simulation.arrivals.map(({ name }) => name);
  return new Map(
    Array.from({ length: tickets.count }, (_, row) => {
      const key = `${names[tickets.stream[row] as number] ?? ''} ${tickets.sequence[row] as number}`;
      return [
        key,
        {
          opened: tickets.opened[row] as number,
          truly: tickets.severity[row] as number,
          reported: drawn?.tickets.severity[row] ?? (tickets.severity[row] as number),
          described: drawn?.described[row] ?? -1,
          takes: [...durations.subarray(row * times.length, (row + 1) * times.length)],
          when: (drawn?.when ?? []).map((column) => column[row] as number),
        },
      ] as const;
    }),
  );
}

const BASE: Said = {
  plans: 'Basic',
  stream: 'works in Office',
  lines: 'raised in 30% of P3 to P2 after exponential mean 3 h',
  desk: 'team "Line" 2 agents in Office\n    takes by severity, then deadline',
};

const ANOTHER_STREAM = `arrivals "others" {
    zone Europe/Berlin
    rate 30 per week
    hours {
      Mon..Sun 1 1 1 1 1 1 2 3 8 9 9 9 8 8 8 8 7 3 2 1 1 1 1 1
    }
    severities P1 20, P2 80
    works in Office
    misjudged P2 as P1 in 50%
  }`;

const ofAll = (drawn: ReadonlyMap<string, Drawn>) =>
  new Map([...drawn].filter(([key]) => key.startsWith('all ')));

describe('every draw of every ticket stays what it was', () => {
  test.each<[string, Said, string]>([
    ['a plan is added', { ...BASE, plans: 'Round, Basic' }, contractWith(RULES)],
    [
      'a worker and a team are added',
      {
        ...BASE,
        desk: 'team "Line" 7 agents in 24x7\n    team "More" 1 agents in Office for P1\n    takes by deadline',
      },
      contractWith(RULES),
    ],
    [
      'a rule for one severity is added',
      BASE,
      contractWith(`${RULES}\nrule "urgent" on reply when severity = P1 then tell manager`),
    ],
    [
      'another discipline is followed',
      { ...BASE, desk: 'team "Line" 2 agents in Office\n    takes by age weighed P1 4, P2 2, P3 1' },
      contractWith(RULES),
    ],
  ])('where %s', async (_, said, plan) => {
    expect(await drawsOf(said, plan)).toEqual(await drawsOf(BASE));
  });

  test('of a stream, where another is added whose customers do something else', async () => {
    const alone = await drawsOf(BASE);
    const together = await drawsOf({ ...BASE, second: ANOTHER_STREAM });
    expect(together.size).toBeGreaterThan(alone.size + 20);
    expect(ofAll(together)).toEqual(alone);
  });

  test('where a behaviour is added before it: all but what that behaviour draws', async () => {
    const before = await drawsOf(BASE);
    const after = await drawsOf({
      ...BASE,
      lines: `undescribed in 30% then described after exponential mean 2 h
  agrees in 40% after exponential mean 1 h
  lowered in 20% of P1 to P2 after exponential mean 1 h
  ${BASE.lines ?? ''}
  reopened in 30% after exponential mean 9 h for "solution"`,
    });
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [key, drawn] of before) {
      const now = after.get(key);
      expect(now?.opened).toBe(drawn.opened);
      expect([now?.truly, now?.reported]).toEqual([drawn.truly, drawn.reported]);
      expect(now?.takes.slice(0, 3)).toEqual(drawn.takes);
      expect(now?.when[2]).toEqual(drawn.when[0]);
    }
    expect([...after.values()].some(({ takes }) => !Number.isNaN(takes[4]))).toBe(true);
  });

  test('of all other severities, where one is misjudged: and of that one all but its severity', async () => {
    const before = await drawsOf(BASE);
    const after = await drawsOf({ ...BASE, lines: `misjudged P1 as P3 in 50%\n  ${BASE.lines ?? ''}` });
    for (const [key, drawn] of before) {
      const now = after.get(key);
      expect({ ...now, reported: drawn.truly }).toEqual({ ...drawn });
      if (drawn.truly !== 0) expect(now).toEqual(drawn);
    }
    expect([...after.values()].some(({ truly, reported }) => truly !== reported)).toBe(true);
  });

  test('where a step of the work is added that some tickets have', async () => {
    const before = await drawsOf(BASE);
    const after = await drawsOf({
      ...BASE,
      lines: `work "report" in 40% {\n    otherwise exponential mean 5 min\n  }\n  ${BASE.lines ?? ''}`,
    });
    for (const [key, drawn] of before) {
      const { takes, ...rest } = after.get(key) ?? { takes: [] };
      expect(rest).toEqual((({ takes: _, ...others }) => others)(drawn));
      expect(takes.slice(0, 3)).toEqual(drawn.takes);
    }
  });
});
