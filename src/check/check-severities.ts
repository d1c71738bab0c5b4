import type { ConditionNode, SeveritiesNode } from '../syntax/tree.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type { CheckedCondition, CheckedFact, CheckedSeverity } from './model.ts';
import type { Scope } from './scope.ts';

/** Severities, most severe first, with their predicates over declared facts. */
export function checkSeverities(
  context: CheckContext,
  scope: Scope,
  facts: ReadonlyMap<string, CheckedFact>,
  node: SeveritiesNode,
): readonly CheckedSeverity[] {
  const inner = within(context, 'severities');
  return node.rows.map((row, rank) => {
    const here = within(inner, row.name.text);
    let when: CheckedCondition = { kind: 'unstated' };
    if (row.when === 'otherwise') {
      when = { kind: 'otherwise' };
      if (rank < node.rows.length - 1)
        report(here, 'severity/otherwise-not-last', row.span, { severity: row.name.text });
    } else if (row.when !== null) {
      when = checkCondition(here, scope, facts, row.when) ?? { kind: 'unstated' };
    }
    return {
      name: row.name.text,
      aliases: row.aliases.map((alias) => alias.text),
      text: row.text,
      origin: originOf(here, row.span),
      rank,
      when,
    };
  });
}

function checkCondition(
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
