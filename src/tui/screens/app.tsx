import { useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { Box } from 'ink';
import type { TuiState } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { line } from '../text/row.ts';
import type { Row } from '../text/row.ts';
import type { Theme } from '../text/theme.ts';
import { bodyRows } from './body-rows.ts';
import { footRow, headRows } from './head-rows.ts';
import { bodyHeight, layoutOf, smallest } from './layout.ts';
import { Rows } from './rows.tsx';

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

function tooSmall({ size }: TuiState): readonly Row[] {
  return [
    line('The terminal is too small', 'strong'),
    line(
      `${String(size.columns)} x ${String(size.rows)}, needed ${String(smallest.columns)} x ${String(smallest.rows)}`,
    ),
    line('q quits', 'dim'),
  ];
}
