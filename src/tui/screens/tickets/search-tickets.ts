import type { ReadyState, TuiState } from '../../state/state.ts';
import { readFilter } from '../../tickets/match-text.ts';
import { placeList } from '../../widgets/list/list.ts';
import type { TicketsState } from './tickets-state.ts';
import { ticketsHeight } from './tickets-height.ts';

/** Goes to the first ticket from the cursor on that the text matches; it may stand beyond the end, at the beginning. */
export function searchTickets(state: ReadyState, text: string): TuiState {
  const { tickets } = state;
  if (tickets === null) return state;
  const searching = { ...tickets, search: text.trim() };
  return searchOn({ ...state, tickets: searching }, searching, 0);
}

/** The next ticket that what was searched for matches, or the one before; 0 stays where the cursor matches already. */
export function searchOn(state: ReadyState, tickets: TicketsState, by: 1 | -1 | 0): TuiState {
  const { model } = state;
  const { rows, list, search, query } = tickets;
  if (search === '') return { ...state, notice: 'nothing was searched for: / searches' };
  const context = { outcome: model.outcome, metric: query.metric, dates: model.wallClock };
  const filter = readFilter(context, search);
  if (filter.kind === 'problem') return { ...state, notice: filter.message };
  const step = by === 0 ? 1 : by;
  const count = rows.length;
  for (let gone = by === 0 ? 0 : 1; gone <= count; gone++) {
    const at = (((list.at + step * gone) % count) + count) % count;
    const row = rows[at];
    if (row === undefined || !filter.passes(row)) continue;
    const wrapped = step === 1 ? at < list.at : at > list.at;
    return {
      ...state,
      notice: wrapped ? `\`${search}\`: over the ${step === 1 ? 'end' : 'beginning'}` : null,
      tickets: { ...tickets, list: placeList(list, at, count, ticketsHeight(state)) },
    };
  }
  return { ...state, notice: `no ticket of the list matches \`${search}\`` };
}
