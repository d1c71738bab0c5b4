import { entryOf, type EntryState, entryState } from '../../engine/entitlement/entry-state.ts';
import type { LedgerEntry, LedgerEvent } from '../../engine/entitlement/ledger-model.ts';
import { Ledger, type LedgerState } from '../../engine/entitlement/ledger.ts';
import { TicketUses, type TicketUsesState } from '../../engine/entitlement/ticket-uses.ts';
import { rankOf, USED_AT } from '../../engine/entitlement/uses-of.ts';
import {
  keysOf,
  ticketMachine,
  type TicketEvent,
  type TicketMachine,
  type TicketProgram,
  type Verdict,
  type Version,
} from '../../engine/ticket/index.ts';
import type { PlanPlan } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { type CustomerLine, readCustomerLine } from './customer-line.ts';
import { isOfTicket } from './of-ticket.ts';
import { type Noted, readNote, readSays, textOf } from './ticket-note.ts';

/** Whether what a ticket is charged hangs on the ledger of its customer. */
export function isCounting({ charges, quotas }: PlanPlan): boolean {
  return charges.length > 0 || quotas.some(({ usedWhen }) => usedWhen !== null);
}

/** Something that a ledger has still to take in. */
interface Step {
  readonly at: InstantMs;
  /** What a customer has comes before what its tickets use at the same instant. */
  readonly rank: 0 | 1;
  readonly ticket: string;
  readonly does:
    | { readonly kind: 'customer'; readonly line: CustomerLine }
    | { readonly kind: 'ticket'; readonly note: Noted };
}

interface Customer {
  readonly name: string;
  /** The plan that it said it holds; its first ticket's before it said any. */
  plan: number | null;
  facts: readonly (readonly [name: string, value: string | number | boolean])[];
  /** Since when anything is known of it. */
  start: InstantMs;
  readonly ledgers: Map<number, Ledger>;
  steps: Step[];
  readonly open: Set<string>;
}

interface Ticket {
  customer: Customer;
  cause: string | null;
  entries: LedgerEntry[];
  /** When it was closed, by lines and by the passing of time, as far as that is booked. */
  readonly closings: Set<InstantMs>;
  readonly uses: TicketUses;
}

/** The ledgers, and what open tickets were charged, as plain data that the next run goes on from. */
export interface BookState {
  readonly customers: readonly {
    readonly customer: string;
    readonly plan: number | null;
    readonly facts: Customer['facts'];
    readonly start: InstantMs;
    readonly ledgers: readonly { readonly plan: number; readonly state: LedgerState }[];
  }[];
  readonly tickets: readonly {
    readonly ticket: string;
    readonly customer: string;
    readonly cause: string | null;
    readonly closings: readonly InstantMs[];
    readonly entries: readonly EntryState[];
    /** States that were written before work was kept have none. */
    readonly uses?: TicketUsesState;
  }[];
}

/**
 * The ledgers of customers while a history goes by in the order of time. It keeps the ledgers themselves, what is open, and
 * nothing else. What is told late is used when it is told, since a ledger does not go back.
 */
export class ChargeBook {
  readonly #version: Version;
  readonly #machine: TicketMachine;
  readonly #customers = new Map<string, Customer>();
  readonly #tickets = new Map<string, Ticket>();
  /** The events at which anything is used, of whatever plan. */
  readonly #uses: ReadonlySet<string>;
  readonly #eventsOf: (ticket: string) => readonly TicketEvent[];

