import type { PlanSelector, PlanTarget } from '../plan/model.ts';

/** Which ticket is asked about, by indexes into the lists of the compiled plan; -1 where the ticket has none. */
export interface TicketKey {
  readonly severity: number;
  readonly region: number;
  readonly channel: number;
  readonly type: number;
  /** By index of the plan's facts the index of its word, of a yes-or-no fact 0 for yes and 1 for no; -1 or missing where the ticket does not say it. */
  readonly facts: readonly number[];
}

/** The cell that holds for a ticket, or the fact that would decide it and that the ticket does not say. */
export type Selection =
  | { readonly kind: 'target'; readonly target: PlanTarget }
  | { readonly kind: 'nothing said' }
  | { readonly kind: 'fact missing'; readonly fact: number };

/**
 * The first cell in the list that matches. `isOpenedIn` says whether the ticket is opened in the hours of a calendar, and
 * is asked only where a cell hangs on it.
 */
export function selectTarget(
  targets: readonly PlanTarget[],
  metric: string,
  ticket: TicketKey,
  isOpenedIn: (calendar: number) => boolean,
): Selection {
  for (const target of targets) {
    if (target.metric !== metric || !selectsWithoutFacts(target.when, ticket)) continue;
    if (!target.when.opened.every(({ side, calendar }) => isOpenedIn(calendar) === (side === 'in'))) continue;
    const differs = target.when.facts.some(
      ({ fact, words }) => isSaid(ticket, fact) && !words.includes(ticket.facts[fact] as number),
    );
    if (differs) continue;
    const missing = target.when.facts.find(({ fact }) => !isSaid(ticket, fact));
    return missing === undefined ? { kind: 'target', target } : { kind: 'fact missing', fact: missing.fact };
  }
  return { kind: 'nothing said' };
}

/** Whether a selector speaks of a ticket, whenever it is opened. A narrowed dimension does not match a ticket that has no value in it. */
export function selects(selector: PlanSelector, ticket: TicketKey): boolean {
  return (
    selectsWithoutFacts(selector, ticket) &&
    selector.facts.every(({ fact, words }) => words.includes(ticket.facts[fact] ?? -1))
  );
}

function selectsWithoutFacts(selector: PlanSelector, ticket: TicketKey): boolean {
  return (
    allows(selector.severities, ticket.severity) &&
    allows(selector.regions, ticket.region) &&
    allows(selector.channels, ticket.channel) &&
    allows(selector.types, ticket.type)
  );
}

function isSaid(ticket: TicketKey, fact: number): boolean {
  return (ticket.facts[fact] ?? -1) !== -1;
}

function allows(indexes: readonly number[] | null, index: number): boolean {
  return indexes === null || indexes.includes(index);
}
