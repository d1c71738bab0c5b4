import type { Deadline, Engine } from '../../engine/index.ts';
import type { PlanLimit, PlanTarget } from '../../plan/model.ts';
import type { ZoneTable } from '../../time/types.ts';
import type { Ticket } from './read-ticket.ts';

/** What one plan promises one ticket. */
export interface DueAnswer {
  /** Index of `plan.plans`. */
  readonly plan: number;
  readonly ticket: Ticket;
  readonly clocks: readonly DueClock[];
}

export interface DueClock {
  /** The cell that holds. */
  readonly target: PlanTarget;
  readonly deadline: Deadline;
  /** The zone to show times in: the ticket's, else that of the target's calendar; null when there is none. */
  readonly zone: ZoneTable | null;
}

/**
 * The deadlines of a ticket under a plan, in the order of the contract's metrics, or of one metric alone. A metric
 * about which the plan says nothing has no clock.
 * @throws {HorizonError} when a deadline lies outside what its calendar covers.
 */
export function answerDue(engine: Engine, plan: number, ticket: Ticket, metric: string | null): DueAnswer {
  const metrics = metric === null ? engine.plan.metrics : [metric];
  const clocks = metrics.flatMap((name) => {
    const target = engine.selectTarget(plan, name, ticket.key);
    if (target === null) return [];
    const deadline = engine.deadline(target.promise, ticket.opened);
    return [{ target, deadline, zone: ticket.zone ?? zoneOfLimit(engine, hardLimit(target)) }];
  });
  return { plan, ticket, clocks };
}

/** The bound that is promised; null where the cell is a word. */
export function hardLimit({ promise }: PlanTarget): PlanLimit | null {
  if (promise.kind === 'word') return null;
  return promise.kind === 'range' ? promise.hard : promise;
}

function zoneOfLimit(engine: Engine, limit: PlanLimit | null): ZoneTable | null {
  if (limit === null || limit.kind === 'elapsed') return null;
  const name = limit.kind === 'days' ? limit.zone : engine.calendar(limit.calendar).zone;
  return name === null ? null : engine.zone(name);
}
