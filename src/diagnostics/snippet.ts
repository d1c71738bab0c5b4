import { lineText, positionAt } from '../text/source.ts';
import type { Place } from './diagnostic.ts';

/** A source line and the marks below it. Both begin at the same column of the terminal. */
export interface Snippet {
  readonly line: number;
  readonly text: string;
  /** Blanks up to the place, then a `^` for each column it takes; at least one. */
  readonly marks: string;
}

/** Characters of a line that are shown; a longer one is cut around the place. */
const WIDEST = 120;

/** The line on which a place begins, with the place underlined as far as that line goes. */
export function snippetOf({ source, span }: Place): Snippet {
  const { line, column } = positionAt(source, span.start);
  const whole = lineText(source, line);
  const start = column - 1;
  const end = Math.max(start, Math.min(start + (span.end - span.start), whole.length));
  const from = start > WIDEST - 20 ? start - 20 : 0;
  const to = Math.min(whole.length, from + WIDEST);
  const before = (from > 0 ? '…' : '') + whole.slice(from, start);
  const marked = whole.slice(start, Math.min(end, to));
  return {
    line,
    text: (from > 0 ? '…' : '') + whole.slice(from, to) + (to < whole.length ? '…' : ''),
    marks: blanks(before) + '^'.repeat(Math.max(1, columns(marked))),
  };
}

/** Blanks as wide as a text; a tab stays a tab, since only the terminal knows how wide it is. */
function blanks(text: string): string {
  return Array.from(text, (character) => (character === '\t' ? '\t' : ' '.repeat(columns(character)))).join(
    '',
  );
}

/** Columns that a text takes in a terminal. */
function columns(text: string): number {
  let total = 0;
  for (const character of text) total += WIDE.test(character) ? 2 : ZERO.test(character) ? 0 : 1;
  return total;
}

/** Two columns: East Asian wide forms and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** None: marks that sit on the character before them, and joiners. */
const ZERO = /[\p{Mn}\p{Me}\u200b-\u200d\ufe00-\ufe0f]/u;
