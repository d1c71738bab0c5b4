import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  PLAIN_RULES,
  type DeskStep,
  type DeskTurns,
  type DeskWork,
} from '../../../src/simulate/desk/desk-model.ts';
import { runRuledDesk } from '../../../src/simulate/desk/run-desk.ts';
import { isPlainDesk, runPlainDesk } from '../../../src/simulate/desk/run-plain-desk.ts';
import { StepTable } from '../../../src/simulate/desk/step-table.ts';
import '../../seed.ts';
import { openIn } from './small-desk.ts';

const HOUR = 3_600_000;

/** A turn of a ticket: it becomes of another urgency and waits for another group, at an hour or as a step begins or ends. */
const turn = fc.record({
  at: fc.oneof(
    fc.record({ hour: fc.integer({ min: 0, max: 60 }) }),
    fc.record({
      step: fc.integer({ min: 0, max: 3 }),
      side: fc.constantFrom('start' as const, 'end' as const),
    }),
  ),
  urgency: fc.integer({ min: 0, max: 3 }),
  group: fc.integer({ min: 0, max: 2 }),
});

const team = fc.record({
  agents: fc.integer({ min: 1, max: 2 }),
  opens: fc.integer({ min: 0, max: 20 }),
  hours: fc.integer({ min: 1, max: 40 }),
  again: fc.integer({ min: 0, max: 30 }),
  atClose: fc.constantFrom('resume' as const, 'finish' as const),
  there: fc.option(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 6 })),
});

const step: fc.Arbitrary<DeskStep> = fc.record({
  kind: fc.constantFrom('work', 'work', 'wait'),
  clock: fc.integer({ min: -1, max: 1 }),
  at: fc.constantFrom('start', 'end'),
});

const ticket = fc.record({
  opened: fc.integer({ min: 0, max: 30 }),
  takes: fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { freq: 4 }), { minLength: 4, maxLength: 4 }),
  urgency: fc.integer({ min: 0, max: 3 }),
  due: fc.constantFrom(20, 40, Infinity),
  group: fc.integer({ min: 0, max: 2 }),
  turns: fc.array(turn, { maxLength: 3 }),
});

const desk = fc.record({
  teams: fc.array(team, { minLength: 1, maxLength: 3 }),
  steps: fc.array(step, { minLength: 1, maxLength: 4 }),
  tickets: fc
    .array(ticket, { minLength: 1, maxLength: 14 })
    .map((list) => list.sort((a, b) => a.opened - b.opened)),
  groups: fc.array(fc.subarray([0, 1, 2], { minLength: 1 }), { minLength: 3, maxLength: 3 }),
  changes: fc.boolean(),
  slowWaits: fc.boolean(),
  reopens: fc.integer({ min: -1, max: 3 }),
});

type RandomDesk = typeof desk extends fc.Arbitrary<infer D> ? D : never;

