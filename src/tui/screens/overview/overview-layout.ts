import type { TuiState } from '../../state/state.ts';
import { bodyHeight, layoutOf } from '../layout.ts';

/** Rows and columns of the parts of the overview: the table, and what is said of the promise under the cursor. */
export interface OverviewHeights {
  /** Lines of promises shown at once, below the table's head. */
  readonly table: number;
  /** Rows of the panel: beside the table where the screen is wide, below it otherwise. */
  readonly panel: number;
}

export const tableHead = 3;
const panelBelow = 7;
export const panelBeside = 46;

export function overviewHeights(state: Pick<TuiState, 'size'>): OverviewHeights {
  const body = bodyHeight(state.size);
  return layoutOf(state.size) === 'wide'
    ? { table: Math.max(1, body - tableHead), panel: body }
    : { table: Math.max(1, body - tableHead - panelBelow), panel: panelBelow };
}
