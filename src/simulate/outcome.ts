/**
 * What a simulation or a replay yields, in columns: a row a ticket, the same rows for every plan. Reports and the
 * terminal read these and compute nothing about time themselves.
 */
import type { TicketEvent, TicketProgram } from '../engine/ticket/index.ts';
import type { ReportPart } from '../check/simulation-model.ts';
import type { DeskTally } from './answers/desk-tally.ts';
import type { CompiledPlan } from '../plan/model.ts';
import type { FactColumn } from './ticket-facts.ts';
import type { SimulatedCosts } from './costs/simulated-costs.ts';
import type { DeskWatch } from './desk/desk-watch.ts';

/** How one promise of one ticket ended. The order is the order of the codes in the status columns. */
export const STATUSES = [
  'met',
  'missed',
  /** Not yet due and not yet stopped when the observation ended. */
  'running',
  'best effort',
  'not offered',
  'optional',
  'unknown',
  'as agreed',
  /** The history does not say when the clock stopped. */
  'unmeasured',
  /** What its clock starts with never happened to the ticket. */
  'not started',
] as const;
export type Status = (typeof STATUSES)[number];

/** Every ticket of a simulation or a replay, with what each plan promised it and whether that was kept. */
export interface Outcome {
  readonly title: string;
  readonly plan: CompiledPlan;
  readonly source: OutcomeSource;
  readonly tickets: TicketColumns;
  /** One entry a plan compared, in the order to show them. */
  readonly plans: readonly PlanOutcome[];
  /**
   * What happened to a ticket under the plan at a place of `plans`, as the machine judged it; null where nothing but its
   * opening decides its deadlines.
   */
  readonly historyOf?: (place: number, ticket: number) => JudgedHistory | null;
  /** What the simulation asks to be told at length; nothing in a replay. */
  readonly report?: readonly ReportPart[];
  /** What a desk made of the tickets; there is none in a replay. */
  readonly desk?: DeskOutcome;
  /** What the runs cost; of a simulation alone. */
  readonly costs?: SimulatedCosts;
  /** The desk that worked the tickets, for those who watch it; a replay knows none. */
  readonly watch?: DeskWatch;
  /** Choices that shaped the figures and whatever was not applied, each a sentence. */
  readonly notes: readonly string[];
}

/** The events of one ticket, and what they were judged by, up to an instant: `NaN` for that of the last event. */
export interface JudgedHistory {
  readonly program: TicketProgram;
  readonly events: readonly TicketEvent[];
  readonly at: number;
}

export type OutcomeSource =
  | { readonly kind: 'simulation'; readonly file: string; readonly seed: number; readonly runs: number }
  | {
      readonly kind: 'replay';
      readonly log: string;
      /** Cases in the log, and those used; the difference is explained by `unusable`. */
      readonly read: number;
      readonly used: number;
      readonly unusable: readonly Unusable[];
      /** Rows (events) of the log, and those that cannot be read; a ticket they name for certain is unusable. */
      readonly rows: { readonly read: number; readonly unusable: readonly Unusable[] };
    };

/** What could not be used, by reason: how many, and up to three of them (ticket ids, or lines of the log). */
export interface Unusable {
  readonly reason: string;
  readonly count: number;
  readonly examples: readonly string[];
}

export interface TicketColumns {
  readonly count: number;
  /** Name of ticket `i`, as the log has it or `run-number` for a synthetic one. */
  readonly id: (i: number) => string;
  /** Replication (from 0) that the ticket belongs to; all 0 in a replay. */
  readonly run: Uint16Array;
  /** Instants in ms. */
  readonly opened: Float64Array;
  /** Index into `plan.severities`. */
  readonly severity: Uint8Array;
  /** Index into `plan.regions`, `plan.channels`, `plan.types`; -1 for none. */
  readonly region: Int8Array;
  readonly channel: Int8Array;
  readonly type: Int8Array;
  /** What tickets say of the contract's facts, by rising index of the fact; no entry for what none of them says. */
  readonly facts: readonly FactColumn[];
}

export interface PlanOutcome {
  /** Index into `plan.plans`. */
  readonly plan: number;
  readonly metrics: readonly MetricOutcome[];
  /** When each ticket was first worked on, in ms; NaN for never. There is none in a replay. */
  readonly firstWork?: Float64Array;
  /**
   * How long each ticket waited for the customer or for somebody else, all its waits together in elapsed ms; NaN for one that
   * did not. There is none where no work waits, nor in a replay.
   */
  readonly waited?: Float64Array;
}

/** How the desk fared, run by run. */
export interface DeskOutcome {
  /** The zone of its hours and dates. */
  readonly zone: string;
  /** The part of the span that counts, in ms. */
  readonly from: number;
  readonly to: number;
  /** When the backlog is read, in ms: at `hour` o'clock of each date that counts. */
  readonly days: Float64Array;
  readonly hour: number;
  readonly teams: readonly string[];
  /** By place of the plan, then by run in the order of their numbers. */
  readonly plans: readonly (readonly DeskTally[])[];
}

/** Instants in ms, NaN for none. */
export interface MetricOutcome {
  readonly metric: string;
  readonly due: Float64Array;
  readonly stopped: Float64Array;
  /** Index into `STATUSES`. */
  readonly status: Uint8Array;
  /**
   * Ms that counted from the clock's start to its stop, in the promise's own calendar and without its pauses; NaN where no clock
   * stopped. There is none where nothing but the opening and the stop decides it.
   */
  readonly used?: Float64Array;
}
