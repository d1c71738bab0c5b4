/**
 * What is done as tickets go on, compiled: rules, escalation, and what a change does to clocks that run. See the model
 * of the same name in `check/` for how each is meant.
 */
import type { PlanCondition } from './entitlement-model.ts';
import type { PlanOrigin, PlanPeriod, PlanSelector } from './model.ts';

/** A calendar by its index, once for all tickets that it tells apart. */
export type KeyedCalendars = readonly { readonly when: PlanSelector; readonly calendar: number }[];

/** A length of time. Days are dates: business days are dates on which the calendar opens. */
export type PlanStretch =
  | { readonly kind: 'elapsed'; readonly seconds: number }
  | { readonly kind: 'hours'; readonly seconds: number; readonly calendar: KeyedCalendars }
  | {
      readonly kind: 'days';
      readonly unit: 'business day' | 'calendar day' | 'month';
      readonly count: number;
      /** Null where `zone` says whose dates count. */
      readonly calendar: KeyedCalendars | null;
      readonly zone: string | null;
      readonly end: 'same time' | 'close';
    };

export interface PlanConduct {
  /** The events that the contract declares, in its words. */
  readonly events: readonly { readonly name: string; readonly text: string }[];
  /** The states that the contract declares, in its words. */
  readonly states: readonly { readonly name: string; readonly text: string }[];
  readonly rules: readonly PlanRule[];
  /** A line of a plan stands before that of the plan it extends, and that before the contract's. */
  readonly changes: readonly PlanChange[];
  readonly escalations: readonly PlanEscalation[];
}

export interface PlanRule {
  readonly name: string;
  /** The plan in whose block it stands; null for every plan. */
  readonly plan: string | null;
  /** Null for a rule that holds at all times. */
  readonly trigger: PlanTrigger | null;
  /** Null for whatever ticket. */
  readonly when: PlanCondition | null;
  readonly actions: readonly PlanAction[];
  /**
   * What follows the actions of a rule that fires after a time in a state, while the ticket stays in it: each is
   * counted from the end of the stage before. Empty for a rule of one stage.
   */
  readonly stages: readonly PlanStage[];
  /**
   * Events after which such a rule begins again with its first stage, although the ticket stays in the state. A ticket
   * that leaves the state begins again in any case.
   */
  readonly resetBy: readonly string[];
  /** The customer must agree; what silence means, and after how long. */
  readonly consent:
    { readonly silence: 'refuses' } | { readonly silence: 'agrees'; readonly after: PlanStretch } | null;
  readonly origin: PlanOrigin;
}

export interface PlanStage {
  readonly after: PlanStretch;
  readonly actions: readonly PlanAction[];
}

export type PlanTrigger =
  | { readonly kind: 'event'; readonly event: string }
  /** Fires when the ticket has been in the state for so long without a break. */
  | { readonly kind: 'state'; readonly after: PlanStretch; readonly state: string }
  | {
      readonly kind: 'due';
      readonly by: PlanStretch;
      readonly side: 'before' | 'after';
      readonly metric: string;
    };

export type PlanAction =
  | { readonly kind: 'set severity' | 'cap severity' | 'raise' | 'lower'; readonly severity: string }
  | {
      readonly kind: 'raise by steps' | 'lower by steps';
      readonly steps: readonly { readonly from: string; readonly to: string }[];
    }
  | { readonly kind: 'tell'; readonly whom: string }
  /** The severity becomes the one whose predicate the facts now meet. */
  | { readonly kind: 'severity by facts' }
  | { readonly kind: 'close' | 'wait' };

export interface PlanEscalation {
  readonly metric: string;
  /** The plan in whose block it stands; null for every plan. */
  readonly plan: string | null;
  /** Shares of the promised time, rising: exact fractions. */
  readonly steps: readonly {
    readonly share: { readonly numerator: number; readonly denominator: number };
    readonly to: string;
  }[];
  readonly origin: PlanOrigin;
}

export type PlanChangeBasis =
  | { readonly kind: 'from open' | 'from change' | 'keep elapsed' | 'keep old' | 'proportional' }
  | { readonly kind: 'from event'; readonly event: string };

/** What a change of the promise does to clocks that run. Targets already met stay met in any case. */
export interface PlanChange {
  readonly of: string;
  readonly plan: string | null;
  readonly basis: PlanChangeBasis;
  readonly earlierOfBoth: boolean;
  /** The deadline is never less than this after the event; an event of null is the change itself. */
  readonly floor: { readonly after: string | null; readonly by: PlanStretch } | null;
  /** Since when a ticket is late whose new deadline lies before the change. */
  readonly lateFrom: 'deadline' | 'change';
  /** Whether a deadline missed before the change stays missed. */
  readonly breachStays: boolean;
  /** Whether the contract says in words that met targets stay met, as they always do. */
  readonly saysMetStays: boolean;
  readonly origin: PlanOrigin;
}

/** What binds the contract, and the papers and remarks that belong to it. */
/** When the customer may move to another plan. */
export type PlanMove = 'any time' | 'after notice' | 'end of term';

export interface PlanBinding {
  /** The event that ties a ticket to the version then in force; null where nothing is said. */
  readonly bindsBy: string | null;
  readonly inFlight: PlanChangeBasis | null;
  readonly term: PlanStretch | null;
  readonly notice: PlanStretch | null;
  /** The period, or the term, to whose end notice is given; null for any day. */
  readonly noticeTo: PlanPeriod['unit'] | 'term' | null;
  /** When the customer may move to a plan of a higher level, and of a lower one; null where nothing is said. */
  readonly upgrade: PlanMove | null;
  readonly downgrade: PlanMove | null;
  /** The oldest time-zone data that the contract may be read with. */
  readonly tzdata: string | null;
  /** Whether the contract says in words that holidays do not close `24x7`, as they never do. */
  readonly saysHolidaysOpen: boolean;
  readonly documents: readonly { readonly text: string; readonly at: string | null }[];
  /** The level of the language that the file is written in. */
  readonly language: number | null;
  readonly notes: readonly { readonly plan: string | null; readonly text: string }[];
}
