import { displayWidth } from '../text/display-width.ts';
import { lineText, positionAt } from '../text/source.ts';
import type { Place } from './diagnostic.ts';

/** A source line and the marks below it. Both begin at the same column of the terminal. */
export interface Snippet {
  readonly line: number;
  readonly text: string;
  /** Blanks up to the place, then a `^` for each column it takes; at least one. */
  readonly marks: string;
}

/** Columns of a line that are shown before the place, of one that is cut. */
const LEAD = 20;

/** Lines of a place that are shown; of a longer one the first and the last. */
const MOST = 4;

/** The lines that a place takes, cut to a width, each with what belongs to the place underlined. */
export function snippetsOf({ source, span }: Place, widest: number): readonly Snippet[] {
  const first = positionAt(source, span.start);
  const end = positionAt(source, span.end);
  // A place that ends with its line does not take the next one.
  const last = end.column === 1 && end.line > first.line ? end.line - 1 : end.line;
  const lines = Array.from({ length: last - first.line + 1 }, (_, i) => first.line + i);
  const shown = lines.length <= MOST ? lines : [first.line, last];
  return shown.map((line) => {
    const whole = lineText(source, line);
    const indent = /^\s*/.exec(whole)?.[0].length ?? 0;
    const start = line === first.line ? first.column - 1 : Math.min(indent, whole.length);
    const stop = line === end.line ? Math.min(end.column - 1, whole.length) : whole.length;
    return cut(line, whole, start, Math.max(start, stop), widest);
  });
}

function cut(line: number, whole: string, start: number, end: number, widest: number): Snippet {
  const fits = displayWidth(whole) <= widest;
  // The place is shown whole where there is room for it, with some of what stands before it.
  const room = widest - Math.min(displayWidth(whole.slice(start, end)), widest - LEAD);
  const from =
    fits || displayWidth(whole.slice(0, end)) <= widest - 1
      ? 0
      : indexBefore(whole, start, Math.min(room, LEAD));
  const lead = from > 0 ? '…' : '';
  const to = fits ? whole.length : indexAfter(whole, from, widest - lead.length - 1);
  const marked = whole.slice(start, Math.max(start, Math.min(end, to)));
  return {
    line,
    text: lead + whole.slice(from, to) + (to < whole.length ? '…' : ''),
    marks: blanks(lead + whole.slice(from, start)) + '^'.repeat(Math.max(1, displayWidth(marked))),
  };
}

/** The index so many columns before another. */
function indexBefore(text: string, index: number, columns: number): number {
  const before = Array.from(text.slice(0, index));
  let width = 0;
  let at = index;
  for (const character of before.reverse()) {
    width += displayWidth(character);
    if (width > columns) break;
    at -= character.length;
  }
  return at;
}

/** The index at which a text has taken so many columns. */
function indexAfter(text: string, index: number, columns: number): number {
  let width = 0;
  let at = index;
  for (const character of text.slice(index)) {
    width += displayWidth(character);
    if (width > columns) break;
    at += character.length;
  }
  return at;
}

/** Blanks as wide as a text; a tab stays a tab, since only the terminal knows how wide it is. */
function blanks(text: string): string {
  return text
    .split('\t')
    .map((part) => ' '.repeat(displayWidth(part)))
    .join('\t');
}
