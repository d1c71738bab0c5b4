import type { SourceFile } from '../text/source.ts';
import type { FileNode, Located, NameNode } from '../syntax/tree.ts';

/** Every node of a file that has a place, parents before their children. */
export function* locatedIn(file: FileNode): Generator<Located> {
  yield* locatedBelow(file.declarations, file.source);
}

function* locatedBelow(value: unknown, source: SourceFile): Generator<Located> {
  if (typeof value !== 'object' || value === null || value === source) return;
  if (isLocated(value)) yield value;
  for (const child of Object.values(value)) yield* locatedBelow(child, source);
}

function isLocated(value: object): value is Located {
  return 'span' in value && typeof value.span === 'object';
}

export function isName(node: Located): node is NameNode {
  return 'text' in node && typeof node.text === 'string';
}
