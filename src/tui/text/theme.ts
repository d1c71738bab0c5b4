import { inGlyphs } from './glyphs.ts';
import type { Glyphs } from './glyphs.ts';
import type { Row, Tone } from './row.ts';
import { printable } from './width.ts';

/** How tones look. Weight and inversion stay without colour: NO_COLOR asks for no colour, not for no emphasis. */
export interface Theme {
  readonly glyphs: Glyphs;
  readonly codes: { readonly [tone in Tone]: string };
}

// The sixteen colours only: they follow the palette that the reader has chosen for the terminal.
const colourCodes: Theme['codes'] = {
  plain: '',
  strong: '1',
  dim: '2',
  good: '32',
  bad: '1;31',
  warn: '33',
  accent: '36',
  selected: '7',
};

const plainCodes: Theme['codes'] = {
  plain: '',
  strong: '1',
  dim: '2',
  good: '',
  bad: '1',
  warn: '',
  accent: '',
  selected: '7',
};

export function createTheme(glyphs: Glyphs, colour: boolean): Theme {
  return { glyphs, codes: colour ? colourCodes : plainCodes };
}

/** The row as the terminal gets it: neighbouring runs of one look in one sequence, every sequence closed. */
export function paintRow(row: Row, theme: Theme): string {
  let painted = '';
  let at = 0;
  while (at < row.length) {
    const code = theme.codes[row[at]?.tone ?? 'plain'];
    let text = '';
    for (; at < row.length && theme.codes[row[at]?.tone ?? 'plain'] === code; at++)
      text += row[at]?.text ?? '';
    // Whatever a name or an id holds, from here on only our own sequences are left.
    const shown = inGlyphs(printable(text), theme.glyphs);
    painted += code === '' ? shown : `\x1b[${code}m${shown}\x1b[0m`;
  }
  return painted;
}
