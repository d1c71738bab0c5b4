import type { TuiState } from '../../state/state.ts';
import { bodyHeight } from '../layout.ts';

/** Rows of the list: the body without its three of head. */
export function ticketsHeight(state: Pick<TuiState, 'size'>): number {
  return Math.max(1, bodyHeight(state.size) - 3);
}
