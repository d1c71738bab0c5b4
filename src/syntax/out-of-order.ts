import { tokenize } from '../../grammar/outline.ts';
import type { ClauseRule } from '../../grammar/parser.ts';
import { type Mistake, readClause } from '../../grammar/read-clause.ts';
import { END, isA, type Token } from '../../grammar/token.ts';
import { Comma, Identifier, WORDS } from '../../grammar/tokens.ts';
import type { Span } from '../text/source.ts';
import { tokenSpan } from './cst.ts';

/** Whether a clause that goes on where it should end would be read with a comma there. */
export function lacksComma(head: readonly Token[], mistake: Mistake, rule: ClauseRule): boolean {
  const at = head.indexOf(mistake.token);
  const [comma] = tokenize(',').tokens;
  if (mistake.kind !== 'not at the end' || at < 1 || comma === undefined) return false;
  if (isA(head[at - 1] as Token, Comma) || !isA(mistake.token, Identifier)) return false;
  return readsOn(readClause(rule, [...head.slice(0, at), comma, ...head.slice(at)]).mistake, mistake);
}

/**
 * What a clause is narrowed by (`for P1`), and the rest of the clause, where it is narrowed before its end and would be
 * read if that stood there. Null where it would not.
 */
export function narrowedTooEarly(
  head: readonly Token[],
  mistake: Mistake,
  rule: ClauseRule,
): { readonly narrowing: Span; readonly rest: Span } | null {
  const at = head.indexOf(mistake.token);
  if (mistake.kind !== 'not at the end' || at < 1) return null;
  const from = head.slice(0, at).findLastIndex(({ tokenType }) => tokenType === WORDS['for']);
  const last = head[head.length - 1];
  if (from === -1 || last === undefined) return null;
  const narrowing = head.slice(from, at);
  if (readClause(rule, [...head.slice(0, from), ...head.slice(at), ...narrowing]).mistake !== null)
    return null;
  return {
    narrowing: { start: (narrowing[0] as Token).startOffset, end: tokenSpan(head[at - 1] as Token).end },
    rest: { start: mistake.token.startOffset, end: tokenSpan(last).end },
  };
}

/** Whether another reading comes further than the one that ended with a mistake. */
function readsOn(next: Mistake | null, mistake: Mistake): boolean {
  return next === null || next.token === END || next.token.startOffset > mistake.token.startOffset;
}
