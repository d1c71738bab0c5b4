import type { PlanSelector, PlanTarget } from '../plan/model.ts';

/** Which ticket is asked about, by indexes into the plan's lists; -1 where the ticket has none. */
export interface TicketKey {
  readonly severity: number;
  readonly region: number;
  readonly channel: number;
  readonly type: number;
}

/** The cell that holds for a ticket: the first in the list that matches; null when nothing is said. */
export function selectTarget(
  targets: readonly PlanTarget[],
  metric: string,
  ticket: TicketKey,
): PlanTarget | null {
  return targets.find((target) => target.metric === metric && selects(target.when, ticket)) ?? null;
}

/** Whether a selector speaks of a ticket. A narrowed dimension does not match a ticket that has no value in it. */
export function selects(selector: PlanSelector, ticket: TicketKey): boolean {
  return (
    allows(selector.severities, ticket.severity) &&
    allows(selector.regions, ticket.region) &&
    allows(selector.channels, ticket.channel) &&
    allows(selector.types, ticket.type)
  );
}

function allows(indexes: readonly number[] | null, index: number): boolean {
  return indexes === null || indexes.includes(index);
}
