import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../../src/engine/index.ts';
import { simulateRun } from '../../../src/simulate/run.ts';
import '../../seed.ts';
import { bothWays, contractWith, RULES, worldOf, type World } from './customer-world.ts';

const EVERYTHING = `misjudged P3 as P1 in 20%, P2 as P1 in 10%, P1 as P3 in 20% then corrected at end of "first look"
  raised in 20% of P3 to P2 after exponential mean 3 h
  lowered in 20% of P1 by 1 at end of "for the customer"
  happens restored partly in 40% of P1, P2 at start of "solution"
  undescribed in 25% then described after exponential mean 4 h during their hours
  agrees in 60%, refuses in 20% after exponential mean 20 min
  reopened in 20% after exponential mean 5 h during Office for "first look", "solution" at 50%`;

function eventsOf({ outcome }: World, ticket: number) {
  const history = outcome.historyOf?.(0, ticket);
  if (history === null || history === undefined) throw new Error('the ticket has no history');
  const { program, events } = history;
  return events.map(({ at, kind, sets }) => ({ at, event: program.eventNames[kind] ?? '', sets }));
}

function officeOf({ prepared: { engine } }: World): Calendar {
  return engine.calendar(engine.plan.calendars.findIndex(({ name }) => name === 'Office'));
}

const rowsOf = ({ outcome }: World) => Array.from({ length: outcome.tickets.count }, (_, ticket) => ticket);

describe('a ticket of customers who do everything', () => {
  test.each([
    ['one after another', undefined],
    ['all at once', 'team "Line" 2 agents in Office\n    takes all at once'],
  ])('has the promises that the reference finds in its history, from agents with %s', async (_, desk) => {
    const world = await worldOf({
      stream: 'works in Office',
      lines: EVERYTHING,
      ...(desk === undefined ? {} : { desk }),
    });
    const { engine, reference, events, consents } = bothWays(world);
    expect(engine.length).toBeGreaterThan(100);
    expect(engine).toEqual(reference);
    const seen = new Set(events.map(({ event }) => event));
    for (const event of [
      'corrected',
      'raised',
      'lowered',
      'described',
      'restored partly',
      'agreed',
      'refused',
    ])
      expect(seen).toContain(event);
    expect(seen).toContain('reopened');
    expect(new Set(consents.map(({ answer }) => answer))).toEqual(new Set(['open', 'agreed', 'refused']));
  });

  test('has them whatever the customers do, and whoever works', async () => {
    const lines = fc.subarray(EVERYTHING.split('\n  '), { minLength: 1 });
    const desk = fc.constantFrom(
      'team "Line" 2 agents in Office\n    takes by severity, then deadline',
      'team "Top" 1 agents in 24x7 for P1\n    team "Line" 1 agents in Office for P2, P3\n    takes by severity\n    interrupt for P1 then redraw',
      'team "Top" 1 agents in 24x7 for P1\n    team "Line" 2 agents in Office for P2, P3\n    takes all at once',
      'team "Line" 1 agents in Office\n    team "Night" 1 agents in 24x7\n    closing of "Line" hand over to "Night"\n    takes by age weighed P1 9, P2 3, P3 1',
    );
    await fc.assert(
      fc.asyncProperty(lines, desk, fc.boolean(), fc.nat(999), async (said, by, hasRules, seed) => {
        const some = said.filter((line) => hasRules || !line.startsWith('agrees'));
        fc.pre(some.length > 0);
        const world = await worldOf(
          { stream: 'works in Office', lines: some.join('\n  '), desk: by, seed, perWeek: 25 },
          contractWith(hasRules ? RULES : ''),
        );
        const { engine, reference } = bothWays(world);
        expect(engine).toEqual(reference);
      }),
      { numRuns: 12 },
    );
  });
});

test('a machine that is asked for deadlines alone finds those that it finds with all it measures', async () => {
  const world = await worldOf({ stream: 'works in Office', lines: EVERYTHING });
  const { machine } = world.prepared.lives;
  for (const ticket of rowsOf(world)) {
    const events = world.outcome.historyOf?.(0, ticket)?.events ?? [];
    const whole = machine.judge(events, NaN);
    const unmeasured = { used: null, remaining: null, paused: null };
    const clocks = whole?.clocks.map((clock) => ({ ...clock, ...unmeasured })) ?? [];
    const brief = machine.judgeDeadlines(events, NaN);
    expect({ ...brief, clocks: brief?.clocks.map((clock) => ({ ...clock, ...unmeasured })) }).toEqual({
      ...whole,
      clocks,
    });
  }
});

