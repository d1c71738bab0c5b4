import type { InstantMs } from '../../time/types.ts';
import type { ClockRun } from './clock-run.ts';
import type { LiveTicket } from './live-ticket.ts';
import type { PauseLine } from './pause-lines.ts';
import type { Cell, Change, Rule } from './program.ts';
import type { ChangeOf } from './set-ticket.ts';
import type { ClockVerdict } from './verdict.ts';

/** What became of a rule that was looked at. */
export type RuleOutcome =
  | 'fired'
  /** It waits for the customer's consent, and has asked for it. */
  | 'asked'
  /** It has asked before, and waits for the answer. */
  | 'asked before'
  | 'of another plan'
  | 'condition does not hold';

/**
 * Is told what a machine does with one ticket, for those who have to say why, or what was looked at. It changes nothing; what
 * it is handed goes on changing, so that it copies what it keeps.
 */
export interface Witness {
  /** Something happens at an instant; what it is told from then on is of that instant. */
  instant(at: InstantMs): void;
  /** A rule was looked at: stage 0 of it, or a later one. */
  rule(rule: Rule, stage: number, outcome: RuleOutcome, ticket: LiveTicket): void;
  /** A clock begins to run, once more for each message, or after reopening. */
  began(metric: number, run: ClockRun, ticket: LiveTicket): void;
  /** The promise of a running clock gave way to another, as the line has it; with `keep old` it has not. */
  changed(
    metric: number,
    before: Cell | null,
    after: Cell | null,
    line: Change,
    of: ChangeOf,
    ticket: LiveTicket,
  ): void;
  /** Which lines of its pauses hold from now on; `isHeld` where it counts only in states that the ticket is not in. */
  paused(metric: number, lines: readonly PauseLine[], isHeld: boolean, ticket: LiveTicket): void;
  /** A clock is taken up again that had ended before. */
  reopened(metric: number, ended: InstantMs, ticket: LiveTicket): void;
  /** A clock is judged: a run of it is over, or the history is. */
  judged(metric: number, run: ClockRun, verdict: ClockVerdict, ticket: LiveTicket): void;
}
