import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import { buildWords, nameOfToken, timeOfToken, weekdayOf } from './build-parts.ts';
import { hasWord, nodes, optionalNode, optionalToken, token, tokens } from './cst.ts';
import type { HolidayRuleNode } from './tree.ts';

const WHICH = ['first', 'second', 'third', 'fourth', 'last'] as const;

export function buildHolidayRule(rule: CstNode, span: Span): HolidayRuleNode {
  const date = optionalToken(rule, 'MonthDay');
  const from = optionalToken(rule, 'Time');
  const observance = optionalNode(rule, 'observance');
  return {
    on:
      date === null
        ? {
            kind: 'weekday',
            which: WHICH.find((which) => hasWord(rule, which)) ?? 'last',
            weekday: weekdayOf(token(rule, 'Weekday')),
            month: nameOfToken(token(rule, 'Number')),
          }
        : { kind: 'date', date: nameOfToken(date) },
    from: from === null ? null : timeOfToken(from),
    label: buildWords(rule),
    moves: observance === null ? [] : buildMoves(observance),
    span,
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
