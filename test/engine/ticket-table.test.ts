import { describe, expect, it } from 'vitest';
import type { ColumnQuestion } from '../../src/engine/column-question.ts';
import {
  CustomerError,
  loadPlan,
  MissingFactError,
  ticketDeadlines,
  type TicketTable,
} from '../../src/engine/index.ts';
import { lower } from '../../src/plan/lower.ts';
import { briefly, checkText } from '../check/findings.ts';
import { at } from '../plan/calendar-of-text.ts';

const { contract, findings } =
  checkText(`contract "Desk" version "1" { effective 2026-06-01 in Europe/Berlin }
severities { P1 "nobody can work"; P2 "some cannot"; P3 "a question" }
calendar Office { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none }
clock respond { starts on opened; stops on reply }
plan Basic {
  business days in Office at close, received outside hours at next opening, day of receipt does not count
  business hours in Office
  targets { respond; P1 4 business hours; P2 2 business days; P3 best effort }
}
plan Premium {
  business hours in Office
  targets when opened in Office { respond; P1 30 min; P2 2 business hours; P3 8 business hours }
  targets when opened outside Office { respond; P1 1 h; P2 8 business hours; P3 not offered }
}
on raise count from the change
on lower keep old
`);
const engine = loadPlan(lower(contract));
const HOUR = 3_600_000;

/** Every plan and severity in turn, at all hours of some weeks; each eleventh row is no ticket. */
function manyTickets(count: number): TicketTable {
  const from = at('2026-06-01T00:00+02:00');
  const none = new Int8Array(count).fill(-1);
  return {
    opened: Float64Array.from({ length: count }, (_, i) => (i % 11 === 5 ? NaN : from + i * 1.7 * HOUR)),
    plan: Uint8Array.from({ length: count }, (_, i) => i % 2),
    severity: Int8Array.from({ length: count }, (_, i) => ((i >> 1) % 4) - 1),
    region: none,
    channel: none,
    type: none,
  };
}

/** The deadline of one row; NaN where there is none. */
function oneByOne(tickets: TicketTable, row: number): number {
  const opened = tickets.opened[row] as number;
  if (Number.isNaN(opened)) return NaN;
  const key = { severity: tickets.severity[row] as number, region: -1, channel: -1, type: -1, facts: [] };
  const target = engine.selectTarget(tickets.plan[row] as number, 'respond', key, opened);
  const deadline = target === null ? null : engine.deadline(target.promise, opened);
  return deadline?.kind === 'due' ? deadline.due : NaN;
}

