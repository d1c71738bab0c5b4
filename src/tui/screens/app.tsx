import { memo, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { Box, Text } from 'ink';
import type { TuiState } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { bodyHeight, layoutOf } from './layout.ts';
import { markOf } from './row-marks.ts';

/** Head, body and foot of the screen, laid out over its height; `drawn` is told of each state that is laid out. */
export function App({
  store,
  drawn,
}: {
  readonly store: Store;
  readonly drawn: (state: TuiState) => void;
}): ReactElement {
  const state = useSyncExternalStore(store.subscribe, store.state);
  drawn(state);
  const { columns, rows } = state.size;
  if (layoutOf(state.size) === 'too small') return <Rows from={0} height={rows} width={columns} />;
  const body = bodyHeight(state.size);
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Rows from={0} height={HEAD} width={columns} />
      <Rows from={HEAD} height={body} width={columns} />
      <Rows from={HEAD + body} height={1} width={columns} />
    </Box>
  );
}

const HEAD = 2;

/** A block of rows of exactly `height`, each by its mark. */
const Rows = memo(function Rows(props: {
  readonly from: number;
  readonly height: number;
  readonly width: number;
}): ReactElement {
  const { from, height, width } = props;
  return (
    <Box flexDirection="column" width={width} height={height} overflow="hidden">
      {Array.from({ length: height }, (_, place) => (
        <Text key={place}>{markOf(from + place)}</Text>
      ))}
    </Box>
  );
});
