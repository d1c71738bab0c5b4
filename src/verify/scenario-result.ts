import type { CheckedExpectation, CheckedScenario } from '../check/scenario-model.ts';
import type { HistoryAccount } from '../explain/history/history-account.ts';
import type { PlanOverQuota } from '../plan/entitlement-model.ts';
import type { PlanOrigin, PlanTarget } from '../plan/model.ts';
import type { InstantMs, ZoneTable } from '../time/types.ts';

/** A scenario that was run. It passes when every expectation is met. */
export interface ScenarioResult {
  readonly scenario: CheckedScenario;
  readonly opened: InstantMs;
  /** In which the story reads its clocks. */
  readonly zone: ZoneTable;
  readonly expectations: readonly ExpectationResult[];
  /** What of the contract is not applied to the ticket, a sentence each. */
  readonly leftOut: readonly string[];
}

export interface ExpectationResult {
  readonly expectation: CheckedExpectation;
  readonly met: boolean;
  /** What was expected, and what it is instead or as well, in the contract's words. */
  readonly expected: Words;
  readonly found: Words;
  /** What led to that, for a reader who expected otherwise; worked out when it is asked for. */
  readonly evidence: () => Evidence | null;
}

/** Words, and among them instants, which are read in the story's zone. */
export type Words = readonly (string | InstantMs)[];

export type Evidence =
  /** The accounting of a deadline that nothing but time moves. */
  | { readonly kind: 'deadline'; readonly target: PlanTarget; readonly start: InstantMs }
  /** What a clock did: the account of its time, and how it stood after each event. */
  | {
      readonly kind: 'clock';
      readonly target: PlanTarget;
      readonly account: HistoryAccount | null;
      readonly steps: readonly ClockStep[];
    }
  /** What happened to the ticket. */
  | { readonly kind: 'ticket'; readonly steps: readonly TicketStep[] }
  | { readonly kind: 'charges'; readonly entries: readonly ChargedEntry[] };

/** An entry of the ticket in its customer's account. */
export interface ChargedEntry {
  readonly at: InstantMs;
  /** `used`, `over`, `billed` and the like. */
  readonly kind: string;
  /** Exact, as a decimal: `1.5`; digits that repeat stand in brackets: `0.(3)`. */
  readonly amount: string;
  /** What is counted: `hours`, `incidents`; a currency where money is billed. */
  readonly thing: string;
  /** The charge, or the thing that is used without one. */
  readonly name: string | null;
  /** What becomes of what is over the quota. */
  readonly effect: PlanOverQuota | null;
  readonly why: string;
  /** The clause by which. */
  readonly origin: PlanOrigin;
}

export interface TicketStep {
  readonly at: InstantMs;
  /** The row as written, or the rule that did it. */
  readonly what: string;
}

export interface ClockStep extends TicketStep {
  readonly severity: string | null;
  readonly status: string;
  /** Ms of the target's own calendar; null where nothing is counted. */
  readonly used: number | null;
  readonly due: InstantMs | null;
}

/** Whether every expectation of a scenario was met. */
export function passes({ expectations }: ScenarioResult): boolean {
  return expectations.every(({ met }) => met);
}
