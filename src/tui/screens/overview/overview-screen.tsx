import type { ReactElement } from 'react';
import { Box } from 'ink';
import type { ReadyState } from '../../state/state.ts';
import type { Theme } from '../../text/theme.ts';
import { bodyHeight, layoutOf } from '../layout.ts';
import { Rows } from '../rows.tsx';
import { overviewHeights, panelBeside } from './overview-layout.ts';
import { overviewRows } from './overview-rows.ts';
import { promisePanel } from './promise-panel.ts';

/** The table of promises, with what is to be said of the one under the cursor beside it or below it. */
export function OverviewScreen({
  state,
  theme,
}: {
  readonly state: ReadyState;
  readonly theme: Theme;
}): ReactElement {
  const { columns } = state.size;
  const body = bodyHeight(state.size);
  const { panel } = overviewHeights(state);
  const beside = layoutOf(state.size) === 'wide';
  const table = beside ? columns - panelBeside : columns;
  const panelWidth = beside ? panelBeside : columns;
  return (
    <Box flexDirection={beside ? 'row' : 'column'} width={columns} height={body}>
      <Rows
        rows={overviewRows(state, table, theme.glyphs)}
        width={table}
        height={beside ? body : body - panel}
        theme={theme}
      />
      <Rows
        rows={promisePanel(state, panelWidth, panel, theme.glyphs)}
        width={panelWidth}
        height={panel}
        theme={theme}
      />
    </Box>
  );
}
