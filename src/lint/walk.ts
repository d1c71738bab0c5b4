import type { SourceFile } from '../text/source.ts';
import type { FileNode, Located, NameNode } from '../syntax/tree.ts';

/** Visits every node of a file that has a place, parents before their children. */
export function visitLocated(file: FileNode, visit: (node: Located) => void): void {
  visitBelow(file.declarations, file.source, visit);
}

function visitBelow(value: unknown, source: SourceFile, visit: (node: Located) => void): void {
  if (typeof value !== 'object' || value === null || value === source) return;
  if (isLocated(value)) visit(value);
  for (const child of Object.values(value)) {
    if (typeof child === 'object') visitBelow(child, source, visit);
  }
}

function isLocated(value: object): value is Located {
  return 'span' in value && typeof value.span === 'object';
}

export function isName(node: Located): node is NameNode {
  return 'text' in node && typeof node.text === 'string';
}
