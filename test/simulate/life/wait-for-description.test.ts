import { describe, expect, test } from 'vitest';
import { behaviourNotes } from '../../../src/simulate/life/behaviour-notes.ts';
import '../../seed.ts';
import { bothWays, contractWith, RULES, worldOf, type World } from './customer-world.ts';

const DESCRIBED = 'undescribed in 40% then described after exponential mean 1 h';
const GATE = `wait "for the description" as waiting for customer {
    otherwise until described
  }`;
/** Nobody waits for an agent, so that a ticket's times are its own. */
const MANY = 'team "Line" 200 agents in 24x7\n    takes by arrival';
const MINUTE = 60_000;

/** Of each ticket, in minutes from its opening: when it was described (0 from the start), and when it was done. */
function timesOf({ outcome }: World) {
  return Array.from({ length: outcome.tickets.count }, (_, ticket) => {
    const history = outcome.historyOf?.(0, ticket);
    if (history === null || history === undefined) throw new Error('the ticket has no history');
    const opened = outcome.tickets.opened[ticket] as number;
    const resolve = outcome.plans[0]?.metrics.find(({ metric }) => metric === 'resolve');
    const events = history.events.map(({ at, kind }) => ({ at, name: history.program.eventNames[kind] }));
    const at = events.find(({ name, at: when }) => name === 'described' && when > opened)?.at ?? opened;
    return {
      described: (at - opened) / MINUTE,
      done: ((resolve?.stopped[ticket] ?? NaN) - opened) / MINUTE,
    };
  });
}

describe('a wait until a ticket is described', () => {
  test('holds the work behind it back so long, and is none where the description is there by then', async () => {
    const wait = 'in 0% as waiting for customer';
    const [free, held] = await Promise.all(
      ['', GATE].map(async (before) =>
        timesOf(await worldOf({ wait, lines: DESCRIBED, desk: MANY, before })),
      ),
    );
    const pairs = (held ?? []).map((ticket, i) => ({ ...ticket, free: free?.[i]?.done ?? NaN }));
    const late = pairs.filter(({ described, done, free: without }) => described > 0 && done !== without);
    const early = pairs.filter(({ done, free: without }) => done === without);
    // All draws are those of the desk that does not wait: the two differ by the waiting alone.
    for (const { described, done, free: without } of late) expect(done - described).toBeLessThan(without);
    for (const { described, done } of late) expect(done).toBeGreaterThan(described);
    expect(late.length).toBeGreaterThan(15);
    expect(early.filter(({ described }) => described === 0).length).toBeGreaterThan(30);
    // Some are described while somebody looks at them for the first time.
    expect(early.some(({ described }) => described > 0)).toBe(true);
    expect(pairs.every(({ described, done }) => described === 0 || done > described)).toBe(true);
  });

  test('is none for a severity of which nobody asks for one', async () => {
    const before = GATE.replace('otherwise', 'P1 fixed 1 s\n    otherwise');
    const said = { wait: 'in 0% as waiting for customer', lines: DESCRIBED, desk: MANY };
    const [free, held] = await Promise.all([worldOf(said), worldOf({ ...said, before })]);
    const longer = (severity: number) => {
      const without = timesOf(free);
      const more = timesOf(held).map(({ done }, i) => done - (without[i]?.done ?? NaN));
      return more.filter((_, i) => free.outcome.tickets.severity[i] === severity);
    };
    // A second each, of those that are described and of those that are not; nobody is held up by the others.
    expect(new Set(longer(0).map((minutes) => Math.round(minutes * MINUTE)))).toEqual(new Set([1000]));
    expect(Math.max(...longer(1))).toBeGreaterThan(30);
  });

  test.each([
    ['one after another', 'team "Line" 2 agents in Office\n    takes by severity, then deadline'],
    ['all at once', 'team "Line" 2 agents in Office\n    takes all at once'],
  ])(
    'leaves every promise as the reference finds it in the history, from agents with %s',
    async (_, desk) => {
      const lines = `${DESCRIBED} during their hours
  misjudged P3 as P1 in 20% then corrected at end of "first look"
  reopened in 20% after exponential mean 5 h for "solution" at 50%`;
      const world = await worldOf(
        { stream: 'works in Office', lines, desk, before: GATE },
        contractWith(RULES),
      );
      const { engine, reference } = bothWays(world);
      expect(engine.length).toBeGreaterThan(100);
      expect(engine).toEqual(reference);
      for (const { described, done } of timesOf(world))
        expect(described === 0 || done > described).toBe(true);
    },
  );

  test('is told of where there is none, and tickets come without descriptions', async () => {
    const told = async (before: string) =>
      behaviourNotes((await worldOf({ lines: DESCRIBED, before })).prepared).join(' ');
    expect(await told('')).toContain('A ticket without a description is worked on like any other');
    expect(await told(GATE)).not.toContain('without a description');
  });

  test('counts towards the patience, which ends no ticket before it comes to the line', async () => {
    const said = {
      wait: 'in 0% as waiting for customer',
      lines: 'undescribed in 100% then described after fixed 10 h',
      // Before the first work.
      second: GATE,
      before: 'patience {\n    otherwise fixed 1 h\n  }',
    };
    const givenUp = ({ outcome }: World) =>
      Number(/(\d+) of the tickets were given up/.exec(outcome.notes.join())?.[1] ?? 0);
    // An agent is free for each as it is described, nine hours past its patience.
    const free = await worldOf({ ...said, desk: MANY });
    expect(givenUp(free)).toBe(0);
    expect(timesOf(free).every(({ done }) => done > 600)).toBe(true);
    // Whoever is not taken at once is given up then.
    const busy = await worldOf({ ...said, desk: 'team "Line" 1 agents in 24x7\n    takes by arrival' });
    expect(givenUp(busy)).toBeGreaterThan(0);
    const first = busy.outcome.plans[0]?.firstWork ?? new Float64Array();
    const waited = [...first].map(
      (at, row) => at - (busy.outcome.tickets.opened[row] as number) - 600 * MINUTE,
    );
    expect(waited.filter((ms) => Math.abs(ms) > 1)).toEqual([]);
  });
});
