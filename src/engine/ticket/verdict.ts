import type { PlanTarget } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';

/** What became of a ticket, as far as its history goes. Names are indexes into the lists of the plan it is under. */
export interface Verdict {
  /** The version of the contract that holds, by its place in the program. */
  readonly version: number;
  readonly plan: number;
  readonly severity: number;
  readonly opened: InstantMs;
  /** The instant up to which the history was judged. */
  readonly at: InstantMs;
  readonly isClosed: boolean;
  /**
   * The last instant at which reopening a closed ticket does anything to its clocks; `-Infinity` where it never does, null
   * where the ticket is open or may be reopened at any time.
   */
  readonly reopensUntil: InstantMs | null;
  /** When it was last closed or cancelled; null where it is open. */
  readonly closed: InstantMs | null;
  /** Indexes of the program's states in which it is. */
  readonly states: readonly number[];
  readonly clocks: readonly ClockVerdict[];
  readonly changes: readonly SeverityChange[];
  readonly notices: readonly Notice[];
  readonly consents: readonly Consent[];
  /** Why the ticket is not taken, in the contract's words; null where it is. */
  readonly refused: string | null;
}

/** How one clock of a ticket stands. Instants are ms; durations ms of the target's own calendar. */
export interface ClockVerdict {
  /** The cell that was in force when the clock ended, or is; its metric is the clock's. */
  readonly target: PlanTarget;
  readonly severity: number;
  /** 1 for the first run of a clock, and so on for those that repeat or are started afresh. */
  readonly occurrence: number;
  readonly started: InstantMs | null;
  /** Null while the clock is paused, where the cell is a word, and where the deadline hangs on an event to come. */
  readonly due: InstantMs | null;
  readonly softDue: InstantMs | null;
  readonly stopped: InstantMs | null;
  readonly status: ClockStatus;
  /** Since when the promise is broken; null where it is not. */
  readonly breached: InstantMs | null;
  /** Ms of the target's own calendar; null where the promise is a word or hangs on an event to come. */
  readonly used: number | null;
  readonly remaining: number | null;
  readonly paused: number | null;
}

/**
 * How a clock stands. `word`: the cell's own word stands in place of a status. The last two are what is left of a promise
 * beyond a quota; the machine, which knows no ledger, never says them.
 */
export type ClockStatus =
  | 'met'
  | 'missed'
  | 'running'
  | 'paused'
  | 'cancelled'
  | 'not started'
  | 'word'
  | 'best effort'
  | 'no promise';

/** The severity became another one: places in the plan's list. */
export interface SeverityChange {
  readonly at: InstantMs;
  readonly from: number;
  readonly to: number;
  /** The rule that made it; null where it was recorded. */
  readonly rule: string | null;
}

/** Somebody was to be told. */
export interface Notice {
  readonly at: InstantMs;
  readonly to: string;
  /** The rule, or the metric whose escalation or whose clock it is. */
  readonly by: string;
  readonly kind: 'rule' | 'escalation' | 'consent' | 'reminder';
}

/** A change that the customer was asked to agree to. */
export interface Consent {
  readonly rule: string;
  readonly asked: InstantMs;
  readonly answer: 'open' | 'agreed' | 'refused';
  /** When it was answered, or when silence came to mean agreement. */
  readonly at: InstantMs | null;
}
