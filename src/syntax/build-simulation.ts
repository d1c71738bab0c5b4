import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import { buildHours } from './build-hours.ts';
import { wordsOf } from './build-conduct.ts';
import { buildAmount, buildName, buildNames, buildWeekdays, buildZone, nameOfToken } from './build-parts.ts';
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
  DistributionNode,
  HourRowNode,
  NameNode,
  QuietNode,
  SharesNode,
  SimulationClauseNode,
  SpreadNode,
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

export function buildQuiet(clause: CstNode, span: Span): QuietNode {
  const share = optionalToken(clause, 'Percent');
  return {
    sets: buildNames(node(clause, 'names')),
    share: share === null ? null : percent(share.image, tokenSpan(share)),
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
): Pick<
  WorkNode,
  'kind' | 'name' | 'of' | 'teams' | 'after' | 'share' | 'stops' | 'brings' | 'state' | 'during'
> {
  const state = optionalNode(head, 'state');
  const during = optionalNode(head, 'whoseHours');
  const share = optionalToken(head, 'Percent');
  const brings = optionalNode(head, 'brings');
  const after = optionalNode(head, 'afterStep');
  return {
    kind: token(head, 'Identifier').image === 'wait' ? 'wait' : 'work',
    name: nameOfToken(token(head, 'Text')),
    teams: buildTeamNames(head),
    after: after === null ? null : nameOfToken(token(after, 'Text')),
    share: share === null ? null : percent(share.image, tokenSpan(share)),
    of: hasWord(head, 'of') ? buildName(node(head, 'name')) : null,
    stops: hasWord(head, 'stops')
      ? {
          metric: buildName(nodes(head, 'name').at(-1) ?? node(head, 'name')),
          at: hasWord(head, 'start') ? 'start' : 'end',
        }
      : null,
    brings:
      brings === null
        ? null
        : { event: buildName(node(brings, 'name')), at: hasWord(brings, 'start') ? 'start' : 'end' },
    state: state === null ? null : wordsOf(state, text),
    during: during === null ? null : buildHours(during),
  };
}

export function buildWorkRow(row: CstNode, span: Span): WorkRowNode {
  const names = optionalNode(row, 'names');
  const distribution = optionalNode(row, 'distribution');
  return {
    severities: names === null ? null : buildNames(names),
    distribution: distribution === null ? null : buildDistribution(distribution),
    span,
  };
}

export function buildDistribution(distribution: CstNode): DistributionNode {
  const spreads = nodes(distribution, 'spread').map(buildSpread);
  const shares = tokens(distribution, 'Percent').map((share) => percent(share.image, tokenSpan(share)));
  const [only] = spreads;
  if (only === undefined) throw new Error('the grammar promised a time');
  if (shares.length === 0) return only;
  const parts = spreads.map((of, i) => ({ share: shares[i] ?? { text: '0', span: of.span }, of }));
  return { kind: 'mixture', parts, span: nodeSpan(distribution) };
}

function buildSpread(spread: CstNode): SpreadNode {
  const span = nodeSpan(spread);
  const amounts = nodes(spread, 'amount').map(buildAmount);
  const shares = tokens(spread, 'Percent').map((share) => percent(share.image, tokenSpan(share)));
  if (hasWord(spread, 'column')) {
    const unit = optionalToken(spread, 'Identifier');
    return {
      kind: 'of a file',
      path: nameOfToken(token(spread, 'Text')),
      column: buildName(node(spread, 'name')),
      unit: unit === null ? null : nameOfToken(unit),
      span,
    };
  }
  const [first, second] = amounts;
  if (first === undefined) throw new Error('the grammar promised an amount');
  if (hasWord(spread, 'one')) return { kind: 'values', amounts, span };
  if (hasWord(spread, 'quantiles')) {
    const points = amounts.map((amount, i) => ({ at: shares[i] ?? { text: '0', span }, amount }));
    return { kind: 'quantiles', points, span };
  }
  if (hasWord(spread, 'erlang')) {
    return { kind: 'erlang', phases: nameOfToken(token(spread, 'Number')), mean: first, span };
  }
  if (second !== undefined) {
    if (hasWord(spread, 'gamma')) return { kind: 'gamma', mean: first, deviation: second, span };
    const share = shares[0] ?? { text: '90', span };
    const kind = hasWord(spread, 'weibull') ? 'weibull' : 'lognormal';
    return { kind, median: first, share, within: second, span };
  }
  const kind = (['fixed', 'uniform'] as const).find((word) => hasWord(spread, word)) ?? 'exponential';
  return { kind, amount: first, span };
}

/** Teams named behind a word of a clause; null where it names none. */
export function buildTeamNames(clause: CstNode, index = 0): readonly NameNode[] | null {
  const names = nodes(clause, 'teamNames')[index];
  return names === undefined ? null : tokens(names, 'Text').map(nameOfToken);
}

export function percent(image: string, span: Span): NameNode {
  return { text: image.replace(/\s*%$/, ''), span };
}