describe('a ticket to which nothing happens but work and waits', () => {
  const LINES = [
    'misjudged P3 as P1 in 20% then corrected at end of "first look"',
    'raised in 20% of P3 to P2 after exponential mean 3 h',
    'reopened in 20% after exponential mean 5 h for "solution"',
  ];

  /** A clock that stops before the pause begins, and one that is paused. */
  const BOTH_PAUSE = contractWith().replace(
    'stops on reply; pauses never',
    'stops on reply; pauses while waiting for customer',
  );

  test('is judged by columns as by the machine', async () => {
    const wait = fc.constantFrom(
      'in 70% as waiting for customer',
      'in 100% as waiting for customer during their hours',
      'in 50% stops respond at start as waiting for customer',
      'in 50% stops resolve at end as waiting for customer',
      'in 50%',
    );
    const desk = fc.constantFrom(
      'team "Line" 1 agents in Office\n    takes by severity, then deadline',
      'team "Line" 1 agents in Office for P1, P2\n    takes by deadline',
      'team "Line" 1 agents in Office\n    takes by arrival\n    room for 3 waiting',
    );
    let quick = 0;
    await fc.assert(
      fc.asyncProperty(fc.subarray(LINES), wait, desk, fc.nat(999), async (lines, waits, by, seed) => {
        const said = {
          plans: 'Basic, Round',
          stream: 'works in Office',
          lines: lines.join('\n  '),
          wait: waits,
          desk: by,
          seed,
        };
        const { prepared } = await worldOf(said, BOTH_PAUSE);
        const { lives } = prepared;
        const judged = (isQuick: boolean) => {
          const plans = lives.plans.map((plan) => ({
            ...plan,
            isPlain: false,
            ...(isQuick ? {} : { pausing: null }),
          }));
          return simulateRun({ ...prepared, lives: { ...lives, plans } }, 0).plans.map(
            ({ metrics }) => metrics,
          );
        };
        if (lives.plans.every(({ pausing }) => pausing !== null)) quick += 1;
        expect(judged(true)).toEqual(judged(false));
      }),
      { numRuns: 15 },
    );
    expect(quick).toBeGreaterThan(5);
  });

  test('is so too once it has been changed, by whatever the contract makes of that', async () => {
    const basis = fc.constantFrom(
      'count from open',
      'count from the change, a breach is forgotten',
      'count from reply',
      'keep elapsed',
      'keep old',
      'proportional',
      'count from open, late from the change',
      'keep elapsed, a breach stays a breach',
      'keep elapsed, earlier of old and new',
      'count from open, never due less than 2 h after the change',
    );
    const changed = fc.subarray(
      [
        'misjudged P3 as P1 in 40% then corrected at end of "first look"',
        'raised in 60% of P3 to P2 after exponential mean 3 h',
        'raised in 30% by 1 at end of "first look"',
        'lowered in 40% of P1 to P3 after exponential mean 8 h',
        'lowered in 30% of P2 to P3 at start of "solution"',
      ],
      { minLength: 1 },
    );
    const asked = { byMachine: 0, goneOn: 0 };
    await fc.assert(
      fc.asyncProperty(
        basis,
        basis,
        changed,
        fc.boolean(),
        fc.nat(999),
        async (up, down, lines, byAge, seed) => {
          const changes = `on raise ${up}\non lower ${down}\non correction ${up}`;
          const { prepared } = await worldOf(
            {
              plans: 'Basic, Round',
              stream: 'works in Office',
              lines: lines.join('\n  '),
              wait: 'in 70% as waiting for customer',
              desk: `team "Line" 1 agents in Office\n    takes by ${byAge ? 'arrival' : 'severity, then deadline'}`,
              seed,
            },
            contractWith('', changes).replace(
              'stops on reply; pauses never',
              'stops on reply; pauses while waiting for customer',
            ),
          );
          const { lives } = prepared;
          let judged = 0;
          const machine: typeof lives.machine = {
            judge: (events, at, witness) => {
              if (Number.isNaN(at)) judged += 1;
              return lives.machine.judge(events, at, witness);
            },
            judgeDeadlines: (events, at) => lives.machine.judgeDeadlines(events, at),
          };
          const metricsOf = (isQuick: boolean) => {
            const plans = lives.plans.map((plan) => (isQuick ? plan : { ...plan, pausing: null }));
            const world = { ...prepared, lives: { ...lives, machine, plans } };
            return simulateRun(world, 0).plans.map(({ metrics }) => metrics);
          };
          const quick = metricsOf(true);
          asked.byMachine += judged;
          judged = 0;
          expect(quick).toEqual(metricsOf(false));
          asked.goneOn += judged;
        },
      ),
      { numRuns: 25 },
    );
    // Most tickets that are changed need no second judgement.
    expect(asked.byMachine).toBeGreaterThan(50);
    expect(asked.goneOn - asked.byMachine).toBeGreaterThan(1000);
  });

  test.each([
    ['a rule', contractWith(RULES)],
    [
      'a pause that ends before the wait does',
      contractWith().replace('while waiting for customer', 'while waiting for customer, at most 2 h each'),
    ],
    [
      'a clock that starts with something else',
      contractWith().replace(/starts {2}on opened/, 'starts  on reply'),
    ],
    ['a state that an event begins', contractWith().replace('while waiting for customer', 'while resolved')],
  ])('is left to the machine where the contract has %s', async (_, plan) => {
    const { prepared } = await worldOf({}, plan);
    expect(prepared.lives.plans.map(({ pausing }) => pausing)).toEqual([null]);
  });
});

