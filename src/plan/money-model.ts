/** What a plan costs and what a missed promise gives back, compiled. See `CheckedMoney` for each field. */
import type { PlanCondition, PlanQuantity } from './entitlement-model.ts';
import type { PlanOrigin, PlanPeriod, PlanSelector, PlanTarget } from './model.ts';

export interface PlanMoney {
  readonly price: PlanPrice | null;
  readonly rates: readonly PlanRate[];
  readonly options: readonly PlanOption[];
  readonly surcharges: readonly PlanSurcharge[];
  readonly credits: readonly PlanCredit[];
}

export type PlanPrice =
  PlanCharged | { readonly kind: 'included'; readonly with: string } | { readonly kind: 'on request' };

export type PlanCharged = {
  readonly unit: string | null;
  readonly per: PlanPeriod['unit'];
  readonly billed: PlanPeriod['unit'];
  readonly bounds: readonly { readonly kind: 'at least' | 'at most'; readonly quantity: PlanQuantity }[];
  readonly factors: readonly {
    readonly factor: { readonly numerator: number; readonly denominator: number };
    readonly when: PlanCondition;
  }[];
  readonly prorated: PlanPeriod['unit'] | null;
  readonly tax: 'included' | 'added' | null;
} & (
  | { readonly kind: 'amount'; readonly amount: string; readonly currency: string }
  | { readonly kind: 'share'; readonly percent: string; readonly of: string }
);

export interface PlanRate {
  readonly bands: readonly {
    readonly amount: string;
    readonly currency: string;
    readonly unit: string;
    /** Index of the calendar in which it holds; null for outside those of the other bands. */
    readonly calendar: number | null;
  }[];
  readonly leastSeconds: number;
  readonly rounding: { readonly seconds: number; readonly graceSeconds: number } | null;
  readonly when: PlanSelector;
  readonly origin: PlanOrigin;
}

export interface PlanOption {
  readonly text: string;
  readonly price: PlanCharged;
  readonly gives: readonly PlanTarget[];
  readonly origin: PlanOrigin;
}

export interface PlanSurcharge {
  readonly text: string;
  readonly amount:
    | { readonly kind: 'share'; readonly percent: string }
    | { readonly kind: 'money'; readonly amount: string; readonly currency: string; readonly unit: string };
  readonly when: PlanSelector;
  readonly condition: PlanCondition | null;
  readonly origin: PlanOrigin;
}

export interface PlanCredit {
  readonly metric: string;
  readonly gives:
    | { readonly kind: 'share'; readonly percent: string; readonly of: string }
    | {
        readonly kind: 'bands';
        readonly of: string;
        readonly period: PlanPeriod;
        readonly bands: readonly {
          readonly percent: string;
          readonly from: number;
          readonly to: number | null;
        }[];
      }
    | { readonly kind: 'remedy'; readonly text: string };
  readonly cap: { readonly percent: string; readonly period: PlanPeriod } | null;
  readonly claimedWithin: { readonly unit: 'calendar day' | 'month'; readonly count: number } | null;
  readonly origin: PlanOrigin;
}
