import { describe, expect, it } from 'vitest';
import { NO_ENTITLEMENTS } from '../../src/check/no-entitlements.ts';
import { loadPlan, MissingFactError, type Engine, type TicketTable } from '../../src/engine/index.ts';
import { ticketKinds } from '../../src/engine/ticket-kinds.ts';
import type { CompiledPlan, PlanFact, PlanPlan, PlanSelector, PlanTarget } from '../../src/plan/model.ts';
import { at } from '../plan/calendar-of-text.ts';
import { civil, contractWith, named, ORIGIN, weekdays } from './checked-contract.ts';
import { lowerCalendar, NO_FACTS, planOf } from './lower-calendar.ts';

const EVERY: PlanSelector = {
  severities: null,
  regions: null,
  channels: null,
  types: null,
  facts: [],
  opened: [],
};

function target(words: string, when: Partial<PlanSelector> = {}, metric = 'respond'): PlanTarget {
  return {
    metric,
    when: { ...EVERY, ...when },
    promise: { kind: 'elapsed', seconds: 60 },
    origin: ORIGIN,
    words,
  };
}

function planNamed(name: string, targets: readonly PlanTarget[]): PlanPlan {
  return {
    ...named(name, {}),
    level: 0,
    extends: null,
    targets,
    coverage: [],
    channels: [],
    attainment: [],
    ...NO_ENTITLEMENTS,
    price: null,
    features: [],
  };
}

const names = (count: number) => Array.from({ length: count }, (_, i) => named(`N${i}`, {}));

const FACTS: readonly PlanFact[] = [
  named('unasked', { type: { kind: 'truth' } as const }),
  named('impact', { type: { kind: 'words', words: ['all', 'some', 'one'] } as const }),
  named('vip', { type: { kind: 'truth' } as const }),
];

const contract = contractWith({ Office: civil('Europe/Berlin', weekdays(1, 5, '09:00-17:00')) });

/** So many severities, regions, channels and types. */
function planFor(sizes: readonly [number, number, number, number], plans: readonly PlanPlan[]): CompiledPlan {
  const [severities, regions, channels, types] = sizes;
  return planOf([lowerCalendar(contract, 'Office', NO_FACTS)], {
    severities: names(severities) as unknown as CompiledPlan['severities'],
    regions: names(regions).map((region) => ({ ...region, zone: null })),
    channels: names(channels),
    types: names(types),
    facts: FACTS,
    plans,
  });
}

const PLANS = [
  planNamed('By place', [
    target('P1 in the first region by mail', { severities: [0], regions: [0], channels: [1] }),
    target('requests', { types: [1] }),
    target('P1', { severities: [0] }),
    target('the second region', { regions: [1] }),
    target('by phone', { channels: [0] }),
    target('resolve', {}, 'resolve'),
  ]),
  planNamed('By fact', [
    target('vip, one', {
      facts: [
        { fact: 2, words: [0] },
        { fact: 1, words: [2] },
      ],
    }),
    target('all, whoever it is', { facts: [{ fact: 1, words: [0] }] }),
    target('no vip', { facts: [{ fact: 2, words: [1] }] }),
  ]),
  planNamed('By hour', [
    target('in hours', { opened: [{ side: 'in', calendar: 0 }], severities: [0] }),
    target('outside hours', { opened: [{ side: 'outside', calendar: 0 }] }),
    target('resolve of hours', {}, 'resolve'),
  ]),
];

const NOON = at('2026-06-01T12:00+02:00');
const NIGHT = at('2026-06-01T23:00+02:00');

