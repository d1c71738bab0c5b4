/**
 * The figures of an outcome: what reports and the terminal show. Counts are exact; every interval says on what it
 * rests. `summarize` makes one from an `Outcome`, simulated or replayed.
 */
import type { CostSummary } from './costs/summarize-costs.ts';
import type { Status } from './outcome.ts';

/** Figures of an outcome, by plan, metric, severity and region. Waits are in ms. */
export interface Summary {
  readonly title: string;
  /** Tickets counted, all runs together. */
  readonly tickets: number;
  /** Replications that the tickets come from; 1 for a replay. */
  readonly runs: number;
  /** First and last opening in ms; null when there are no tickets. */
  readonly opened: { readonly first: number; readonly last: number } | null;
  /** In the order of the outcome. */
  readonly plans: readonly PlanSummary[];
  /** Every pair of plans, the earlier one first, for each metric: the same tickets under both. */
  readonly differences: readonly PairedDifference[];
  /** What the plans cost the customer and the desk costs; of a simulation alone. */
  readonly costs?: CostSummary;
  /** What the intervals rest on and how the figures are defined, each a sentence; the outcome's notes follow. */
  readonly notes: readonly string[];
}

export interface PlanSummary {
  /** Index into `plan.plans`. */
  readonly plan: number;
  readonly name: string;
  readonly metrics: readonly MetricSummary[];
}

export interface MetricSummary {
  readonly metric: string;
  readonly overall: PromiseFigures;
  /** One entry a severity of the contract, most severe first, also where it has no tickets. */
  readonly bySeverity: readonly GroupFigures[];
  /** One entry a region that has tickets, in the contract's order; `(none)` last for tickets without one. */
  readonly byRegion: readonly GroupFigures[];
}

/** The figures of one group of tickets. */
export interface GroupFigures {
  /** Name of the severity or region. */
  readonly name: string;
  /** Index into the contract's list; -1 for tickets without one. */
  readonly index: number;
  readonly figures: PromiseFigures;
}

/** How one promise fared over a set of tickets. `tickets` is the sum of all the counts. */
export interface PromiseFigures {
  readonly tickets: number;
  readonly met: number;
  readonly missed: number;
  readonly running: number;
  readonly unmeasured: number;
  /** Tickets whose cell holds a word instead of a limit, by word; only words that occur, in the order of `STATUSES`. */
  readonly words: readonly { readonly word: Status; readonly count: number }[];
  /** Null where no ticket was met or missed. */
  readonly attainment: Attainment | null;
  /** From opening to the clock's stop, whatever was promised; null where no clock stopped. */
  readonly wait: WaitFigures | null;
  /** How far past the deadline the misses stopped; null where nothing was missed. */
  readonly late: LateFigures | null;
}

/** `met / judged`, an exact fraction, with the interval for the share behind it. */
export interface Attainment {
  readonly met: number;
  /** Met and missed. */
  readonly judged: number;
  readonly interval: ShareInterval;
}

/** A 95 % interval. Shares lie between 0 and 1, differences of shares between -1 and 1. */
export interface ShareInterval {
  readonly kind: 't over runs' | 'wilson' | 'paired tickets';
  /** The middle: the mean over runs, or the share itself. */
  readonly centre: number;
  readonly low: number;
  readonly high: number;
  /** Number of runs or of tickets that the interval rests on. */
  readonly of: number;
}

/** Elapsed times in ms. A percentile is the smallest time that at least so many of the tickets did not exceed. */
export interface WaitFigures {
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Elapsed times past the deadline in ms, over the misses whose clock stopped. */
export interface LateFigures {
  readonly count: number;
  /** Misses whose clock had not stopped when the observation ended; they are in none of the figures. */
  readonly neverStopped: number;
  readonly median: number;
  readonly max: number;
  /** All of it together: the time in breach. */
  readonly total: number;
}

/** The same tickets under two plans. Only tickets judged under both count. */
export interface PairedDifference {
  readonly metric: string;
  /** Indexes into `plan.plans`, and the names. */
  readonly first: number;
  readonly second: number;
  readonly firstName: string;
  readonly secondName: string;
  readonly judged: number;
  readonly bothMet: number;
  readonly onlyFirstMet: number;
  readonly onlySecondMet: number;
  readonly neitherMet: number;
  /** Attainment of the second less that of the first; null where nothing was judged under both. */
  readonly interval: ShareInterval | null;
  /** What the same tickets are worth; null below two runs that judge a ticket, and where no attainment varies. */
  readonly variance: PairedVariance | null;
}

/**
 * How much the difference varies from run to run: as it is, on the same tickets, and as it would if each plan had tickets of
 * its own, which is the sum of the variances of both attainments.
 */
export interface PairedVariance {
  readonly paired: number;
  readonly independent: number;
  /** `paired / independent`: below 1 where the same tickets tell the plans apart more sharply. */
  readonly ratio: number;
}
