/** What a customer's plan came to over a time: its quotas, what was attained, credits, and the invoices. */
import type Fraction from 'fraction.js';
import type { PlanAttainment, PlanPlan, PlanSaid } from '../../plan/model.ts';
import type { PlanAvailability } from '../../plan/money-model.ts';
import type { PlanQuota } from '../../plan/entitlement-model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { Attained, AttainedTicket } from '../entitlement/attainment.ts';
import type { LedgerEntry, LedgerEvent, LedgerPeriod } from '../entitlement/ledger-model.ts';
import type { Happening } from '../entitlement/uses-of.ts';
import type { FactOf } from '../grade-ticket.ts';
import type { TicketKey } from '../select-target.ts';
import type { Available, StatedShare } from './availability.ts';
import type { Arisen } from './credit-grounds.ts';
import type { Credits, Miss } from './credit-model.ts';
import type { Outage } from './outages.ts';
import type { Right } from './rights.ts';
import type { MoneyAmount } from './price.ts';
import type { QuoteAnswer, QuoteRequest } from './quote-model.ts';

/** What is known of a customer under one plan. Lists may be in any order. */
export interface CustomerHistory {
  /** Since when the plan is held, and until when; null where it goes on. */
  readonly start: InstantMs;
  readonly end: InstantMs | null;
  /** Up to when things are known: periods that end later have not ended. */
  readonly now: InstantMs;
  readonly happenings: readonly Happening[];
  readonly bought: readonly Extract<LedgerEvent, { kind: 'bought' }>[];
  /** Events of the customer, from which units may expire. */
  readonly events: readonly { readonly at: InstantMs; readonly name: string }[];
  readonly tickets: readonly TicketStory[];
  readonly outages: readonly Outage[];
  readonly stated: readonly StatedShare[];
  /** When credits that are not for a ticket were asked for. */
  readonly claims: readonly InstantMs[];
  /** Size, sums, facts and what is booked; null where nothing is known, so that the price is not on the invoices. */
  readonly size: Omit<QuoteRequest, 'term'> | null;
  readonly factOf: FactOf;
}

export interface TicketStory {
  readonly ticket: string;
  readonly key: TicketKey;
  readonly opened: InstantMs;
  readonly factOf: FactOf;
  /** Its promises, as they are counted for a share of a period, by metric. */
  readonly promises: readonly (AttainedTicket & { readonly metric: string })[];
  readonly misses: readonly Miss[];
}

export interface Statement {
  readonly plan: PlanPlan;
  /** Options that the customer has booked, by their text. */
  readonly booked: readonly string[];
  readonly entries: readonly LedgerEntry[];
  readonly quotas: readonly { readonly quota: PlanQuota; readonly periods: readonly LedgerPeriod[] }[];
  readonly attainment: readonly { readonly line: PlanAttainment; readonly periods: readonly Attained[] }[];
  /** By metric, how many promises were kept or broken whose ticket was never closed. */
  readonly neverClosed: ReadonlyMap<string, number>;
  readonly availability: readonly {
    readonly line: PlanAvailability;
    readonly periods: readonly Available[];
  }[];
  readonly credits: Credits;
  /** What gave points, with how many as its measure. */
  readonly points: readonly Pick<Arisen, 'at' | 'for' | 'measure'>[];
  /** What the customer may do since periods were bad. */
  readonly rights: readonly Right[];
  readonly invoices: readonly StatementInvoice[];
  /** Why the price is on none of the invoices; null where it is. */
  readonly noPrice: Exclude<QuoteAnswer, { kind: 'quote' }> | null;
}

/** What is asked for one billing period, in one currency; the lines come to the sum. */
export interface StatementInvoice {
  readonly from: InstantMs;
  readonly to: InstantMs;
  readonly lines: readonly StatementLine[];
  readonly sum: MoneyAmount;
}

export interface StatementLine extends PlanSaid {
  readonly kind:
    | 'price'
    | 'option'
    | 'pack'
    | 'surcharge'
    | 'charge'
    | 'over quota'
    | 'work'
    | 'credit'
    /** A credit that was given before and is taken back. */
    | 'earned back';
  readonly at: InstantMs;
  readonly ticket: string | null;
  /** How many of what; null where it is not counted. */
  readonly count: { readonly amount: Fraction; readonly of: string } | null;
  readonly currency: string;
  /** In whole coins; a credit is less than nothing. */
  readonly amount: Fraction | null;
  /** What stands in place of a figure that the contract does not have. */
  readonly words: string;
}
