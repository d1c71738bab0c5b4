/** What a plan costs and what a missed promise gives back, checked. Amounts and shares are decimal digits as written. */
import type { Stretch } from './conduct-model.ts';
import type { CheckedQuantity, CheckedRounding, EdgeParts, Fraction } from './entitlement-model.ts';
import type { CheckedCondition, CheckedTarget, Period, Selector } from './model.ts';
import type { Said } from './said.ts';

export interface CheckedMoney {
  readonly price: CheckedPrice | null;
  readonly rates: readonly CheckedRate[];
  readonly options: readonly CheckedOption[];
  readonly surcharges: readonly CheckedSurcharge[];
  readonly credits: readonly CheckedCredit[];
  /** What all credits of the plan come to together; each holds by itself. */
  readonly creditCaps: readonly CheckedTogetherCap[];
  readonly rights: readonly CheckedRight<string>[];
  readonly points: readonly CheckedPoints[];
  readonly availability: readonly CheckedAvailability[];
}

export type CheckedPrice =
  | CheckedCharged
  | (Said & { readonly kind: 'included'; readonly with: string })
  | (Said & { readonly kind: 'on request' });

export type CheckedCharged = Said & {
  /** What it is paid for each of, such as `user`; null for the plan as a whole. */
  readonly unit: string | null;
  readonly per: Period['unit'];
  /** Where its periods begin, those in which it is billed as well. */
  readonly anchor: Period['anchor'];
  readonly billed: Period['unit'];
  /** Least and most of the whole price, in money or in units that are paid for. */
  readonly bounds: readonly { readonly kind: 'at least' | 'at most'; readonly quantity: CheckedQuantity }[];
  /** Prices of larger amounts, each beyond more than the one before. */
  readonly steps: readonly CheckedPriceStep[];
  /** Each that holds multiplies the price. */
  readonly factors: readonly { readonly factor: Fraction; readonly when: CheckedCondition }[];
  /** The step in which a period that is not whole is paid; null where nothing is said. */
  readonly prorated: Period['unit'] | null;
  readonly tax: 'included' | 'added' | null;
} & (
    | { readonly kind: 'amount'; readonly amount: string; readonly currency: string }
    | { readonly kind: 'share'; readonly percent: string; readonly of: string }
  );

/** What a unit, such as an hour, costs: money, a sum that stands elsewhere, or a multiple of the first band's. */
export type RateCosts =
  | { readonly kind: 'money'; readonly amount: string; readonly currency: string; readonly unit: string }
  | { readonly kind: 'words'; readonly text: string; readonly unit: string }
  | { readonly kind: 'multiple'; readonly factor: Fraction };

/** What is paid beyond so much: for what is beyond, or, `forAll`, for all of it. Digits of the price's own kind. */
export interface CheckedPriceStep {
  readonly price: string;
  readonly forAll: boolean;
  readonly beyond: CheckedQuantity;
}

export interface CheckedRate extends Said {
  readonly bands: readonly {
    readonly costs: RateCosts;
    /** The calendar in which it holds; null for outside the calendars of the other bands. */
    readonly calendar: string | null;
  }[];
  readonly leastSeconds: number;
  readonly freeBelowSeconds: number;
  readonly rounding: CheckedRounding | null;
  /** By whose rate work counts that lies in several bands. */
  readonly parts: EdgeParts;
  readonly when: Selector;
}

export interface CheckedOption extends Said {
  readonly text: string;
  readonly price: CheckedCharged | Extract<CheckedPrice, { kind: 'on request' }>;
  /** The cells that it puts in place of the plan's own. */
  readonly gives: readonly CheckedTarget[];
}

export interface CheckedSurcharge extends Said {
  readonly text: string;
  readonly amount:
    | { readonly kind: 'on request' }
    | { readonly kind: 'share'; readonly percent: string }
    | { readonly kind: 'money'; readonly amount: string; readonly currency: string; readonly unit: string };
  readonly when: Selector;
  readonly condition: CheckedCondition | null;
}

