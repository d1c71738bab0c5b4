/** What a clock does beside running from its start to its stop, compiled. See the model in `check/` for the meaning. */
import type { KeyedCalendars, PlanStretch } from './conduct-model.ts';
import type { PlanCondition } from './entitlement-model.ts';
import type { PlanOrigin } from './model.ts';

export interface PlanClockTerms {
  /**
   * What starts the clock: the first line whose condition holds. A ticket for which none holds has no such clock.
   */
  readonly starts: readonly PlanClockStart[];
  readonly stopsAt: 'first' | 'last';
  /** Events that the contract says do not stop the clock. */
  readonly stopsNotOn: readonly string[];
  readonly pauses: readonly PlanClockPause[];
  /** Whether the contract says in words that nothing pauses the clock. */
  readonly saysNeverPauses: boolean;
  /** What a pause does to a count of days: nothing, leave its dates out, or add its open time to the end. */
  readonly pausedDays: 'run on' | 'skip dates' | 'add time';
  /** The states in which alone time counts; empty where it counts in every state. */
  readonly countsOnlyWhile: readonly string[];
  readonly work: readonly PlanWorkLimit[];
  readonly reopen: {
    readonly within: PlanStretch | null;
    readonly does: 'never' | 'continues' | 'runs on' | 'starts afresh';
    /** Whether a promise met before is judged again; null where a reopened ticket is a new one. */
    readonly met: 'stands' | 'is withdrawn' | null;
  };
  readonly closes: {
    readonly after: PlanStretch;
    readonly state: string;
    readonly reminders: readonly PlanReminder[];
  } | null;
  /** A clock that starts again at each message; null for one that runs once. */
  readonly repeats: {
    readonly on: string;
    readonly from: 'oldest' | 'newest';
    readonly group: PlanStretch | null;
  } | null;
}

/** The customer is reminded a while after the state has begun, or before the ticket is closed. */
export interface PlanReminder {
  readonly by: PlanStretch;
  readonly side: 'after' | 'before';
}

export type PlanClockStart =
  | {
      readonly kind: 'events';
      /** One after another; of several events of a step the first or the last counts. */
      readonly steps: readonly { readonly which: 'first' | 'last'; readonly events: readonly string[] }[];
      readonly when: PlanCondition | null;
    }
  | {
      readonly kind: 'previous ticket ends';
      /** Whose previous ticket: `customer`, or another fact that tickets have in common. */
      readonly of: string;
      readonly when: PlanCondition | null;
    };

export interface PlanClockPause {
  /** States that pause; empty where a calendar does. */
  readonly states: readonly string[];
  /** The calendar whose open hours pause; null where states do. */
  readonly during: KeyedCalendars | null;
  readonly cap: { readonly by: PlanStretch; readonly of: 'each' | 'together' } | null;
  readonly when: PlanCondition | null;
  readonly origin: PlanOrigin;
}

/** How long may be worked: without a rest, within a moving window, or on one thing. Lengths are elapsed time. */
export type PlanWorkLimit =
  | {
      readonly kind: 'at a stretch';
      readonly mostSeconds: number;
      readonly restSeconds: number;
      /** The calendar within which the limit holds; null for always. */
      readonly during: KeyedCalendars | null;
    }
  | {
      readonly kind: 'within';
      readonly mostSeconds: number;
      readonly windowSeconds: number;
      readonly during: KeyedCalendars | null;
    }
  | {
      readonly kind: 'per';
      readonly mostSeconds: number;
      readonly thing: string;
      readonly during: KeyedCalendars | null;
    };
