import { isA, type Token, type TokenType } from '../../grammar/token.ts';
import {
  Comma,
  Dash,
  DotDot,
  FixedOffset,
  LeftParen,
  MonthDay,
  NumberToken,
  Percent,
  RightParen,
  Time,
  WeekdayToken,
} from '../../grammar/tokens.ts';

/** The ends of a range that is written as one word: `Mon..Fri`, `2024..2032`, `12-24..12-26`. */
const TIGHT_RANGE_ENDS: ReadonlySet<TokenType> = new Set([WeekdayToken, NumberToken, MonthDay]);

/** A token as it is printed: names and texts byte for byte, signs and numbers in their one form. */
export function printedForm(token: Token): string {
  switch (token.tokenType) {
    case Percent:
      return token.image.replace(/[ \t]/, '');
    case FixedOffset:
      return token.image.replace(/[ \t]+/, ' ');
    case Dash:
      return '-';
    default:
      return token.image;
  }
}

/**
 * Blanks between two tokens that stand on one line, 0 or 1. `before` and `after` are their other neighbours in the
 * clause, since what stands around `..` and `-` decides on both of their sides.
 */
export function blanksBetween(
  left: Token,
  right: Token,
  before: Token | undefined,
  after: Token | undefined,
): 0 | 1 {
  if (isA(right, Comma) || isA(right, RightParen) || isA(left, LeftParen)) return 0;
  if (isA(left, DotDot) || isA(left, Dash)) return isTight(before, left, right) ? 0 : 1;
  if (isA(right, DotDot) || isA(right, Dash)) return isTight(left, right, after) ? 0 : 1;
  return 1;
}

function isTight(left: Token | undefined, sign: Token, right: Token | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  if (isA(sign, Dash)) return isA(left, Time) && isA(right, Time);
  return TIGHT_RANGE_ENDS.has(left.tokenType) && TIGHT_RANGE_ENDS.has(right.tokenType);
}
