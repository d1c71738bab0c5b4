import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import { wordsOf } from './build-conduct.ts';
import { buildFactTest, buildName, nameOfToken, unquote } from './build-parts.ts';
import { node, nodes, nodeSpan, optionalNode, optionalToken, token, tokenSpan } from './cst.ts';
import { buildMoment } from './build-parts.ts';
import type { Attribute, StoryRowNode, StorySaysNode, StoryWhatNode } from './tree.ts';

/** A row of a ticket's story: when, what, and what it says of the ticket. */
export function buildStoryRow(cst: CstNode, span: Span, text: string): StoryRowNode {
  return {
    kind: 'row',
    at: buildMoment(node(cst, 'moment')),
    what: buildWhat(cst, text),
    says: nodes(cst, 'storySays').map(buildSays),
    span,
  };
}

function buildWhat(cst: CstNode, text: string): StoryWhatNode {
  const work = optionalNode(cst, 'storyWork');
  if (work !== null) return buildWork(work);
  const units = optionalNode(cst, 'storyUnits');
  if (units !== null) return buildUnits(units);
  const happening = optionalNode(cst, 'happening');
  if (happening === null) return { kind: 'says', span: nodeSpan(node(cst, 'storySays')) };
  const [name, from] = nodes(happening, 'state').map((words) => wordsOf(words, text));
  const to = optionalNode(happening, 'name');
  if (name === undefined) throw new Error('the grammar promised what happens');
  return {
    kind: 'happening',
    name,
    to: to === null ? null : buildName(to),
    from: from ?? null,
    span: nodeSpan(happening),
  };
}

function buildWork(work: CstNode): StoryWhatNode {
  const number = token(work, 'Number');
  const unit = token(work, 'Identifier');
  const span = { start: number.startOffset, end: tokenSpan(unit).end };
  return {
    kind: 'work',
    amount: { amount: number.image, upTo: null, unit: unit.image, unitSpan: tokenSpan(unit), span },
    of: buildName(node(work, 'name')),
    span: nodeSpan(work),
  };
}

function buildUnits(units: CstNode): StoryWhatNode {
  const span = nodeSpan(units);
  const pack = optionalToken(units, 'Text');
  if (pack !== null)
    return { kind: 'pack', name: { text: unquote(pack.image), span: tokenSpan(pack) }, span };
  return {
    kind: optionalToken(units, 'Word_used') === null ? 'bought' : 'used',
    amount: nameOfToken(token(units, 'Number')),
    thing: buildName(node(units, 'name')),
    span,
  };
}

function buildSays(cst: CstNode): StorySaysNode {
  const span = nodeSpan(cst);
  const test = optionalNode(cst, 'factTest');
  if (test !== null) return { kind: 'fact', test: buildFactTest(test), span };
  const kind = token(cst, 'Identifier').image as Attribute;
  return { kind, name: buildName(node(cst, 'name')), span };
}
