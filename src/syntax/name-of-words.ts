import type { ClauseRule } from '../../grammar/parser.ts';
import { type Mistake, readClause } from '../../grammar/read-clause.ts';
import { isA, type Token } from '../../grammar/token.ts';
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
export function nameOfWords(head: readonly Token[], mistake: Mistake, rule: ClauseRule): Span | null {
  const at = head.indexOf(mistake.token);
  const first = head[at - 1];
  if (first === undefined || !isA(first, Identifier)) return null;
  for (let end = at; end < Math.min(head.length, at + MOST_WORDS - 1); end++) {
    const word = head[end] as Token;
    const before = tokenSpan(head[end - 1] as Token);
    if (!isWord(word) || word.startOffset !== before.end + 1) return null;
    const span = { start: first.startOffset, end: tokenSpan(word).end };
    const name: Token = { ...first, image: '"name"', tokenType: Text };
    const next = readClause(rule, [...head.slice(0, at - 1), name, ...head.slice(end + 1)]).mistake;
    // A second name of several words further on is a mistake of its own.
    if (next === null || head.indexOf(next.token) > end + 1) return span;
  }
  return null;
}

/** A misspelt word of the language is no part of a name. */
function isWord(token: Token): boolean {
  if (isA(token, NumberToken)) return true;
  if (!isA(token, Identifier)) return false;
  const nearest = nearestWord(token.image, LANGUAGE);
  return nearest === null || nearest === token.image.toLowerCase();
}

const LANGUAGE: readonly string[] = [...RESERVED_WORDS, ...PLACED_WORDS];
