import type { FactNode } from '../syntax/tree.ts';
import { type CheckContext, originOf, within } from './context.ts';
import type { CheckedFact, FactType } from './model.ts';

export function checkFact(context: CheckContext, node: FactNode): CheckedFact {
  const inner = within(context, 'facts', node.name.text);
  const type: FactType =
    node.type.kind === 'words'
      ? { kind: 'words', words: node.type.words.map((word) => word.text) }
      : node.type;
  return { name: node.name.text, aliases: [], text: node.text, origin: originOf(inner, node.span), type };
}
