import { bind } from '../../input/binding.ts';
import { metricKey, openTicketKey, planWindowKeys } from '../../input/shared-keys.ts';
import type { ReadyState } from '../../state/state.ts';
import { placeList } from '../../widgets/list/list.ts';
import type { Prompt, Screen } from '../screen.ts';
import { openTickets, queryTickets } from './open-tickets.ts';
import { foundText, ticketsRows } from './tickets-rows.ts';
import { ticketsHeight, updateTickets } from './tickets-state.ts';

export const ticketsScreen: Screen = {
  name: 'tickets',
  about: 'the list of all tickets',
  key: '3',
  keys: [
    openTicketKey,
    bind(['/'], '/', 'filter by id, severity, region, status: `S1 !EMEA status:missed`', 'filter', {
      kind: 'prompt',
      prompt: 'filter',
    }),
    bind(['f'], 'f', 'show all, those missed by one plan, by any, or where plans differ', 'missed by', {
      kind: 'verdict filter',
    }),
    bind(['s'], 's', 'sort by the next column', 'sort', { kind: 'sort' }),
    bind(['S'], 'S', 'reverse the order', null, { kind: 'reverse' }),
    bind(['a'], 'a', 'all tickets: drop every filter', 'all', { kind: 'everything' }),
    ...planWindowKeys,
    metricKey,
  ],
  open: (state) => (state.tickets === null ? openTickets(state, {}) : state),
  update: updateTickets,
  rows: (state, glyphs) => (state.tickets === null ? [] : ticketsRows(state, state.tickets, glyphs)),
  place: placeTickets,
  // Sorted and filtered anew, from the top: what is pointed at may have gone to another place.
  grow: (state) => (state.tickets === null ? state : queryTickets(state, state.tickets.query)),
  prompts: { filter: filterPrompt() },
};

function placeTickets(state: ReadyState): ReadyState {
  const { tickets } = state;
  if (tickets === null) return state;
  const list = placeList(tickets.list, tickets.list.at, tickets.rows.length, ticketsHeight(state));
  return { ...state, tickets: { ...tickets, list } };
}

/** The list narrows with every letter. */
function filterPrompt(): Prompt {
  const filter = (state: ReadyState, text: string): ReadyState =>
    state.tickets === null || state.tickets.query.text === text
      ? state
      : queryTickets(state, { ...state.tickets.query, text });
  return {
    label: '/',
    hint: (state) => `${foundText(state)}  Enter keeps, Esc drops `,
    start: (state) => state.tickets?.query.text ?? '',
    typed: filter,
    entered: filter,
    givenUp: (state) => filter(state, ''),
  };
}
