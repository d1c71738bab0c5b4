import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import { buildCalendarName } from './build-calendar.ts';
import { buildBasis, buildCell, promiseWordOf } from './build-cell.ts';
import { buildName, buildNames, buildSelector, buildWords, wordsOf, nameOfToken } from './build-parts.ts';
import { hasWord, node, nodes, nodeSpan, optionalNode, token, tokens } from './cst.ts';
import type {
  ArrivalNode,
  BusinessNode,
  ChannelsNode,
  CoverageNode,
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
    opened: buildArrival(clause),
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

/** When a table says that it is for tickets opened in some hours; null where it does not. */
export function buildArrival(head: CstNode): ArrivalNode | null {
  const arrival = optionalNode(head, 'arrival');
  if (arrival === null) return null;
  return {
    side: hasWord(arrival, 'outside') ? 'outside' : 'in',
    calendar: buildCalendarName(node(arrival, 'calendarName')),
    span: nodeSpan(arrival),
  };
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

export function buildPeriod(clause: CstNode): PeriodNode | null {
  const period = optionalNode(clause, 'period');
  return period === null ? null : periodOf(period);
}

export function periodOf(period: CstNode): PeriodNode {
  const words = tokens(period, 'Identifier');
  // `contract` is a word of its own before the unit: `per contract month`.
  return {
    contract: hasWord(period, 'contract'),
    fiscal: hasWord(period, 'fiscal'),
    unit: nameOfToken(words[words.length - 1] ?? token(period, 'Identifier')),
    span: nodeSpan(period),
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

/** `month` of `months`. */
export function singular(unit: NameNode): NameNode {
  return { ...unit, text: unit.text.replace(/s$/, '') };
}
