import { assertNever } from '../../text/assert-never.ts';
import { currentScreen, isReady } from '../state/state.ts';
import type { ReadyState, TuiState } from '../state/state.ts';
import type { Glyphs } from '../text/glyphs.ts';
import type { Row } from '../text/row.ts';
import { loadingRows } from './loading/loading-rows.ts';
import { overlayRows } from './overlay/overlay-rows.ts';
import { overviewRows } from './overview/overview-rows.ts';
import { streamScreenRows } from './stream/stream-rows.ts';
import { ticketScreenRows } from './ticket/ticket-rows.ts';
import { ticketsRows } from './tickets/tickets-rows.ts';

/** What stands between head and foot: the screen, or what lies over it, or how far the outcome is. */
export function bodyRows(state: TuiState, glyphs: Glyphs): readonly Row[] {
  if (!isReady(state)) {
    return state.model.kind === 'loading' ? loadingRows(state.model, state.size.columns, glyphs) : [];
  }
  if (state.overlay !== null) return overlayRows(state, state.overlay).slice(state.overlay.top);
  return screenRows(state, glyphs);
}

function screenRows(state: ReadyState, glyphs: Glyphs): readonly Row[] {
  const screen = currentScreen(state);
  switch (screen) {
    case 'overview':
      return overviewRows(state, glyphs);
    case 'stream':
      return state.stream === null ? [] : streamScreenRows(state, state.stream, glyphs);
    case 'tickets':
      return state.tickets === null ? [] : ticketsRows(state, state.tickets, glyphs);
    case 'ticket':
      return state.ticket === null ? [] : ticketScreenRows(state, state.ticket, glyphs);
    default:
      return assertNever(screen);
  }
}
