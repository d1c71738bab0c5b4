import type { ReadyState } from '../../state/state.ts';
import { bodyHeight } from '../layout.ts';

/** Rows of the title above the knobs, and between them and the table: its status, two of heads, the command line. */
const title = 1;
const between = 4;

/** Knobs in sight: about a third of the screen. */
export function knobsHeight({ size }: Pick<ReadyState, 'size'>): number {
  return Math.max(3, Math.min(14, Math.floor((bodyHeight(size) - title - between) / 2.6)));
}

/** Rows of sentences that say what is different. */
export function sentencesHeight({ size }: Pick<ReadyState, 'size'>): number {
  return size.rows >= 40 ? 4 : 2;
}

export function tableHeight(state: Pick<ReadyState, 'size'>): number {
  return Math.max(1, bodyHeight(state.size) - title - between - knobsHeight(state) - sentencesHeight(state));
}