/** Made anew for each way, since turns write into what the desk goes by. */
function workOf({ teams, steps, tickets, groups, changes, slowWaits, reopens }: RandomDesk): DeskWork {
  const first = Float64Array.from(tickets, ({ urgency }) => urgency);
  const second = Float64Array.from(tickets, ({ due }) => due);
  const group = tickets.map((each) => each.group);
  const next = tickets.map((each) => ({ urgency: each.urgency, group: each.group }));
  const become = (
    number: number,
    wanted: (at: RandomDesk['tickets'][number]['turns'][number]['at']) => boolean,
  ) => {
    const found = tickets[number]?.turns.filter(({ at }) => wanted(at)) ?? [];
    for (const { urgency, group: to } of found) next[number] = { urgency, group: to };
    return found.length > 0;
  };
  const turns: DeskTurns = {
    mayPass: (step, side) =>
      tickets.some(({ turns: its }) =>
        its.some(({ at }) => 'step' in at && at.step === step && at.side === side),
      ),
    opens(number, _, later) {
      for (const { at } of tickets[number]?.turns ?? []) if ('hour' in at) later(number, at.hour * HOUR);
    },
    comes: (number, now) => become(number, (at) => 'hour' in at && at.hour * HOUR === now),
    passes: (number, step, side) =>
      become(number, (at) => 'step' in at && at.step === step && at.side === side),
    settles(number) {
      const { urgency, group: to } = next[number] as (typeof next)[number];
      first[number] = urgency;
      group[number] = to;
    },
  };
  return {
    teams: teams.map(({ agents, opens, hours, again, atClose, there }) => ({
      agents,
      calendar: openIn([opens, opens + hours], [opens + hours + again, opens + hours + again + 40]),
      atClose,
      presence:
        there === null
          ? null
          : {
              at(now) {
                const block = Math.floor(now / (10 * HOUR));
                return {
                  agents: there[block] ?? agents,
                  until: block < there.length ? (block + 1) * 10 * HOUR : Infinity,
                };
              },
            },
    })),
    steps,
    opened: Float64Array.from(tickets, ({ opened }) => opened * HOUR),
    durations: Float64Array.from(
      tickets.flatMap(({ takes }) => steps.map((_, i) => (takes[i] ?? NaN) * HOUR)),
    ),
    groups: groups.map((list) => list.filter((each) => each < teams.length)),
    groupOf: (number, step) => ((group[number] ?? 0) + step) % 3,
    successorsOf: () => -1,
    urgency: steps.map(() => ({ first, second })),
    clocks: 2,
    rules: {
      ...PLAIN_RULES,
      waitEnds: slowWaits ? (_, __, now, ms) => (ms > 4 * HOUR ? NaN : now + 2 * ms) : null,
      reopens: steps[reopens]?.kind === 'wait' ? reopens : -1,
      turns: changes ? turns : null,
    },
  };
}

function traceOf(work: DeskWork, run: typeof runPlainDesk) {
  const trace: unknown[] = [];
  const table = new StepTable(work.opened.length, work.steps.length);
  const { stopped, fate } = run(
    work,
    {
      begins: (...said) => trace.push(['begins', ...said]),
      ends: (...said) => trace.push(['ends', ...said]),
    },
    table,
  );
  return { trace, stopped, fate, table };
}

test('a desk without rules of its own is worked in two ways to the same end, event by event', () => {
  const seen = { turns: 0, unfinished: 0, inLine: 0 };
  fc.assert(
    fc.property(desk, (random) => {
      const work = workOf(random);
      expect(isPlainDesk(work)).toBe(true);
      const plain = traceOf(work, runPlainDesk);
      expect(plain).toEqual(traceOf(workOf(random), runRuledDesk));
      if (random.changes) seen.turns += 1;
      if (plain.fate.includes(0)) seen.unfinished += 1;
      if (random.tickets.length > 5) seen.inLine += 1;
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(500);
});

test.each([
  ['patience', { patience: new Float64Array(1) }],
  ['a room', { room: 3 }],
  ['weights', { weights: { classOf: [0], ofClass: [1] } }],
  ['interruptions', { interrupts: { marked: [1], rank: [0], then: 'resume' as const } }],
  ['all at once', { allAtOnce: true }],
])('a desk with %s is not plain', (_, rules) => {
  const work = workOf({
    teams: [{ agents: 1, opens: 0, hours: 1, again: 0, atClose: 'resume', there: null }],
    steps: [{ kind: 'work', clock: 0, at: 'end' }],
    tickets: [],
    groups: [[0], [0], [0]],
    changes: false,
    slowWaits: false,
    reopens: -1,
  });
  expect(isPlainDesk(work)).toBe(true);
  expect(isPlainDesk({ ...work, rules: { ...work.rules, ...rules } })).toBe(false);
  const teams = work.teams.map((each) => ({ ...each, atClose: 'hand over' as const }));
  expect(isPlainDesk({ ...work, teams })).toBe(false);
});
