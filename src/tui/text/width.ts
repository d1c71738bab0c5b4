import stringWidth from 'string-width';

const plainAscii = /^[\x20-\x7e]*$/;
// Control characters, and the marks that reorder or hide text: a ticket's id comes from a stranger's file and must
// never move the cursor or change a colour.
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Cells that a text takes once it is `printable`. */
export function textWidth(text: string): number {
  return plainAscii.test(text) ? text.length : stringWidth(printable(text));
}

/** Cells of a line that is already painted; its colours take none. */
export function paintedWidth(line: string): number {
  return plainAscii.test(line) ? line.length : stringWidth(line);
}

/** The text with every character that a terminal would act on replaced by a visible mark. */
export function printable(text: string): string {
  return plainAscii.test(text) ? text : text.replace(unprintable, '?');
}

/** The longest beginning of a printable text that fits into so many cells. */
export function clip(text: string, width: number): string {
  if (width <= 0) return '';
  if (plainAscii.test(text)) return text.slice(0, width);
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

/** Lines of at most so many cells, broken at spaces where there are any. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
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
