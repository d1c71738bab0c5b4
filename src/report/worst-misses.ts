import { STATUSES } from '../simulate/outcome.ts';
import type { MetricOutcome, Outcome, Status } from '../simulate/outcome.ts';
import { statusCode } from '../simulate/promises.ts';

/** How one ticket fared under one plan. Instants in ms. */
export interface MissUnderPlan {
  /** Index into `outcome.plans`. */
  readonly plan: number;
  readonly due: number | null;
  /** Null for a clock that had not stopped when the observation ended. */
  readonly stopped: number | null;
  readonly status: Status;
}

export interface WorstMiss {
  /** Row of the ticket. */
  readonly ticket: number;
  readonly metric: string;
  /** One entry a plan. */
  readonly under: readonly MissUnderPlan[];
}

/**
 * The tickets that missed a promise by the most under any plan: first those whose clock never stopped, the earliest
 * due first, then by the elapsed time past the deadline. Equally late tickets are in the order of the outcome.
 */
export function worstMisses(outcome: Outcome, metric: string, most: number): readonly WorstMiss[] {
  const columns = outcome.plans.flatMap((plan) => plan.metrics.filter((each) => each.metric === metric));
  const late: { readonly ticket: number; readonly lateness: number; readonly due: number }[] = [];
  for (let ticket = 0; ticket < outcome.tickets.count; ticket++) {
    let lateness = -1;
    let due = Infinity;
    for (const column of columns) {
      if (!isMissed(column, ticket)) continue;
      const at = column.due[ticket] ?? NaN;
      const stopped = column.stopped[ticket] ?? NaN;
      lateness = Math.max(lateness, Number.isNaN(stopped) ? Infinity : stopped - at);
      due = Math.min(due, at);
    }
    if (lateness >= 0) late.push({ ticket, lateness, due });
  }
  late.sort((a, b) => compare(b.lateness, a.lateness) || a.due - b.due || a.ticket - b.ticket);
  return late.slice(0, most).map(({ ticket }) => ({
    ticket,
    metric,
    under: columns.map((column, plan) => ({
      plan,
      due: orNull(column.due[ticket]),
      stopped: orNull(column.stopped[ticket]),
      status: STATUSES[column.status[ticket] ?? -1] ?? 'unknown',
    })),
  }));
}

const MISSED = statusCode('missed');

function isMissed(column: MetricOutcome, ticket: number): boolean {
  return column.status[ticket] === MISSED;
}

/** Infinity is equal to itself here, which its difference is not. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function orNull(instant: number | undefined): number | null {
  return instant === undefined || Number.isNaN(instant) ? null : instant;
}
