import type { CstNode, IToken } from 'chevrotain';
import type { Span } from '../text/source.ts';
import { buildCalendarName } from './build-calendar.ts';
import {
  buildAmount,
  buildName,
  buildNames,
  buildSelector,
  buildWords,
  wordsOf,
  buildZone,
  nameOfToken,
  timeOfToken,
} from './build-parts.ts';
import {
  hasWord,
  node,
  nodes,
  nodeSpan,
  optionalNode,
  optionalToken,
  token,
  tokens,
  tokenSpan,
} from './cst.ts';
import type {
  AttainNode,
  BasisNode,
  BusinessNode,
  CellNode,
  ChannelsNode,
  CoverageNode,
  DayRuleNode,
  FeatureNode,
  NameNode,
  PeriodNode,
  TargetRowNode,
} from './tree.ts';

export function buildPlanHead(head: CstNode) {
  const names = nodes(head, 'name');
  const aliases = optionalNode(head, 'names');
  return {
    name: buildName(node(head, 'name')),
    extends: names[1] === undefined ? null : buildName(names[1]),
    aliases: aliases === null ? [] : buildNames(aliases),
    text: buildWords(head),
  };
}

export function buildCoverage(clause: CstNode, span: Span): CoverageNode {
  const word = optionalNode(clause, 'promiseWord');
  return {
    kind: 'coverage',
    activities: buildNames(node(clause, 'names')),
    hours: word === null ? buildCalendarName(node(clause, 'calendarName')) : null,
    word: word === null ? null : promiseWordOf(word),
    for: buildSelector(clause),
    span,
  };
}

/** `channels web, email` and `channel phone`. */
export function buildChannels(clause: CstNode, span: Span): ChannelsNode {
  return {
    kind: 'channels',
    names: buildNames(node(clause, 'names')),
    onRequest: hasWord(clause, 'request'),
    for: buildSelector(clause),
    span,
  };
}

export function buildBusiness(clause: CstNode, span: Span): BusinessNode {
  return {
    kind: 'business',
    unit: hasWord(clause, 'hours') ? 'hours' : 'days',
    basis: buildBasis(node(clause, 'basis'), span),
    span,
  };
}

function buildBasis(basis: CstNode, otherwise: Span): BasisNode {
  const calendar = optionalNode(basis, 'calendarName');
  const span = nodeSpan(basis);
  return {
    calendar: calendar === null ? null : buildCalendarName(calendar),
    end: buildDayEnd(basis),
    rules: nodes(basis, 'dayRule').map(buildDayRule),
    span: span.end === 0 ? otherwise : span,
  };
}

function buildDayEnd(basis: CstNode): BasisNode['end'] {
  const at = optionalToken(basis, 'Word_at');
  if (at === null) return null;
  const upTo = (last: IToken): Span => ({ start: at.startOffset, end: tokenSpan(last).end });
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

export function buildTargetHeader(header: CstNode): readonly NameNode[] {
  return nodes(header, 'name').map(buildName);
}

export function buildTargetRow(row: CstNode, span: Span): TargetRowNode {
  const names = node(row, 'names');
  return {
    severities: buildNames(names),
    head: nodeSpan(names),
    cells: nodes(row, 'cell').map(buildCell),
    span,
  };
}

export function buildCell(cell: CstNode): CellNode {
  const span = nodeSpan(cell);
  const word = optionalNode(cell, 'promiseWord');
  if (word !== null) return { kind: 'word', word: promiseWordOf(word), span };
  const basis = buildBasis(node(cell, 'basis'), span);
  const amount = optionalNode(cell, 'amount');
  return amount === null
    ? { kind: 'next business day', basis, span }
    : { kind: 'amount', amount: buildAmount(amount), basis, span };
}

export function promiseWordOf(word: CstNode): 'best effort' | 'not offered' | 'optional' | 'unknown' {
  if (hasWord(word, 'best')) return 'best effort';
  if (hasWord(word, 'not')) return 'not offered';
  return hasWord(word, 'optional') ? 'optional' : 'unknown';
}

export function buildPeriod(clause: CstNode): PeriodNode | null {
  const period = optionalNode(clause, 'period');
  return period === null ? null : periodOf(period);
}

export function periodOf(period: CstNode): PeriodNode {
  const words = tokens(period, 'Identifier');
  // `contract` is a word of its own before the unit: `per contract month`.
  return {
    contract: hasWord(period, 'contract'),
    unit: nameOfToken(words[words.length - 1] ?? token(period, 'Identifier')),
    span: nodeSpan(period),
  };
}

export function buildAttain(clause: CstNode, span: Span): AttainNode {
  const share = token(clause, 'Percent');
  const zone = optionalNode(clause, 'zone');
  const populations = ['opened', 'closed', 'due'] as const;
  return {
    kind: 'attain',
    share: { text: share.image.replace(/\s*%$/, ''), span: tokenSpan(share) },
    metric: buildName(node(clause, 'name')),
    period: buildPeriod(clause),
    population: populations.find((population) => hasWord(clause, population)) ?? null,
    zone: zone === null ? null : buildZone(zone),
    for: buildSelector(clause),
    span,
  };
}

export function buildFeature(clause: CstNode, span: Span): FeatureNode {
  const values = ['yes', 'no', 'optional', 'unknown'] as const;
  const said = nodes(clause, 'words')[1];
  return {
    kind: 'feature',
    text: buildWords(clause),
    value: said === undefined ? (values.find((value) => hasWord(clause, value)) ?? 'unknown') : 'text',
    says: said === undefined ? '' : wordsOf(said),
    span,
  };
}
