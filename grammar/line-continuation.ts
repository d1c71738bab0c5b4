/** Where a clause goes on in the next line. */
import type { Token } from './token.ts';
import { Bar, Comma, DotDot, Equal, LeftParen, Open, RightParen, Text } from './tokens.ts';

/** A line that ends in one of these goes on in the next. */
export const GOES_ON_AFTER: ReadonlySet<string> = new Set([
  'and',
  'or',
  'except',
  'then',
  'when',
  'for',
  'in',
  'to',
  'of',
  'by',
  'not',
  'per',
  'at',
  'else',
]);
/** A line that begins with one of these belongs to the one before; no clause begins with them. */
export const GOES_ON_BEFORE: ReadonlySet<string> = new Set([
  'and',
  'or',
  'except',
  'then',
  'else',
  'when',
  'for',
]);

/**
 * Whether a line break between two tokens that follow each other leaves them in one clause, so that a long clause
 * may be broken there.
 */
export function mayBreakBetween(last: Token, next: Token): boolean {
  return goesOnAfter(last) || goesOnBefore(next) || (last.tokenType === Text && next.tokenType === Text);
}

export function goesOnAfter(last: Token): boolean {
  const type = last.tokenType;
  if (type === Comma || type === Bar || type === Equal || type === DotDot || type === LeftParen) return true;
  return GOES_ON_AFTER.has(last.image);
}

function goesOnBefore(next: Token): boolean {
  return beginsWithSign(next) || GOES_ON_BEFORE.has(next.image);
}

/** Signs that go on from the line before, though not from the paragraph before. */
export function beginsWithSign(next: Token): boolean {
  const type = next.tokenType;
  return type === Comma || type === Bar || type === RightParen || type === Open;
}
