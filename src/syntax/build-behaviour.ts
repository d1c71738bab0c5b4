import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import { wordsOf } from './build-conduct.ts';
import { buildHours } from './build-hours.ts';
import { buildName, buildNames, nameOfToken } from './build-parts.ts';
import { buildDistribution, percent } from './build-simulation.ts';
import type { ReadClause } from './clause-reader.ts';
import { hasWord, node, nodes, optionalNode, token, tokens, tokenSpan } from './cst.ts';
import type { BehaviourNode, DelayNode, TurnMomentNode, NameNode } from './tree.ts';

/** The clause of what customers do; null where it is another. */
export function buildBehaviour({ rule, cst, span }: ReadClause, text: string): BehaviourNode | null {
  switch (rule) {
    case 'misjudgedClause':
      return buildMisjudged(cst, span);
    case 'turnedClause':
      return buildTurned(cst, span);
    case 'happensClause': {
      const event = wordsOf(node(cst, 'event'), text);
      return { kind: 'event', event, share: shareOf(cst), of: namesOf(cst), moment: momentOf(cst), span };
    }
    case 'undescribedClause': {
      const fact = optionalNode(cst, 'name');
      return {
        kind: 'undescribed',
        share: shareOf(cst),
        fact: fact === null ? null : buildName(fact),
        described: hasWord(cst, 'described') ? momentOf(cst) : null,
        span,
      };
    }
    case 'agreesClause': {
      const refuses = hasWord(cst, 'refuses') ? shareOf(cst, 1) : null;
      return { kind: 'agrees', share: shareOf(cst), refuses, after: delayOf(node(cst, 'delay')), span };
    }
    case 'reopenedClause':
      return buildReopened(cst, span);
    default:
      return null;
  }
}

function buildMisjudged(cst: CstNode, span: Span): BehaviourNode {
  const names = nodes(cst, 'name').map(buildName);
  const rows = tokens(cst, 'Percent').flatMap((share, i) => {
    const [truly, reported] = [names[2 * i], names[2 * i + 1]];
    if (truly === undefined || reported === undefined) return [];
    return [{ truly, reported, share: percent(share.image, tokenSpan(share)) }];
  });
  return { kind: 'misjudged', rows, corrected: hasWord(cst, 'corrected') ? momentOf(cst) : null, span };
}

function buildTurned(cst: CstNode, span: Span): BehaviourNode {
  const name = optionalNode(cst, 'name');
  return {
    kind: token(cst, 'Identifier').image === 'raised' ? 'raised' : 'lowered',
    share: shareOf(cst),
    of: namesOf(cst),
    to:
      name === null
        ? { kind: 'by', steps: nameOfToken(token(cst, 'Number')) }
        : { kind: 'severity', name: buildName(name) },
    moment: momentOf(cst),
    span,
  };
}

/** A share stands behind the step that is done in it. */
function buildReopened(cst: CstNode, span: Span): BehaviourNode {
  const texts = tokens(cst, 'Text');
  const [, ...shares] = tokens(cst, 'Percent');
  const steps = texts.map((text, i) => {
    const end = texts[i + 1]?.startOffset ?? Infinity;
    const share = shares.find(({ startOffset }) => startOffset > text.startOffset && startOffset < end);
    return {
      name: nameOfToken(text),
      share: share === undefined ? null : percent(share.image, tokenSpan(share)),
    };
  });
  return {
    kind: 'reopened',
    share: shareOf(cst),
    of: namesOf(cst),
    after: delayOf(node(cst, 'delay')),
    steps,
    span,
  };
}

function shareOf(cst: CstNode, index = 0): NameNode {
  const share = token(cst, 'Percent', index);
  return percent(share.image, tokenSpan(share));
}

function namesOf(cst: CstNode): readonly NameNode[] | null {
  const names = optionalNode(cst, 'names');
  return names === null ? null : buildNames(names);
}

function momentOf(clause: CstNode): TurnMomentNode {
  const moment = node(clause, 'turnMoment');
  const delay = optionalNode(moment, 'delay');
  if (delay !== null) return { kind: 'after', delay: delayOf(delay) };
  return {
    kind: 'step',
    side: hasWord(moment, 'start') ? 'start' : 'end',
    step: nameOfToken(token(moment, 'Text')),
  };
}

function delayOf(delay: CstNode): DelayNode {
  const during = optionalNode(delay, 'whoseHours');
  return {
    time: buildDistribution(node(delay, 'distribution')),
    during: during === null ? null : buildHours(during),
  };
}
