/** The statement of a plan given as clauses for what happened to its tickets, and its lines in few words. */
import { digitsOf } from '../../../src/engine/money/currency.ts';
import type { CustomerHistory, Statement, TicketStory } from '../../../src/engine/money/statement-model.ts';
import { statementOf } from '../../../src/engine/money/statement.ts';
import { KEY } from '../entitlement/ledgered.ts';
import { instant, loaded } from './credited.ts';

export const NOTHING_ELSE = () => undefined;

/** Each piece of work and event of a ticket, when respond was missed, which tickets are P1, and from when to when. */
export interface Told {
  readonly work?: readonly (readonly [ticket: string, from: string, to: string, activity?: string])[];
  readonly events?: readonly (readonly [ticket: string, at: string, event: string])[];
  readonly misses?: readonly string[];
  readonly severe?: readonly string[];
  readonly start?: string;
  readonly now?: string;
  readonly more?: Partial<CustomerHistory>;
}

/** The statement of plan A, of June 2026 in Berlin unless it is told otherwise. */
export function stated(clauses: string, told: Told): Statement {
  const { engine } = loaded(clauses);
  const { work = [], events = [], misses = [], severe = [], more = {} } = told;
  const keyOf = (ticket: string) => (severe.includes(ticket) ? { ...KEY, severity: 0 } : KEY);
  const names = [...new Set([...work, ...events].map(([ticket]) => ticket))];
  const tickets = names.map((ticket): TicketStory => {
    const opened = instant(
      work.find(([of]) => of === ticket)?.[1] ?? events.find(([of]) => of === ticket)?.[1] ?? '',
    );
    return { ticket, key: keyOf(ticket), opened, factOf: NOTHING_ELSE, promises: [], misses: [] };
  });
  const missed = misses.map((at, i): TicketStory => {
    const miss = {
      ticket: `M${i}`,
      metric: 'respond',
      at: instant(at),
      keptAt: null,
      key: KEY,
      promise: null,
      factOf: NOTHING_ELSE,
      claimed: null,
    };
    return {
      ticket: `M${i}`,
      key: KEY,
      opened: instant(at),
      factOf: NOTHING_ELSE,
      promises: [],
      misses: [miss],
    };
  });
  const happening = (ticket: string) => ({ ticket, cause: null, key: keyOf(ticket), factOf: NOTHING_ELSE });
  return statementOf(engine, 0, {
    start: instant(told.start ?? '2026-06-01T00:00+02:00'),
    end: null,
    now: instant(told.now ?? '2026-07-01T00:00+02:00'),
    happenings: [
      ...work.map(([ticket, from, to, activity = null]) => ({
        ...happening(ticket),
        at: instant(to),
        event: 'work ended',
        activity,
        work: [{ from: instant(from), to: instant(to) }],
      })),
      ...events.map(([ticket, at, event]) => ({
        ...happening(ticket),
        at: instant(at),
        event,
        activity: null,
        work: [],
      })),
    ],
    bought: [],
    events: [],
    tickets: [...tickets, ...missed],
    outages: [],
    stated: [],
    claims: [],
    size: {
      sizes: new Map(),
      sums: new Map(),
      factOf: NOTHING_ELSE,
      key: KEY,
      options: [],
      packs: new Map(),
    },
    factOf: NOTHING_ELSE,
    ...more,
  });
}

/** `2026-06-01: price 450.00, credit -50.00 = 400.00`, an invoice each; the date is that of Berlin. */
export function invoices({ invoices: all }: Statement): readonly string[] {
  return all.map(({ from, lines, sum }) => {
    const date = new Date(from + 3 * 3_600_000).toISOString().slice(0, 10);
    const each = lines.map(({ kind, amount, currency, words }) => {
      return `${kind} ${amount === null ? `(${words === '' ? 'no price' : words})` : digitsOf(amount, currency)}`;
    });
    return `${date}: ${each.join(', ')} = ${digitsOf(sum.amount, sum.currency)}`;
  });
}

/** Clauses that several tests have in common. */
export const BANK =
  'hours 10 per month, outside Office at 2x split at edge, over billed, used when work ends, not rounded';
export const PRICE = 'price EUR 900 per month, billed monthly, prorated by day';

/** Every line, such as `06-18 work 30.00 of A by rate EUR 60 per hour`; dates are those of Berlin. */
export function linesOf({ invoices: all }: Statement): readonly string[] {
  return all.flatMap(({ lines }) =>
    lines.map(({ at, kind, amount, currency, ticket, words, clause, count }) => {
      const date = new Date(at + 7_200_000).toISOString().slice(5, 10);
      const sum = amount === null ? `"${words}"` : digitsOf(amount, currency);
      const of = ticket === null ? '' : ` of ${ticket}`;
      const many = count === null ? '' : ` for ${count.amount.toFraction()} ${count.of}`;
      return `${date} ${kind} ${sum}${of}${many} by ${clause}`;
    }),
  );
}
