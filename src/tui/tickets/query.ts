import type { Outcome } from '../../simulate/outcome.ts';
import { quoted } from './filter-words.ts';
import type { DateReader } from './match-instant.ts';
import { readFilter } from './match-text.ts';
import { planNames } from './ticket-index.ts';
import { sortedRows } from './ticket-sort.ts';
import type { TicketSort } from './ticket-sort.ts';

/** Which tickets a list shows, and in which order. */
export interface TicketQuery {
  readonly metric: string;
  /** A stack: a ticket passes all of them. Each as typed; see `readFilter`. */
  readonly filters: readonly string[];
  readonly sort: TicketSort;
}

/** Rows of the outcome's tickets that the query lets through, in its order. A filter that cannot be read is none. */
export function selectTickets(outcome: Outcome, query: TicketQuery, dates: DateReader): Int32Array {
  const tests = query.filters.flatMap((text) => {
    const filter = readFilter({ outcome, metric: query.metric, dates }, text);
    return filter.kind === 'test' ? [filter.passes] : [];
  });
  const order = sortedRows(outcome, query.metric, query.sort);
  if (query.filters.every((text) => text.trim() === '')) return order;
  const rows = new Int32Array(order.length);
  let count = 0;
  for (const row of order) if (tests.every((passes) => passes(row))) rows[count++] = row;
  return rows.subarray(0, count);
}

/** The filter for the tickets of a severity or a region of the contract; -1 for those without one. */
export function groupFilter(outcome: Outcome, by: 'severity' | 'region', index: number): string {
  const list = by === 'severity' ? outcome.plan.severities : outcome.plan.regions;
  return `${by}:${index < 0 ? 'none' : quoted(list[index]?.name ?? '')}`;
}

export function missedFilter(outcome: Outcome, plan: number): string {
  return `missed:${quoted(planNames(outcome)[plan] ?? '')}`;
}

/** The filters that one key goes through: missed by each plan, by any, and where the plans differ. */
export function verdictFilters(outcome: Outcome): readonly string[] {
  const each = outcome.plans.map((_, plan) => missedFilter(outcome, plan));
  return each.length > 1 ? [...each, 'missed', 'differ'] : each;
}
