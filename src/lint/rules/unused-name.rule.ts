import type { DeclarationNode, FileNode, NameNode } from '../../syntax/tree.ts';
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
  const heads = new Set(declared.map(({ name }) => name));
  const spokenOf = namesIn(files, heads);
  return declared
    .filter(({ name }) => !spokenOf.has(name.text))
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

/** Every name in the files but those that are the declarations in question. */
function namesIn(files: readonly FileNode[], heads: ReadonlySet<NameNode>): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const file of files) {
    visitLocated(file, (node) => {
      if (isName(node) && !heads.has(node)) texts.add(node.text);
    });
  }
  return texts;
}
