import { type IRecognitionException, type IToken, tokenMatcher } from 'chevrotain';
import type { ClauseParser, ClauseRule } from '../../grammar/parser.ts';
import { Identifier, NumberToken, Text } from '../../grammar/tokens.ts';
import { PLACED_WORDS, RESERVED_WORDS } from '../../grammar/words.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { Span } from '../text/source.ts';
import { tokenSpan } from './cst.ts';

/** Names longer than this are sentences. */
const MOST_WORDS = 4;

/**
 * The words of a name that the author wrote without quotes, such as `Business Hours`: those around a mistake that
 * would be none if they were one name. Null where quotes would not help.
 */
export function nameOfWords(
  head: readonly IToken[],
  mistake: IRecognitionException,
  parser: ClauseParser,
  rule: ClauseRule,
): Span | null {
  const at = head.indexOf(mistake.token);
  const first = head[at - 1];
  if (first === undefined || !tokenMatcher(first, Identifier)) return null;
  for (let end = at; end < Math.min(head.length, at + MOST_WORDS - 1); end++) {
    const word = head[end] as IToken;
    const before = tokenSpan(head[end - 1] as IToken);
    if (!isWord(word) || word.startOffset !== before.end + 1) return null;
    const span = { start: first.startOffset, end: tokenSpan(word).end };
    const name: IToken = { ...first, image: '"name"', tokenType: Text, tokenTypeIdx: Text.tokenTypeIdx ?? 0 };
    parser.input = [...head.slice(0, at - 1), name, ...head.slice(end + 1)];
    parser[rule]();
    const next = parser.errors[0];
    // A second name of several words further on is a mistake of its own.
    if (next === undefined || head.indexOf(next.token) > end + 1) return span;
  }
  return null;
}

/** A misspelt word of the language is no part of a name. */
function isWord(token: IToken): boolean {
  if (tokenMatcher(token, NumberToken)) return true;
  if (!tokenMatcher(token, Identifier)) return false;
  const nearest = nearestWord(token.image, LANGUAGE);
  return nearest === null || nearest === token.image.toLowerCase();
}

const LANGUAGE: readonly string[] = [...RESERVED_WORDS, ...PLACED_WORDS];
