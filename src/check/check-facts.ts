import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { FactNode, NameNode } from '../syntax/tree.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type { CheckedFact, FactType } from './model.ts';

export function checkFact(context: CheckContext, node: FactNode): CheckedFact {
  const inner = within(context, 'facts', node.name.text);
  const type: FactType =
    node.type.kind === 'words'
      ? { kind: 'words', words: node.type.words.map((word) => word.text) }
      : node.type;
  return { name: node.name.text, aliases: [], text: node.text, origin: originOf(inner, node.span), type };
}

/** Reports a fact that nobody declared. */
export function didYouMeanFact(
  context: CheckContext,
  facts: ReadonlyMap<string, CheckedFact>,
  name: NameNode,
): void {
  const candidates = [...facts.keys()];
  const nearest = nearestWord(name.text, candidates);
  report(context, 'names/unknown', name.span, { kind: 'fact', name: name.text, nearest, candidates });
}
