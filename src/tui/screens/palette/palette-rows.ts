import type { ReadyState } from '../../state/state.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { cells, fitRow, highlight, line } from '../../text/row.ts';
import type { Row } from '../../text/row.ts';
import { bodyHeight } from '../layout.ts';
import { matching, paletteEntries } from './palette-entries.ts';
import type { PaletteState } from './palette-state.ts';

/** The entries that match what is typed, the chosen one in sight. */
export function paletteRows(state: ReadyState, palette: PaletteState, glyphs: Glyphs): readonly Row[] {
  const { columns } = state.size;
  const found = matching(paletteEntries(state), palette.text, state.typed['palette'] ?? []);
  if (found.length === 0) return [line(' nothing here is called so; Backspace takes letters back', 'dim')];
  const height = bodyHeight(state.size);
  const top = Math.max(0, palette.at - height + 1);
  return found.slice(top, top + height).map(({ name, does, shown }, place) => {
    const chosen = top + place === palette.at;
    const row = cells([
      { text: `${chosen ? glyphs.cursor : ' '}${shown}`, width: 9, tone: 'accent' },
      { text: name === does ? '' : name, width: 18, tone: 'strong' },
      { text: does, width: Math.max(10, columns - 30) },
    ]);
    return chosen ? highlight(fitRow(row, columns)) : row;
  });
}
