/** The tree of what a plan costs and what a missed promise gives back. Amounts are decimal digits as written. */
import type { CellNode } from './cell-tree.ts';
import type { StretchNode } from './conduct-tree.ts';
import type { ArrivalNode } from './plan-tree.ts';
import type { EdgeParts, MoneyAmountNode, QuantityNode, RoundingNode } from './entitlement-tree.ts';
import type {
  AmountNode,
  ConditionNode,
  Located,
  NameNode,
  PeriodNode,
  SelectorNode,
  ZoneNode,
} from './part-tree.ts';

export type MoneyNode =
  | PriceNode
  | RateNode
  | OptionNode
  | SurchargeNode
  | CreditNode
  | CreditsNode
  | PointsNode
  | RightNode
  | AvailabilityNode;

export interface PriceNode extends Located {
  readonly kind: 'price';
  readonly price:
    | { readonly kind: 'charged'; readonly amount: PriceAmountNode; readonly terms: readonly PriceTermNode[] }
    | { readonly kind: 'included'; readonly with: string }
    | { readonly kind: 'on request' };
}

/** `EUR 2 per user per month` or `15% of "recurring fees" per month`. */
export interface PriceAmountNode extends Located {
  readonly of:
    | { readonly kind: 'money'; readonly money: MoneyAmountNode }
    | { readonly kind: 'share'; readonly percent: NameNode; readonly base: string };
  /** What it is paid for each of; null for the plan as a whole. */
  readonly unit: PeriodNode | null;
  readonly per: PeriodNode;
}

export type PriceTermNode = Located &
  (
    | { readonly kind: 'billed' | 'prorated'; readonly period: NameNode }
    | { readonly kind: 'at least' | 'at most'; readonly quantity: QuantityNode }
    | { readonly kind: 'factor'; readonly factor: NameNode; readonly when: ConditionNode }
    | { readonly kind: 'tax'; readonly tax: 'included' | 'added' }
    | {
        readonly kind: 'step';
        readonly price:
          | { readonly kind: 'money'; readonly money: MoneyAmountNode }
          | { readonly kind: 'share'; readonly percent: NameNode };
        /** Whether all cost this once there are more, and not those beyond alone. */
        readonly forAll: boolean;
        readonly beyond: QuantityNode;
      }
  );

export interface RateNode extends Located {
  readonly kind: 'rate';
  readonly bands: readonly RateBandNode[];
  readonly leasts: readonly AmountNode[];
  readonly frees: readonly AmountNode[];
  readonly roundings: readonly RoundingNode[];
  readonly parts: readonly (Located & { readonly parts: EdgeParts })[];
  readonly for: SelectorNode | null;
}

export interface RateBandNode extends Located {
  readonly costs:
    | { readonly kind: 'money'; readonly money: MoneyAmountNode; readonly unit: NameNode }
    | { readonly kind: 'words'; readonly text: string; readonly unit: NameNode }
    /** A multiple of what the first band costs. */
    | { readonly kind: 'multiple'; readonly factor: NameNode };
  readonly hours:
    { readonly kind: 'in'; readonly calendar: NameNode } | { readonly kind: 'outside' | 'always' };
}

export interface OptionNode extends Located {
  readonly kind: 'option';
  readonly text: string;
  /** Null where the price is told on request. */
  readonly amount: PriceAmountNode | null;
  readonly terms: readonly PriceTermNode[];
  readonly gives: readonly OptionCellNode[];
}

/** A cell that the option puts in place of the plan's own. */
export interface OptionCellNode extends Located {
  readonly metric: NameNode;
  readonly cell: CellNode;
  readonly for: SelectorNode | null;
}

export interface SurchargeNode extends Located {
  readonly kind: 'surcharge';
  readonly text: string;
  readonly amount:
    | { readonly kind: 'on request' }
    | { readonly kind: 'share'; readonly percent: NameNode }
    | { readonly kind: 'money'; readonly money: MoneyAmountNode; readonly unit: NameNode };
  readonly for: SelectorNode | null;
  readonly opened: ArrivalNode | null;
  readonly when: ConditionNode | null;
}

export interface CreditNode extends Located {
  readonly kind: 'credit';
  readonly cause: CreditCauseNode;
  readonly gives:
    | { readonly kind: 'share'; readonly percent: NameNode; readonly of: string }
    | { readonly kind: 'money'; readonly money: MoneyAmountNode }
    /** `3 hours of "premium support"`, or `up to` so much. */
    | {
        readonly kind: 'service';
        readonly amount: AmountNode;
        readonly upTo: boolean;
        readonly of: string;
      }
    | {
        readonly kind: 'bands';
        readonly of: string;
        readonly period: PeriodNode;
        readonly bands: readonly CreditBandNode[];
      }
    | {
        readonly kind: 'shortfall';
        readonly of: string;
        readonly period: PeriodNode;
        readonly bands: readonly ShortfallBandNode[];
      }
    | { readonly kind: 'remedy'; readonly text: string };
  readonly terms: readonly CreditTermNode[];
  readonly for: SelectorNode | null;
  readonly when: ConditionNode | null;
}

/** `points 3 per missed respond for P1`: a credit in points, which its bands and its amount count. */
export interface PointsNode extends Located {
  readonly kind: 'points';
  readonly credit: CreditNode;
}

/** `credits at most 15% of "the monthly fee" per month`: what all credits of the plan come to together. */
export interface CreditsNode extends Located {
  readonly kind: 'credits';
  readonly terms: readonly CreditsTermNode[];
}

