import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Token } from '../../grammar/token.ts';
import type { Span } from '../text/source.ts';
import { buildBound } from './build-cell.ts';
import { buildName, buildSelector, buildZone, nameOfToken } from './build-parts.ts';
import { buildPeriod } from './build-plan.ts';
import { hasWord, node, nodes, nodeSpan, optionalNode, optionalToken, token, tokenSpan } from './cst.ts';
import type { AttainNode, AttainTermNode, NameNode } from './tree.ts';

export function buildAttain(clause: CstNode, span: Span): AttainNode {
  const zone = optionalNode(clause, 'zone');
  const bound = optionalNode(clause, 'bound');
  const populations = ['opened', 'closed', 'due', 'resolved'] as const;
  const isBelow = hasWord(clause, 'below');
  return {
    kind: 'attain',
    aim: buildAim(clause),
    metric: buildName(node(clause, 'name')),
    bound:
      bound === null
        ? null
        : { kind: hasWord(clause, 'within') ? 'within' : 'at most', bound: buildBound(bound) },
    period: buildPeriod(clause),
    population: populations.find((population) => hasWord(clause, population)) ?? null,
    below: isBelow ? nameOfToken(token(clause, 'Number')) : null,
    zone: zone === null ? null : buildZone(zone),
    terms: nodes(clause, 'attainTerm').map(buildTerm),
    for: buildSelector(clause),
    span,
  };
}

function buildAim(clause: CstNode): AttainNode['aim'] {
  const share = optionalToken(clause, 'Percent');
  const late = optionalNode(clause, 'mostLate');
  const count = late === null ? null : nameOfToken(token(late, 'Number'));
  if (share !== null) return { kind: 'share', share: percentOf(share), orLate: count };
  return count === null ? { kind: 'mean' } : { kind: 'late', count };
}

function buildTerm(term: CstNode): AttainTermNode {
  const span = nodeSpan(term);
  const share = optionalToken(term, 'Percent');
  if (share !== null) return { kind: 'else', share: percentOf(share), span };
  const tickets = optionalToken(term, 'Number');
  if (tickets !== null) return { kind: 'at least', tickets: nameOfToken(tickets), span };
  if (hasWord(term, 'except')) return { kind: 'except', names: nodes(term, 'name').map(buildName), span };
  return { kind: 'each', of: hasWord(term, 'overall') ? null : buildName(node(term, 'name')), span };
}

/** The digits of a share, without its sign. */
export function percentOf(percent: Token): NameNode {
  return { text: percent.image.replace(/\s*%$/, ''), span: tokenSpan(percent) };
}
