/** As written: the clock of a metric. */
import type { StretchNode } from './conduct-tree.ts';
import type { ConditionNode, Declared, Located, NameNode } from './part-tree.ts';

/** Lists of what may be said once hold what is said more than once, which is a mistake. */
export interface ClockNode extends Declared {
  readonly kind: 'clock';
  readonly starts: readonly StartNode[];
  readonly stops: readonly NameNode[];
  /** Events that look like one that stops the clock, and do not stop it. */
  readonly notStops: readonly NameNode[];
  readonly stopsAt: 'first' | 'last' | null;
  readonly pauses: readonly PauseNode[];
  /** `pauses never`, where it is said. */
  readonly pausesNever: Located | null;
  readonly pausedDays: readonly PausedDaysNode[];
  readonly countsWhile: readonly NameNode[];
  readonly works: readonly WorksNode[];
  readonly reopens: readonly ReopenNode[];
  readonly closes: readonly ClosesNode[];
  readonly every: readonly EveryNode[];
}

/** A line that starts a clock, and the tickets for which it does. */
export interface StartNode extends Located {
  /** One event after another; empty where the clock waits for the previous ticket. */
  readonly steps: readonly StartStepNode[];
  /** Whose previous ticket has to end first; null where events start the clock. */
  readonly previousOf: NameNode | null;
  readonly guard: GuardNode | null;
}

export interface StartStepNode {
  readonly which: 'first' | 'last' | null;
  readonly events: readonly NameNode[];
}

/** `when CONDITION`, `unless CONDITION`. */
export interface GuardNode extends Located {
  readonly kind: 'when' | 'unless';
  readonly condition: ConditionNode;
}

/** `pauses while STATE, at most 5 business days in Office each`, `pauses during CALENDAR`. */
export interface PauseNode extends Located {
  readonly states: readonly NameNode[];
  readonly during: NameNode | null;
  readonly cap: { readonly stretch: StretchNode; readonly of: 'each' | 'together' } | null;
  readonly guard: GuardNode | null;
}

/** What a pause does to a count of days. */
export interface PausedDaysNode extends Located {
  readonly does: 'run on' | 'skip dates' | 'add time';
}

/** `works at most 6 h at a stretch, then rests 2 h, at most 12 h in 24 h`. */
export interface WorksNode extends Located {
  readonly limits: readonly WorkLimitNode[];
  readonly during: NameNode | null;
}

export type WorkLimitNode = Located & { readonly most: StretchNode } & (
    | { readonly kind: 'at a stretch'; readonly rests: StretchNode }
    | { readonly kind: 'within'; readonly window: StretchNode }
    | { readonly kind: 'per'; readonly thing: NameNode }
  );

/** `reopen within 5 business days in Office continues`. */
export interface ReopenNode extends Located {
  readonly within: StretchNode | null;
  readonly does: 'never' | 'continues' | 'runs on' | 'starts afresh';
  readonly met: 'stands' | 'is withdrawn' | null;
}

/** `closes after 7 calendar days of silence`. */
export interface ClosesNode extends Located {
  readonly after: StretchNode;
  readonly state: NameNode;
  readonly reminders: readonly ReminderNode[];
}

/** `reminder after 5 calendar days` of the state, `reminder 24 h before` the ticket is closed. */
export interface ReminderNode extends Located {
  readonly by: StretchNode;
  readonly side: 'after' | 'before';
}

/** `every reply, oldest message`. */
export interface EveryNode extends Located {
  readonly event: NameNode;
  readonly from: 'oldest' | 'newest';
  readonly group: StretchNode | null;
}
