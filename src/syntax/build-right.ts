import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import { percentOf } from './build-attain.ts';
import { buildMeasured } from './build-credit.ts';
import { buildMoney } from './build-entitlement.ts';
import { buildName, buildNames, buildSelector, buildWords, nameOfToken } from './build-parts.ts';
import { singular } from './build-plan.ts';
import { hasWord, node, nodes, nodeSpan, optionalNode, optionalToken, token, tokens } from './cst.ts';
import type { BadPeriodsNode, PeriodTallyNode, RightNode } from './money-tree.ts';
import type { PeriodNode } from './part-tree.ts';

export function buildRight(clause: CstNode, span: Span): RightNode {
  return {
    kind: 'right',
    text: buildWords(clause),
    when: nodes(clause, 'badPeriods').map((bad) => ({
      of: buildMeasure(bad),
      tally: buildTally(node(bad, 'periodTally')),
      span: nodeSpan(bad),
    })),
    terms: nodes(clause, 'rightTerm').map((term) => ({
      kind: hasWord(term, 'used') ? 'used' : 'notice',
      stretch: buildMeasured(node(term, 'measuredStretch')),
      span: nodeSpan(term),
    })),
    span,
  };
}

function buildMeasure(bad: CstNode): BadPeriodsNode['of'] {
  const failing = optionalNode(bad, 'failing');
  if (failing !== null) {
    const below = hasWord(failing, 'below') ? percentOf(token(failing, 'Percent')) : null;
    const metric = optionalNode(bad, 'name');
    if (metric !== null)
      return { kind: 'attained', metric: buildName(metric), for: buildSelector(bad), below };
    const service = optionalNode(bad, 'words') === null ? null : buildWords(bad);
    return { kind: 'availability', service, below };
  }
  if (hasWord(bad, 'credits')) {
    const percent = optionalToken(bad, 'Percent');
    return {
      kind: 'credits',
      reach:
        percent === null
          ? { kind: 'money', money: buildMoney(node(bad, 'money')) }
          : { kind: 'share', percent: percentOf(percent), of: buildWords(bad) },
    };
  }
  if (hasWord(bad, 'points')) return { kind: 'points', count: nameOfToken(token(bad, 'Number')) };
  const metrics = optionalNode(bad, 'names');
  return {
    kind: 'missed',
    count: nameOfToken(token(bad, 'Number')),
    metrics: metrics === null ? null : buildNames(metrics),
    for: buildSelector(bad),
  };
}

function buildTally(tally: CstNode): PeriodTallyNode {
  const numbers = tokens(tally, 'Number').map(nameOfToken);
  return {
    kind: hasWord(tally, 'any') ? 'any' : hasWord(tally, 'row') ? 'in a row' : 'of',
    first: numbers[0] ?? null,
    second: numbers[1] ?? null,
    unit: unitOf(node(tally, 'periodUnit')),
    span: nodeSpan(tally),
  };
}

/** `months` as the period it is of. */
function unitOf(cst: CstNode): PeriodNode {
  const words = tokens(cst, 'Identifier');
  const unit = nameOfToken(words[words.length - 1] ?? token(cst, 'Identifier'));
  return {
    fiscal: hasWord(cst, 'fiscal'),
    contract: hasWord(cst, 'contract'),
    unit: singular(unit),
    span: nodeSpan(cst),
  };
}
