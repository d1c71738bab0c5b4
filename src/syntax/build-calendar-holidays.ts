import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import {
  buildNames,
  buildSelector,
  buildTimeRanges,
  buildWords,
  nameOfToken,
  timeOfToken,
  weekdayOf,
} from './build-parts.ts';
import { hasWord, nodes, nodeSpan, optionalNode, optionalToken, token, tokens } from './cst.ts';
import type { HolidaysClauseNode, HolidayTermNode, OnHolidaysNode, TimeNode } from './tree.ts';

/** What a calendar says of holidays. */
export function buildHolidaysClause(clause: CstNode, span: Span): HolidaysClauseNode {
  const widening = optionalNode(clause, 'widening');
  const signs = [...tokens(clause, 'Word_plus'), ...tokens(clause, 'Word_minus')].sort(
    (a, b) => a.startOffset - b.startOffset,
  );
  return {
    kind: 'holidays',
    terms: nodes(clause, 'holidayTerm').map((term, i) =>
      // The first term has no sign before it.
      buildTerm(term, i > 0 && signs[i - 1]?.image === 'minus' ? 'minus' : 'plus'),
    ),
    widened:
      widening === null
        ? null
        : { fromBefore: timeIn(widening, 'dayBefore'), untilAfter: timeIn(widening, 'dayAfter') },
    for: buildSelector(clause),
    span,
  };
}

function buildTerm(term: CstNode, sign: HolidayTermNode['sign']): HolidayTermNode {
  const span = nodeSpan(term);
  const names = optionalNode(term, 'names');
  if (names === null) {
    return { sign, of: { kind: 'owner', owner: nameOfToken(token(term, 'Identifier')) }, span };
  }
  return { sign, of: { kind: hasWord(term, 'all') ? 'all' : 'any', sets: buildNames(names) }, span };
}

function timeIn(widening: CstNode, side: 'dayBefore' | 'dayAfter'): TimeNode | null {
  const found = optionalNode(widening, side);
  return found === null ? null : timeOfToken(token(found, 'Time'));
}

export function buildOnHolidays(clause: CstNode, span: Span): OnHolidaysNode {
  const hours = optionalNode(clause, 'timeRanges');
  const as = optionalToken(clause, 'Weekday');
  return {
    kind: 'on holidays',
    hours: hours === null ? [] : buildTimeRanges(hours),
    as: as === null ? null : weekdayOf(as),
    label: buildWords(clause),
    for: buildSelector(clause),
    span,
  };
}
