import type { ReadyState, TuiState } from '../state/state.ts';
import type { Find } from './screen.ts';

/**
 * Goes to the next row, or the one before, that holds what is sought, in any case of letters; past the end it begins
 * again at the other.
 * @param least rows to go on from the cursor at least: 0 takes the row under it too
 */
export function findRow(state: ReadyState, find: Find, by: 1 | -1, least: 0 | 1): TuiState {
  const { sought } = state;
  if (sought === null || sought === '') return { ...state, notice: 'nothing was looked for; / does' };
  const texts = find.texts(state);
  const wanted = sought.toLowerCase();
  const at = find.at(state);
  for (let step = least; step < texts.length + least; step++) {
    const row = (((at + by * step) % texts.length) + texts.length) % texts.length;
    if (texts[row]?.toLowerCase().includes(wanted) === true) return find.goTo(state, row);
  }
  return { ...state, notice: `no row holds \`${sought}\`` };
}
