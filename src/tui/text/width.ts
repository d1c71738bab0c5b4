import stringWidth from 'string-width';

/**
 * Characters that take one cell each and never join: ASCII, Latin, dashes and quotes, arrows, lines, blocks and the marks
 * of the screens. Nearly every text is made of them; others are segmented, which takes a hundred times as long.
 */
const narrow =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u203a\u2190-\u2193\u2500-\u259f\u25b6\u25cb\u25cf\u2713\u2717]*$/;
const colours = /\x1b\[[\d;]*m/g;
// Control characters, and the marks that reorder or hide text: a ticket's id comes from a stranger's file and must
// never move the cursor or change a colour.
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Cells that a text takes once it is `printable`. */
export function textWidth(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(printable(text));
}

/** Cells of a line that is already painted; its colours take none. */
export function paintedWidth(line: string): number {
  const text = line.replace(colours, '');
  return narrow.test(text) ? text.length : stringWidth(text);
}

/** The text with every character that a terminal would act on replaced by a visible mark. */
export function printable(text: string): string {
  return narrow.test(text) ? text : text.replace(unprintable, '?');
}

/** The longest beginning of a printable text that fits into so many cells. */
export function clip(text: string, width: number): string {
  if (width <= 0) return '';
  if (narrow.test(text)) return text.slice(0, width);
  if (textWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(kept + character) > width) break;
    kept += character;
  }
  return kept;
}

/** Exactly so many cells: cut with a mark where it is too long, filled with spaces where it is too short. */
export function fit(text: string, width: number, cut = '…'): string {
  if (width <= 0) return '';
  const cells = textWidth(text);
  if (cells <= width) return text + ' '.repeat(width - cells);
  const kept = clip(text, width - textWidth(cut));
  return kept + cut + ' '.repeat(Math.max(0, width - textWidth(kept) - textWidth(cut)));
}

/** Like `fit`, with the text at the right edge. */
export function fitRight(text: string, width: number, cut = '…'): string {
  const cells = textWidth(text);
  return cells <= width ? ' '.repeat(width - cells) + text : fit(text, width, cut);
}

/** Lines of at most so many cells, broken at spaces where there are any, but never between a figure and its per cent. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ (?!%)/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (textWidth(line) > width) {
      const head = clip(line, Math.max(1, width));
      if (head === '') break;
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}
