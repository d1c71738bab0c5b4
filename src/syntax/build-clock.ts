import type { CstNode } from 'chevrotain';
import type { Span } from '../text/source.ts';
import { buildNamedStretch, buildStretch, wordsOf } from './build-conduct.ts';
import type { ClosesNode, EveryNode, PauseCapNode, ReopenNode } from './conduct-tree.ts';
import { hasWord, node, optionalNode } from './cst.ts';

/** Which of several events counts; null where the clause does not say. */
export function whichOf(cst: CstNode): 'first' | 'last' | null {
  return hasWord(cst, 'first') ? 'first' : hasWord(cst, 'last') ? 'last' : null;
}

export function buildPauseCap(cst: CstNode, span: Span): PauseCapNode | null {
  if (optionalNode(cst, 'stretch') === null) return null;
  return { stretch: buildNamedStretch(cst), of: hasWord(cst, 'each') ? 'each' : 'together', span };
}

export function buildReopen(cst: CstNode, span: Span): ReopenNode {
  if (hasWord(cst, 'never')) return { within: null, does: 'never', met: null, span };
  const does = hasWord(cst, 'continues') ? 'continues' : hasWord(cst, 'afresh') ? 'starts afresh' : 'runs on';
  const met = hasWord(cst, 'stands') ? 'stands' : hasWord(cst, 'withdrawn') ? 'is withdrawn' : null;
  return { within: buildNamedStretch(cst), does, met, span };
}

export function buildCloses(cst: CstNode, span: Span, text: string): ClosesNode {
  return { after: buildNamedStretch(cst), state: wordsOf(node(cst, 'state'), text), span };
}

export function buildEvery(cst: CstNode, span: Span, text: string): EveryNode {
  const group = optionalNode(cst, 'stretch');
  return {
    event: wordsOf(node(cst, 'event'), text),
    from: hasWord(cst, 'oldest') ? 'oldest' : 'newest',
    group: group === null ? null : buildStretch(group, null),
    span,
  };
}
