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
  const wrong = (expected: string) => {
    report(context, 'facts/wrong-test', node.span, { fact: fact.name, expected });
    return null;
  };
  if (node.operator === null || node.value === null) {
    if (fact.type.kind !== 'truth') return wrong(howToTest(fact));
    return { kind: 'compare', fact: fact.name, operator: '=', value: true };
  }
  const ordered = node.operator !== '=' && node.operator !== '!=';
  const { text, number } = node.value;
  switch (fact.type.kind) {
    case 'number':
      if (!number) return wrong(howToTest(fact));
      return { kind: 'compare', fact: fact.name, operator: node.operator, value: Number(text) };
    case 'truth':
      if (ordered || (text !== 'yes' && text !== 'no')) return wrong(howToTest(fact));
      return { kind: 'compare', fact: fact.name, operator: node.operator, value: text === 'yes' };
    case 'text':
      if (ordered || number) return wrong(howToTest(fact));
      return { kind: 'compare', fact: fact.name, operator: node.operator, value: text };
    case 'words':
      if (ordered || !fact.type.words.includes(text)) return wrong(howToTest(fact));
      return { kind: 'compare', fact: fact.name, operator: node.operator, value: text };
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
