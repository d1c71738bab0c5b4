/** What a plan costs and what a missed promise gives back, compiled. See `CheckedMoney` for each field. */
import type { PlanStretch } from './conduct-model.ts';
import type { PlanCondition, PlanEdgeParts, PlanQuantity, PlanRounding } from './entitlement-model.ts';
import type { PlanFraction, PlanPeriod, PlanSaid, PlanSelector, PlanTarget } from './model.ts';

export interface PlanMoney {
  readonly price: PlanPrice | null;
  readonly rates: readonly PlanRate[];
  readonly options: readonly PlanOption[];
  readonly surcharges: readonly PlanSurcharge[];
  readonly credits: readonly PlanCredit[];
  readonly creditCaps: readonly PlanTogetherCap[];
  readonly rights: readonly PlanRight[];
  readonly points: readonly PlanPoints[];
  readonly availability: readonly PlanAvailability[];
}

export type PlanPrice =
  PlanCharged | (PlanSaid & { readonly kind: 'included'; readonly with: string }) | PlanOnRequest;

export interface PlanOnRequest extends PlanSaid {
  readonly kind: 'on request';
}

export type PlanCharged = PlanSaid & {
  readonly unit: string | null;
  readonly per: PlanPeriod['unit'];
  /** Where its periods begin, those in which it is billed as well. */
  readonly anchor: PlanPeriod['anchor'];
  readonly billed: PlanPeriod['unit'];
  readonly bounds: readonly { readonly kind: 'at least' | 'at most'; readonly quantity: PlanQuantity }[];
  readonly steps: readonly {
    readonly price: string;
    readonly forAll: boolean;
    readonly beyond: PlanQuantity;
  }[];
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

/** What a unit, such as an hour, costs: money, a sum that stands elsewhere, or a multiple of the first band's. */
export type PlanRateCosts =
  | { readonly kind: 'money'; readonly amount: string; readonly currency: string; readonly unit: string }
  | { readonly kind: 'words'; readonly text: string; readonly unit: string }
  | { readonly kind: 'multiple'; readonly factor: PlanFraction };

export interface PlanRate extends PlanSaid {
  readonly bands: readonly {
    readonly costs: PlanRateCosts;
    /** Index of the calendar in which it holds; null for outside those of the other bands. */
    readonly calendar: number | null;
  }[];
  readonly leastSeconds: number;
  readonly freeBelowSeconds: number;
  readonly rounding: PlanRounding | null;
  readonly parts: PlanEdgeParts;
  readonly when: PlanSelector;
}

export interface PlanOption extends PlanSaid {
  readonly text: string;
  readonly price: PlanCharged | PlanOnRequest;
  readonly gives: readonly PlanTarget[];
}

export interface PlanSurcharge extends PlanSaid {
  readonly text: string;
  readonly amount:
    | { readonly kind: 'on request' }
    | { readonly kind: 'share'; readonly percent: string }
    | { readonly kind: 'money'; readonly amount: string; readonly currency: string; readonly unit: string };
  readonly when: PlanSelector;
  readonly condition: PlanCondition | null;
}

export interface PlanCredit extends PlanSaid {
  readonly cause: PlanCreditCause;
  readonly gives:
    | { readonly kind: 'share'; readonly percent: string; readonly of: string }
    | { readonly kind: 'money'; readonly currency: string; readonly amount: string }
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
    | {
        readonly kind: 'shortfall';
        readonly of: string;
        readonly period: PlanPeriod;
        readonly bands: readonly PlanShortfallBand[];
      }
    | {
        readonly kind: 'service';
        readonly length: PlanServiceLength;
        readonly upTo: boolean;
        readonly of: string;
      }
    | { readonly kind: 'remedy'; readonly text: string };
  /** Each holds by itself; `period` null for what one ticket gives. */
  readonly caps: readonly PlanCreditCap[];
  readonly claimedWithin: PlanClaimTime | null;
  readonly claimedHow: string;
  readonly earnedBackAfter: number | null;
  readonly soleRemedy: boolean;
  /** The tickets whose misses and delays count. */
  readonly when: PlanSelector;
  readonly condition: PlanCondition | null;
}

export interface PlanClaimTime {
  readonly unit: 'calendar day' | 'month' | 'business day';
  readonly count: number;
  /** Index of the calendar whose business days count; null for other units. */
  readonly calendar: number | null;
  readonly fromEndOf: PlanPeriod['unit'] | null;
}

export type PlanCreditCause =
  | {
      readonly kind: 'missed';
      readonly metrics: readonly string[] | null;
      readonly free: PlanFreeMisses | null;
    }
  | {
      readonly kind: 'outage';
      readonly each: PlanStretch | null;
      readonly started: boolean;
      readonly beyond: PlanStretch | null;
    }
  | {
      readonly kind: 'delay';
      readonly metric: string;
      readonly each: PlanStretch;
      readonly asPromised: boolean;
      readonly started: boolean;
      readonly beyond: PlanStretch | null;
    }
  | { readonly kind: 'attained'; readonly metric: string }
  | { readonly kind: 'availability'; readonly service: string }
  | { readonly kind: 'points' };

/** Points that failures give: a credit whose shares and bands count points. */
export interface PlanPoints extends PlanSaid {
  readonly cause: PlanCreditCause;
  readonly gives: PlanCredit['gives'];
  readonly when: PlanSelector;
}

/** The first misses of a period, which give nothing: so many, or as many as a share of the tickets that fell due in it. */
export type PlanFreeMisses =
  | { readonly kind: 'count'; readonly count: number; readonly period: PlanPeriod }
  | { readonly kind: 'share'; readonly share: PlanFraction; readonly period: PlanPeriod };

/** What all credits in money come to at most; `period` null for what one ticket gives. */
export interface PlanTogetherCap extends PlanSaid {
  readonly period: PlanPeriod | null;
  readonly most:
    | { readonly kind: 'share'; readonly percent: string; readonly of: string }
    | { readonly kind: 'money'; readonly currency: string; readonly amount: string }
    /** Nothing but that they are the sole remedy is said. */
    | { readonly kind: 'uncapped' };
  readonly soleRemedy: boolean;
}

/** What the customer may do once periods were bad, in words; it arises in any of the cases. */
export interface PlanRight extends PlanSaid {
  readonly text: string;
  readonly when: readonly PlanBadPeriods[];
  readonly usedWithin: PlanStretch | null;
  readonly notice: PlanStretch | null;
}

export interface PlanBadPeriods {
  readonly of: PlanBadMeasure;
  readonly tally: PlanPeriodTally;
}

/** What makes a period bad; `below` null for what the plan promises. */
export type PlanBadMeasure =
  | {
      readonly kind: 'attained';
      readonly metric: string;
      readonly when: PlanSelector;
      readonly below: PlanFraction | null;
    }
  | { readonly kind: 'availability'; readonly service: string; readonly below: PlanFraction | null }
  | {
      readonly kind: 'missed';
      readonly metrics: readonly string[] | null;
      readonly when: PlanSelector;
      readonly count: number;
    }
  | { readonly kind: 'points'; readonly count: number }
  | {
      readonly kind: 'credits';
      readonly reach:
        | { readonly kind: 'share'; readonly percent: string; readonly of: string }
        | { readonly kind: 'money'; readonly currency: string; readonly amount: string };
    };

export type PlanPeriodTally =
  | { readonly kind: 'any'; readonly together: number; readonly period: PlanPeriod }
  | { readonly kind: 'in a row'; readonly count: number; readonly period: PlanPeriod }
  | { readonly kind: 'of'; readonly count: number; readonly of: number; readonly period: PlanPeriod };

export type PlanCreditCap =
  | { readonly kind: 'share'; readonly percent: string; readonly period: PlanPeriod | null }
  | {
      readonly kind: 'money';
      readonly currency: string;
      readonly amount: string;
      readonly period: PlanPeriod | null;
    }
  | { readonly kind: 'service'; readonly length: PlanServiceLength; readonly period: PlanPeriod | null };

export type PlanServiceLength =
  | { readonly kind: 'time'; readonly seconds: number }
  | { readonly kind: 'dates'; readonly unit: 'calendar day' | 'month'; readonly count: number };

/** Figures of availability in percent, from the lower end to the upper. */
export interface PlanShortfallBand {
  readonly percent: string;
  readonly from: string;
  readonly fromIncluded: boolean;
  readonly to: string;
  readonly toIncluded: boolean;
}

/** The share of each period in which a service is there for its users. */
export interface PlanAvailability extends PlanSaid {
  /** What is to be available; empty where nothing is named. */
  readonly service: string;
  readonly share: PlanFraction;
  readonly over:
    | { readonly kind: 'period'; readonly period: PlanPeriod; readonly zone: string }
    | { readonly kind: 'any'; readonly seconds: number };
  readonly calendar: number | null;
  readonly outage: { readonly from: string; readonly to: string };
  readonly stepSeconds: number;
  readonly leastSeconds: number;
  readonly exclusions: readonly {
    readonly text: string;
    readonly announced: PlanStretch | null;
    readonly upTo: { readonly seconds: number; readonly period: PlanPeriod } | null;
  }[];
  readonly formula: string;
}
