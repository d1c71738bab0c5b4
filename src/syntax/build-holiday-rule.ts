import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Token } from '../../grammar/token.ts';
import type { Span } from '../text/source.ts';
import { buildPartOfDay } from './build-part-of-day.ts';
import { buildWords, nameOfToken, weekdayOf } from './build-parts.ts';
import { hasWord, nodes, optionalNode, token, tokens, tokenSpan } from './cst.ts';
import type { HolidayDayNode, HolidayRuleNode } from './tree.ts';

const WHICH = ['first', 'second', 'third', 'fourth', 'last'] as const;

export function buildHolidayRule(rule: CstNode, span: Span): HolidayRuleNode {
  const [first, last = first] = tokens(rule, 'MonthDay');
  const observance = optionalNode(rule, 'observance');
  return {
    on:
      first === undefined
        ? {
            kind: 'weekday',
            which: WHICH.find((which) => hasWord(rule, which)) ?? 'last',
            weekday: weekdayOf(token(rule, 'Weekday')),
            month: nameOfToken(token(rule, 'Number')),
          }
        : { kind: 'date', ...buildDaysFrom(first, last) },
    part: buildPartOfDay(rule),
    label: buildWords(rule),
    moves: observance === null ? [] : buildMoves(observance),
    span,
  };
}

/** From one day to another, or the same one. */
export function buildDaysFrom(first: Token, last = first): HolidayDayNode['dates'] {
  return {
    from: nameOfToken(first),
    to: nameOfToken(last),
    span: { start: tokenSpan(first).start, end: tokenSpan(last).end },
  };
}

/** The weekday nearest to a Saturday is the Friday before it, to a Sunday the Monday after. */
function buildMoves(observance: CstNode): HolidayRuleNode['moves'] {
  if (hasWord(observance, 'nearest')) {
    return [
      { to: 5, when: [6] },
      { to: 1, when: [7] },
    ];
  }
  return nodes(observance, 'observedMove').map((move) => {
    const [to, ...when] = tokens(move, 'Weekday').map(weekdayOf);
    return { to: to ?? 1, when };
  });
}
