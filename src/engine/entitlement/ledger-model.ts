/** The account of what a customer's plan entitles to: what happened, and the ordered entries that follow from it. */
import type Fraction from 'fraction.js';
import type { PlanOverQuota } from '../../plan/entitlement-model.ts';
import type { PlanOrigin } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { FactOf } from '../grade-ticket.ts';
import type { TicketKey } from '../select-target.ts';
import type { WorkSpan } from './worked-time.ts';

/** Something that moves a ledger, in the order of its instants. */
export type LedgerEvent =
  /** A unit of a quota, or what a charge takes. */
  | Use
  /** Units are bought: of what is prepaid, or a pack by its text. */
  | {
      readonly kind: 'bought';
      readonly at: InstantMs;
      readonly thing: string;
      readonly amount: string;
      readonly pack: string | null;
    }
  /** Units that the customer has used already, of whatever tickets. */
  | { readonly kind: 'used'; readonly at: InstantMs; readonly thing: string; readonly amount: string }
  /** What the facts of the customer are from now on: a rollover may hang on them. */
  | { readonly kind: 'customer'; readonly at: InstantMs; readonly factOf: FactOf }
  /** An event from which units expire, such as the end of the plan. */
  | { readonly kind: 'event'; readonly at: InstantMs; readonly name: string };

export interface Use {
  readonly kind: 'use';
  /** When it is used, as the contract says: the opening, the answer, the end of the work. */
  readonly at: InstantMs;
  readonly ticket: string;
  /** What the ticket has in common with others of one cause; null for none. */
  readonly cause: string | null;
  /** A charge of the plan by its name, or a thing that a quota counts. */
  readonly name: string;
  readonly work: readonly WorkSpan[];
  readonly key: TicketKey;
  readonly factOf: FactOf;
}

/** Units that came together and lapse together. */
export interface Lot {
  readonly id: number;
  readonly left: Fraction;
  /** When they were granted or bought. */
  readonly since: InstantMs;
  /** Whether they end with their period, unless they are carried over. */
  readonly turns: boolean;
  /** How often they have been carried over. */
  readonly carried: number;
  readonly expires: InstantMs | null;
}

export type EntryKind =
  | 'granted'
  | 'bought'
  /** Goes over into the next period; the balance stays. */
  | 'carried'
  | 'used'
  /** Counts as used though no work was done: the least that is drawn in a period. */
  | 'drawn'
  /** Beyond the quota; `effect` says what becomes of it. Less than nothing where that is taken back. The balance stays. */
  | 'over'
  | 'given back'
  | 'expired'
  /** Costs nothing; `why` says so. The balance stays. */
  | 'free'
  /** A charge in money; the balance stays. */
  | 'billed';

export interface LedgerEntry {
  /** Place in the ledger, from 1. */
  readonly sequence: number;
  readonly at: InstantMs;
  readonly kind: EntryKind;
  /** What is counted: `hours`, `incidents`; a currency where money is billed. */
  readonly thing: string;
  readonly amount: Fraction;
  /** The lot that the units are of; null for what touches none. */
  readonly lot: number | null;
  /** Which of the plan's counted quotas, in their order; null for what touches none. */
  readonly account: number | null;
  /** What is left in the account afterwards, of all its lots. */
  readonly balance: Fraction;
  readonly ticket: string | null;
  /** The charge, or the thing that is used without one. */
  readonly name: string | null;
  readonly effect: PlanOverQuota | null;
  readonly why: string;
  /** The clause by which. */
  readonly origin: PlanOrigin;
}

/** A period of an account: what it began with, what moved, and what it ended with. */
export interface LedgerPeriod {
  readonly from: InstantMs;
  /** Null for the period that has not ended. */
  readonly to: InstantMs | null;
  readonly opening: Fraction;
  /** Of the opening, what was carried over from the period before. */
  readonly carried: Fraction;
  /** Granted and bought. */
  readonly granted: Fraction;
  /** Used, and drawn as the least, less what was given back. */
  readonly used: Fraction;
  /** Beyond what there was. */
  readonly over: Fraction;
  readonly expired: Fraction;
  readonly closing: Fraction;
}
