/** What a clock does beside running from its start to its stop. `C` is how a calendar is referred to. */
import type { Stretch } from './conduct-model.ts';
import type { CheckedCondition, Origin } from './model.ts';

export interface ClockTerms<C> {
  /**
   * What starts the clock. The lines with a condition are tried in order, then the one without; a ticket for which
   * none holds has no such clock.
   */
  readonly starts: readonly ClockStart[];
  readonly stopsAt: 'first' | 'last';
  /** Events that the contract says do not stop the clock. */
  readonly stopsNotOn: readonly string[];
  readonly pauses: readonly ClockPause<C>[];
  /** Whether the contract says in words that nothing pauses the clock. */
  readonly saysNeverPauses: boolean;
  /** What a pause does to a count of days: nothing, leave its dates out, or add its open time to the end. */
  readonly pausedDays: 'run on' | 'skip dates' | 'add time';
  /** The states in which alone time counts; empty where it counts in every state. */
  readonly countsOnlyWhile: readonly string[];
  readonly work: readonly WorkLimit<C>[];
  readonly reopen: {
    readonly within: Stretch<C> | null;
    readonly does: 'never' | 'continues' | 'runs on' | 'starts afresh';
    /** Whether a promise met before is judged again; null where a reopened ticket is a new one. */
    readonly met: 'stands' | 'is withdrawn' | null;
  };
  readonly closes: {
    readonly after: Stretch<C>;
    readonly state: string;
    readonly reminders: readonly ClosingReminder<C>[];
  } | null;
  /** A clock that starts again at each message; null for one that runs once. */
  readonly repeats: {
    readonly on: string;
    readonly from: 'oldest' | 'newest';
    readonly group: Stretch<C> | null;
  } | null;
}

/** What the customer is told before the ticket is closed: a while into the state, or before its end. */
export interface ClosingReminder<C> {
  readonly by: Stretch<C>;
  readonly side: 'after' | 'before';
}

export type ClockStart =
  | {
      readonly kind: 'events';
      /** One after another; of several events of a step the first or the last counts. */
      readonly steps: readonly { readonly which: 'first' | 'last'; readonly events: readonly string[] }[];
      readonly when: CheckedCondition | null;
    }
  /** The end of the ticket that the same customer (or whatever `of` names) opened before. */
  | { readonly kind: 'previous ticket ends'; readonly of: string; readonly when: CheckedCondition | null };

export interface ClockPause<C> {
  /** States that pause; empty where a calendar does. */
  readonly states: readonly string[];
  readonly during: C | null;
  readonly cap: { readonly by: Stretch<C>; readonly of: 'each' | 'together' } | null;
  readonly when: CheckedCondition | null;
  readonly origin: Origin;
}

/** How long may be worked: without a rest, within a moving window, or on one ticket. Lengths are elapsed time. */
export type WorkLimit<C> = { readonly mostSeconds: number; readonly during: C | null } & (
  | { readonly kind: 'at a stretch'; readonly restSeconds: number }
  | { readonly kind: 'within'; readonly windowSeconds: number }
  | { readonly kind: 'per'; readonly thing: string }
);

/** A clock that starts with the ticket and of which nothing else is said. */
export const PLAIN_TERMS: ClockTerms<never> = {
  starts: [{ kind: 'events', steps: [{ which: 'first', events: ['opened'] }], when: null }],
  stopsAt: 'first',
  stopsNotOn: [],
  pauses: [],
  saysNeverPauses: false,
  pausedDays: 'run on',
  countsOnlyWhile: [],
  work: [],
  reopen: { within: null, does: 'never', met: null },
  closes: null,
  repeats: null,
};
