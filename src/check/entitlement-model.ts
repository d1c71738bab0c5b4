/** What a plan entitles to, checked: quotas, what is charged against them, who may ask, and for what. */
import type { CheckedCondition, CheckedLimit, Origin, Period, Selector } from './model.ts';
import type { Said } from './said.ts';

/** An exact number as a fraction of whole numbers, such as 1.5 as 15 over 10. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

export interface CheckedEntitlements {
  readonly quotas: readonly CheckedQuota[];
  readonly rollovers: readonly CheckedRollover[];
  readonly charges: readonly CheckedCharge[];
  /** All must hold. */
  readonly eligibility: readonly CheckedEligibility[];
  readonly provisions: readonly CheckedProvision[];
  readonly packs: readonly CheckedPack[];
  /** Languages in which support is given; null where nothing is said. */
  readonly languages: readonly string[] | null;
  /** Versions in scope, in words, since what is latest moves; null where nothing is said. */
  readonly versions: readonly string[] | null;
  /** Regions in which the plan can be bought; null for all. */
  readonly availableIn: readonly string[] | null;
}

export type OverQuota = 'refuse' | 'bill' | 'best effort' | 'no promise' | 'hold' | 'close';

export interface CheckedQuota extends Said {
  readonly thing: string;
  /** Null for prepaid: as many as the customer has bought. */
  readonly amount: number | null;
  /** What is counted, in words; empty when the thing says it. */
  readonly text: string;
  /** Null for a standing limit (so many at any time) and for what is prepaid. */
  readonly period: Period | null;
  /** The zone in which the period begins; null where there is none. */
  readonly zone: string | null;
  /** The activity that the amount pays for; null for any. */
  readonly activity: string | null;
  /** What happens beyond it; null for a standing limit, beyond which there is nothing. */
  readonly over: OverQuota | null;
  /** What the customer may choose instead. */
  readonly overChoices: readonly OverQuota[];
  /** How long before it is used a unit has to be asked for, counted back; null where it need not be. */
  readonly bookedBefore: CheckedLimit | null;
  readonly outside: CheckedOffHours | null;
  /** What counts as used in each `period` even where less is; null where nothing does. */
  readonly leastDrawn: {
    readonly amount: number;
    readonly period: Period;
    /** Whether what was not there to draw in one period may be drawn in a later one. */
    readonly madeUpLater: boolean;
  } | null;
  /** How work that draws on it is rounded where no charge says so; null for to the second. */
  readonly rounding: CheckedRounding | null;
  /** When a unit is used; null for what is not used up. */
  readonly usedWhen: 'opened' | 'answered' | 'closed' | 'work ends' | null;
  /** What one unit is; null for what is not counted by tickets. */
  readonly oneIs: 'ticket' | 'cause' | null;
  readonly when: Selector;
}

/** Time outside a calendar counts more: how much, and what of a piece of work that lies on both sides of its edge. */
export interface CheckedOffHours {
  readonly calendar: string;
  readonly factor: Fraction;
  readonly parts: EdgeParts;
}

/** Of work on both sides of an edge, each part counts by its side, all by the side it begins on, or all by the dearer. */
export type EdgeParts = 'split at edge' | 'by start' | 'whole';

export interface CheckedRollover extends Said {
  readonly thing: string;
  /** Null without limit. */
  readonly upTo: number | null;
  /** Of how much the limit holds: of what is carried within each period, or, where null, at any time. */
  readonly period: Period | null;
  readonly order: 'oldest first' | 'newest first';
  /** Whether what was carried over may be carried over again. */
  readonly carried: 'once' | 'again';
  /** How long what was carried over can be used; null for as long as it is carried. */
  readonly expiresAfter: { readonly unit: 'calendar day' | 'month'; readonly count: number } | null;
  /** The event from which it can be used so long; null for the beginning of the period. */
  readonly expiresFrom: string | null;
  /** The case in which anything goes over at all; null for always. */
  readonly condition: CheckedCondition | null;
}

/** Exact decimal digits as written, of a currency or of a quota's thing. */
export type CheckedQuantity =
  | { readonly kind: 'money'; readonly currency: string; readonly amount: string }
  | { readonly kind: 'units'; readonly thing: string; readonly amount: string };

export interface CheckedChargeRate {
  readonly quantity: CheckedQuantity;
  /** `work`: the work as a whole; `first`: its first stretch; `per started`, `per`: each such stretch, begun or full. */
  readonly of:
    { readonly kind: 'work' } | { readonly kind: 'first' | 'per started' | 'per'; readonly seconds: number };
}

/**
 * Work is rounded up to multiples of `seconds`; up to `graceSeconds` over one is not counted. The work of a `period` is
 * added up before; null for each piece of work by itself.
 */
export interface CheckedRounding {
  readonly seconds: number;
  readonly graceSeconds: number;
  readonly period: Period | null;
  /** Whether the work on each ticket is added up by itself. */
  readonly perTicket: boolean;
  /**
   * Of work that is split at an edge, whether the whole is rounded, so that it lasts until the rounded end, or each part
   * by itself. The work of a period is rounded after splitting.
   */
  readonly order: 'before splitting' | 'after splitting';
}

export interface CheckedCharge extends Said {
  readonly name: string;
  readonly rate: CheckedChargeRate;
  /** What follows the first stretch, in order; each but the last is for a stretch itself. */
  readonly then: readonly CheckedChargeRate[];
  /** The least work that is charged, in seconds; 0 for none. */
  readonly leastSeconds: number;
  /** Less work than this, in seconds, costs nothing; 0 where all of it does. */
  readonly freeBelowSeconds: number;
  readonly rounding: CheckedRounding | null;
  readonly outside: CheckedOffHours | null;
  /** The event at which it is charged. */
  readonly on: string;
  /** Charges that are not made, or are taken back, where the ticket is charged for this. */
  readonly insteadOf: readonly string[];
  /** Charges that stand beside this one, as the contract says. */
  readonly besides: readonly string[];
  readonly freeWhen: CheckedCondition | null;
  readonly when: Selector;
}

export interface CheckedEligibility {
  readonly when: CheckedCondition;
  /** What the customer is told who is refused. */
  readonly refusal: string;
  readonly origin: Origin;
}

/** What the contract says in words: included, excluded, required of the customer, or only advised. */
export interface CheckedProvision {
  readonly says: 'include' | 'exclude' | 'requires' | 'advice';
  readonly text: string;
  readonly when: Selector;
  /** The case in which it holds; null for always. */
  readonly condition: CheckedCondition | null;
  /** What follows where a requirement is not met; null where nothing is said. */
  readonly otherwise: 'refuse' | 'best effort' | 'no promise' | 'pause' | null;
  readonly origin: Origin;
}

/** Units of a quota that can be bought beside it. */
export interface CheckedPack extends Said {
  readonly text: string;
  /** Exact decimal digits as written; null where the price is told on request. */
  readonly price: { readonly currency: string; readonly amount: string } | null;
  readonly gives: { readonly thing: string; readonly amount: string };
  /** How long they can be used from the purchase on; null for as long as the plan is held. */
  readonly valid: { readonly unit: 'calendar day' | 'month'; readonly count: number } | null;
}
