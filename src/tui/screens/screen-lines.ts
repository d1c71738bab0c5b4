import type { TuiState } from '../state/state.ts';
import type { Glyphs } from '../text/glyphs.ts';
import { fitRow, line } from '../text/row.ts';
import type { Row } from '../text/row.ts';
import { wrap } from '../text/width.ts';
import { paintRow } from '../text/theme.ts';
import type { Theme } from '../text/theme.ts';
import { bodyRows } from './body-rows.ts';
import { footRow, headRows } from './head-rows.ts';
import { bodyHeight, layoutOf, smallest } from './layout.ts';

/** The whole screen as the terminal gets it: a line a row, each exactly as wide as the screen. */
export function screenLines(state: TuiState, theme: Theme): readonly string[] {
  const { columns, rows } = state.size;
  const shown = screenRows(state, theme.glyphs);
  return Array.from({ length: rows }, (_, row) => paintRow(fitRow(shown[row] ?? [], columns), theme));
}

function screenRows(state: TuiState, glyphs: Glyphs): readonly Row[] {
  if (layoutOf(state.size) === 'too small') return tooSmall(state);
  const part = (rows: readonly Row[], height: number): readonly Row[] =>
    Array.from({ length: height }, (_, row) => rows[row] ?? []);
  return [
    ...part(headRows(state), 2),
    ...part(bodyRows(state, glyphs), bodyHeight(state.size)),
    footRow(state),
  ];
}

function tooSmall({ size }: TuiState): readonly Row[] {
  const { columns, rows } = size;
  const needed = `${String(columns)} x ${String(rows)}, needed ${String(smallest.columns)} x ${String(smallest.rows)}`;
  return [
    ...wrap('The terminal is too small', columns).map((part) => line(part, 'strong')),
    ...wrap(needed, columns).map((part) => line(part)),
    line('q quits', 'dim'),
  ];
}
