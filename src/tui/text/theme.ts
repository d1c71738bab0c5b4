import { inGlyphs } from './glyphs.ts';
import type { Glyphs } from './glyphs.ts';
import type { Row, Tone } from './row.ts';
import { printable } from './width.ts';

/** How tones look. Weight and inversion stay without colour: NO_COLOR asks for no colour, not for no emphasis. */
export interface Theme {
  readonly glyphs: Glyphs;
  readonly codes: { readonly [tone in Tone]: string };
}

export type ThemeName = '16' | 'dark' | 'light' | 'colour-blind';

/** The numbers are colours of the 256; those of `colour-blind` are near Okabe and Ito's blue, vermilion, yellow and sky. */
const coloured: { readonly [name in ThemeName]: Theme['codes'] } = {
  // The sixteen colours follow the palette that the reader has chosen for the terminal.
  '16': coloursOf({ dim: '2', good: '32', bad: '31', warn: '33', accent: '36' }),
  dark: coloursOf({
    dim: '38;5;246',
    good: '38;5;114',
    bad: '38;5;210',
    warn: '38;5;221',
    accent: '38;5;116',
  }),
  light: coloursOf({ dim: '38;5;241', good: '38;5;22', bad: '38;5;124', warn: '38;5;94', accent: '38;5;25' }),
  'colour-blind': coloursOf({
    dim: '2',
    good: '38;5;74',
    bad: '38;5;208',
    warn: '38;5;227',
    accent: '38;5;153',
  }),
};

/** What is missed is bold as well, in every theme: no meaning hangs on colour alone. */
function coloursOf({
  bad,
  ...colours
}: Readonly<Record<'dim' | 'good' | 'bad' | 'warn' | 'accent', string>>): Theme['codes'] {
  return { plain: '', strong: '1', selected: '7', ...colours, bad: `1;${bad}` };
}

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

/** @param name heard where there is colour at all */
export function createTheme(glyphs: Glyphs, colour: boolean, name: ThemeName = '16'): Theme {
  return { glyphs, codes: colour ? coloured[name] : plainCodes };
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