/** Each value of each dimension with each of the others: none, all that there are, and one that there is not. */
function everyTicket(
  plans: readonly number[],
  impacts: readonly number[],
  vips: readonly number[],
): TicketTable {
  const rows: number[][] = [[]];
  const dimensions = [plans, [-2, -1, 0, 1, 2], [-1, 0, 1, 2], [-1, 0, 1, 2], [-1, 0, 1, 2], impacts, vips];
  const all = dimensions.reduce<readonly (readonly number[])[]>(
    (sofar, values) => sofar.flatMap((row) => values.map((value) => [...row, value])),
    rows,
  );
  const column = (index: number) => all.map((row) => row[index] as number);
  return {
    opened: Float64Array.from(all, (_, row) => (row % 2 === 0 ? NOON : NIGHT)),
    plan: column(0),
    severity: column(1),
    region: column(2),
    channel: column(3),
    type: column(4),
    facts: [null, column(5), column(6)],
  };
}

/** What the cells of a table are called, by kinds and one by one. */
function byKinds(engine: Engine, metric: string, tickets: TicketTable): readonly (string | null)[] {
  const cellOf = ticketKinds(engine, metric).cellsOf(tickets);
  return Array.from(tickets.opened, (opened, row) => cellOf(row, opened)?.words ?? null);
}

function oneByOne(engine: Engine, metric: string, tickets: TicketTable): readonly (string | null)[] {
  return Array.from(tickets.opened, (opened, row) => {
    const [severity, region, channel, type] = [
      tickets.severity,
      tickets.region,
      tickets.channel,
      tickets.type,
    ].map((column) => column[row] as number) as [number, number, number, number];
    const facts = FACTS.map((_, fact) => tickets.facts?.[fact]?.[row] ?? -1);
    const key = { severity, region, channel, type, facts };
    return engine.selectTarget(tickets.plan[row] as number, metric, key, opened)?.words ?? null;
  });
}

/** An engine, and how often it was asked for a cell. */
function watched(plan: CompiledPlan): { readonly engine: Engine; readonly asked: () => number } {
  const plain = loadPlan(plan);
  let asked = 0;
  const selectTarget: Engine['selectTarget'] = (...given) => {
    asked += 1;
    return plain.selectTarget(...given);
  };
  return { engine: { ...plain, selectTarget }, asked: () => asked };
}

