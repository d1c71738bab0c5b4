/** The tree of what a plan entitles to: quotas, rollover, charges, eligibility and provisions in words. */
import type { Span } from '../text/source.ts';
import type { LimitNode } from './cell-tree.ts';
import type {
  AmountNode,
  ConditionNode,
  Located,
  NameNode,
  PeriodNode,
  SelectorNode,
  ZoneNode,
} from './part-tree.ts';

export type EntitlementNode =
  | QuotaNode
  | RolloverNode
  | ChargeNode
  | EligibleNode
  | ProvisionNode
  | LanguagesNode
  | VersionsNode
  | AvailableNode
  | PackNode;

export interface QuotaNode extends Located {
  readonly kind: 'quota';
  readonly thing: NameNode;
  /** Null for `prepaid`: as many as the customer has bought. */
  readonly amount: NameNode | null;
  readonly atMost: boolean;
  readonly text: string;
  readonly period: PeriodNode | null;
  readonly zone: ZoneNode | null;
  readonly activity: NameNode | null;
  readonly terms: readonly QuotaTermNode[];
  readonly for: SelectorNode | null;
}

export type OverQuota = 'refuse' | 'bill' | 'best effort' | 'no promise' | 'hold' | 'close';

export type QuotaTermNode = Located &
  /** Of several the customer chooses. */
  (
    | { readonly kind: 'over'; readonly over: readonly OverQuota[] }
    /** How long before it is used a unit has to be asked for. */
    | { readonly kind: 'booked'; readonly before: LimitNode }
    | { readonly kind: 'outside'; readonly offHours: OffHoursNode }
    | RoundingNode
    | { readonly kind: 'not rounded' }
    | { readonly kind: 'used'; readonly when: 'opened' | 'answered' | 'closed' | 'work ends' }
    | { readonly kind: 'one'; readonly thing: NameNode; readonly per: 'ticket' | 'cause' }
    /** What counts as used in each such period even where less is. */
    | {
        readonly kind: 'drawn';
        readonly least: AmountNode;
        readonly period: PeriodNode;
        readonly madeUpLater: boolean;
      }
  );

/** `outside Office at 2x split at edge`. */
export interface OffHoursNode extends Located {
  readonly calendar: NameNode;
  /** Digits as written, without the `x`. */
  readonly factor: NameNode;
  readonly parts: EdgeParts | null;
}

/** By whose hours work counts that lies on both sides of an edge. */
export type EdgeParts = 'split at edge' | 'by start' | 'whole';

/** `rounded up to 15 min after 5 min per ticket per month`, `rounded up to 15 min before splitting`. */
export interface RoundingNode extends Located {
  readonly kind: 'rounded';
  readonly to: AmountNode;
  readonly grace: AmountNode | null;
  /** The period whose work is added up before; null for each piece of work by itself. */
  readonly period: PeriodNode | null;
  /** Whether the work on each ticket is added up by itself. */
  readonly perTicket: boolean;
  /** Of work that is split at an edge, whether the whole is rounded or each part; null where nothing is said. */
  readonly order: 'before splitting' | 'after splitting' | null;
}

export interface RolloverNode extends Located {
  readonly kind: 'rollover';
  readonly thing: NameNode;
  /** Null for `without limit`. */
  readonly upTo: NameNode | null;
  /** Whether the limit is said to be one of all that is carried at a time. */
  readonly inAll: boolean;
  readonly period: PeriodNode | null;
  readonly terms: readonly RolloverTermNode[];
  readonly when: ConditionNode | null;
}

export type RolloverTermNode = Located &
  (
    | { readonly kind: 'order'; readonly order: 'oldest first' | 'newest first' }
    | { readonly kind: 'carried'; readonly carried: 'once' | 'again' }
    /** Counted from the event; from the beginning of the period where there is none. */
    | { readonly kind: 'expires'; readonly after: AmountNode; readonly event: NameNode | null }
  );

export interface MoneyAmountNode extends Located {
  readonly currency: NameNode;
  readonly amount: NameNode;
}

/** `EUR 120` or `2 incidents`: a number, and the currency or thing it counts. */
export interface QuantityNode extends Located {
  readonly kind: 'money' | 'units';
  readonly amount: NameNode;
  readonly unit: NameNode;
}

export interface ChargeRateNode extends Located {
  readonly quantity: QuantityNode;
  /** The stretch of work it pays for; null for the work as a whole. */
  readonly of: {
    readonly kind: 'first' | 'per started' | 'per';
    readonly amount: AmountNode;
  } | null;
}

export interface ChargeNode extends Located {
  readonly kind: 'charge';
  readonly name: NameNode;
  readonly rate: ChargeRateNode;
  readonly terms: readonly ChargeTermNode[];
  readonly for: SelectorNode | null;
}

export type ChargeTermNode = Located &
  (
    | { readonly kind: 'then'; readonly rate: ChargeRateNode }
    | { readonly kind: 'at least'; readonly amount: AmountNode }
    | RoundingNode
    | { readonly kind: 'outside'; readonly offHours: OffHoursNode }
    | { readonly kind: 'on'; readonly event: NameNode }
    | { readonly kind: 'free'; readonly when: ConditionNode }
    | { readonly kind: 'free below'; readonly amount: AmountNode }
    /** Which other charges of the ticket stand beside this one, or give way to it. */
    | { readonly kind: 'besides' | 'instead of'; readonly names: readonly NameNode[] }
  );

export interface EligibleNode extends Located {
  readonly kind: 'eligible';
  readonly when: ConditionNode;
  readonly refusal: string;
}

/** `include`, `exclude`, `requires` and `advice`: what the words say, for whom, and in which case. */
export interface ProvisionNode extends Located {
  readonly kind: 'provision';
  readonly says: 'include' | 'exclude' | 'requires' | 'advice';
  readonly text: string;
  readonly for: SelectorNode | null;
  readonly when: ConditionNode | null;
  /** What follows where it is not so; null where nothing is said. */
  readonly otherwise: {
    readonly does: 'refuse' | 'best effort' | 'no promise' | 'pause';
    readonly span: Span;
  } | null;
}

/** `pack "10 hours" EUR 900, gives 10 hours, valid 12 months`. */
export interface PackNode extends Located {
  readonly kind: 'pack';
  readonly text: string;
  /** Null where the price is told on request. */
  readonly money: MoneyAmountNode | null;
  readonly gives: AmountNode;
  /** Null where nothing is said. */
  readonly valid: AmountNode | 'without limit' | null;
}

export interface LanguagesNode extends Located {
  readonly kind: 'languages';
  readonly names: readonly NameNode[];
}

export interface VersionsNode extends Located {
  readonly kind: 'versions';
  readonly names: readonly { readonly text: string; readonly span: Span }[];
}

export interface AvailableNode extends Located {
  readonly kind: 'available';
  readonly regions: readonly NameNode[];
}