describe('deadlines of a table of tickets', () => {
  it('come from a contract that says what the tests think', () => {
    expect(briefly(findings.filter(({ code }) => !code.startsWith('assume/')))).toEqual([]);
  });

  it('are those of its rows, whatever plans, severities and hours they mix', () => {
    const tickets = manyTickets(1000);
    const out = new Float64Array(1000).fill(7);
    ticketDeadlines(engine, 'respond', tickets, out);
    const expected = Array.from(tickets.opened, (_, row) => oneByOne(tickets, row));
    expect([...out]).toEqual(expected);
    expect(new Set(expected.filter((due) => !Number.isNaN(due))).size).toBeGreaterThan(200);
    expect(expected.filter(Number.isNaN).length).toBeGreaterThan(100);
  });

  it('may be written over the instants at which they were opened', () => {
    const tickets = manyTickets(60);
    const expected = Array.from(tickets.opened, (_, row) => oneByOne(tickets, row));
    ticketDeadlines(engine, 'respond', tickets, tickets.opened);
    expect([...tickets.opened]).toEqual(expected);
  });

  it('are none for a metric of which nothing is said, and for no tickets', () => {
    const out = new Float64Array(20);
    ticketDeadlines(engine, 'resolve', manyTickets(20), out);
    expect(out.every(Number.isNaN)).toBe(true);
    ticketDeadlines(engine, 'respond', manyTickets(0), new Float64Array(0));
  });

  it('hang on facts that tickets say in columns, and say which is missing', () => {
    const { contract: told } =
      checkText(`contract "Facts" version "1" { effective 2026-06-01 in Europe/Berlin }
facts { customers one of all, some, none; vip yes or no }
severities {
  P1 "nobody can work" when customers = all
  P2 "some cannot" when customers = some
  P3 "a question" otherwise
}
calendar Office { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none }
clock respond { starts on opened; stops on reply; pauses never }
plan Basic {
  business hours in Office
  targets for vip yes { respond; P1 1 business hour; P2 2 business hours; P3 3 business hours }
  targets for vip no { respond; P1 4 business hours; P2 5 business hours; P3 6 business hours }
}
on raise count from the change
on lower keep old
`);
    const withFacts = loadPlan(lower(told));
    const monday = at('2026-06-01T09:00+02:00');
    const vip = withFacts.plan.facts.findIndex(({ name }) => name === 'vip');
    const table = (said: readonly number[] | null): TicketTable => ({
      opened: new Float64Array(6).fill(monday),
      plan: new Uint8Array(6),
      severity: [0, 1, 2, 0, 1, 2],
      region: new Int8Array(6).fill(-1),
      channel: new Int8Array(6).fill(-1),
      type: new Int8Array(6).fill(-1),
      facts: withFacts.plan.facts.map((_, fact) => (fact === vip ? said : null)),
    });
    const out = new Float64Array(6);
    ticketDeadlines(withFacts, 'respond', table([0, 0, 0, 1, 1, 1]), out);
    expect([...out].map((due) => (due - monday) / HOUR)).toEqual([1, 2, 3, 4, 5, 6]);
    // The same kinds of tickets again, which are known by now.
    ticketDeadlines(withFacts, 'respond', table([1, 0, 1, 0, 1, 0]), out);
    expect([...out].map((due) => (due - monday) / HOUR)).toEqual([4, 2, 6, 1, 5, 3]);
    for (const said of [null, [0, 0, -1, 0, 0, 0]]) {
      expect(() => ticketDeadlines(withFacts, 'respond', table(said), out)).toThrow(MissingFactError);
    }
  });

  it('of what the plan does not have are none of what it has', () => {
    const tickets = { ...manyTickets(4), severity: [3, 99, -2, 1] };
    const out = new Float64Array(4);
    ticketDeadlines(engine, 'respond', tickets, out);
    expect([...out].map(Number.isNaN)).toEqual([true, true, true, false]);
    expect(out[3]).toBe(oneByOne(tickets, 3));
  });

  it('name the row of the table where one is not known', () => {
    const tickets = manyTickets(1000);
    const row = 602;
    tickets.opened[row] = at('2099-12-31T16:30Z');
    expect(Number.isNaN(oneByOne(manyTickets(1000), row))).toBe(false);
    expect(() => ticketDeadlines(engine, 'respond', tickets, new Float64Array(1000))).toThrow(
      expect.objectContaining({ name: 'HorizonError', row }) as Error,
    );
  });

  it('are counted in a column for all rows that one cell holds for', () => {
    const asked: number[] = [];
    const columns = { answer: ({ rows }: ColumnQuestion) => void asked.push(rows) };
    const tickets = { ...manyTickets(44), plan: new Uint8Array(44), severity: new Uint8Array(44) };
    ticketDeadlines(loadPlan(lower(contract), {}, columns), 'respond', tickets, new Float64Array(44));
    expect(asked).toEqual([40]);
  });

  it('that hang on what is not known of the customer are an error as such', () => {
    const { plan } = engine;
    const calendars = plan.calendars.map((calendar) => ({ ...calendar, hangsOn: ['zone'] as const }));
    const unknown = loadPlan({ ...plan, calendars });
    const tickets = { ...manyTickets(9), plan: new Uint8Array(9), severity: new Uint8Array(9) };
    expect(() => ticketDeadlines(unknown, 'respond', tickets, new Float64Array(9))).toThrow(CustomerError);
  });

  it('of a plan that the contract does not have are an error', () => {
    const tickets = { ...manyTickets(3), plan: [0, 2, 0] };
    expect(() => ticketDeadlines(engine, 'respond', tickets, new Float64Array(3))).toThrow('no plan 2');
  });
});