  /** Of a program of one version. `eventsOf` is what is known of a ticket that has no verdict yet. */
  constructor(program: TicketProgram, eventsOf: (ticket: string) => readonly TicketEvent[]) {
    const [version] = program.versions;
    if (version === undefined) throw new Error('a program has a version');
    this.#version = version;
    this.#machine = ticketMachine(program);
    this.#eventsOf = eventsOf;
    const { plans } = version.plan;
    this.#uses = new Set([
      ...plans.flatMap(({ charges }) => charges.map(({ on }) => on)),
      ...plans.flatMap(({ quotas }) =>
        quotas.flatMap(({ usedWhen }) => (usedWhen === null ? [] : [USED_AT[usedWhen]])),
      ),
    ]);
  }

  /** Takes in a line of a customer alone; null for one of a ticket, or one that is for others to complain about. */
  takeCustomer(text: string): CustomerLine | string | null {
    const read = readSays(text);
    if (read === null || read.says['ticket'] !== undefined) return null;
    const { at, event, says } = read;
    const line = readCustomerLine(this.#version.plan, event, says);
    if (line.kind === 'bad') return line.problem;
    const customer = this.#customerOf(textOf(says['customer']), at);
    customer.steps.push({ at, rank: 0, ticket: '', does: { kind: 'customer', line: line.value } });
    return line.value;
  }

  /** Takes in what a line says of a ticket that the ticket machine does not take, or says what is wrong with it. */
  note(text: string): string | null {
    const read = readSays(text);
    if (read === null) return null;
    const { at, event, says } = read;
    const note = readNote(at, event, says);
    if (typeof note === 'string') return note;
    const name = textOf(says['ticket']);
    const ticket = this.#ticketOf(name, says['customer'] === undefined ? null : textOf(says['customer']), at);
    if (says['cause'] !== undefined) ticket.cause = textOf(says['cause']);
    if (event === 'closed' || event === 'cancelled') ticket.closings.add(at);
    if (this.#uses.has(event) || note.work.length > 0) {
      ticket.customer.steps.push({ at, rank: 1, ticket: name, does: { kind: 'ticket', note } });
    }
    return null;
  }

  /** What a ticket was charged up to an instant, whose own lines have all been told. */
  chargesOf(name: string, until: InstantMs): readonly LedgerEntry[] {
    const ticket = this.#tickets.get(name);
    if (ticket === undefined) return [];
    this.#book(ticket.customer, until);
    return ticket.entries;
  }

  /** Books all that was told: nothing more will be. */
  settle(): void {
    for (const customer of this.#customers.values()) this.#book(customer, Infinity);
  }

  /** A ticket has its last verdict. */
  forget(name: string): void {
    const ticket = this.#tickets.get(name);
    if (ticket === undefined) return;
    this.#tickets.delete(name);
    ticket.customer.open.delete(name);
    for (const ledger of ticket.customer.ledgers.values()) ledger.forget(name);
  }

  /** What the next run goes on from; everything told is booked by then. */
  get state(): BookState {
    return {
      customers: [...this.#customers.values()].map(({ name, plan, facts, start, ledgers }) => ({
        customer: name,
        plan,
        facts,
        start,
        ledgers: [...ledgers].map(([of, ledger]) => ({ plan: of, state: ledger.state })),
      })),
      tickets: [...this.#tickets].map(([name, { customer, cause, closings, entries, uses }]) => ({
        ticket: name,
        customer: customer.name,
        cause,
        closings: [...closings],
        entries: entries.map(entryState),
        uses: uses.state,
      })),
    };
  }

  restore({ customers, tickets }: BookState): void {
    for (const { customer, plan, facts, start, ledgers } of customers) {
      const known = this.#customerOf(customer, start);
      Object.assign(known, { plan, facts, start });
      for (const { plan: of, state } of ledgers) this.#ledgerOf(known, of, start).restore(state);
    }
    for (const { ticket, customer, cause, closings, entries, uses } of tickets) {
      const known = this.#ticketOf(ticket, customer, Infinity);
      known.cause = cause;
      for (const at of closings) known.closings.add(at);
      known.entries = entries.map(entryOf);
      if (uses !== undefined) known.uses.restore(uses);
    }
  }

  #customerOf(name: string, at: InstantMs): Customer {
    let customer = this.#customers.get(name);
    if (customer === undefined) {
      customer = { name, plan: null, facts: [], start: at, ledgers: new Map(), steps: [], open: new Set() };
      this.#customers.set(name, customer);
    }
    return customer;
  }

  /** A ticket is of the customer that it names, whichever of its lines does; before one has, of nobody in particular. */
  #ticketOf(name: string, customer: string | null, at: InstantMs): Ticket {
    let ticket = this.#tickets.get(name);
    if (ticket === undefined) {
      ticket = {
        customer: this.#customerOf(customer ?? '', at),
        cause: null,
        entries: [],
        closings: new Set(),
        uses: new TicketUses(),
      };
      this.#tickets.set(name, ticket);
    } else if (customer !== null && customer !== ticket.customer.name) {
      const steps = ticket.customer.steps.filter((step) => step.ticket === name);
      ticket.customer.steps = ticket.customer.steps.filter((step) => step.ticket !== name);
      ticket.customer.open.delete(name);
      ticket.customer = this.#customerOf(customer, at);
      ticket.customer.steps.push(...steps);
    }
    ticket.customer.open.add(name);
    return ticket;
  }

  #ledgerOf(customer: Customer, plan: number, at: InstantMs): Ledger {
    let ledger = customer.ledgers.get(plan);
    if (ledger === undefined) {
      ledger = new Ledger(this.#version.engine, plan, Math.min(customer.start, at));
      customer.ledgers.set(plan, ledger);
      this.#tellFacts(customer, ledger);
    }
    return ledger;
  }

  #tellFacts({ facts }: Customer, ledger: Ledger): void {
    const values = new Map(facts);
    ledger.step({ kind: 'customer', at: ledger.now, factOf: (fact) => values.get(fact) });
  }

  /** Brings the ledgers of a customer up to an instant. */
  #book(customer: Customer, until: InstantMs): void {
    if (this.#uses.has('closed')) this.#noteClosings(customer, until);
    const due = customer.steps.filter(({ at }) => at <= until);
    if (due.length === 0) return;
    customer.steps = customer.steps.filter(({ at }) => at > until);
    due.sort(
      (a, b) =>
        a.at - b.at ||
        a.rank - b.rank ||
        (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : workFirst(a) - workFirst(b)),
    );
    for (const step of due) {
      if (step.does.kind === 'customer') this.#tell(customer, step.at, step.does.line);
      else this.#use(customer, step.ticket, step.does.note);
    }
  }

  /** Tickets that rules, or time, have closed; nothing in the history says so. */
  #noteClosings(customer: Customer, until: InstantMs): void {
    for (const name of customer.open) {
      const ticket = this.#tickets.get(name);
      const verdict = this.#judged(name, until);
      const at = verdict?.closed ?? null;
      if (ticket === undefined || at === null || ticket.closings.has(at)) continue;
      ticket.closings.add(at);
      const note = { at, event: 'closed', activity: null, work: [] };
      customer.steps.push({ at, rank: 1, ticket: name, does: { kind: 'ticket', note } });
    }
  }

  #judged(ticket: string, until: InstantMs): Verdict | null {
    try {
      return this.#machine.judge(this.#eventsOf(ticket), until === Infinity ? NaN : until);
    } catch (error) {
      // What is wrong with it is said when its verdict is written.
      if (isOfTicket(error)) return null;
      throw error;
    }
  }

  #tell(customer: Customer, at: InstantMs, line: CustomerLine): void {
    switch (line.kind) {
      case 'starts':
        customer.plan = line.plan;
        customer.facts = [...line.facts];
        customer.start = at;
        customer.ledgers.delete(line.plan);
        for (const ledger of customer.ledgers.values()) this.#tellFacts(customer, ledger);
        return;
      case 'bought':
        this.#step(customer, customer.plan ?? 0, { ...line.bought, at });
        return;
      case 'event':
        this.#step(customer, customer.plan ?? 0, { kind: 'event', at, name: line.name });
        return;
      case 'ends':
      case 'claimed':
      case 'outage':
      case 'uptime':
        return;
    }
  }

  #step(customer: Customer, plan: number, event: LedgerEvent): void {
    const ledger = this.#ledgerOf(customer, plan, event.at);
    for (const entry of ledger.step({ ...event, at: Math.max(event.at, ledger.now) })) {
      if (entry.ticket !== null) this.#tickets.get(entry.ticket)?.entries.push(entry);
    }
  }

  #use(customer: Customer, name: string, { at, event, activity, work }: Noted): void {
    const verdict = this.#judged(name, at);
    if (verdict === null || verdict.refused !== null) return;
    const { plan: index } = verdict;
    const plan = this.#version.plan.plans[index];
    if (plan === undefined || !isCounting(plan)) return;
    customer.plan ??= index;
    const events = this.#eventsOf(name).filter((each) => each.at <= at);
    const ticket = this.#tickets.get(name);
    if (ticket === undefined) return;
    const is = keysOf(this.#version.engine, events, verdict)(at);
    const { cause, uses } = ticket;
    for (const use of uses.take(plan, { ticket: name, cause, at, event, activity, work, ...is }))
      this.#step(customer, index, use);
  }
}

function workFirst({ does }: Step): number {
  return does.kind === 'ticket' ? rankOf(does.note) : 0;
}
