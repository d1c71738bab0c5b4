import type { DeskTally } from './answers/desk-tally.ts';
import type { Tickets } from './arrivals/tickets.ts';
import type { RunCosts } from './costs/cost-model.ts';
import type { PlanOutcome } from './outcome.ts';

/** One replication as it was worked: all its tickets, those of the warm-up too. */
export interface RunColumns {
  /** Number of the replication, from 0. */
  readonly run: number;
  readonly tickets: Tickets;
  /** The first ticket behind the warm-up. */
  readonly firstCounted: number;
  readonly plans: readonly PlanRunColumns[];
}

export interface PlanRunColumns extends PlanOutcome {
  /** What became of each ticket: index into `FATES`. */
  readonly fate: Uint8Array;
  /** When each ticket was first worked on, in ms; NaN for never. */
  readonly firstWork: Float64Array;
  readonly desk: DeskTally;
  readonly costs: RunCosts;
}