export interface CheckedCredit extends Said {
  readonly cause: CreditCause;
  readonly gives:
    | { readonly kind: 'share'; readonly percent: string; readonly of: string }
    | { readonly kind: 'money'; readonly currency: string; readonly amount: string }
    | {
        readonly kind: 'bands';
        readonly of: string;
        readonly period: Period;
        /** By number of misses in the period, both ends included; `to` null for any more. */
        readonly bands: readonly {
          readonly percent: string;
          readonly from: number;
          readonly to: number | null;
        }[];
      }
    | {
        readonly kind: 'shortfall';
        readonly of: string;
        readonly period: Period;
        /** By the availability reached, falling; no two share a figure, and figures may lie in none. */
        readonly bands: readonly ShortfallBand[];
      }
    /** Service of a length; `upTo`: at most so much, as the parties find. */
    | {
        readonly kind: 'service';
        readonly length: ServiceLength;
        readonly upTo: boolean;
        readonly of: string;
      }
    | { readonly kind: 'remedy'; readonly text: string };
  /** Each holds by itself; one for a period, or for a ticket. */
  readonly caps: readonly CreditCap[];
  /** The time within which it has to be claimed, and how; null where nothing is said. */
  readonly claimedWithin: ClaimTime<string> | null;
  readonly claimedHow: string;
  /** So many periods after the one for which it is given, all kept, take it back; null where none do. */
  readonly earnedBackAfter: number | null;
  /** Whether the customer can ask for nothing else. */
  readonly soleRemedy: boolean;
  /** The tickets whose misses and delays count. */
  readonly when: Selector;
  /** The case in which it is given; null for always. */
  readonly condition: CheckedCondition | null;
}

/** How long something can be claimed: to the end of the last day. */
export type ClaimTime<C> = (
  | { readonly unit: 'calendar day' | 'month' }
  /** Dates on which a calendar opens. */
  | { readonly unit: 'business day'; readonly calendar: C }
) & {
  readonly count: number;
  /** Counted from the end of such a period, in which it arose; null from the day on which it did. */
  readonly fromEndOf: Period['unit'] | null;
};

export type CreditCause =
  /** Each miss of one of these promises counts; of any where `metrics` is null. */
  | { readonly kind: 'missed'; readonly metrics: readonly string[] | null; readonly free: FreeMisses | null }
  /** For each so much of an outage, begun or full, beyond what is free; `each` null for the whole. */
  | ({ readonly kind: 'outage'; readonly each: Stretch<string> | null } & Delayed<string>)
  /** For each so much, begun or full, by which a promise was late, beyond what is free. */
  | ({
      readonly kind: 'delay';
      readonly metric: string;
      readonly each: Stretch<string>;
      /** Hours are those in which the promise itself was counted. */
      readonly asPromised: boolean;
    } & Delayed<string>)
  /** By the share of a period that the plan's one promise of a share finds in time. */
  | { readonly kind: 'attained'; readonly metric: string }
  | { readonly kind: 'availability'; readonly service: string }
  /** For each point that failures gave, or by those of a period. */
  | { readonly kind: 'points' };

/** Points that failures give: a credit whose shares and bands count points. */
export interface CheckedPoints extends Said {
  readonly cause: Exclude<CreditCause, { kind: 'points' }>;
  readonly gives: Extract<CheckedCredit['gives'], { kind: 'share' | 'bands' | 'shortfall' }>;
  readonly when: Selector;
}

interface Delayed<C> {
  readonly started: boolean;
  readonly beyond: Stretch<C> | null;
}

/** The first misses of a period, which give nothing: so many, or as many as a share of the tickets that fell due in it. */
export type FreeMisses = { readonly period: Period } & (
  { readonly kind: 'count'; readonly count: number } | { readonly kind: 'share'; readonly share: Fraction }
);

/** What all credits in money come to at most, in a period or for a ticket: money, or a share of a fee. */
export interface CheckedTogetherCap extends Said {
  /** Null for what one ticket gives. */
  readonly period: Period | null;
  readonly most:
    | { readonly kind: 'share'; readonly percent: string; readonly of: string }
    | { readonly kind: 'money'; readonly currency: string; readonly amount: string }
    /** Nothing but that they are the sole remedy is said. */
    | { readonly kind: 'uncapped' };
  /** Whether the customer can ask for nothing beside the credits. */
  readonly soleRemedy: boolean;
}

