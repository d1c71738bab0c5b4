import { LeftParen, RightParen } from '../../grammar/tokens.ts';
import { rankBreak } from './break-rank.ts';
import { displayWidth } from '../text/display-width.ts';
import type { Word } from './item.ts';
import { blanksBetween, printedForm } from './spacing.ts';

/** A token ready to be put on a line. */
export interface Chunk {
  readonly text: string;
  readonly width: number;
  /** Blanks before it, unless a line begins with it. */
  readonly gap: number;
  /** How well a line breaks before it; 0 where it does not. */
  readonly breakRank: number;
  /** The comment behind it; the clause goes on in the next line. */
  readonly behind: string | null;
  /** Comments on lines of their own below it. */
  readonly below: readonly string[];
}

export function chunksOf(words: readonly Word[]): Chunk[] {
  const tokens = words.map((word) => word.token);
  let nesting = 0;
  return words.map(({ token, behind, below }, i) => {
    const left = tokens[i - 1];
    const text = printedForm(token);
    const breakRank = left === undefined ? 0 : rankBreak(left, token, nesting);
    if (token.tokenType === LeftParen) nesting++;
    if (token.tokenType === RightParen) nesting--;
    return {
      text,
      width: displayWidth(text),
      gap: left === undefined ? 0 : blanksBetween(left, token, tokens[i - 2], tokens[i + 1]),
      breakRank,
      behind,
      below,
    };
  });
}

/** A sign of the layout itself, such as a brace; it never begins a line. */
export function sign(text: string, gap: number): Chunk {
  return { text, width: text.length, gap, breakRank: 0, behind: null, below: [] };
}

/** Columns that chunks take on one line. */
export function widthOf(chunks: readonly Chunk[]): number {
  return chunks.reduce((width, chunk, i) => width + chunk.width + (i === 0 ? 0 : chunk.gap), 0);
}

export function hasInnerComment(chunks: readonly Chunk[]): boolean {
  return chunks.some((chunk) => chunk.behind !== null || chunk.below.length > 0);
}
