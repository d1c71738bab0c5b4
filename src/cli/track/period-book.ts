import type { Engine, FactOf } from '../../engine/index.ts';
import { type CustomerHistory, type Statement, statementOf, ticketStory } from '../../engine/money/index.ts';
import { keysOf, type TicketEvent, type TicketProgram, type Verdict } from '../../engine/ticket/index.ts';
import type { Use } from '../../engine/entitlement/ledger-model.ts';
import { TicketUses } from '../../engine/entitlement/ticket-uses.ts';
import { rankOf } from '../../engine/entitlement/uses-of.ts';
import type { PlanPlan } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { type CustomerLine, readCustomerLine } from './customer-line.ts';
import { type Noted, readNote, readSays, type Says, textOf } from './ticket-note.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

interface NotedTicket {
  customer: string;
  cause: string | null;
  claimed: InstantMs | null;
  readonly is: string[];
  readonly events: Noted[];
}

interface Customer {
  readonly plans: Map<number, Mutable<Omit<CustomerHistory, 'now'>>>;
  /** The plan that it said it holds; its first ticket's before it said any. */
  plan: number | null;
}

/** What a history tells of customers and of what tickets used, and, at its end, what it comes to period by period. */
export class PeriodBook {
  readonly #engine: Engine;
  readonly #customers = new Map<string, Customer>();
  readonly #tickets = new Map<string, NotedTicket>();
  #last: InstantMs = -Infinity;

  constructor(program: TicketProgram) {
    const [version] = program.versions;
    if (version === undefined) throw new Error('a program has a version');
    this.#engine = version.engine;
  }

  /** Takes in a line; `customer` where it is of a customer alone, `ticket` where the ticket machine has to see it too. */
  take(
    text: string,
  ): { readonly kind: 'ticket' | 'customer' } | { readonly kind: 'bad'; readonly problem: string } {
    const read = readSays(text);
    if (read === null) return { kind: 'ticket' };
    const { at, event, says } = read;
    this.#last = Math.max(this.#last, at);
    if (says['ticket'] !== undefined) return this.#note(at, event, says);
    const line = readCustomerLine(this.#engine.plan, event, says);
    if (line.kind === 'bad') return line;
    this.#tell(textOf(says['customer']), at, line.value);
    return { kind: 'customer' };
  }

  /** Takes in what became of a ticket. */
  judged(ticket: string, events: readonly TicketEvent[], verdict: Verdict): void {
    const noted = this.#tickets.get(ticket);
    if (noted === undefined) return;
    this.#tickets.delete(ticket);
    const history = this.#historyOf(noted.customer, verdict.plan, verdict.opened);
    const keyAt = keysOf(this.#engine, events, verdict);
    const { closed } = verdict;
    history.tickets.push(ticketStory(ticket, verdict, keyAt(Infinity), noted.is, () => noted.claimed));
    if (verdict.refused !== null) return;
    const { cause } = noted;
    const isSaid = noted.events.some(
      ({ at, event }) => at === closed && (event === 'closed' || event === 'cancelled'),
    );
    // A rule, or time, has closed it, which no line says.
    if (closed !== null && !isSaid)
      history.happenings.push({
        ticket,
        cause,
        at: closed,
        event: 'closed',
        activity: null,
        work: [],
        ...keyAt(closed),
      });
    for (const { at, event, activity, work } of noted.events)
      history.happenings.push({ ticket, cause, at, event, activity, work, ...keyAt(at) });
  }

  /** What each customer's plans came to, up to an instant, or up to the last line where that is no number. */
  statements(at: InstantMs): readonly { readonly customer: string | null; readonly statement: Statement }[] {
    const now = Number.isNaN(at) ? this.#last : at;
    return [...this.#customers]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([customer, { plans }]) =>
        [...plans]
          .toSorted(([, a], [, b]) => a.start - b.start)
          .map(([plan, history]) => ({
            customer: customer === '' ? null : customer,
            statement: statementOf(this.#engine, plan, { ...history, now }),
          })),
      );
  }

  /** What a plan counted of a ticket that was judged, in the order in which it was used. */
  usesOf(ticket: string, plan: PlanPlan): readonly Use[] {
    const uses = new TicketUses();
    return [...this.#customers.values()]
      .flatMap(({ plans }) => [...plans.values()])
      .flatMap(({ happenings }) => happenings.filter((each) => each.ticket === ticket))
      .toSorted((a, b) => a.at - b.at || rankOf(a) - rankOf(b))
      .flatMap((happening) => uses.take(plan, happening));
  }

  #note(
    at: InstantMs,
    event: string,
    says: Says,
  ): { readonly kind: 'ticket' } | { readonly kind: 'bad'; readonly problem: string } {
    const ticket = textOf(says['ticket']);
    let noted = this.#tickets.get(ticket);
    if (noted === undefined) {
      noted = { customer: '', cause: null, claimed: null, is: [], events: [] };
      this.#tickets.set(ticket, noted);
    }
    if (says['customer'] !== undefined) noted.customer = textOf(says['customer']);
    if (says['cause'] !== undefined) noted.cause = textOf(says['cause']);
    if (Array.isArray(says['is'])) noted.is.push(...says['is'].map(textOf));
    if (event === 'cancelled') noted.is.push('cancelled');
    if (event === 'claimed') noted.claimed = at;
    const note = readNote(at, event, says);
    if (typeof note === 'string') return { kind: 'bad', problem: note };
    noted.events.push(note);
    return { kind: 'ticket' };
  }

  #tell(name: string, at: InstantMs, line: CustomerLine): void {
    const customer = this.#customerOf(name);
    if (line.kind === 'starts') {
      const factOf: FactOf = (fact) => line.facts.get(fact);
      const history = this.#historyOf(name, line.plan, at);
      customer.plan = line.plan;
      Object.assign(history, { start: at, factOf, size: { ...line.size, factOf } });
      return;
    }
    const history = this.#historyOf(name, customer.plan ?? 0, at);
    switch (line.kind) {
      case 'ends':
        history.end = at;
        return;
      case 'bought':
        history.bought.push({ ...line.bought, at });
        return;
      case 'outage':
        history.outages.push({ ...line.outage, from: at });
        return;
      case 'uptime':
        history.stated.push({ service: line.service, at, share: line.share });
        return;
      case 'claimed':
        history.claims.push(at);
        return;
      case 'event':
        history.events.push({ at, name: line.name });
    }
  }

  #customerOf(name: string): Customer {
    const known = this.#customers.get(name) ?? { plans: new Map(), plan: null };
    this.#customers.set(name, known);
    return known;
  }

  /** The history of a customer under a plan; it starts with the first that is told of it. */
  #historyOf(name: string, plan: number, at: InstantMs): Mutable<Omit<CustomerHistory, 'now'>> {
    const customer = this.#customerOf(name);
    let history = customer.plans.get(plan);
    if (history === undefined) {
      history = {
        start: at,
        end: null,
        happenings: [],
        bought: [],
        events: [],
        tickets: [],
        outages: [],
        stated: [],
        claims: [],
        size: null,
        factOf: () => undefined,
      };
      customer.plans.set(plan, history);
      customer.plan ??= plan;
    } else if (history.size === null) history.start = Math.min(history.start, at);
    return history;
  }
}
