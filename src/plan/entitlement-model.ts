/** What a plan entitles to, compiled: names of calendars, regions and tickets are indexes into the contract's lists. */
import type { PlanLimit, PlanOrigin, PlanPeriod, PlanSaid, PlanSelector } from './model.ts';

/** A test over the facts of a ticket. */
export type PlanCondition =
  | { readonly kind: 'unstated' }
  | { readonly kind: 'otherwise' }
  | { readonly kind: 'all' | 'any'; readonly of: readonly PlanCondition[] }
  | { readonly kind: 'not'; readonly of: PlanCondition }
  | {
      readonly kind: 'compare';
      readonly fact: string;
      readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>=';
      /** @decimal */
      readonly value: string | number | boolean;
    };

/** See `CheckedEntitlements` for the meaning of each field. */
export interface PlanEntitlements {
  readonly quotas: readonly PlanQuota[];
  readonly rollovers: readonly PlanRollover[];
  readonly charges: readonly PlanCharge[];
  readonly eligibility: readonly {
    readonly when: PlanCondition;
    readonly refusal: string;
    readonly origin: PlanOrigin;
  }[];
  readonly provisions: readonly PlanProvision[];
  readonly packs: readonly PlanPack[];
  readonly languages: readonly string[] | null;
  readonly versions: readonly string[] | null;
  /** Indexes into the contract's regions. */
  readonly availableIn: readonly number[] | null;
}

export interface PlanQuota extends PlanSaid {
  readonly thing: string;
  /** @decimal */
  readonly amount: number | null;
  readonly text: string;
  readonly period: PlanPeriod | null;
  readonly zone: string | null;
  readonly activity: string | null;
  readonly over: PlanOverQuota | null;
  readonly overChoices: readonly PlanOverQuota[];
  readonly bookedBefore: PlanLimit | null;
  readonly outside: PlanOffHours | null;
  readonly leastDrawn: {
    /** @decimal */
    readonly amount: number;
    readonly period: PlanPeriod;
    readonly madeUpLater: boolean;
  } | null;
  readonly rounding: PlanRounding | null;
  readonly usedWhen: 'opened' | 'answered' | 'closed' | 'work ends' | null;
  readonly oneIs: 'ticket' | 'cause' | null;
  readonly when: PlanSelector;
}

export interface PlanOffHours {
  readonly calendar: number;
  readonly factor: { readonly numerator: number; readonly denominator: number };
  readonly parts: PlanEdgeParts;
}

/** Of work on both sides of an edge, each part counts by its side, all by the side it begins on, or all by the dearer. */
export type PlanEdgeParts = 'split at edge' | 'by start' | 'whole';

export interface PlanRollover extends PlanSaid {
  readonly thing: string;
  readonly upTo: number | null;
  readonly period: PlanPeriod | null;
  readonly order: 'oldest first' | 'newest first';
  readonly carried: 'once' | 'again';
  readonly expiresAfter: { readonly unit: 'calendar day' | 'month'; readonly count: number } | null;
  readonly expiresFrom: string | null;
  readonly condition: PlanCondition | null;
}

export type PlanQuantity =
  | { readonly kind: 'money'; readonly currency: string; readonly amount: string }
  | { readonly kind: 'units'; readonly thing: string; readonly amount: string };

export interface PlanChargeRate {
  readonly quantity: PlanQuantity;
  readonly of:
    { readonly kind: 'work' } | { readonly kind: 'first' | 'per started' | 'per'; readonly seconds: number };
}

export interface PlanRounding {
  readonly seconds: number;
  readonly graceSeconds: number;
  readonly period: PlanPeriod | null;
  readonly perTicket: boolean;
  readonly order: 'before splitting' | 'after splitting';
}

export interface PlanCharge extends PlanSaid {
  readonly name: string;
  readonly rate: PlanChargeRate;
  readonly then: readonly PlanChargeRate[];
  readonly leastSeconds: number;
  readonly freeBelowSeconds: number;
  readonly rounding: PlanRounding | null;
  readonly outside: PlanOffHours | null;
  readonly on: string;
  readonly insteadOf: readonly string[];
  readonly freeWhen: PlanCondition | null;
  readonly when: PlanSelector;
}

export interface PlanPack extends PlanSaid {
  readonly text: string;
  readonly price: { readonly currency: string; readonly amount: string } | null;
  readonly gives: { readonly thing: string; readonly amount: string };
  readonly valid: { readonly unit: 'calendar day' | 'month'; readonly count: number } | null;
}

export type PlanOverQuota = 'refuse' | 'bill' | 'best effort' | 'no promise' | 'hold' | 'close';

export interface PlanProvision {
  readonly says: 'include' | 'exclude' | 'requires' | 'advice';
  readonly text: string;
  readonly when: PlanSelector;
  readonly condition: PlanCondition | null;
  readonly otherwise: 'refuse' | 'best effort' | 'no promise' | 'pause' | null;
  readonly origin: PlanOrigin;
}
