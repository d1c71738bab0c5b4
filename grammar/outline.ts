/**
 * The outline of a file: which clauses there are and which block each belongs to, read from line ends and braces
 * alone. It comes before the grammar proper, so that a mistake inside a clause cannot reach its neighbours.
 *
 *     plan Gold extends Basic {      <- an entry: head `plan Gold extends Basic`, with a block
 *       coverage resolve in 24x7     <-   an entry: head alone
 *     }
 */
import { tokenize, type UnknownCharacters } from './lexer.ts';
import { OutlineReader } from './outline-reader.ts';
import type { Token } from './token.ts';

export { tokenize } from './lexer.ts';
export { mayBreakBetween } from './line-continuation.ts';

export interface Outline {
  readonly entries: readonly OutlineEntry[];
  /** Comments after the last entry. */
  readonly dangling: readonly Token[];
  readonly problems: readonly OutlineProblem[];
}

export interface OutlineEntry {
  /** The tokens of the clause, without comments. Never empty. */
  readonly head: readonly Token[];
  readonly block: OutlineBlock | null;
  /** Comments on lines of their own before the entry. */
  readonly leading: readonly Token[];
  /** Comments inside the clause or behind it on its lines, in order. */
  readonly trailing: readonly Token[];
}

export interface OutlineBlock {
  readonly open: Token;
  /** Null when the block is never closed. */
  readonly close: Token | null;
  readonly entries: readonly OutlineEntry[];
  /** Comments on the line of the opening brace. */
  readonly opening: readonly Token[];
  /** Comments before the closing brace. */
  readonly dangling: readonly Token[];
}

export type OutlineProblem =
  | {
      readonly kind: 'unknown characters';
      readonly offset: number;
      readonly length: number;
      readonly text: string;
    }
  | {
      readonly kind: 'unclosed block';
      readonly open: Token;
      readonly head: readonly Token[];
      readonly before: Token | null;
    }
  | { readonly kind: 'unopened block'; readonly head: readonly Token[] }
  | { readonly kind: 'stray close'; readonly close: Token }
  | { readonly kind: 'block without head'; readonly open: Token };

/**
 * The outline of a part of a text that begins and ends with entries of the file, if the text around it has no problems. In
 * one that has problems itself, the layout is not asked.
 */
export function readPlainPart(text: string, { start, end }: Part): Outline {
  const { tokens, unknown } = tokenize(text, start, end);
  return new OutlineReader(text, tokens, unknownIn(text, unknown), 'ignored').read();
}

/** From one offset up to another. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the outline of a file. Line ends and braces alone give it, and the layout means nothing, as long as the
 * braces agree. Where they do not, the layout tells which one is wrong: the reading that leaves least to complain
 * about is what the author most likely meant.
 */
export function readOutline(text: string): Outline {
  const { tokens, unknown } = tokenize(text);
  const strange = unknownIn(text, unknown);
  const read = (layout: 'ignored' | 'margin' | 'indentation'): Outline =>
    new OutlineReader(text, tokens, strange, layout).read();
  const plain = read('ignored');
  if (plain.problems.every((problem) => problem.kind === 'unknown characters')) return plain;
  return [read('indentation'), read('margin'), plain].reduce((best, other) =>
    other.problems.length < best.problems.length ? other : best,
  );
}

function unknownIn(text: string, unknown: readonly UnknownCharacters[]): readonly OutlineProblem[] {
  return unknown.map(({ offset, length }) => ({
    kind: 'unknown characters',
    offset,
    length,
    text: text.slice(offset, offset + length),
  }));
}
