import type { TuiState } from '../../state/state.ts';
import { bodyHeight } from '../layout.ts';

/** Rows for bins: the body without its title, two heads of columns, and an empty row, the figures and the legend below. */
export function distributionsHeight(state: Pick<TuiState, 'size'>): number {
  return Math.max(1, bodyHeight(state.size) - 9);
}
