import { NO_ENTITLEMENTS } from '../../src/check/no-entitlements.ts';
import { describe, expect, it } from 'vitest';
import type { ColumnQuestion } from '../../src/engine/column-question.ts';
import { loadPlan, MissingFactError, selects, type TicketKey } from '../../src/engine/index.ts';
import type { PlanFact, PlanPlan, PlanSelector, PlanTarget } from '../../src/plan/model.ts';
import { civil, contractWith, ORIGIN, weekdays } from './checked-contract.ts';
import { lowerCalendar, NO_FACTS, planOf } from './lower-calendar.ts';

const contract = contractWith({
  Office: civil('Europe/Berlin', weekdays(1, 5, '09:00-17:00')),
  Desk: civil('Europe/Berlin', weekdays(1, 5, '09:00-12:00', '12:00-17:00')),
  Abroad: civil('Europe/Paris', weekdays(1, 5, '09:00-17:00')),
});
const calendars = ['Office', 'Desk', 'Abroad'].map((name) => lowerCalendar(contract, name, NO_FACTS));

const ANY: PlanSelector = {
  severities: null,
  regions: null,
  channels: null,
  types: null,
  facts: [],
  opened: [],
};

function target(words: string, when: Partial<PlanSelector>, metric = 'respond'): PlanTarget {
  return {
    metric,
    when: { ...ANY, ...when },
    promise: { kind: 'elapsed', seconds: 60 },
    origin: ORIGIN,
    words,
  };
}

