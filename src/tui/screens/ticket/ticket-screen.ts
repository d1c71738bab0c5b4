import { bind } from '../../input/binding.ts';
import { metricKey, planKeys } from '../../input/shared-keys.ts';
import { isReady } from '../../state/state.ts';
import type { Screen } from '../screen.ts';
import { quoted } from '../../tickets/filter-words.ts';
import { byOpening } from '../../tickets/ticket-sort.ts';
import { listCommand } from '../tickets/list-command.ts';
import { ticketId } from '../tickets/ticket-cells.ts';
import { clauseOf } from './ticket-answers.ts';
import { ticketScreenRows } from './ticket-rows.ts';
import { ticketTable } from './ticket-table.ts';
import { updateTicket } from './ticket-state.ts';

export const ticketScreen: Screen = {
  name: 'ticket',
  about: 'one ticket: its timeline and its accounting under every plan',
  key: null,
  keys: [
    bind([']'], ']', 'next ticket of the list', 'next', { kind: 'neighbour', by: 1 }),
    bind(['['], '[', 'previous ticket of the list', 'previous', { kind: 'neighbour', by: -1 }),
    bind(['d'], 'd', 'why the plans differ on this ticket', 'why plans differ', {
      kind: 'section',
      section: 'differ',
    }),
    bind(['p'], 'p', 'what happened to the ticket', 'what happened', {
      kind: 'section',
      section: 'happened',
    }),
    bind(['a'], 'a', 'why it is due then: the accounting', 'why', { kind: 'section', section: 'why' }),
    ...planKeys,
    metricKey,
  ],
  open: null,
  update: updateTicket,
  rows: (state, glyphs) => (state.ticket === null ? [] : ticketScreenRows(state, state.ticket, glyphs)),
  place: (state) => {
    // The accounting may have more or fewer rows now; a move to where it is keeps the window inside.
    const placed = updateTicket(state, { kind: 'move', move: 'stay' });
    return isReady(placed) ? placed : state;
  },
  table: ticketTable,
  command: (state) => {
    if (state.ticket === null) return null;
    const id = ticketId(state.model.outcome, state.ticket.ticket);
    const filters = [`id:${quoted(id)}`];
    return listCommand(state, { metric: state.ticket.metric, filters, sort: byOpening });
  },
  clause: ({ model, ticket }) => {
    if (ticket === null) return null;
    return clauseOf(model, ticket.plan, ticket.metric, ticket.ticket);
  },
  crumb: (state) => (state.ticket === null ? 'ticket' : ticketId(state.model.outcome, state.ticket.ticket)),
};
