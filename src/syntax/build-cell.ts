import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Token } from '../../grammar/token.ts';
import type { Span } from '../text/source.ts';
import { buildCalendarName } from './build-calendar.ts';
import { buildAmount, buildName, nameOfToken, timeOfToken } from './build-parts.ts';
import { hasWord, node, nodes, nodeSpan, optionalNode, optionalToken, token, tokenSpan } from './cst.ts';
import type {
  AmountNode,
  BasisNode,
  BoundNode,
  CellNode,
  DayRuleNode,
  LimitNode,
  PromiseWordNode,
  RelationNode,
} from './tree.ts';

export function buildCell(cell: CstNode): CellNode {
  const span = nodeSpan(cell);
  const word = optionalNode(cell, 'promiseWord');
  if (word !== null) return { kind: 'word', word: promiseWordOf(word), span };
  const bound = buildCellBound(cell, span);
  if (hasWord(cell, 'every')) {
    const until = optionalNode(cell, 'name');
    return { kind: 'cadence', bound, until: until === null ? null : buildName(until), span };
  }
  const relation = optionalNode(cell, 'relation');
  return { kind: 'bound', bound, relation: relation === null ? null : buildRelation(relation), span };
}

function buildCellBound(cell: CstNode, span: Span): BoundNode {
  const bound = optionalNode(cell, 'bound');
  if (bound !== null) return buildBound(bound);
  return { kind: 'at once', span: { start: span.start, end: tokenSpan(token(cell, 'Word_once')).end } };
}

export function buildBound(bound: CstNode): BoundNode {
  const of = nodes(bound, 'limit').map(buildLimit);
  const [only] = of;
  const pick = (['later', 'earlier'] as const).find((word) => hasWord(bound, word));
  if (pick !== undefined) return { kind: 'pick', pick, of, span: nodeSpan(bound) };
  if (only === undefined) throw new Error('a bound without a limit');
  return only;
}

export function buildLimit(limit: CstNode): LimitNode {
  const span = nodeSpan(limit);
  const basis = buildBasis(node(limit, 'basis'), span);
  const amount = optionalNode(limit, 'amount');
  if (amount !== null) return { kind: 'amount', amount: buildAmount(amount), basis, span };
  if (hasWord(limit, 'end')) {
    const unit = nameOfToken(token(limit, 'Identifier'));
    return { kind: 'period end', unit, next: hasWord(limit, 'next'), basis, span };
  }
  return { kind: hasWord(limit, 'same') ? 'same business day' : 'next business day', basis, span };
}

function buildRelation(relation: CstNode): RelationNode {
  return {
    side: hasWord(relation, 'before') ? 'before' : 'after',
    name: buildName(node(relation, 'name')),
    due: hasWord(relation, 'due'),
    span: nodeSpan(relation),
  };
}

export function buildBasis(basis: CstNode, otherwise: Span): BasisNode {
  const calendar = optionalNode(basis, 'calendarName');
  const span = nodeSpan(basis);
  return {
    calendar: calendar === null ? null : buildCalendarName(calendar),
    dayLength: buildDayLength(basis),
    end: buildDayEnd(basis),
    rules: nodes(basis, 'dayRule').map(buildDayRule),
    span: span.end === 0 ? otherwise : span,
  };
}

function buildDayEnd(basis: CstNode): BasisNode['end'] {
  const at = optionalToken(basis, 'Word_at');
  if (at === null) return null;
  const upTo = (last: Token): Span => ({ start: at.startOffset, end: tokenSpan(last).end });
  const clock = optionalToken(basis, 'Time');
  if (clock !== null) return { kind: 'clock', time: timeOfToken(clock), span: upTo(clock) };
  const close = optionalToken(basis, 'Word_close');
  if (close !== null) return { kind: 'close', span: upTo(close) };
  return { kind: 'same time', span: upTo(token(basis, 'Word_time')) };
}

function buildDayRule(rule: CstNode): DayRuleNode {
  const span = nodeSpan(rule);
  if (hasWord(rule, 'cut-off')) return { kind: 'cut-off', value: timeOfToken(token(rule, 'Time')), span };
  if (hasWord(rule, 'receipt')) {
    return { kind: 'day one', value: hasWord(rule, 'counts') ? 'day of receipt' : 'day after', span };
  }
  if (hasWord(rule, 'ending')) {
    const value = hasWord(rule, 'stays')
      ? 'stays'
      : hasWord(rule, 'previous')
        ? 'previous close'
        : 'next opening';
    return { kind: 'end outside', value, span };
  }
  return { kind: 'receipt', value: hasWord(rule, 'opening') ? 'next opening' : 'as received', span };
}

/** A number and one unit. */
function buildDayLength(basis: CstNode): AmountNode | null {
  const length = optionalNode(basis, 'dayLength');
  if (length === null) return null;
  const unit = token(length, 'Identifier');
  return {
    amount: token(length, 'Number').image,
    upTo: null,
    unit: unit.image,
    unitSpan: tokenSpan(unit),
    span: nodeSpan(length),
  };
}

export function promiseWordOf(word: CstNode): PromiseWordNode {
  if (hasWord(word, 'best')) return 'best effort';
  if (hasWord(word, 'not')) return 'not offered';
  if (hasWord(word, 'agreed')) return 'as agreed';
  return hasWord(word, 'optional') ? 'optional' : 'unknown';
}
