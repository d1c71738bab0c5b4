import type { ConditionNode } from '../syntax/tree.ts';
import { checkCondition } from './check-condition.ts';
import { type CheckContext, report } from './context.ts';
import type { TicketFact } from './scenario-model.ts';
import type { Scope } from './scope.ts';

/** `fact language = German, addon`: what a ticket says of itself, each fact once. */
export function checkScenarioFacts(
  context: CheckContext,
  scope: Scope,
  nodes: readonly ConditionNode[],
): readonly TicketFact[] {
  const facts = new Map(scope.facts().map((fact) => [fact.name, fact]));
  const found = new Map<string, TicketFact>();
  for (const node of nodes) {
    const said = checkCondition(context, scope, facts, node);
    if (said === null) continue;
    const isNot = said.kind === 'not';
    const test = said.kind === 'not' ? said.of : said;
    const isTruth = test.kind === 'compare' && typeof test.value === 'boolean';
    if (test.kind !== 'compare' || test.operator !== '=' || (isNot && !isTruth)) {
      report(context, 'scenario/fact-is-no-value', node.span, {});
      continue;
    }
    if (found.has(test.fact)) {
      report(context, 'scenario/clause-twice', node.span, { clause: `fact ${test.fact}` });
      continue;
    }
    const value = typeof test.value === 'boolean' ? test.value !== isNot : test.value;
    found.set(test.fact, { fact: test.fact, value });
  }
  return [...found.values()];
}

/** The word by which a selector names the value of a fact. */
export function wordOfValue(value: TicketFact['value']): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
