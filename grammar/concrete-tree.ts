import type { Token } from './token.ts';

/** What the grammar makes of a clause, undecided yet: its parts by name, in the order in which they stand. */
export interface CstNode {
  /** The rule that read it. */
  readonly name: string;
  readonly children: Readonly<Record<string, readonly CstElement[]>>;
}

export type CstElement = Token | CstNode;
