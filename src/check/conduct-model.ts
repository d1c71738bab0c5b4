/**
 * What is done as tickets go on: rules, escalation, and what a change does to clocks that run. `C` is how a calendar
 * is referred to: by name once checked, by index once lowered.
 */
import type { CheckedCondition, Origin, Period } from './model.ts';

/** A length of time. Days are dates: business days are dates on which the calendar opens. */
export type Stretch<C> =
  | { readonly kind: 'elapsed'; readonly seconds: number }
  | { readonly kind: 'hours'; readonly seconds: number; readonly calendar: C }
  | {
      readonly kind: 'days';
      readonly unit: 'business day' | 'calendar day' | 'month';
      readonly count: number;
      /** Null where `zone` says whose dates count. */
      readonly calendar: C | null;
      readonly zone: string | null;
      readonly end: 'same time' | 'close';
    };

/** An event that the contract declares, in its words. */
export interface DeclaredEvent {
  readonly name: string;
  readonly text: string;
}

/** A state that the contract declares, in its words. */
export type DeclaredState = DeclaredEvent;

export interface Conduct<C> {
  readonly events: readonly DeclaredEvent[];
  readonly states: readonly DeclaredState[];
  readonly rules: readonly TicketRule<C>[];
  /** A line of a plan stands before that of the plan it extends, and that before the contract's. */
  readonly changes: readonly ChangeTerms<C>[];
  readonly escalations: readonly Escalation[];
}

export interface TicketRule<C> {
  readonly name: string;
  /** The plan in whose block it stands; null for every plan. */
  readonly plan: string | null;
  /** Null for a rule that holds at all times. */
  readonly trigger: Trigger<C> | null;
  /** Null for whatever ticket. */
  readonly when: CheckedCondition | null;
  readonly actions: readonly RuleAction[];
  /** What follows the actions while the ticket stays in the state, each a while after the stage before. */
  readonly stages: readonly RuleStage<C>[];
  /**
   * Events after which the rule begins again with its first stage, although the ticket stays in the state. A ticket
   * that leaves the state begins again in any case.
   */
  readonly resetBy: readonly string[];
  /** Of every stage. */
  readonly consent: Consent<C> | null;
  readonly origin: Origin;
}

export interface RuleStage<C> {
  /** Counted from the end of the stage before. */
  readonly after: Stretch<C>;
  readonly actions: readonly RuleAction[];
}

export type Trigger<C> =
  | { readonly kind: 'event'; readonly event: string }
  /** Fires when the ticket has been in the state for so long without a break. */
  | { readonly kind: 'state'; readonly after: Stretch<C>; readonly state: string }
  | {
      readonly kind: 'due';
      readonly by: Stretch<C>;
      readonly side: 'before' | 'after';
      readonly metric: string;
    };

export type RuleAction =
  | { readonly kind: 'set severity' | 'cap severity' | 'raise' | 'lower'; readonly severity: string }
  | {
      readonly kind: 'raise by steps' | 'lower by steps';
      readonly steps: readonly { readonly from: string; readonly to: string }[];
    }
  | { readonly kind: 'tell'; readonly whom: string }
  /** The severity becomes the one whose predicate the facts now meet. */
  | { readonly kind: 'severity by facts' }
  | { readonly kind: 'close' | 'wait' };

/** The customer must agree; what silence means, and after how long. */
export type Consent<C> =
  { readonly silence: 'refuses' } | { readonly silence: 'agrees'; readonly after: Stretch<C> };

export interface Escalation {
  readonly metric: string;
  readonly plan: string | null;
  /** Shares of the promised time, rising: exact fractions. */
  readonly steps: readonly {
    readonly share: { readonly numerator: number; readonly denominator: number };
    readonly to: string;
  }[];
  readonly origin: Origin;
}

export type ChangeBasis =
  | { readonly kind: 'from open' | 'from change' | 'keep elapsed' | 'keep old' | 'proportional' }
  | { readonly kind: 'from event'; readonly event: string };

/** What a change of the promise does to clocks that run. Targets already met stay met in any case. */
export interface ChangeTerms<C> {
  readonly of: string;
  readonly plan: string | null;
  readonly basis: ChangeBasis;
  readonly earlierOfBoth: boolean;
  /** The deadline is never less than this after the event; an event of null is the change itself. */
  readonly floor: { readonly after: string | null; readonly by: Stretch<C> } | null;
  /** Since when a ticket is late whose new deadline lies before the change. */
  readonly lateFrom: 'deadline' | 'change';
  /** Whether a deadline missed before the change stays missed. */
  readonly breachStays: boolean;
  /** Whether the contract says in words that met targets stay met, as they always do. */
  readonly saysMetStays: boolean;
  readonly origin: Origin;
}

/** When the customer may move to another plan. */
export type PlanMove = 'any time' | 'after notice' | 'end of term';

/** What binds the contract, and the papers and remarks that belong to it. */
export interface BindingTerms<C> {
  /** The event that ties a ticket to the version then in force; null where nothing is said. */
  readonly bindsBy: string | null;
  readonly inFlight: ChangeBasis | null;
  readonly term: Stretch<C> | null;
  readonly notice: Stretch<C> | null;
  /** The period, or the term, to whose end notice is given; null for any day. */
  readonly noticeTo: Period['unit'] | 'term' | null;
  /** When the customer may move to a plan of a higher level, and of a lower one; null where nothing is said. */
  readonly upgrade: PlanMove | null;
  readonly downgrade: PlanMove | null;
  /** The oldest time-zone data that the contract may be read with. */
  readonly tzdata: string | null;
  /** Whether the contract says in words that holidays do not close `24x7`, as they never do. */
  readonly saysHolidaysOpen: boolean;
  readonly documents: readonly { readonly text: string; readonly at: string | null }[];
  readonly language: number | null;
  readonly notes: readonly { readonly plan: string | null; readonly text: string }[];
}

export const NO_CONDUCT: Conduct<never> = { events: [], states: [], rules: [], changes: [], escalations: [] };

export const NO_BINDING: BindingTerms<never> = {
  bindsBy: null,
  inFlight: null,
  term: null,
  notice: null,
  noticeTo: null,
  upgrade: null,
  downgrade: null,
  tzdata: null,
  saysHolidaysOpen: false,
  documents: [],
  language: null,
  notes: [],
};
