import { pathTo } from '../../state/state.ts';
import type { ReadyState } from '../../state/state.ts';
import { groupFilter, missedFilter, selectTickets } from '../../tickets/query.ts';
import type { TicketQuery } from '../../tickets/query.ts';
import { byOpening } from '../../tickets/ticket-sort.ts';
import type { TicketSort } from '../../tickets/ticket-sort.ts';
import { metricNames } from '../../tickets/verdict.ts';
import { listStart } from '../../widgets/list/list.ts';

/** The tickets that a figure stands for. */
export interface TicketsAsked {
  readonly metric?: string;
  /** Index into the contract's severities or regions; -1 for tickets without one. */
  readonly group?: { readonly by: 'severity' | 'region'; readonly index: number } | null;
  /** Those that the plan at this place missed. */
  readonly missedBy?: number | null;
  /** Any others, as typed. */
  readonly filters?: readonly string[];
  readonly sort?: TicketSort;
}

/** Goes to the list, on top of the screen that asked for it. Escape does not drop the filters it came with. */
export function openTickets(state: ReadyState, asked: TicketsAsked): ReadyState {
  const { outcome } = state.model;
  const { group = null, missedBy = null, filters = [] } = asked;
  const all = [
    ...(group === null ? [] : [groupFilter(outcome, group.by, group.index)]),
    ...(missedBy === null ? [] : [missedFilter(outcome, missedBy)]),
    ...filters,
  ];
  const query: TicketQuery = {
    metric: asked.metric ?? metricNames(outcome)[0] ?? '',
    filters: all,
    sort: asked.sort ?? byOpening,
  };
  return {
    ...state,
    // The list lies on the screen that asks, never on a ticket of its own.
    path: pathTo(
      state.path.filter((screen) => screen !== 'ticket'),
      'tickets',
    ),
    tickets: {
      query,
      rows: selectTickets(outcome, query, state.model.wallClock),
      list: listStart,
      // The plan that the list is about stays in sight where not all fit.
      plan: missedBy ?? state.tickets?.plan ?? 0,
      given: all.length,
      draft: null,
      search: '',
    },
  };
}

/** The list under another query, from its top, with what is being typed on top of it. */
export function queryTickets(state: ReadyState, query: TicketQuery, draft: string | null = null): ReadyState {
  const { tickets, model } = state;
  if (tickets === null) return state;
  const shown = draft === null ? query : { ...query, filters: [...query.filters, draft] };
  const rows = selectTickets(model.outcome, shown, model.wallClock);
  const given = Math.min(tickets.given, query.filters.length);
  return { ...state, tickets: { ...tickets, query, rows, list: listStart, given, draft } };
}
