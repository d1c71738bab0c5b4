/** What missed promises, outages and short availability give back. */
import type Fraction from 'fraction.js';
import type {
  PlanCredit,
  PlanCreditCap,
  PlanPoints,
  PlanServiceLength,
  PlanTogetherCap,
} from '../../plan/money-model.ts';
import type { PlanPeriod, PlanPromise, PlanSelector } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { PeriodGround } from '../entitlement/period.ts';
import type { Engine } from '../engine.ts';
import type { FactOf } from '../grade-ticket.ts';
import type { TicketKey } from '../select-target.ts';
import type { Available } from './availability.ts';
import type { MoneyAmount } from './price.ts';

/** A promise that was not kept. */
export interface Miss {
  readonly ticket: string;
  readonly metric: string;
  /** When it was broken: this places it in a period. */
  readonly at: InstantMs;
  /** When it was kept after all; null while it is not. */
  readonly keptAt: InstantMs | null;
  /** The ticket, with the severity of the promise. */
  readonly key: TicketKey;
  /** What was promised; null where a program does not say. */
  readonly promise: PlanPromise | null;
  /** What is known of the ticket, for credits that are given in some cases alone. */
  readonly factOf: FactOf;
  /** When the customer asked for the credit; null where nobody has. */
  readonly claimed: InstantMs | null;
}

/** An outage as it counts. */
export interface CountedOutage {
  readonly from: InstantMs;
  readonly to: InstantMs;
  readonly claimed: InstantMs | null;
}

/** The share of a period's tickets that was in time. */
export interface AttainedShare {
  readonly from: InstantMs;
  readonly to: InstantMs;
  /** The severity where each is counted by itself; null for all together. */
  readonly severity: string | null;
  readonly share: Fraction;
  /** Whether it was as promised. */
  readonly kept: boolean;
}

/** What credits follow from. */
export interface CreditBasis {
  readonly engine: Engine;
  /** What gives points. */
  readonly points: readonly PlanPoints[];
  readonly misses: readonly Miss[];
  /** All promises that have a deadline or had one, kept or not. */
  readonly promises: readonly {
    readonly metric: string;
    readonly key: TicketKey;
    readonly due: InstantMs | null;
  }[];
  readonly outages: readonly CountedOutage[];
  /** The availability of a service in the periods of a unit, those that are over alone. */
  readonly availability: (service: string, period: PlanPeriod) => readonly Available[];
  /** What of a metric was in time, of some tickets, in the periods of a kind that are over and of which the promise holds. */
  readonly attained: (metric: string, period: PlanPeriod, when: PlanSelector) => readonly AttainedShare[];
  /** When the credit for the availability of a service in a period was asked for; null where it was not. */
  readonly claimedFor: (service: string, period: Available) => InstantMs | null;
  /** When the credit for the misses of a period was asked for; null where it was not. */
  readonly claimedForMisses: (from: InstantMs, to: InstantMs) => InstantMs | null;
  /** The fee of which a credit is a share, by the contract's words; null where it is not known. */
  readonly feeOf: (words: string) => MoneyAmount | null;
  /** What the plan costs in a period; null where that is not known. */
  readonly priceOf: (unit: PlanPeriod['unit']) => MoneyAmount | null;
  /** What is known of the customer, for credits that are given in some cases alone. */
  readonly factOf: FactOf;
  /** Whose dates and months count. */
  readonly ground: PeriodGround;
  /** Periods that end later are not judged yet, and claims may still come. */
  readonly now: InstantMs;
}

/** What a credit is given for. */
export type CreditGround =
  | { readonly kind: 'miss'; readonly ticket: string; readonly metric: string }
  /** From the moment at which it was broken until it was kept, or now. */
  | {
      readonly kind: 'delay';
      readonly ticket: string;
      readonly metric: string;
      readonly from: InstantMs;
      readonly to: InstantMs;
      readonly times: number;
    }
  | ({ readonly kind: 'attained'; readonly metric: string } & Omit<AttainedShare, 'kept'>)
  | { readonly kind: 'misses'; readonly count: number; readonly from: InstantMs; readonly to: InstantMs }
  /** All points of a period. */
  | { readonly kind: 'points'; readonly points: Fraction; readonly from: InstantMs; readonly to: InstantMs }
  | { readonly kind: 'outage'; readonly from: InstantMs; readonly to: InstantMs; readonly times: number }
  | {
      readonly kind: 'availability';
      readonly service: string;
      readonly share: Fraction;
      readonly from: InstantMs;
      readonly to: InstantMs;
    };

/** What is given: money, service of a length, or a remedy in words. */
export type CreditGift =
  | (MoneyAmount & {
      readonly kind: 'money';
      /** The share of a fee that it is; null for a sum. */
      readonly of: { readonly percent: Fraction; readonly fee: MoneyAmount; readonly words: string } | null;
    })
  | {
      readonly kind: 'service';
      readonly length: PlanServiceLength;
      /** How many times the length. */
      readonly times: Fraction;
      readonly of: string;
      /** At most so much, as the parties find. */
      readonly upTo: boolean;
    }
  | { readonly kind: 'remedy'; readonly text: string }
  /** The fee of which it is a share is not known. */
  | { readonly kind: 'share'; readonly percent: Fraction; readonly of: string };

export interface Credit {
  /** Which of the plan's credits. */
  readonly by: PlanCredit;
  readonly for: CreditGround;
  /** When it arose: at the miss or the end of the outage, or at the end of the period that is judged. */
  readonly at: InstantMs;
  /** What would be given without caps. */
  readonly due: CreditGift;
  readonly gives: CreditGift;
  /** The cap that leaves less than is due, of the credit itself or of all together; null where none does. */
  readonly cappedBy: PlanCreditCap | PlanTogetherCap | null;
  /** Caps that cannot be reckoned, since the fee is not known of which they are a share or the credit is, or is in another currency. */
  readonly uncapped: readonly (PlanCreditCap | PlanTogetherCap)[];
  /** When the periods after it that were kept took it back; null where they did not, or have not yet. */
  readonly earnedBack: InstantMs | null;
  /** The moment before which it has to be claimed; null where it need not be. */
  readonly claimBefore: InstantMs | null;
  readonly status:
    | 'given'
    /** It can still be claimed. */
    | 'to be claimed'
    /** Nobody claimed it in time. */
    | 'lapsed';
}

/** A credit that may be due: that hangs on a fact which nobody has said. */
export interface OpenCredit {
  readonly by: PlanCredit;
  readonly for: CreditGround;
  readonly at: InstantMs;
  readonly missing: string;
}

export interface Credits {
  readonly credits: readonly Credit[];
  readonly open: readonly OpenCredit[];
}
