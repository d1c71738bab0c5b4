import { assertNever } from '../../text/assert-never.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import { STATUSES } from '../../simulate/outcome.ts';
import { matchText } from './match-text.ts';
import { metricOf } from './verdict.ts';

/** Which tickets a list shows, and in which order. */
export interface TicketQuery {
  readonly metric: string;
  readonly verdict: VerdictFilter;
  readonly group: TicketGroup | null;
  /** As typed; see `matchText`. */
  readonly text: string;
  readonly sort: TicketSort;
  readonly descending: boolean;
}

export type VerdictFilter =
  | { readonly kind: 'all' }
  | { readonly kind: 'missed by'; readonly plan: number }
  | { readonly kind: 'missed by any' }
  /** Kept by one plan and missed by another: what the choice of the plan decides. */
  | { readonly kind: 'plans differ' };

/** Indexes into the contract's severities or regions; -1 for tickets without one. */
export interface TicketGroup {
  readonly by: 'severity' | 'region';
  readonly index: number;
}

export const TICKET_SORTS = ['opened', 'id', 'severity', 'longest wait', 'latest'] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];

const met = STATUSES.indexOf('met');
const missed = STATUSES.indexOf('missed');

/** Rows of the outcome's tickets that the query lets through, in its order; equal ones in the order of the rows. */
export function selectTickets(outcome: Outcome, query: TicketQuery): Int32Array {
  const { tickets } = outcome;
  const statuses = outcome.plans.map((_, plan) => metricOf(outcome, plan, query.metric)?.status ?? null);
  const grouped =
    query.group === null ? null : query.group.by === 'severity' ? tickets.severity : tickets.region;
  const matches = matchText(outcome, query.metric, query.text);
  const rows: number[] = [];
  for (let i = 0; i < tickets.count; i++) {
    if (query.group !== null && grouped?.[i] !== query.group.index) continue;
    if (passes(query.verdict, statuses, i) && matches(i)) rows.push(i);
  }
  return sortTickets(outcome, query, rows);
}

function passes(filter: VerdictFilter, statuses: readonly (Uint8Array | null)[], ticket: number): boolean {
  switch (filter.kind) {
    case 'all':
      return true;
    case 'missed by':
      return statuses[filter.plan]?.[ticket] === missed;
    case 'missed by any':
      return statuses.some((status) => status?.[ticket] === missed);
    case 'plans differ':
      return (
        statuses.some((status) => status?.[ticket] === missed) &&
        statuses.some((status) => status?.[ticket] === met)
      );
    default:
      return assertNever(filter);
  }
}

function sortTickets(outcome: Outcome, query: TicketQuery, rows: number[]): Int32Array {
  const direction = query.descending ? -1 : 1;
  if (query.sort === 'id') {
    const ids = new Map(rows.map((row) => [row, outcome.tickets.id(row)]));
    const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    return Int32Array.from(
      rows.sort((a, b) => direction * compare(ids.get(a) ?? '', ids.get(b) ?? '') || a - b),
    );
  }
  const keys = sortKeys(outcome, query);
  // Tickets for which the key says nothing come last, whichever way the rest runs.
  const compare = (a: number, b: number): number => {
    const left = keys[a] ?? NaN;
    const right = keys[b] ?? NaN;
    if (Number.isNaN(left) || Number.isNaN(right))
      return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
    return direction * (left - right);
  };
  return Int32Array.from(rows.sort((a, b) => compare(a, b) || a - b));
}

function sortKeys(outcome: Outcome, query: TicketQuery): Float64Array | Uint8Array {
  const { tickets } = outcome;
  if (query.sort === 'opened') return tickets.opened;
  if (query.sort === 'severity') return tickets.severity;
  const figures = outcome.plans.flatMap((_, plan) => metricOf(outcome, plan, query.metric) ?? []);
  const keys = new Float64Array(tickets.count).fill(NaN);
  for (const { stopped, due } of figures) {
    for (let i = 0; i < tickets.count; i++) {
      const key = (stopped[i] ?? NaN) - ((query.sort === 'latest' ? due[i] : tickets.opened[i]) ?? NaN);
      if (!(key <= (keys[i] ?? NaN)) && !Number.isNaN(key)) keys[i] = key;
    }
  }
  return keys;
}
