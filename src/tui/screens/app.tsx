import { useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { Box } from 'ink';
import { assertNever } from '../../text/assert-never.ts';
import { currentScreen, isReady } from '../state/state.ts';
import type { ReadyState, TuiState } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { line } from '../text/row.ts';
import type { Row } from '../text/row.ts';
import type { Glyphs } from '../text/glyphs.ts';
import type { Theme } from '../text/theme.ts';
import { footRow, headRows } from './head-rows.ts';
import { bodyHeight, layoutOf, smallest } from './layout.ts';
import { loadingRows } from './loading/loading-rows.ts';
import { overlayRows } from './overlay/overlay-rows.ts';
import { overviewRows } from './overview/overview-rows.ts';
import { Rows } from './rows.tsx';
import { streamScreenRows } from './stream/stream-rows.ts';
import { ticketScreenRows } from './ticket/ticket-rows.ts';
import { ticketsRows } from './tickets/tickets-rows.ts';

/** The whole screen, from the store. */
export function App({ store, theme }: { readonly store: Store; readonly theme: Theme }): ReactElement {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const { columns, rows } = state.size;
  if (layoutOf(state.size) === 'too small') {
    return <Rows rows={tooSmall(state)} width={columns} height={rows} theme={theme} />;
  }
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Rows rows={headRows(state)} width={columns} height={2} theme={theme} />
      <Rows
        rows={bodyRows(state, theme.glyphs)}
        width={columns}
        height={bodyHeight(state.size)}
        theme={theme}
      />
      <Rows rows={[footRow(state)]} width={columns} height={1} theme={theme} />
    </Box>
  );
}

function bodyRows(state: TuiState, glyphs: Glyphs): readonly Row[] {
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

function tooSmall({ size }: TuiState): readonly Row[] {
  return [
    line('The terminal is too small', 'strong'),
    line(
      `${String(size.columns)} x ${String(size.rows)}, needed ${String(smallest.columns)} x ${String(smallest.rows)}`,
    ),
    line('q quits', 'dim'),
  ];
}
