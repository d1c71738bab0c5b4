import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import { buildCalendarName } from './build-calendar.ts';
import { wordsOf } from './build-conduct.ts';
import {
  buildAmount,
  buildName,
  buildNames,
  buildSelector,
  buildWeekdays,
  buildZone,
  nameOfToken,
} from './build-parts.ts';
import {
  hasWord,
  isToken,
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
  DeskNode,
  DistributionNode,
  HourRowNode,
  NameNode,
  SharesNode,
  SimulationClauseNode,
  TeamNode,
  WorkNode,
  WorkRowNode,
} from './tree.ts';

export function buildSpanClause(clause: CstNode, span: Span): SimulationClauseNode {
  return {
    kind: 'span',
    from: nameOfToken(token(clause, 'Date', 0)),
    to: nameOfToken(token(clause, 'Date', 1)),
    zone: buildZone(node(clause, 'zone')),
    span,
  };
}

export function buildWarmUp(clause: CstNode, span: Span): SimulationClauseNode {
  return { kind: 'warm-up', amount: buildAmount(node(clause, 'amount')), span };
}

export function buildNumberClause(clause: CstNode, span: Span): SimulationClauseNode {
  const kind = token(clause, 'Identifier').image === 'runs' ? 'runs' : 'seed';
  return { kind, value: nameOfToken(token(clause, 'Number')), span };
}

export function buildRate(clause: CstNode, span: Span) {
  return {
    amount: nameOfToken(token(clause, 'Number')),
    per: nameOfToken(token(clause, 'Identifier', 1)),
    span,
  };
}

export function buildHourRow(row: CstNode, span: Span): HourRowNode {
  return {
    days: buildWeekdays(node(row, 'weekdays')),
    weights: tokens(row, 'Number').map((number) => Number(number.image)),
    span,
  };
}

export function buildShares(clause: CstNode, span: Span): SharesNode {
  const kind = token(clause, 'Identifier').image as SharesNode['kind'];
  const weights = [...tokens(clause, 'Number'), ...tokens(clause, 'Percent')].sort(
    (a, b) => a.startOffset - b.startOffset,
  );
  return {
    kind,
    shares: nodes(clause, 'name').map((name, i) => ({
      name: buildName(name),
      weight: Number.parseFloat(weights[i]?.image ?? '0'),
    })),
    span,
  };
}

export function buildWorkHead(
  head: CstNode,
  text: string,
): Pick<WorkNode, 'kind' | 'name' | 'share' | 'stops' | 'state'> {
  const state = optionalNode(head, 'state');
  const share = optionalToken(head, 'Percent');
  return {
    kind: token(head, 'Identifier').image === 'wait' ? 'wait' : 'work',
    name: nameOfToken(token(head, 'Text')),
    share: share === null ? null : percent(share.image, tokenSpan(share)),
    stops: hasWord(head, 'stops')
      ? { metric: buildName(node(head, 'name')), at: hasWord(head, 'start') ? 'start' : 'end' }
      : null,
    state: state === null ? null : wordsOf(state, text),
  };
}

export function buildWorkRow(row: CstNode, span: Span): WorkRowNode {
  const names = optionalNode(row, 'names');
  return {
    severities: names === null ? null : buildNames(names),
    distribution: buildDistribution(node(row, 'distribution')),
    span,
  };
}

function buildDistribution(distribution: CstNode): DistributionNode {
  const span = nodeSpan(distribution);
  const amounts = nodes(distribution, 'amount').map(buildAmount);
  const shares = tokens(distribution, 'Percent').map((share) => percent(share.image, tokenSpan(share)));
  const [first, second] = amounts;
  if (first === undefined) throw new Error('the grammar promised an amount');
  if (hasWord(distribution, 'quantiles')) {
    const points = amounts.map((amount, i) => ({ at: shares[i] ?? { text: '0', span }, amount }));
    return { kind: 'quantiles', points, span };
  }
  if (second !== undefined) {
    return {
      kind: 'lognormal',
      median: first,
      share: shares[0] ?? { text: '90', span },
      within: second,
      span,
    };
  }
  const kind = hasWord(distribution, 'fixed')
    ? 'fixed'
    : hasWord(distribution, 'uniform')
      ? 'uniform'
      : 'exponential';
  return { kind, amount: first, span };
}

function percent(image: string, span: Span): NameNode {
  return { text: image.replace(/\s*%$/, ''), span };
}

export function buildTeam(clause: CstNode, span: Span): TeamNode {
  return {
    name: nameOfToken(token(clause, 'Text')),
    agents: nameOfToken(token(clause, 'Number')),
    calendar: buildCalendarName(node(clause, 'calendarName')),
    for: buildSelector(clause),
    span,
  };
}

export function buildTakes(clause: CstNode, span: Span): DeskNode['takes'][number] {
  const keys = nodes(clause, 'takesKey').map((key) => {
    const words = Object.values(key.children).flat();
    const word = words.find(isToken)?.image;
    return word === 'severity' || word === 'deadline' ? word : 'arrival';
  });
  return { keys, span };
}