describe('customers', () => {
  test('misjudge tickets as often as is said, and are corrected as the step ends', async () => {
    const world = await worldOf({
      perWeek: 600,
      desk: 'team "Line" 30 agents in 24x7\n    takes by arrival',
      lines: 'misjudged P3 as P1 in 25% then corrected at end of "first look"',
    });
    const plain = await worldOf({
      perWeek: 600,
      desk: 'team "Line" 30 agents in 24x7\n    takes by arrival',
      lines: 'misjudged P3 as P1 in 0%',
    });
    const truly = plain.outcome.tickets.severity;
    const reported = world.outcome.tickets.severity;
    const wrong = rowsOf(world).filter((ticket) => truly[ticket] !== reported[ticket]);
    expect(wrong.every((ticket) => truly[ticket] === 2 && reported[ticket] === 0)).toBe(true);
    const share = wrong.length / truly.filter((severity) => severity === 2).length;
    expect(share).toBeGreaterThan(0.19);
    expect(share).toBeLessThan(0.31);
    for (const ticket of rowsOf(world)) {
      const events = eventsOf(world, ticket);
      const corrected = events.filter(({ event }) => event === 'corrected');
      expect(corrected.map(({ sets }) => sets?.severity)).toEqual(wrong.includes(ticket) ? [2] : []);
      if (corrected.length > 0)
        expect(corrected[0]?.at).toBe(events.find(({ event }) => event === 'reply')?.at);
    }
  });

  test('do not change how long the work on a ticket takes by what they call it', async () => {
    const steps = async (lines: string) => {
      const { prepared } = await worldOf({
        lines,
        wait: 'in 0%',
        desk: 'team "Line" 90 agents in 24x7\n    takes by arrival',
      });
      const took: number[] = [];
      const began = new Map<number, number>();
      simulateRun(prepared, 0, () => ({
        begins: (ticket, step, _, now) => void began.set(3 * ticket + step, now),
        ends: (ticket, step, now) => (took[3 * ticket + step] = now - (began.get(3 * ticket + step) ?? NaN)),
      }));
      return took;
    };
    const right = await steps('misjudged P3 as P1 in 0%');
    expect(await steps('misjudged P3 as P1 in 50%, P1 as P3 in 50%')).toEqual(right);
    expect(right.filter((ms) => ms > 0).length).toBeGreaterThan(100);
  });

  test('raise a ticket that waits, which is then taken before those that came first', async () => {
    const world = await worldOf(
      {
        wait: 'in 0%',
        lines: 'raised in 30% of P3 to P1 after exponential mean 2 h',
        desk: 'team "Line" 1 agents in 24x7\n    takes by severity',
        perWeek: 150,
      },
      contractWith(),
    );
    const { prepared } = world;
    const waiting = new Map<number, number>();
    const overtaken: string[] = [];
    const { opened } = world.outcome.tickets;
    const inForce = (ticket: number, now: number) =>
      eventsOf(world, ticket).reduce(
        (severity, { at, sets }) =>
          sets !== null && sets.severity !== -1 && at <= now ? sets.severity : severity,
        -1,
      );
    const begun = new Set<number>();
    const order: { ticket: number; now: number }[] = [];
    simulateRun(prepared, 0, () => ({
      begins: (ticket, step, _, now) => {
        if (step === 0) order.push({ ticket, now });
      },
      ends: () => undefined,
    }));
    for (const { ticket, now } of order) {
      begun.add(ticket);
      for (const other of rowsOf(world)) {
        if (begun.has(other) || (opened[other] as number) >= now) continue;
        waiting.set(other, now);
        // Whoever waits and is more severe, or as severe and older, would have been taken.
        const [mine, its] = [inForce(ticket, now), inForce(other, now)];
        if (its < mine || (its === mine && other < ticket)) overtaken.push(`${ticket} before ${other}`);
      }
    }
    expect(overtaken).toEqual([]);
    const raised = rowsOf(world).filter((ticket) =>
      eventsOf(world, ticket).some(({ event }) => event === 'raised'),
    );
    expect(raised.length).toBeGreaterThan(5);
    expect(raised.some((ticket) => waiting.has(ticket))).toBe(true);
  });

  test('raise a ticket whose team is shut, and a team that is open has it at that instant', async () => {
    const world = await worldOf(
      {
        wait: 'in 0%',
        lines: 'raised in 90% of P3 to P1 after exponential mean 4 h',
        desk: 'team "Top" 1 agents in 24x7 for P1\n    team "Line" 1 agents in Office for P2, P3\n    takes all at once',
        perWeek: 60,
      },
      contractWith(),
    );
    const begun = new Map<number, number>();
    simulateRun(world.prepared, 0, () => ({
      begins: (ticket, step, _, now) => {
        if (step === 0) expect(begun.has(ticket)).toBe(false);
        if (step === 0) begun.set(ticket, now);
      },
      ends: () => undefined,
    }));
    const isShut = (at: number) => !officeOf(world).isOpen(at);
    const raised = rowsOf(world).flatMap((ticket) => {
      const opened = world.outcome.tickets.opened[ticket] as number;
      const at = eventsOf(world, ticket).find(({ event }) => event === 'raised')?.at;
      if (at === undefined || !isShut(opened) || officeOf(world).nextOpen(opened) <= at) return [];
      return [{ ticket, at }];
    });
    expect(raised.length).toBeGreaterThan(5);
    expect(raised.map(({ ticket }) => begun.get(ticket))).toEqual(raised.map(({ at }) => at));
  });

  test('answer in their own hours', async () => {
    const world = await worldOf({
      stream: 'works in Office',
      wait: 'in 100% as waiting for customer during their hours',
      desk: 'team "Line" 20 agents in 24x7\n    takes by arrival',
      lines: 'raised in 0% of P3 to P2 after fixed 1 h',
    });
    const office = officeOf(world);
    const waits = rowsOf(world).map((ticket) => {
      const events = eventsOf(world, ticket);
      const [began, ended] = [
        events.find(({ event }) => event === 'state'),
        events.find(({ event }) => event === 'resumed'),
      ];
      return office.between(began?.at ?? NaN, ended?.at ?? NaN);
    });
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(30 * 60_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(900 * 60_000);
  });

  test('reopen a ticket once, some time after its solution, and the desk works on it again', async () => {
    const world = await worldOf({
      lines: 'reopened in 30% after fixed 3 h for "solution" at 50%',
      desk: 'team "Line" 30 agents in 24x7\n    takes by arrival',
    });
    const histories = rowsOf(world).map((ticket) => eventsOf(world, ticket));
    const reopened = histories.filter((events) => events.some(({ event }) => event === 'reopened'));
    expect(reopened.length).toBeGreaterThan(10);
    for (const events of reopened) {
      const at = events.filter(({ event }) => event === 'resolved').map((event) => event.at);
      const again = events.find(({ event }) => event === 'reopened')?.at ?? NaN;
      expect(at).toHaveLength(2);
      expect(again - (at[0] ?? NaN)).toBe(3 * 3_600_000);
      expect(at[1] ?? NaN).toBeGreaterThan(again);
    }
    expect(histories.filter((events) => !reopened.includes(events)).length).toBeGreaterThan(30);
  });

  test('who are silent where silence refuses leave the severity as it was', async () => {
    const world = await worldOf({
      lines:
        'happens restored partly in 100% of P1, P2 at start of "solution"\n  agrees in 0% after fixed 10 min',
    });
    const events = rowsOf(world).flatMap((ticket) => eventsOf(world, ticket));
    expect(events.some(({ event }) => event === 'restored partly')).toBe(true);
    expect(events.some(({ event }) => event === 'agreed' || event === 'refused')).toBe(false);
  });
});
