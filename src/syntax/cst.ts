import type { CstElement, CstNode } from '../../grammar/concrete-tree.ts';
import type { Token } from '../../grammar/token.ts';
import type { Span } from '../text/source.ts';

/** Reading access to Chevrotain's concrete tree, whose children are lists by name. */

export function isToken(element: CstElement): element is Token {
  return 'image' in element;
}

export function tokens(node: CstNode, name: string): readonly Token[] {
  return (node.children[name] ?? []).filter(isToken);
}

export function nodes(node: CstNode, name: string): readonly CstNode[] {
  return (node.children[name] ?? []).filter((element): element is CstNode => !isToken(element));
}

export function token(node: CstNode, name: string, index = 0): Token {
  return present(tokens(node, name)[index], name);
}

export function node(parent: CstNode, name: string, index = 0): CstNode {
  return present(nodes(parent, name)[index], name);
}

export function optionalToken(parent: CstNode, name: string): Token | null {
  return tokens(parent, name)[0] ?? null;
}

export function optionalNode(parent: CstNode, name: string): CstNode | null {
  return nodes(parent, name)[0] ?? null;
}

/** Whether a word with a fixed place stands in the clause, by the word. */
export function hasWord(parent: CstNode, text: string): boolean {
  return tokens(parent, `Word_${text.replaceAll('-', '_')}`).length > 0;
}

export function tokenSpan(token: Token): Span {
  return { start: token.startOffset, end: token.startOffset + token.image.length };
}

/** From the first to the last token below a node; a node that holds none (an optional part left out) is nowhere. */
export function nodeSpan(parent: CstNode): Span {
  const { start, end } = reach(parent);
  return { start: Math.min(start, end), end };
}

function reach(parent: CstNode): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const elements of Object.values(parent.children)) {
    for (const element of elements) {
      const span = isToken(element) ? tokenSpan(element) : reach(element);
      if (span.start < start) start = span.start;
      if (span.end > end) end = span.end;
    }
  }
  return { start, end };
}

/** The grammar has matched, so what it requires is there; anything else is our fault. */
function present<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the grammar promised ${name}`);
  return value;
}
