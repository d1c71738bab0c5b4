import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import { buildAmount, nameOfToken } from './build-parts.ts';
import { hasWord, nodes, nodeSpan, optionalNode, token } from './cst.ts';
import type { ClosureRuleNode, ClosuresNode } from './tree.ts';

/** `closures "closures.jsonl" with 2 calendar days notice, late ones do not count`. */
export function buildClosures(clause: CstNode, span: Span): ClosuresNode {
  const amount = optionalNode(clause, 'amount');
  const rules = [
    ...nodes(clause, 'lateClosures').map(buildLate),
    ...nodes(clause, 'closuresInFlight').map(buildInFlight),
  ];
  return {
    kind: 'closures',
    path: nameOfToken(token(clause, 'Text')),
    notice: amount === null ? null : buildAmount(amount),
    rules: rules.sort((a, b) => a.span.start - b.span.start),
    span,
  };
}

function buildLate(rule: CstNode): ClosureRuleNode {
  const value = hasWord(rule, 'not') ? 'do not count' : 'from the end of the notice';
  return { kind: 'late', value, span: nodeSpan(rule) };
}

function buildInFlight(rule: CstNode): ClosureRuleNode {
  return {
    kind: 'tickets in flight',
    value: hasWord(rule, 'see') ? 'see them' : 'keep old',
    span: nodeSpan(rule),
  };
}