describe('the cells of a table of tickets', () => {
  it('are those of its tickets, whatever plans and values they mix', () => {
    const plan = planFor([2, 2, 2, 2], PLANS);
    const engine = loadPlan(plan);
    const tickets = everyTicket([0, 1, 2], [0, 1, 2], [0, 1]);
    for (const metric of ['respond', 'resolve', 'update']) {
      const expected = oneByOne(loadPlan(plan), metric, tickets);
      expect(byKinds(engine, metric, tickets)).toEqual(expected);
      // And again of what is known by then, in another order.
      const turned = turnedRound(tickets);
      expect(byKinds(engine, metric, turned)).toEqual(expected.toReversed());
    }
    expect(new Set(byKinds(engine, 'respond', tickets)).size).toBe(11);
  });

  it('are looked for once for each kind of ticket, for all tables of an engine', () => {
    const { engine, asked } = watched(planFor([2, 2, 2, 2], PLANS.slice(0, 1)));
    const tickets = { ...everyTicket([0], [-1], [-1]), severity: new Int8Array(5 * 4 ** 4).fill(-1) };
    const known = tickets.opened.length;
    byKinds(engine, 'respond', tickets);
    // Of three dimensions there are two values, none, and one that the plan does not have, which is of no kind.
    const kinds = 27;
    const ofNone = known - (known * 27) / 64;
    expect(asked()).toBe(kinds + ofNone);
    byKinds(engine, 'respond', tickets);
    expect(asked()).toBe(kinds + 2 * ofNone);
  });

  it('are looked for with each ticket of a plan whose cells hang on the hour, and of no other', () => {
    const { engine, asked } = watched(planFor([2, 2, 2, 2], PLANS));
    const rows = 50;
    const none = new Int8Array(rows).fill(-1);
    const table = (plan: number): TicketTable => ({
      opened: new Float64Array(rows).fill(NOON),
      plan: new Int8Array(rows).fill(plan),
      severity: new Int8Array(rows),
      region: none,
      channel: none,
      type: none,
    });
    byKinds(engine, 'respond', table(2));
    expect(asked()).toBe(rows);
    byKinds(engine, 'resolve', table(2));
    expect(asked()).toBe(rows + 1);
    byKinds(engine, 'respond', table(0));
    expect(asked()).toBe(rows + 2);
  });

  it('are not told apart by facts that no cell of the metric hangs on', () => {
    const { engine, asked } = watched(planFor([2, 2, 2, 2], PLANS.slice(0, 2)));
    const rows = 60;
    const none = new Int8Array(rows).fill(-1);
    const tickets: TicketTable = {
      opened: new Float64Array(rows).fill(NOON),
      plan: new Int8Array(rows).fill(1),
      severity: none,
      region: none,
      channel: none,
      type: none,
      facts: [
        Int8Array.from({ length: rows }, (_, row) => row % 2),
        Int8Array.from({ length: rows }, (_, row) => (row >> 1) % 3),
        new Int8Array(rows).fill(1),
      ],
    };
    byKinds(engine, 'resolve', tickets);
    expect(asked()).toBe(1);
    byKinds(engine, 'respond', tickets);
    expect(asked()).toBe(1 + 3);
  });

  it('say which fact is missing, each time, whatever is known of tickets that say it', () => {
    const engine = loadPlan(planFor([2, 2, 2, 2], PLANS));
    const one = everyTicket([1], [1], [1]);
    const cellOf = (facts: TicketTable['facts']) =>
      ticketKinds(engine, 'respond').cellsOf({ ...one, ...(facts === undefined ? {} : { facts }) })(0, NOON);
    expect(cellOf([null, [1], [1]])?.words).toBe('no vip');
    for (let i = 0; i < 2; i += 1) {
      expect(() => cellOf([null, null, [1]])).toThrow(MissingFactError);
      expect(() => cellOf([null, [1], null])).toThrow(MissingFactError);
      expect(() => cellOf([])).toThrow(MissingFactError);
      const { facts: _, ...without } = one;
      expect(() => ticketKinds(engine, 'respond').cellsOf(without)(0, NOON)).toThrow(MissingFactError);
    }
    expect(cellOf([null, [1], [1]])?.words).toBe('no vip');
  });

  it('of a plan that speaks of a fact which it has not are an error where they are looked for', () => {
    const broken = planNamed('Broken', [target('x', { facts: [{ fact: 3, words: [0] }] })]);
    const cellOf = ticketKinds(loadPlan(planFor([1, 1, 1, 1], [broken])), 'respond').cellsOf(
      everyTicket([0], [-1], [-1]),
    );
    expect(() => cellOf(0, NOON)).toThrow('no fact 3');
  });

  it('are found where there are more kinds than are listed', () => {
    const plan = planFor([200, 200, 30, 2], PLANS.slice(0, 1));
    const engine = loadPlan(plan);
    const tickets = everyTicket([0], [-1], [-1]);
    const last = {
      ...tickets,
      severity: Uint8Array.from(tickets.severity, (each) => (each === 0 ? 0 : 199)),
    };
    for (const each of [tickets, last]) {
      expect(byKinds(engine, 'respond', each)).toEqual(oneByOne(loadPlan(plan), 'respond', each));
      expect(byKinds(engine, 'respond', each)).toEqual(oneByOne(loadPlan(plan), 'respond', each));
    }
  });
});

function turnedRound(tickets: TicketTable): TicketTable {
  const turned = (column: ArrayLike<number>) => Array.from(column).toReversed();
  return {
    opened: tickets.opened.toReversed(),
    plan: turned(tickets.plan),
    severity: turned(tickets.severity),
    region: turned(tickets.region),
    channel: turned(tickets.channel),
    type: turned(tickets.type),
    facts: (tickets.facts ?? []).map((column) => (column === null ? null : turned(column))),
  };
}
