import { textWidth } from './width.ts';

/** The characters of bars, lines and marks: each takes one cell in every terminal. */
export interface Glyphs {
  readonly kind: 'unicode' | 'ascii';
  readonly rule: string;
  readonly cursor: string;
  readonly cut: string;
  /** From an eighth of a cell to a whole one; the last is the whole one. */
  readonly bar: readonly string[];
  readonly barEmpty: string;
  /** A whole cell of a bar for what was missed. */
  readonly missedBar: string;
  /** From nothing to a full cell of height. */
  readonly spark: readonly string[];
  readonly met: string;
  readonly missed: string;
  readonly unclear: string;
  readonly waiting: string;
  readonly opened: string;
  readonly due: string;
  /** Worked on, waiting for somebody, in line. */
  readonly worked: string;
  readonly held: string;
  readonly inLine: string;
  readonly counted: string;
  readonly notCounted: string;
  /** Hours on a map: shut, open for a part of it, open for some tickets, and one that the clock skips. */
  readonly shut: string;
  readonly openInPart: string;
  readonly limited: string;
  readonly skippedHour: string;
  readonly playing: string;
  readonly paused: string;
  readonly playhead: string;
  readonly passed: string;
  readonly ahead: string;
}

export const unicodeGlyphs: Glyphs = {
  kind: 'unicode',
  rule: '─',
  cursor: '›',
  cut: '…',
  bar: ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'],
  barEmpty: '·',
  missedBar: '▒',
  spark: [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  met: '✓',
  missed: '✗',
  unclear: '?',
  waiting: '~',
  opened: '○',
  due: '│',
  worked: '▆',
  held: '▁',
  inLine: '·',
  counted: '█',
  notCounted: '░',
  shut: '·',
  openInPart: '▄',
  limited: '▒',
  skippedHour: '×',
  playing: '▶',
  paused: '‖',
  playhead: '●',
  passed: '━',
  ahead: '─',
};

export const asciiGlyphs: Glyphs = {
  kind: 'ascii',
  rule: '-',
  cursor: '>',
  cut: '>',
  bar: ['#'],
  barEmpty: '.',
  missedBar: 'x',
  spark: [' ', '.', ':', '|', '#'],
  met: '+',
  missed: '!',
  unclear: '?',
  waiting: '~',
  opened: 'o',
  due: '|',
  worked: '#',
  held: '_',
  inLine: '.',
  counted: '#',
  notCounted: '.',
  shut: '.',
  openInPart: '%',
  limited: '+',
  skippedHour: '-',
  playing: '>',
  paused: '=',
  playhead: '*',
  passed: '=',
  ahead: '-',
};

const replacements: { readonly [mark: string]: string } = {
  '…': '>',
  '→': '>',
  '←': '<',
  '↑': '^',
  '↓': 'v',
  '›': '>',
};

/** A terminal in ASCII mode gets no other character, not even from a contract's names; the width stays the same. */
export function inGlyphs(text: string, glyphs: Glyphs): string {
  if (glyphs.kind === 'unicode' || /^[\x20-\x7e]*$/.test(text)) return text;
  const ascii = text
    .replace(/[…→←↑↓›]/g, (mark) => replacements[mark] ?? '?')
    .replace(/[^\x20-\x7e]+/gu, (others) => '?'.repeat(textWidth(others)));
  // Where marks join with ASCII into one sign, the parts are not as wide as the whole.
  const width = textWidth(text);
  return ascii.slice(0, width).padEnd(width);
}
