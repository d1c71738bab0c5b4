import type { DeclarationNode, NameNode } from '../../syntax/tree.ts';
import { positionAt } from '../../text/source.ts';
import { finding, type LintRule } from '../finding.ts';
import { isName, visitLocated } from '../walk.ts';

/**
 * Calendars, holiday sets, facts and words that a contract declares and never speaks of again. A file without plans
 * is there for others to use, and is left alone.
 */
export const unusedName: LintRule = ({ files }) => {
  const main = files[0];
  if (main === undefined || !main.declarations.some(({ kind }) => kind === 'plan')) return [];
  const declared = main.declarations.flatMap(namesDeclaredBy);
  const unspoken = new Set(declared.map(({ name }) => name.text));
  for (const file of files) {
    for (const node of file.declarations) {
      for (const name of namesSpokenOfIn(node)) unspoken.delete(name);
    }
  }
  return declared
    .filter(({ name }) => unspoken.has(name.text))
    .map(({ kind, name }) => {
      const { line, column } = positionAt(main.source, name.span.start);
      return finding(
        'lint/unused-name',
        { file: main.source.name, line, column, path: [] },
        { kind, name: name.text },
      );
    });
};

interface DeclaredName {
  readonly kind: string;
  readonly name: NameNode;
}

function namesDeclaredBy(node: DeclarationNode): readonly DeclaredName[] {
  switch (node.kind) {
    case 'calendar':
    case 'channel':
    case 'activity':
    case 'metric':
    case 'type':
      return [{ kind: node.kind, name: node.name }];
    case 'holidays':
      return [{ kind: 'holiday set', name: node.name }];
    case 'facts':
      return node.rows.map(({ name }) => ({ kind: 'fact', name }));
    default:
      return [];
  }
}

/** What declarations speak of. One that an edit has left as it was is not gone through again. */
const known = new WeakMap<DeclarationNode, ReadonlySet<string>>();

/** Every name in a declaration but those that it declares. */
function namesSpokenOfIn(node: DeclarationNode): ReadonlySet<string> {
  const before = known.get(node);
  if (before !== undefined) return before;
  const heads = new Set(namesDeclaredBy(node).map(({ name }) => name));
  const texts = new Set<string>();
  visitLocated(node, (part) => {
    if (isName(part) && !heads.has(part)) texts.add(part.text);
  });
  known.set(node, texts);
  return texts;
}
