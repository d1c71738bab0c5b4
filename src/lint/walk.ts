import type { DeclarationNode, Located, NameNode } from '../syntax/tree.ts';

/** Visits every node of a declaration that has a place, parents before their children. */
export function visitLocated(declaration: DeclarationNode, visit: (node: Located) => void): void {
  visitBelow(declaration, visit);
}

function visitBelow(value: object, visit: (node: Located) => void): void {
  if (isLocated(value)) visit(value);
  for (const key of Object.keys(value)) {
    const child: unknown = value[key as keyof typeof value];
    // Below a span there are numbers alone; half of all objects are spans.
    if (typeof child === 'object' && child !== null && key !== 'span') visitBelow(child, visit);
  }
}

function isLocated(value: object): value is Located {
  return 'span' in value && typeof value.span === 'object';
}

export function isName(node: Located): node is NameNode {
  return 'text' in node && typeof node.text === 'string';
}
