import type { Token } from '../../grammar/token.ts';

/** What the formatter knows of a file: its clauses, blocks and comments in order, and nothing of its white space. */
export type Item = CommentItem | ClauseItem | BlockItem;

/** A comment on a line of its own, outside any clause. */
export interface CommentItem {
  readonly kind: 'comment';
  readonly blankBefore: boolean;
  readonly text: string;
}

export interface ClauseItem {
  readonly kind: 'clause';
  /** Whether the author left a blank line above. */
  readonly blankBefore: boolean;
  readonly words: readonly Word[];
  /** Whether only a `;` keeps the next clause apart: a line end alone would join the two. */
  readonly semicolon: boolean;
  /** The comment behind it on its last line. */
  readonly behind: string | null;
}

export interface BlockItem {
  readonly kind: 'block';
  readonly blankBefore: boolean;
  readonly head: readonly Word[];
  /** Whether the author wrote the braces and the one clause between them on one line. */
  readonly onOneLine: boolean;
  /** The comment behind the opening brace. */
  readonly opening: string | null;
  readonly items: readonly Item[];
  /** The comment behind the closing brace. */
  readonly behind: string | null;
}

/** A token with the comments between it and the next token of its clause. */
export interface Word {
  readonly token: Token;
  /** The comment behind it on its line. */
  readonly behind: string | null;
  /** Comments on lines of their own below it. */
  readonly below: readonly string[];
}
