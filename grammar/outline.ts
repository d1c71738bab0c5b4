/**
 * The outline of a file: which clauses there are and which block each belongs to, read from line ends and braces
 * alone. It comes before the grammar proper, so that a mistake inside a clause cannot reach its neighbours.
 *
 *     plan Gold extends Basic {      <- an entry: head `plan Gold extends Basic`, with a block
 *       coverage resolve in 24x7     <-   an entry: head alone
 *     }
 */
import { type ILexingError, type IToken, Lexer, type TokenType } from 'chevrotain';
import { OutlineReader } from './outline-reader.ts';
import { Identifier, LEXED_TOKENS, WORDS } from './tokens.ts';

export { mayBreakBetween } from './line-continuation.ts';

export interface Outline {
  readonly entries: readonly OutlineEntry[];
  /** Comments after the last entry. */
  readonly dangling: readonly IToken[];
  readonly problems: readonly OutlineProblem[];
}

export interface OutlineEntry {
  /** The tokens of the clause, without comments. Never empty. */
  readonly head: readonly IToken[];
  readonly block: OutlineBlock | null;
  /** Comments on lines of their own before the entry. */
  readonly leading: readonly IToken[];
  /** Comments inside the clause or behind it on its lines, in order. */
  readonly trailing: readonly IToken[];
}

export interface OutlineBlock {
  readonly open: IToken;
  /** Null when the block is never closed. */
  readonly close: IToken | null;
  readonly entries: readonly OutlineEntry[];
  /** Comments on the line of the opening brace. */
  readonly opening: readonly IToken[];
  /** Comments before the closing brace. */
  readonly dangling: readonly IToken[];
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
      readonly open: IToken;
      readonly head: readonly IToken[];
      readonly before: IToken | null;
    }
  | { readonly kind: 'unopened block'; readonly head: readonly IToken[] }
  | { readonly kind: 'stray close'; readonly close: IToken }
  | { readonly kind: 'block without head'; readonly open: IToken };

const lexer = new Lexer(LEXED_TOKENS, {
  positionTracking: 'onlyOffset',
  ensureOptimizations: false,
  skipValidations: true,
});

const words: ReadonlyMap<string, TokenType> = new Map(Object.entries(WORDS));

/** Splits a text into its tokens, comments and line ends included. */
export function tokenize(text: string): {
  readonly tokens: readonly IToken[];
  readonly errors: readonly ILexingError[];
} {
  const { tokens, errors } = lexer.tokenize(text);
  for (const token of tokens) {
    const word = token.tokenType === Identifier ? words.get(token.image) : undefined;
    if (word?.tokenTypeIdx === undefined) continue;
    token.tokenType = word;
    token.tokenTypeIdx = word.tokenTypeIdx;
  }
  return { tokens, errors };
}

/**
 * Reads the outline of a file. Line ends and braces alone give it, and the layout means nothing, as long as the
 * braces agree. Where they do not, the layout tells which one is wrong: the reading that leaves least to complain
 * about is what the author most likely meant.
 */
export function readOutline(text: string): Outline {
  const { tokens, errors } = tokenize(text);
  const unknown: readonly OutlineProblem[] = errors.map((error) => ({
    kind: 'unknown characters',
    offset: error.offset,
    length: Math.max(1, error.length),
    text: text.slice(error.offset, error.offset + Math.max(1, error.length)),
  }));
  const read = (layout: 'ignored' | 'margin' | 'indentation'): Outline =>
    new OutlineReader(text, tokens, unknown, layout).read();
  const plain = read('ignored');
  if (plain.problems.every((problem) => problem.kind === 'unknown characters')) return plain;
  return [read('indentation'), read('margin'), plain].reduce((best, other) =>
    other.problems.length < best.problems.length ? other : best,
  );
}
