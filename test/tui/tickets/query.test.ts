import { describe, expect, test } from 'vitest';
import { STATUSES } from '../../../src/simulate/outcome.ts';
import { groupFilter, missedFilter, selectTickets } from '../../../src/tui/tickets/query.ts';
import type { TicketQuery } from '../../../src/tui/tickets/query.ts';
import { readFilter } from '../../../src/tui/tickets/match-text.ts';
import { queryText, readQuery } from '../../../src/tui/tickets/query-text.ts';
import { ticketIndex } from '../../../src/tui/tickets/ticket-index.ts';
import { byOpening, ticketSorts } from '../../../src/tui/tickets/ticket-sort.ts';
import { shortVerdictText, verdictOf, verdictText } from '../../../src/tui/tickets/verdict.ts';
import { asciiGlyphs } from '../../../src/tui/text/glyphs.ts';
import { fixtureModel, hour } from '../fixture.ts';

const { outcome, wallClock } = fixtureModel({ tickets: 300 });
const all: TicketQuery = {
  metric: 'resolve',
  filters: [],
  sort: byOpening,
};

function select(changes: Partial<TicketQuery>): readonly number[] {
  return [...selectTickets(outcome, { ...all, ...changes }, wallClock)];
}

const rows = Array.from({ length: 300 }, (_, ticket) => ticket);
const statusOf = (plan: number, ticket: number): string =>
  STATUSES[outcome.plans[plan]?.metrics[1]?.status[ticket] ?? 0] ?? '';
const at = (one: number): number => outcome.tickets.opened[one] ?? NaN;
const waitOf = (plan: number, one: number): number =>
  (outcome.plans[plan]?.metrics[1]?.stopped[one] ?? NaN) - at(one);
const delayOf = (plan: number, one: number): number =>
  (outcome.plans[plan]?.metrics[1]?.stopped[one] ?? NaN) - (outcome.plans[plan]?.metrics[1]?.due[one] ?? NaN);
const sorted = (list: readonly number[]): readonly number[] => [...list].sort((a, b) => a - b);

