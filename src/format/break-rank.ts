import type { Token } from '../../grammar/token.ts';
import { mayBreakBetween } from '../../grammar/outline.ts';
import { Bar, Comma, Percent, RightParen, Text } from '../../grammar/tokens.ts';

/** How well a line breaks before a token: 0 not at all, the higher the better. */
const NOWHERE = 0;
const ANYWHERE = 1;
const STAGE = 8;
const PART = 7;
const LIST = 6;
const CONJUNCTION = 5;
/** What a place loses for each parenthesis around it; it stays better than `ANYWHERE`. */
const INSIDE_PARENTHESIS = 2;

/** Words that begin a part of a clause. */
const BEGINS_PART = new Set(['when', 'then', 'else', 'for']);
/** What those words go with where they begin no part: `used when opened`, `waiting for customer`. */
const JOINED: Readonly<Record<string, ReadonlySet<string>>> = {
  when: new Set(['used', 'free']),
  for: new Set(['waiting']),
};
/** Words that begin, behind a comma, a stage of a rule or what begins it again. */
const BEGINS_STAGE = new Set(['after', 'reset']);
/** What ends a case in which a right arises: `in 3 months in a row or …`. */
const ENDS_CASE = /^(?:row|(?:day|week|month|quarter|year)s?)$/;
/** Words that begin a member of a list; `and` binds closer than these. */
const BEGINS_MEMBER = new Set(['or', 'except']);

/**
 * How well a long clause breaks between two of its tokens, of which `nesting` parentheses are open: best between the
 * stages of a rule, then between parts, then between the members of a list, then wherever else the language goes on.
 */
export function rankBreak(left: Token, right: Token, nesting: number): number {
  if (!mayBreakBetween(left, right) || right.tokenType === Comma || right.tokenType === RightParen) {
    return NOWHERE;
  }
  const rank = rankOutside(left, right);
  return rank === ANYWHERE ? rank : Math.max(ANYWHERE + 1, rank - Math.max(0, nesting) * INSIDE_PARENTHESIS);
}

function beginsPart(left: Token, right: Token): boolean {
  return BEGINS_PART.has(right.image) && JOINED[right.image]?.has(left.image) !== true;
}

function rankOutside(left: Token, right: Token): number {
  // `10% for 3 or more` is a band of a list, and no clause that is narrowed.
  if (left.tokenType === Percent && right.image === 'for') return ANYWHERE;
  if (left.tokenType === Comma && BEGINS_STAGE.has(right.image)) return STAGE;
  if (right.image === 'or' && ENDS_CASE.test(left.image)) return STAGE;
  if (right.tokenType === Bar || beginsPart(left, right)) return PART;
  if (left.tokenType === Text && right.tokenType === Text) return PART;
  if (left.tokenType === Comma || BEGINS_MEMBER.has(right.image)) return LIST;
  return right.image === 'and' ? CONJUNCTION : ANYWHERE;
}
