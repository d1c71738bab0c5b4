import type { FactOf, TicketKey } from '../../engine/index.ts';
import type { PlanTarget } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';

/** A ticket as it is opened, under one plan, and the cells that hold for it. */
export interface OpenedTicket {
  /** Index of `plan.plans`. */
  readonly plan: number;
  readonly key: TicketKey;
  /** What it says of itself, its severity, region, channel and type among it. */
  readonly factOf: FactOf;
  readonly opened: InstantMs;
  readonly targets: readonly PlanTarget[];
}
