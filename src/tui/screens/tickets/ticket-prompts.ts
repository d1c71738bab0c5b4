import { ask } from '../../state/effect.ts';
import type { ReadyState, TuiState } from '../../state/state.ts';
import { readFilter } from '../../tickets/match-text.ts';
import { queryText, readQuery } from '../../tickets/query-text.ts';
import { promptStart } from '../../widgets/prompt/prompt.ts';
import type { Prompt } from '../screen.ts';
import { openTickets, queryTickets } from './open-tickets.ts';
import { searchTickets } from './search-tickets.ts';
import { foundText } from './tickets-rows.ts';

/** The lines typed on the list of tickets. */
export const ticketPrompts: { readonly [name: string]: Prompt } = {
  filter: {
    label: 'filter: ',
    hint: (state, text) => problemOf(state, text) ?? `${foundText(state)}  Enter keeps, Esc drops `,
    // The list narrows with every letter.
    typed: (state, text) => (state.tickets === null ? state : queryTickets(state, state.tickets.query, text)),
    entered: addFilter,
    givenUp: withoutDraft,
  },
  search: {
    label: '/',
    hint: (state, text) => problemOf(state, text) ?? 'the words of a filter  Enter goes there, Esc leaves ',
    entered: searchTickets,
  },
  'save view': {
    label: 'write the view to: ',
    hint: () => 'a file of text  Enter writes, Esc leaves ',
    entered: saveView,
  },
  'load view': {
    label: 'read a view from: ',
    hint: () => 'Enter reads, Esc leaves ',
    entered: (state, path) =>
      path.trim() === '' ? state : ask(state, { kind: 'read view', path: path.trim() }),
  },
};

function problemOf({ tickets, model }: ReadyState, text: string): string | null {
  if (tickets === null) return null;
  const context = { outcome: model.outcome, metric: tickets.query.metric, dates: model.wallClock };
  const filter = readFilter(context, text);
  return filter.kind === 'problem' ? filter.message : null;
}

/** A filter that cannot be read stays at the foot to be put right. */
function addFilter(state: ReadyState, text: string): TuiState {
  const { tickets } = state;
  if (tickets === null || text.trim() === '') return withoutDraft(state);
  if (problemOf(state, text) !== null) return { ...state, prompt: promptStart('filter', text) };
  const { query } = tickets;
  return queryTickets(state, { ...query, filters: [...query.filters, text.trim()] });
}

function withoutDraft(state: ReadyState): ReadyState {
  const { tickets } = state;
  return tickets === null || tickets.draft === null ? state : queryTickets(state, tickets.query);
}

function saveView(state: ReadyState, path: string): TuiState {
  const { tickets, model } = state;
  if (tickets === null || path.trim() === '') return state;
  const text = `# A view of the tickets of ${model.outcome.title}\n${queryText(model.outcome, tickets.query)}`;
  return ask(state, { kind: 'write', path: path.trim(), content: text });
}

/** Shows the tickets that the text of a view asks for. */
export function showView(state: ReadyState, text: string, path: string): TuiState {
  const { outcome, wallClock } = state.model;
  const read = readQuery(outcome, wallClock, text);
  if (read.kind === 'problem') return { ...state, notice: `${path}: ${read.message}` };
  return openTickets(state, read.query);
}