function planWith(targets: readonly PlanTarget[]): PlanPlan {
  return {
    name: 'Gold',
    aliases: [],
    text: '',
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

const NO_INDEXES: TicketKey = { severity: -1, region: -1, channel: -1, type: -1, facts: [] };

describe('a loaded plan', () => {
  it('has one calendar for hours that are the same, and others for the same hours elsewhere', () => {
    const engine = loadPlan(planOf(calendars));
    expect(engine.calendar(0)).toBe(engine.calendar(1));
    expect(engine.calendar(0)).not.toBe(engine.calendar(2));
  });

  it('has the plan’s own zone tables', () => {
    const plan = planOf(calendars);
    expect(loadPlan(plan).zone('Europe/Paris')).toBe(plan.zones['Europe/Paris']);
  });

  it('refuses calendars, zones and plans that it does not have', () => {
    const engine = loadPlan(planOf(calendars));
    expect(() => engine.calendar(3)).toThrow('no calendar 3');
    expect(() => engine.zone('Europe/Rome')).toThrow('Europe/Rome');
    expect(() => engine.zone('constructor')).toThrow('constructor');
    expect(() => engine.selectTarget(0, 'respond', NO_INDEXES, 0)).toThrow('no plan 0');
  });

  it('has the business dates of a calendar in a zone once, however often they are asked for', () => {
    const engine = loadPlan(planOf(calendars));
    const dates = engine.businessDates(0, 'Europe/Berlin');
    expect(engine.businessDates(0, 'Europe/Berlin')).toBe(dates);
    expect(engine.businessDates(0, 'Europe/Paris')).not.toBe(dates);
    expect(engine.businessDates(2, 'Europe/Berlin')).not.toBe(dates);
    // Saturday 13 June is none, Monday 15 June is one.
    expect([20_617, 20_619].map((date) => dates.includes(date))).toEqual([false, true]);
  });

  it('tells calendars of the same hours apart by the zone in which their days are counted', () => {
    const [office] = calendars;
    const engine = loadPlan(
      planOf([office!, { ...office!, zone: 'Europe/Paris' }, { ...office!, zone: null }]),
    );
    expect(engine.calendar(1)).not.toBe(engine.calendar(0));
    expect([0, 1, 2].map((index) => engine.calendar(index).zone)).toEqual([
      'Europe/Berlin',
      'Europe/Paris',
      null,
    ]);
    expect(() => engine.calendar(2).addDays(0, 1)).toThrow('no zone');
  });

  it('has round the clock in a zone, or in none, by what its days are counted', () => {
    const always = { ...calendars[0]!, body: { kind: 'always' } } as const;
    const engine = loadPlan(planOf([always, { ...always, zone: null }]));
    const noon = Date.UTC(2026, 2, 28, 11);
    // Over the change of clocks a day of Berlin's is 23 hours long.
    expect(engine.calendar(0).addDays(noon, 1)).toBe(noon + 23 * 3_600_000);
    expect(engine.calendar(1).zone).toBeNull();
    expect(() => engine.calendar(1).addDays(noon, 1)).toThrow('no zone');
    expect(engine.calendar(0).nextClose(noon)).toBeNull();
  });

  it('hands columns of hours to what answers columns, and asks nothing of a column without an instant', () => {
    const asked: ColumnQuestion[] = [];
    const engine = loadPlan(planOf(calendars), {}, { answer: (question) => void asked.push(question) });
    const hours = { kind: 'hours', seconds: 3600, calendar: 0 } as const;
    const [some, none, out] = [Float64Array.of(NaN, 0), Float64Array.of(NaN, NaN), new Float64Array(2)];
    engine.deadlines(hours, some, out);
    expect(asked.map(({ kind, ms, first }) => [kind, ms, first])).toEqual([['shift', 3_600_000, some]]);
    engine.deadlines({ ...hours, calendar: 9 }, none, out.fill(7));
    expect([...out]).toEqual([NaN, NaN]);
    engine.deadlines({ kind: 'elapsed', seconds: 60 }, some, out);
    expect([...out]).toEqual([NaN, 60_000]);
    expect(asked).toHaveLength(1);
  });

  it('survives a trip through JSON', () => {
    const engine = loadPlan(JSON.parse(JSON.stringify(planOf(calendars))) as ReturnType<typeof planOf>);
    const friday = Date.UTC(2026, 5, 12, 14);
    expect(engine.calendar(0).add(friday, 2 * 3_600_000)).toBe(Date.UTC(2026, 5, 15, 8));
  });
});

describe('the cell that holds for a ticket', () => {
  const engine = loadPlan(
    planOf(calendars, {
      plans: [
        planWith([
          target('S1 in EMEA by phone', { severities: [0], regions: [1], channels: [2] }),
          target('S1', { severities: [0] }),
          target('any incident', { types: [0] }),
          target('S1 again', { severities: [0] }),
          target('resolve', {}, 'resolve'),
        ]),
      ],
    }),
  );
  const select = (ticket: Partial<TicketKey>, metric = 'respond'): string | undefined =>
    engine.selectTarget(0, metric, { ...NO_INDEXES, ...ticket }, 0)?.words;

  it('is the first that matches in every dimension it narrows', () => {
    expect(select({ severity: 0, region: 1, channel: 2 })).toBe('S1 in EMEA by phone');
    expect(select({ severity: 0, region: 1, channel: 0 })).toBe('S1');
    expect(select({ severity: 1, type: 0 })).toBe('any incident');
  });

  it('is none where nothing is said of the metric or the ticket', () => {
    expect(select({ severity: 1 })).toBeUndefined();
    expect(select({ severity: 0 }, 'update')).toBeUndefined();
    expect(engine.selectTarget(0, 'update', NO_INDEXES, 0)).toBeNull();
  });

  it('does not speak of a region when the ticket has none', () => {
    expect(select({ severity: 0 })).toBe('S1');
    expect(select({}, 'resolve')).toBe('resolve');
  });
});

describe('the cell that holds for a ticket, where cells hang on its facts', () => {
  const named = { aliases: [], text: '', origin: ORIGIN };
  const facts: readonly PlanFact[] = [
    { name: 'impact', type: { kind: 'words', words: ['all', 'some'] }, ...named },
    { name: 'workaround', type: { kind: 'truth' }, ...named },
  ];
  const engine = loadPlan(
    planOf(calendars, {
      facts,
      plans: [
        planWith([
          target('for S1 without a workaround', { severities: [0], facts: [{ fact: 1, words: [1] }] }),
          target('all', { facts: [{ fact: 0, words: [0] }] }),
          target('some, with a workaround', {
            facts: [
              { fact: 0, words: [1] },
              { fact: 1, words: [0] },
            ],
          }),
          target('any impact', { facts: [{ fact: 0, words: [0, 1] }] }),
        ]),
      ],
    }),
  );
  const select = (said: readonly number[], severity = 1): string | undefined =>
    engine.selectTarget(0, 'respond', { ...NO_INDEXES, severity, facts: said }, 0)?.words;
  const missing = (said: readonly number[], severity = 1): readonly [string, string, readonly string[]] => {
    try {
      select(said, severity);
    } catch (error) {
      if (error instanceof MissingFactError) return [error.message, error.fact, error.values];
      throw error;
    }
    throw new Error('nothing is missing');
  };

  it('is one whose facts all have one of the words that it names', () => {
    expect(select([0, 1])).toBe('all');
    expect(select([1, 0])).toBe('some, with a workaround');
    expect(select([1, 1])).toBe('any impact');
    expect(select([1, 1], 0)).toBe('for S1 without a workaround');
  });

  it('is passed by where a fact that is said differs, whatever others are not said', () => {
    expect(select([0])).toBe('all');
    expect(select([0, -1])).toBe('all');
    expect(select([-1, 1], 0)).toBe('for S1 without a workaround');
  });

  it('is not guessed where it hangs on a fact that is not said', () => {
    const message =
      'what `Gold` promises of `respond` depends on `workaround` (yes or no), which the ticket does not say';
    expect(missing([0], 0)).toEqual([message, 'workaround', ['yes', 'no']]);
    expect(missing([1])).toEqual([message, 'workaround', ['yes', 'no']]);
    expect(missing([])).toEqual([
      'what `Gold` promises of `respond` depends on `impact` (all or some), which the ticket does not say',
      'impact',
      ['all', 'some'],
    ]);
    expect(missing([-1, 1])[1]).toBe('impact');
  });

  it('of a plan that speaks of a fact which it has not is an error', () => {
    const broken = loadPlan(
      planOf([], { plans: [planWith([target('x', { facts: [{ fact: 3, words: [0] }] })])] }),
    );
    expect(() => broken.selectTarget(0, 'respond', NO_INDEXES, 0)).toThrow('no fact 3');
  });
});

describe('the cell that holds for a ticket, where cells hang on when it is opened', () => {
  const noon = Date.UTC(2026, 5, 12, 10);
  const night = Date.UTC(2026, 5, 12, 22);
  const engine = loadPlan(
    planOf(calendars, {
      plans: [
        planWith([
          target('in hours', { opened: [{ side: 'in', calendar: 0 }] }),
          target('outside hours', { severities: [0], opened: [{ side: 'outside', calendar: 0 }] }),
          target('in and outside', {
            opened: [
              { side: 'outside', calendar: 0 },
              { side: 'in', calendar: 2 },
            ],
          }),
          target('at any time', {}, 'resolve'),
          target('of no calendar', { severities: [9], opened: [{ side: 'in', calendar: 9 }] }),
        ]),
      ],
    }),
  );
  const select = (opened: number, severity = 0, metric = 'respond'): string | undefined =>
    engine.selectTarget(0, metric, { ...NO_INDEXES, severity }, opened)?.words;

  it('is one in all of whose hours, or outside of all, the ticket is opened', () => {
    expect(select(noon)).toBe('in hours');
    expect(select(night)).toBe('outside hours');
    // Berlin and Paris have the same hours, so that none is in the one and outside the other.
    expect(select(night, 1)).toBeUndefined();
  });

  it('asks no calendar where no cell for the ticket hangs on one', () => {
    expect(select(NaN, 0, 'resolve')).toBe('at any time');
    expect(() => select(noon, 9)).not.toThrow();
    expect(() => select(night, 9)).toThrow('no calendar 9');
  });
});

describe('a selector', () => {
  const when: PlanSelector = { ...ANY, severities: [0], facts: [{ fact: 1, words: [0, 2] }] };

  it('speaks of a ticket that has what it narrows, facts too, whenever it is opened', () => {
    const ticket = { ...NO_INDEXES, severity: 0 };
    expect(selects(when, { ...ticket, facts: [-1, 2] })).toBe(true);
    expect(selects({ ...when, opened: [{ side: 'in', calendar: 9 }] }, { ...ticket, facts: [-1, 0] })).toBe(
      true,
    );
    expect(selects(when, { ...ticket, facts: [-1, 1] })).toBe(false);
    expect(selects(when, { ...ticket, facts: [0] })).toBe(false);
    expect(selects({ ...ANY, facts: [{ fact: 1, words: [0, 1] }] }, { ...ticket, facts: [0] })).toBe(false);
    expect(selects(when, { ...ticket, severity: 1, facts: [-1, 2] })).toBe(false);
    expect(selects(ANY, NO_INDEXES)).toBe(true);
  });

  it('narrows each dimension apart', () => {
    for (const [dimension, of] of [
      ['severities', 'severity'],
      ['regions', 'region'],
      ['channels', 'channel'],
      ['types', 'type'],
    ] as const) {
      const narrowed = { ...ANY, [dimension]: [3] };
      expect(selects(narrowed, { ...NO_INDEXES, [of]: 3 }), of).toBe(true);
      expect(selects(narrowed, { severity: 2, region: 2, channel: 2, type: 2, facts: [] }), of).toBe(false);
      expect(selects(narrowed, NO_INDEXES), of).toBe(false);
    }
  });
});
