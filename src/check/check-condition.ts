import type { ConditionNode } from '../syntax/tree.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedCondition, CheckedFact } from './model.ts';
import type { Scope } from './scope.ts';

/** A condition over declared facts; null, and a finding, where a fact is unknown or tested against what it never is. */
export function checkCondition(
  context: CheckContext,
  scope: Scope,
  facts: ReadonlyMap<string, CheckedFact>,
  node: ConditionNode,
): CheckedCondition | null {
  switch (node.kind) {
    case 'any':
    case 'all': {
      const of = node.of.map((part) => checkCondition(context, scope, facts, part));
      return of.includes(null) ? null : { kind: node.kind, of: of as CheckedCondition[] };
    }
    case 'not': {
      const of = checkCondition(context, scope, facts, node.of);
      return of === null ? null : { kind: 'not', of };
    }
    case 'test':
      return checkTest(context, scope, facts, node);
  }
}

function checkTest(
  context: CheckContext,
  scope: Scope,
  facts: ReadonlyMap<string, CheckedFact>,
  node: Extract<ConditionNode, { kind: 'test' }>,
): CheckedCondition | null {
  const fact = facts.get(scope.resolve(context, 'fact', node.fact) ?? '');
  if (fact === undefined) return null;
  const { name, type } = fact;
  const wrong = (problem: string) => {
    report(context, 'facts/wrong-test', node.span, { problem, expected: howToTest(fact) });
    return null;
  };
  if (node.operator === null || node.value === null) {
    if (type.kind === 'truth') return { kind: 'compare', fact: name, operator: '=', value: true };
    return wrong(`\`${name}\` is no yes-or-no fact, so it is tested against a value`);
  }
  const { operator } = node;
  const { text, number } = node.value;
  if (type.kind !== 'number' && operator !== '=' && operator !== '!=') {
    return wrong(`\`${name}\` has no order, so it is never \`${operator}\` a value`);
  }
  switch (type.kind) {
    case 'number':
      if (number) return { kind: 'compare', fact: name, operator, value: Number(text) };
      return wrong(`\`${name}\` is a number, and \`${text}\` is none`);
    case 'truth':
      if (text === 'yes' || text === 'no')
        return { kind: 'compare', fact: name, operator, value: text === 'yes' };
      return wrong(`\`${name}\` is yes or no, and \`${text}\` is neither`);
    case 'text':
      if (!number) return { kind: 'compare', fact: name, operator, value: text };
      return wrong(`\`${name}\` is a text, and \`${text}\` is a number`);
    case 'words':
      if (type.words.includes(text)) return { kind: 'compare', fact: name, operator, value: text };
      return wrong(`\`${text}\` is no value of \`${name}\``);
  }
}

function howToTest(fact: CheckedFact): string {
  switch (fact.type.kind) {
    case 'number':
      return `\`${fact.name} > 10\``;
    case 'truth':
      return `\`${fact.name}\` or \`not ${fact.name}\``;
    case 'text':
      return `\`${fact.name} = "…"\``;
    case 'words':
      return fact.type.words.map((word) => `\`${fact.name} = ${word}\``).join(' or ');
  }
}
