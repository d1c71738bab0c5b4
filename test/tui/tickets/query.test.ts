import { describe, expect, test } from 'vitest';
import { STATUSES } from '../../../src/simulate/outcome.ts';
import { selectTickets, TICKET_SORTS } from '../../../src/tui/tickets/query.ts';
import type { TicketQuery } from '../../../src/tui/tickets/query.ts';
import { shortVerdictText, verdictOf, verdictText } from '../../../src/tui/tickets/verdict.ts';
import { asciiGlyphs } from '../../../src/tui/text/glyphs.ts';
import { fixtureModel, hour } from '../fixture.ts';

const { outcome } = fixtureModel({ tickets: 300 });
const all: TicketQuery = {
  metric: 'resolve',
  verdict: { kind: 'all' },
  group: null,
  text: '',
  sort: 'opened',
  descending: false,
};

function select(changes: Partial<TicketQuery>): readonly number[] {
  return [...selectTickets(outcome, { ...all, ...changes })];
}

const rows = Array.from({ length: 300 }, (_, ticket) => ticket);
const statusOf = (plan: number, ticket: number): string =>
  STATUSES[outcome.plans[plan]?.metrics[1]?.status[ticket] ?? 0] ?? '';
const sorted = (list: readonly number[]): readonly number[] => [...list].sort((a, b) => a - b);

describe('a list of tickets', () => {
  test('holds every ticket once where nothing is filtered, in each order', () => {
    for (const sort of TICKET_SORTS) {
      for (const descending of [false, true]) expect(sorted(select({ sort, descending }))).toEqual(rows);
    }
  });

  test('holds those that one plan missed, any missed, or plans judged differently', () => {
    const missed = (plan: number, ticket: number): boolean => statusOf(plan, ticket) === 'missed';
    const met = (plan: number, ticket: number): boolean => statusOf(plan, ticket) === 'met';
    const plans = [0, 1, 2];
    expect(sorted(select({ verdict: { kind: 'missed by', plan: 1 } }))).toEqual(
      rows.filter((one) => missed(1, one)),
    );
    expect(sorted(select({ verdict: { kind: 'missed by any' } }))).toEqual(
      rows.filter((one) => plans.some((plan) => missed(plan, one))),
    );
    const differ = rows.filter(
      (one) => plans.some((plan) => missed(plan, one)) && plans.some((plan) => met(plan, one)),
    );
    expect(differ.length).toBeGreaterThan(0);
    expect(sorted(select({ verdict: { kind: 'plans differ' } }))).toEqual(differ);
  });

  test('holds a severity, or the tickets without a region', () => {
    expect(sorted(select({ group: { by: 'severity', index: 2 } }))).toEqual(
      rows.filter((one) => outcome.tickets.severity[one] === 2),
    );
    expect(sorted(select({ group: { by: 'region', index: -1 } }))).toEqual(
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
    ['  ', () => true],
    ['!', () => true],
    ['no such thing', () => false],
  ])('filters by `%s`', (text, wanted) => {
    expect(sorted(select({ text }))).toEqual(rows.filter(wanted));
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
      const known = select({ sort: 'longest wait', descending }).map(waits);
      const finite = known.filter(Number.isFinite);
      expect(known.slice(finite.length).every((wait) => wait === -Infinity)).toBe(true);
      expect(finite).toEqual([...finite].sort((a, b) => (descending ? b - a : a - b)));
    }
  });

  test('keeps the order of the rows among equals', () => {
    const bySeverity = select({ sort: 'severity' });
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
