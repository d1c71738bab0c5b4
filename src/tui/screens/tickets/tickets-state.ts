import { assertNever } from '../../../text/assert-never.ts';
import type { Command } from '../../state/command.ts';
import type { ReadyState, TuiState } from '../../state/state.ts';
import { metricNames } from '../../tickets/verdict.ts';
import { TICKET_SORTS } from '../../tickets/query.ts';
import type { TicketQuery, VerdictFilter } from '../../tickets/query.ts';
import { moveList } from '../../widgets/list/list.ts';
import type { ListState } from '../../widgets/list/list.ts';
import { bodyHeight } from '../layout.ts';
import { openTicket } from '../ticket/open-ticket.ts';
import { queryTickets } from './open-tickets.ts';

export interface TicketsState {
  readonly query: TicketQuery;
  /** What the query lets through: rows of the outcome's tickets. */
  readonly rows: Int32Array;
  readonly list: ListState;
  /** First plan shown, where not all fit. */
  readonly plan: number;
}

/** Rows of the list: the body without its two of head. */
export function ticketsHeight(state: Pick<TuiState, 'size'>): number {
  return Math.max(1, bodyHeight(state.size) - 2);
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
      return ticket === undefined ? state : openTicket(state, ticket, query.metric);
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
      return requery({ verdict: nextVerdict(query.verdict, model.outcome.plans.length) });
    case 'sort': {
      const sort = TICKET_SORTS[(TICKET_SORTS.indexOf(query.sort) + 1) % TICKET_SORTS.length] ?? 'opened';
      return requery({ sort, descending: sort === 'longest wait' || sort === 'latest' });
    }
    case 'reverse':
      return requery({ descending: !query.descending });
    case 'everything':
      return requery({ verdict: { kind: 'all' }, group: null, text: '' });
    default:
      return state;
  }
}

function nextVerdict(filter: VerdictFilter, plans: number): VerdictFilter {
  switch (filter.kind) {
    case 'all':
      return plans === 0 ? filter : { kind: 'missed by', plan: 0 };
    case 'missed by':
      return filter.plan + 1 < plans
        ? { kind: 'missed by', plan: filter.plan + 1 }
        : { kind: 'missed by any' };
    case 'missed by any':
      return plans > 1 ? { kind: 'plans differ' } : { kind: 'all' };
    case 'plans differ':
      return { kind: 'all' };
    default:
      return assertNever(filter);
  }
}