export type CreditsTermNode = Located &
  (
    | {
        readonly kind: 'at most';
        readonly most:
          | { readonly kind: 'share'; readonly percent: NameNode; readonly of: string }
          | { readonly kind: 'money'; readonly money: MoneyAmountNode };
        readonly period: PeriodNode | 'ticket';
      }
    | { readonly kind: 'sole remedy' }
  );

export type CreditCauseNode =
  /** Of these metrics, or of any where `metrics` is null. */
  | { readonly kind: 'missed'; readonly metrics: readonly NameNode[] | null }
  /** `each` is null for a whole outage, however long. */
  | ({ readonly kind: 'outage'; readonly each: StretchNode | null; readonly started: boolean } & Located)
  /** For each so much time by which a promise was late. */
  | ({
      readonly kind: 'delay';
      readonly metric: NameNode;
      readonly each: StretchNode;
      readonly started: boolean;
    } & Located)
  /** By the share of a period that was in time. */
  | ({ readonly kind: 'attained'; readonly metric: NameNode } & Located)
  | ({ readonly kind: 'availability'; readonly service: string | null } & Located)
  /** For each point, or by the points of a period. */
  | ({ readonly kind: 'points' } & Located);

export type CreditTermNode = Located &
  (
    | {
        readonly kind: 'at most';
        readonly most:
          | { readonly kind: 'share'; readonly percent: NameNode }
          | { readonly kind: 'money'; readonly money: MoneyAmountNode }
          | { readonly kind: 'service'; readonly amount: AmountNode };
        readonly period: PeriodNode | 'ticket';
      }
    /** So much time of each, so many misses of a period, or a share of the tickets that fell due in one, is free. */
    | {
        readonly kind: 'beyond';
        readonly free:
          | { readonly kind: 'time'; readonly stretch: StretchNode }
          | { readonly kind: 'count'; readonly count: NameNode; readonly period: PeriodNode }
          | { readonly kind: 'share'; readonly share: NameNode; readonly period: PeriodNode };
      }
    /** Taken back once so many periods after it were as promised. */
    | { readonly kind: 'earned back'; readonly count: NameNode; readonly unit: NameNode }
    /** A delay is counted in the hours in which the promise was. */
    | { readonly kind: 'counted as promised' }
    | {
        readonly kind: 'claimed';
        readonly within: AmountNode;
        readonly calendar: NameNode | null;
        /** Counted from the end of the week, month, … in which it arose; null from the day on which it did. */
        readonly fromEndOf: NameNode | null;
        readonly how: string;
      }
    | { readonly kind: 'sole remedy' }
  );

/** `right "to terminate" when attained resolve fails in 3 months in a row, used within 60 calendar days`. */
export interface RightNode extends Located {
  readonly kind: 'right';
  readonly text: string;
  /** It arises in any of these cases. */
  readonly when: readonly BadPeriodsNode[];
  readonly terms: readonly (Located & {
    readonly kind: 'used' | 'notice';
    readonly stretch: StretchNode;
  })[];
}

export interface BadPeriodsNode extends Located {
  readonly of:
    /** `below` null for what the plan promises. */
    | {
        readonly kind: 'attained';
        readonly metric: NameNode;
        readonly for: SelectorNode | null;
        readonly below: NameNode | null;
      }
    | { readonly kind: 'availability'; readonly service: string | null; readonly below: NameNode | null }
    | {
        readonly kind: 'missed';
        readonly count: NameNode;
        readonly metrics: readonly NameNode[] | null;
        readonly for: SelectorNode | null;
      }
    | {
        readonly kind: 'points';
        readonly count: NameNode;
      }
    | {
        readonly kind: 'credits';
        readonly reach:
          | { readonly kind: 'share'; readonly percent: NameNode; readonly of: string }
          | { readonly kind: 'money'; readonly money: MoneyAmountNode };
      };
  readonly tally: PeriodTallyNode;
}

/** `any`: `first` periods together; `of`: so many of so many; `in a row`: so many without one between that is not. */
export interface PeriodTallyNode extends Located {
  readonly kind: 'any' | 'of' | 'in a row';
  /** Null for one period. */
  readonly first: NameNode | null;
  readonly second: NameNode | null;
  readonly unit: PeriodNode;
}

/** `10% below 99.9%`, `5% from 95.1% to 99.8%`, `5% from 95% to below 99.9%`. */
export interface ShortfallBandNode extends Located {
  readonly percent: NameNode;
  /** Null where only the upper end is said. */
  readonly from: NameNode | null;
  readonly to: NameNode;
  /** Whether the upper end itself lies in the band. */
  readonly toIncluded: boolean;
}

export interface AvailabilityNode extends Located {
  readonly kind: 'availability';
  /** What is to be available; empty where nothing is named. */
  readonly service: string;
  readonly share: NameNode;
  /** Null for any stretch of the length that `window` gives, wherever it begins. */
  readonly period: PeriodNode | null;
  readonly window: AmountNode | null;
  /** Null for the period's real length. */
  readonly calendar: NameNode | null;
  readonly zone: ZoneNode | null;
  readonly terms: readonly AvailabilityTermNode[];
}

export type AvailabilityTermNode = Located &
  (
    | { readonly kind: 'outage'; readonly from: string; readonly to: string }
    | { readonly kind: 'counted' | 'at least'; readonly amount: AmountNode }
    | {
        readonly kind: 'except';
        readonly text: string;
        readonly announced: StretchNode | null;
        readonly upTo: { readonly amount: AmountNode; readonly period: PeriodNode } | null;
      }
    | { readonly kind: 'formula'; readonly text: string }
  );

export interface CreditBandNode extends Located {
  readonly percent: NameNode;
  readonly from: NameNode;
  /** `more` for an open end. */
  readonly to: NameNode | 'more';
}
