import { bind } from '../../input/binding.ts';
import { metricKey, openTicketKey, planWindowKeys } from '../../input/shared-keys.ts';
import type { ReadyState } from '../../state/state.ts';
import { placeList } from '../../widgets/list/list.ts';
import type { Screen } from '../screen.ts';
import { ticketsTable } from '../../tickets/tickets-table.ts';
import { clauseOf } from '../ticket/ticket-answers.ts';
import { listCommand } from './list-command.ts';
import { openTickets, queryTickets } from './open-tickets.ts';
import { ticketPrompts } from './ticket-prompts.ts';
import { ticketsRows } from './tickets-rows.ts';
import { ticketsHeight } from './tickets-height.ts';
import { dropFilter, updateTickets } from './tickets-state.ts';

export const ticketsScreen: Screen = {
  name: 'tickets',
  about: 'the list of all tickets',
  key: '3',
  keys: [
    openTicketKey,
    bind(
      ['f'],
      'f',
      'filter: `severity:S1 region:APJ missed`, `missed:PLAN`, `differ`, `wait>2h`, `late:PLAN>1d`, `opened:2026-06-12..2026-06-14`, `!word` for what does not match; filters add up, and Esc takes off the last',
      'filter',
      { kind: 'prompt', prompt: 'filter' },
    ),
    bind(['/'], '/', 'search with the words of a filter', 'search', { kind: 'prompt', prompt: 'search' }),
    bind(['F'], 'F', 'those missed by one plan, the next, any, or where plans differ', 'missed by', {
      kind: 'verdict filter',
    }),
    bind(['s'], 's', 'sort by the next column', 'sort', { kind: 'sort', by: 1 }),
    bind(['S'], 'S', 'sort by the column before', null, { kind: 'sort', by: -1 }),
    bind(['r'], 'r', 'reverse the order', 'reverse', { kind: 'reverse' }),
    bind(['!'], '!', 'turn the last filter around', null, { kind: 'inverse' }),
    bind(['a'], 'a', 'all tickets: drop every filter', 'all', { kind: 'everything' }),
    bind(['n'], 'n', 'the next one found', null, { kind: 'next found', by: 1 }),
    bind(['N'], 'N', 'the one found before', null, { kind: 'next found', by: -1 }),
    ...planWindowKeys,
    metricKey,
    bind(['v'], 'v', 'write the view, its filters and order, to a file', 'view save', {
      kind: 'prompt',
      prompt: 'save view',
    }),
    bind(['V'], 'V', 'take filters and order from such a file', 'view load', {
      kind: 'prompt',
      prompt: 'load view',
    }),
  ],
  open: (state) => (state.tickets === null ? openTickets(state, {}) : state),
  update: updateTickets,
  back: dropFilter,
  rows: (state, glyphs) => (state.tickets === null ? [] : ticketsRows(state, state.tickets, glyphs)),
  place: placeTickets,
  // Sorted and filtered anew, from the top: what is pointed at may have gone to another place.
  grow: (state) =>
    state.tickets === null ? state : queryTickets(state, state.tickets.query, state.tickets.draft),
  prompts: ticketPrompts,
  table: ({ model, tickets }) =>
    tickets === null ? null : ticketsTable(model.outcome, tickets.query.metric, tickets.rows),
  command: (state) => (state.tickets === null ? null : listCommand(state, state.tickets.query)),
  clause: ({ model, tickets }) => {
    const ticket = tickets?.rows[tickets.list.at];
    if (tickets === null || ticket === undefined) return null;
    return clauseOf(model, tickets.plan, tickets.query.metric, ticket);
  },
};

function placeTickets(state: ReadyState): ReadyState {
  const { tickets } = state;
  if (tickets === null) return state;
  const list = placeList(tickets.list, tickets.list.at, tickets.rows.length, ticketsHeight(state));
  return { ...state, tickets: { ...tickets, list } };
}
