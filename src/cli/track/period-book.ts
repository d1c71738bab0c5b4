import type { Engine, FactOf, TicketKey } from '../../engine/index.ts';
import { type CustomerHistory, type Statement, statementOf } from '../../engine/money/index.ts';
import type { TicketEvent, TicketProgram, Verdict } from '../../engine/ticket/index.ts';
import type { Use } from '../../engine/entitlement/ledger-model.ts';
import { usesOf } from '../../engine/entitlement/uses-of.ts';
import type { PlanPlan } from '../../plan/model.ts';
import { factIndex } from '../../plan/fact-index.ts';
import { parseInstant } from '../../time/iso-instant.ts';
import type { InstantMs } from '../../time/types.ts';
import { type CustomerLine, readCustomerLine } from './customer-line.ts';

type Says = Readonly<Record<string, unknown>>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** What a line of a ticket says beside what the ticket machine takes. */
interface Noted {
  readonly at: InstantMs;
  readonly event: string;
  readonly activity: string | null;
  readonly work: readonly { readonly from: InstantMs; readonly to: InstantMs }[];
}

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
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return { kind: 'ticket' };
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'ticket' };
    const says = value as Says;
    const parsed = typeof says['at'] === 'string' ? parseInstant(says['at']) : null;
    if (parsed?.ok !== true || typeof says['event'] !== 'string') return { kind: 'ticket' };
    const at = parsed.instant;
    this.#last = Math.max(this.#last, at);
    if (says['ticket'] !== undefined) return this.#note(at, says['event'], says);
    const read = readCustomerLine(this.#engine.plan, says['event'], says);
    if (read.kind === 'bad') return read;
    this.#tell(textOf(says['customer']), at, read.value);
    return { kind: 'customer' };
  }

  /** Takes in what became of a ticket. */
  judged(ticket: string, events: readonly TicketEvent[], verdict: Verdict): void {
    const noted = this.#tickets.get(ticket);
    if (noted === undefined) return;
    this.#tickets.delete(ticket);
    const history = this.#historyOf(noted.customer, verdict.plan, verdict.opened);
    const keyAt = keysOf(this.#engine, events, verdict);
    const { key, factOf } = keyAt(Infinity);
    const { opened, closed } = verdict;
    history.tickets.push({
      ticket,
      key,
      opened,
      factOf,
      promises: verdict.clocks.flatMap(({ target: { metric }, started, due, stopped }) =>
        started === null ? [] : [{ metric, key, opened, closed, due, started, stopped, is: noted.is }],
      ),
      misses: verdict.clocks.flatMap(({ target: { metric }, breached }) =>
        breached === null ? [] : [{ ticket, metric, at: breached, factOf, claimed: noted.claimed }],
      ),
    });
    if (verdict.refused !== null) return;
    const { cause } = noted;
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
    return [...this.#customers.values()]
      .flatMap(({ plans }) => [...plans.values()])
      .flatMap(({ happenings }) => happenings.filter((each) => each.ticket === ticket))
      .toSorted((a, b) => a.at - b.at)
      .flatMap((happening) => usesOf(plan, happening));
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
    const work = workOf(says, at);
    if (work === null) return { kind: 'bad', problem: '`work` is a list of {"from","to"}, each an instant' };
    noted.events.push({
      at,
      event,
      activity: typeof says['activity'] === 'string' ? says['activity'] : null,
      work,
    });
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

/** What a ticket was at each instant: its attributes and facts as its events said them, its severity as it was judged. */
function keysOf(
  { plan }: Engine,
  events: readonly TicketEvent[],
  { changes, severity }: Verdict,
): (at: InstantMs) => { readonly key: TicketKey; readonly factOf: FactOf } {
  const said = events.filter(({ sets }) => sets !== null).toSorted((a, b) => a.at - b.at);
  return (at) => {
    const now = { region: -1, channel: -1, type: -1 };
    const facts = new Map<number, string | number | boolean>();
    for (const { at: when, sets } of said) {
      if (when > at || sets === null) continue;
      for (const of of ['region', 'channel', 'type'] as const) if (sets[of] !== -1) now[of] = sets[of];
      for (const { fact, value } of sets.facts) facts.set(fact, value);
    }
    const change = changes.findLast((each) => each.at <= at);
    const key = {
      ...now,
      severity: change?.to ?? changes[0]?.from ?? severity,
      facts: plan.facts.map((fact, i) => {
        const value = facts.get(i);
        return value === undefined ? -1 : factIndex(fact, value);
      }),
    };
    const names = new Map([...facts].map(([i, value]) => [plan.facts[i]?.name ?? '', value]));
    return { key, factOf: (name) => names.get(name) };
  };
}

/** The work that a line tells of: a list of stretches, or one that began at `from` and ended with the line. */
function workOf(says: Says, at: InstantMs): Noted['work'] | null {
  const stretches: readonly unknown[] = Array.isArray(says['work'])
    ? says['work']
    : says['from'] === undefined
      ? []
      : [{ from: says['from'], to: null }];
  const work = stretches.map((stretch) => {
    const { from, to } = (stretch ?? {}) as Says;
    return { from: instantOf(from), to: to === null ? at : instantOf(to) };
  });
  const isWhole = work.every((each) => each.from !== null && each.to !== null && each.from <= each.to);
  return isWhole ? (work as Noted['work']) : null;
}

function instantOf(said: unknown): InstantMs | null {
  const parsed = typeof said === 'string' ? parseInstant(said) : null;
  return parsed?.ok === true ? parsed.instant : null;
}

function textOf(said: unknown): string {
  return typeof said === 'string' ? said : said === undefined ? '' : JSON.stringify(said);
}
