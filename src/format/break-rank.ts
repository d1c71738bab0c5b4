import type { IToken } from 'chevrotain';
import { mayBreakBetween } from '../../grammar/outline.ts';
import { Bar, Comma, RightParen, Text } from '../../grammar/tokens.ts';

/** How good a place for a line break is: 0 none, 3 the best. */
export type BreakRank = 0 | 1 | 2 | 3;

/** Words that begin a part of a clause. */
const BEGINS_PART = new Set(['when', 'then', 'for']);
/** Words that begin a member of a list. */
const BEGINS_MEMBER = new Set(['and', 'or', 'except']);

/**
 * How well a long clause breaks between two of its tokens: best between its parts, then between the members of a
 * list, then wherever else the language goes on.
 */
export function rankBreak(left: IToken, right: IToken): BreakRank {
  if (!mayBreakBetween(left, right)) return 0;
  if (right.tokenType === Comma || right.tokenType === RightParen) return 0;
  if (right.tokenType === Bar || BEGINS_PART.has(right.image)) return 3;
  if (left.tokenType === Text && right.tokenType === Text) return 3;
  if (left.tokenType === Comma || BEGINS_MEMBER.has(right.image)) return 2;
  return 1;
}
