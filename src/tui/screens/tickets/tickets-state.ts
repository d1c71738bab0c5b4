import type { Command } from '../../state/command.ts';
import type { ReadyState, TuiState } from '../../state/state.ts';
import { verdictFilters } from '../../tickets/query.ts';
import type { TicketQuery } from '../../tickets/query.ts';
import { ticketSorts } from '../../tickets/ticket-sort.ts';
import { metricNames } from '../../tickets/verdict.ts';
import { moveList } from '../../widgets/list/list.ts';
import type { ListState } from '../../widgets/list/list.ts';
import { openTicket } from '../ticket/open-ticket.ts';
import { closestQuery } from './empty-list.ts';
import { queryTickets } from './open-tickets.ts';
import { searchOn } from './search-tickets.ts';
import { ticketsHeight } from './tickets-height.ts';

export interface TicketsState {
  readonly query: TicketQuery;
  /** What the query and the draft let through: rows of the outcome's tickets. */
  readonly rows: Int32Array;
  readonly list: ListState;
  /** First plan shown, where not all fit. */
  readonly plan: number;
  /** How many of the filters the list was opened with; Escape drops the others one by one. */
  readonly given: number;
  /** A filter being typed. */
  readonly draft: string | null;
  /** What was last searched for; empty while nothing was. */
  readonly search: string;
}

export function updateTickets(state: ReadyState, command: Command): TuiState {
  const { tickets, model } = state;
  if (tickets === null) return state;
  const { query } = tickets;
  const requery = (changes: Partial<TicketQuery>): TuiState => queryTickets(state, { ...query, ...changes });
  switch (command.kind) {
    case 'move': {
      const list = moveList(tickets.list, command.move, tickets.rows.length, ticketsHeight(state));
      return { ...state, tickets: { ...tickets, list } };
    }
    case 'open': {
      const ticket = tickets.rows[tickets.list.at];
      if (ticket !== undefined) return openTicket(state, ticket, query.metric, tickets.plan);
      const closest = closestQuery(state, tickets);
      return closest === null ? state : requery(closest);
    }
    case 'plan': {
      const plans = model.outcome.plans.length;
      return plans === 0
        ? state
        : { ...state, tickets: { ...tickets, plan: (tickets.plan + command.by + plans) % plans } };
    }
    case 'metric': {
      const metrics = metricNames(model.outcome);
      const metric = metrics[(metrics.indexOf(query.metric) + 1) % Math.max(1, metrics.length)];
      return metric === undefined ? state : requery({ metric });
    }
    case 'verdict filter':
      return requery({ filters: nextVerdict(query.filters, verdictFilters(model.outcome)) });
    case 'inverse': {
      const last = query.filters.at(-1);
      if (last === undefined) return { ...state, notice: 'no filter to turn around' };
      const turned = /^\s*!\s/.test(last) ? last.replace(/^\s*!\s+/, '') : `! ${last}`;
      return requery({ filters: [...query.filters.slice(0, -1), turned] });
    }
    case 'sort': {
      const sorts = ticketSorts(model.outcome);
      const { by, plan } = query.sort;
      const at = sorts.findIndex((one) => one.by === by && one.plan === plan);
      return requery({ sort: sorts[(at + command.by + sorts.length) % sorts.length] ?? query.sort });
    }
    case 'reverse':
      return requery({ sort: { ...query.sort, descending: !query.sort.descending } });
    case 'next found':
      return searchOn(state, tickets, command.by);
    case 'everything':
      return requery({ filters: [] });
    default:
      return state;
  }
}

/** Whether Escape takes a filter off instead of leading back, and the list without it. */
export function dropFilter(state: ReadyState): TuiState | null {
  const { tickets } = state;
  if (tickets === null || tickets.query.filters.length <= tickets.given) return null;
  return queryTickets(state, { ...tickets.query, filters: tickets.query.filters.slice(0, -1) });
}

/** The filter of the cycle that stands in the stack gives place to the next of them; after the last comes none. */
function nextVerdict(filters: readonly string[], cycle: readonly string[]): readonly string[] {
  const at = filters.findIndex((one) => cycle.includes(one));
  if (at === -1) return [...filters, ...cycle.slice(0, 1)];
  const next = cycle[cycle.indexOf(filters[at] ?? '') + 1];
  return [...filters.slice(0, at), ...(next === undefined ? [] : [next]), ...filters.slice(at + 1)];
}