describe('a list of tickets', () => {
  test('holds every ticket once where nothing is filtered, in each order', () => {
    const sorts = ticketSorts(outcome);
    expect(sorts.length).toBe(4 + 2 * 4);
    for (const sort of sorts) {
      for (const descending of [false, true])
        expect(sorted(select({ sort: { ...sort, descending } }))).toEqual(rows);
    }
  });

  test('holds those that one plan missed, any missed, or plans judged differently', () => {
    const missed = (plan: number, ticket: number): boolean => statusOf(plan, ticket) === 'missed';
    const met = (plan: number, ticket: number): boolean => statusOf(plan, ticket) === 'met';
    const plans = [0, 1, 2];
    expect(sorted(select({ filters: [missedFilter(outcome, 1)] }))).toEqual(
      rows.filter((one) => missed(1, one)),
    );
    expect(sorted(select({ filters: ['missed'] }))).toEqual(
      rows.filter((one) => plans.some((plan) => missed(plan, one))),
    );
    const differ = rows.filter(
      (one) => plans.some((plan) => missed(plan, one)) && plans.some((plan) => met(plan, one)),
    );
    expect(differ.length).toBeGreaterThan(0);
    expect(sorted(select({ filters: ['differ'] }))).toEqual(differ);
  });

  test('holds a severity, or the tickets without a region', () => {
    expect(sorted(select({ filters: [groupFilter(outcome, 'severity', 2)] }))).toEqual(
      rows.filter((one) => outcome.tickets.severity[one] === 2),
    );
    expect(sorted(select({ filters: [groupFilter(outcome, 'region', -1)] }))).toEqual(
      rows.filter((one) => outcome.tickets.region[one] === -1),
    );
  });

  test.each([
    ['emea', (one: number) => outcome.tickets.region[one] === 0],
    ['EMEA S2', (one: number) => outcome.tickets.region[one] === 0 && outcome.tickets.severity[one] === 1],
    ['severity:p2', (one: number) => outcome.tickets.severity[one] === 1],
    ['!region:emea', (one: number) => outcome.tickets.region[one] !== 0],
    ['inc0000017', (one: number) => one === 17],
    ['id:s2', () => false],
    ['status:missed', (one: number) => [0, 1, 2].some((plan) => statusOf(plan, one) === 'missed')],
    ['missed:premium', (one: number) => statusOf(2, one) === 'missed'],
    ['!missed:Prem', (one: number) => statusOf(2, one) !== 'missed'],
    [
      '! S2 missed:Premium',
      (one: number) => !(outcome.tickets.severity[one] === 1 && statusOf(2, one) === 'missed'),
    ],
    ['wait:Standard>20h', (one: number) => waitOf(0, one) > 20 * hour],
    [
      'wait:Standard>=20h wait:Standard<1d12h',
      (one: number) => waitOf(0, one) >= 20 * hour && waitOf(0, one) < 36 * hour,
    ],
    ['late>0', (one: number) => [0, 1, 2].some((plan) => delayOf(plan, one) > 0)],
    ['late:Premium>=90min', (one: number) => delayOf(2, one) >= 1.5 * hour],
    // The clocks of London went forward on 27 March 2016, so its 28 March began at 23:00 UTC.
    [
      'opened:2016-03-28',
      (one: number) => at(one) >= Date.UTC(2016, 2, 27, 23) && at(one) < Date.UTC(2016, 2, 28, 23),
    ],
    [
      'opened:2016-03-26..2016-03-27',
      (one: number) => at(one) >= Date.UTC(2016, 2, 26) && at(one) < Date.UTC(2016, 2, 27, 23),
    ],
    [
      'opened:2016-04',
      (one: number) => at(one) >= Date.UTC(2016, 2, 31, 23) && at(one) < Date.UTC(2016, 3, 30, 23),
    ],
    ['opened:..2016-04-01', (one: number) => at(one) < Date.UTC(2016, 3, 1, 23)],
    ['"severity:S2"', () => false],
    ['  ', () => true],
    ['!', () => true],
    ['no such thing', () => false],
  ])('filters by `%s`', (text, wanted) => {
    expect(sorted(select({ filters: [text] }))).toEqual(rows.filter(wanted));
  });

  test('sorts by the longest wait of any plan, those without a stop last in both directions', () => {
    const waits = (one: number): number =>
      Math.max(
        ...outcome.plans.map((plan) => {
          const wait = (plan.metrics[1]?.stopped[one] ?? NaN) - (outcome.tickets.opened[one] ?? NaN);
          return Number.isNaN(wait) ? -Infinity : wait;
        }),
      );
    for (const descending of [false, true]) {
      const known = select({ sort: { by: 'wait', plan: null, descending } }).map(waits);
      const finite = known.filter(Number.isFinite);
      expect(known.slice(finite.length).every((wait) => wait === -Infinity)).toBe(true);
      expect(finite).toEqual([...finite].sort((a, b) => (descending ? b - a : a - b)));
    }
  });

  test('asks for the severity of exactly that name where there is one, and for every likely one otherwise', () => {
    const { outcome: many } = fixtureModel({ tickets: 40, regions: ['EU', 'EU West'] });
    const region = (text: string): readonly number[] => [
      ...new Set(
        [...selectTickets(many, { ...all, filters: [text] }, wallClock)].map(
          (one) => many.tickets.region[one] ?? -1,
        ),
      ),
    ];
    expect(region('region:eu')).toEqual([0]);
    expect(region('region:"eu west"')).toEqual([1]);
    expect(sorted(region('region:e'))).toEqual([0, 1]);
  });

  test.each([
    ['wait>2x', 'write a time'],
    ['late', 'write a time'],
    ['wait:Gold>2h', 'no plan `gold`'],
    ['missed:Gold', 'no plan `gold`'],
    ['opened:2016-02-30', 'write a date of Europe/London'],
    ['opened:soon', 'write a date'],
    ['sevrity:S1', 'did you mean `severity`'],
    ['run:first', 'number of a run'],
  ])('says of `%s` what to write instead', (text, words) => {
    const filter = readFilter({ outcome, metric: 'resolve', dates: wallClock }, text);
    expect(filter.kind === 'problem' ? filter.message : '').toContain(words);
  });

  test('passes all filters of the stack', () => {
    const both = select({ filters: ['S2', 'missed:Standard'] });
    expect(sorted(both)).toEqual(
      rows.filter((one) => outcome.tickets.severity[one] === 1 && statusOf(0, one) === 'missed'),
    );
    expect(both.length).toBeGreaterThan(0);
  });

  test('is the same after it was written as text and read again', () => {
    for (const sort of ticketSorts(outcome)) {
      const query: TicketQuery = { metric: 'resolve', filters: ['S2 !EMEA', '! missed:"Premium"'], sort };
      expect(readQuery(outcome, wallClock, queryText(outcome, query))).toEqual({ kind: 'query', query });
    }
  });

  test.each([
    ['metric:repair', 'no metric `repair`: respond, resolve'],
    ['sort:sevrity', 'did you mean `severity`'],
    ['sort:late:Gold', 'no plan `gold`'],
    ['S1\nwait>x', 'write a time'],
  ])('says what is wrong with the text %j', (text, words) => {
    const read = readQuery(outcome, wallClock, text);
    expect(read.kind === 'problem' ? read.message : '').toContain(words);
  });

  test('sorts by the delay under one plan, the latest first', () => {
    const keys = select({ sort: { by: 'late', plan: 1, descending: true } }).map(
      (one) => ticketIndex(outcome).delays('resolve', 1)[one] ?? NaN,
    );
    const known = keys.filter((key) => !Number.isNaN(key));
    expect(known).toEqual([...known].sort((a, b) => b - a));
    expect(keys.slice(known.length).every(Number.isNaN)).toBe(true);
  });

  test('sorts names with numbers in them as people count', () => {
    const { outcome: run } = fixtureModel({ tickets: 12, id: (ticket) => `1-${String(ticket)}` });
    const order = selectTickets(
      run,
      { ...all, sort: { by: 'id', plan: null, descending: false } },
      wallClock,
    );
    expect([...order]).toEqual(Array.from({ length: 12 }, (_, ticket) => ticket));
  });

  test('keeps the order of the rows among equals', () => {
    const bySeverity = select({ sort: { by: 'severity', plan: null, descending: false } });
    for (let i = 1; i < bySeverity.length; i++) {
      const [before, at] = [bySeverity[i - 1] ?? 0, bySeverity[i] ?? 0];
      if (outcome.tickets.severity[before] === outcome.tickets.severity[at]) expect(before).toBeLessThan(at);
    }
  });
});

describe('a verdict in words', () => {
  const verdict = {
    status: 'met',
    opened: 0,
    due: 4 * hour,
    stopped: hour,
    waitMs: hour,
    spareMs: 3 * hour,
  } as const;

  test.each([
    [verdict, 'met, 3 h to spare', '+ 3 h'],
    [{ ...verdict, spareMs: 0 }, 'met on the instant', '+ 0 s'],
    [{ ...verdict, status: 'missed', spareMs: -26.5 * hour }, 'missed by 1 d 3 h', '! by 1 d'],
    [{ ...verdict, status: 'missed', stopped: null, spareMs: null }, 'missed, never stopped', '! never'],
    [{ ...verdict, status: 'best effort', due: null, spareMs: null }, 'best effort', 'best effort'],
    [null, 'not promised', 'not promised'],
  ] as const)('%o', (one, words, short) => {
    expect(verdictText(one)).toBe(words);
    expect(shortVerdictText(one, asciiGlyphs)).toBe(short);
  });

  test('is null for a metric that the plan does not have', () => {
    expect(verdictOf(outcome, 0, 'acknowledge', 0)).toBeNull();
  });
});
