import type { ReadyState } from '../../state/state.ts';
import { metricNames } from '../../tickets/verdict.ts';
import { selectTickets } from '../../tickets/query.ts';
import type { TicketQuery } from '../../tickets/query.ts';
import { listStart } from '../../widgets/list/list.ts';

/** Goes to the list with a fresh query. */
export function openTickets(state: ReadyState, query: Partial<TicketQuery>): ReadyState {
  const opened = queryTickets(state, {
    metric: metricNames(state.model.outcome)[0] ?? '',
    verdict: { kind: 'all' },
    group: null,
    text: '',
    sort: 'opened',
    descending: false,
    ...query,
  });
  return { ...opened, path: [...state.path.filter((screen) => screen === 'overview'), 'tickets'] };
}

/** The list under another query, from its top. */
export function queryTickets(state: ReadyState, query: TicketQuery): ReadyState {
  const rows = selectTickets(state.model.outcome, query);
  // The plan that the list is about stays in sight where not all fit.
  const plan = query.verdict.kind === 'missed by' ? query.verdict.plan : (state.tickets?.plan ?? 0);
  return { ...state, tickets: { query, rows, list: listStart, plan } };
}
