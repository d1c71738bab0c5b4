import type { Size } from '../painter/frame-diff.ts';
import { overviewLayout } from '../screens/overview/overview-layout.ts';
import { promiseLines } from '../screens/overview/promise-lines.ts';
import { ticketsHeight } from '../screens/tickets/tickets-state.ts';
import { updateTicket } from '../screens/ticket/ticket-state.ts';
import { placeList } from '../widgets/list/list.ts';
import { isReady } from './state.ts';
import type { TuiState } from './state.ts';

/** The same state on a screen of another size: what was pointed at stays in sight. */
export function resize(before: TuiState, size: Size): TuiState {
  const state = { ...before, size };
  if (!isReady(state)) return state;
  const { overview, tickets } = state;
  const lines = promiseLines(state.model.summary, overview.grouping).length;
  const list = placeList(overview.list, overview.list.at, lines, overviewLayout(state).lines);
  const placed: TuiState = {
    ...state,
    overview: { ...overview, list },
    tickets:
      tickets === null
        ? null
        : {
            ...tickets,
            list: placeList(tickets.list, tickets.list.at, tickets.rows.length, ticketsHeight(state)),
          },
  };
  // A ticket's accounting may have more or fewer rows now; a move to where it is keeps the window inside.
  return isReady(placed) ? updateTicket(placed, { kind: 'move', move: 'stay' }) : placed;
}