/** What the customer may do once periods were bad, in words, such as terminate. */
export interface CheckedRight<C> extends Said {
  readonly text: string;
  /** It arises in any of these cases. */
  readonly when: readonly BadPeriods[];
  /** For how long it can be used, from the end of the period by which it arose; null where nothing is said. */
  readonly usedWithin: Stretch<C> | null;
  /** How long after it is used it takes effect; null where nothing is said. */
  readonly notice: Stretch<C> | null;
}

export interface BadPeriods {
  readonly of: BadMeasure;
  readonly tally: PeriodTally;
}

/** What makes a period bad. */
export type BadMeasure =
  /** By the plan's one promise of a share for these tickets: a share below a figure, or below what is promised where it is null. */
  | {
      readonly kind: 'attained';
      readonly metric: string;
      readonly when: Selector;
      readonly below: Fraction | null;
    }
  | { readonly kind: 'availability'; readonly service: string; readonly below: Fraction | null }
  /** So many promises that were broken in it, or more. */
  | {
      readonly kind: 'missed';
      readonly metrics: readonly string[] | null;
      readonly when: Selector;
      readonly count: number;
    }
  /** So many points, or more. */
  | { readonly kind: 'points'; readonly count: number }
  /** Credits in money that come to so much, or more. */
  | {
      readonly kind: 'credits';
      readonly reach:
        | { readonly kind: 'share'; readonly percent: string; readonly of: string }
        | { readonly kind: 'money'; readonly currency: string; readonly amount: string };
    };

/** How many periods, of the calendar or of the contract. */
export type PeriodTally = { readonly period: Period } &
  /** So many that follow each other, counted together. */
  (
    | { readonly kind: 'any'; readonly together: number }
    | { readonly kind: 'in a row'; readonly count: number }
    | { readonly kind: 'of'; readonly count: number; readonly of: number }
  );

export type CreditCap = {
  /** Null for what one ticket gives. */
  readonly period: Period | null;
} & (
  | { readonly kind: 'share'; readonly percent: string }
  | { readonly kind: 'money'; readonly currency: string; readonly amount: string }
  | { readonly kind: 'service'; readonly length: ServiceLength }
);

/** A length of service: of work, or of dates. */
export type ServiceLength =
  | { readonly kind: 'time'; readonly seconds: number }
  | { readonly kind: 'dates'; readonly unit: 'calendar day' | 'month'; readonly count: number };

/** Figures of availability in percent, from the lower end, which lies in it unless it is said not to, to the upper. */
export interface ShortfallBand {
  readonly percent: string;
  readonly from: string;
  readonly fromIncluded: boolean;
  readonly to: string;
  readonly toIncluded: boolean;
}

/** The share of each period in which a service is there for its users. */
export interface CheckedAvailability extends Said {
  /** What is to be available; empty where nothing is named. */
  readonly service: string;
  readonly share: Fraction;
  /** Each period, which begins in the zone; or any stretch of so many seconds, wherever it begins. */
  readonly over:
    | { readonly kind: 'period'; readonly period: Period; readonly zone: string }
    | { readonly kind: 'any'; readonly seconds: number };
  /** The calendar whose open time is the whole; null for the period's real length. */
  readonly calendar: string | null;
  /** What begins and what ends an outage, in words. */
  readonly outage: { readonly from: string; readonly to: string };
  /** Outages are counted in begun steps of so many seconds. */
  readonly stepSeconds: number;
  /** Shorter outages do not count. */
  readonly leastSeconds: number;
  readonly exclusions: readonly {
    readonly text: string;
    /** How long before it has to be announced; null where it need not be. */
    readonly announced: Stretch<string> | null;
    readonly upTo: { readonly seconds: number; readonly period: Period } | null;
  }[];
  /** The formula in words; empty where there is none. */
  readonly formula: string;
}
