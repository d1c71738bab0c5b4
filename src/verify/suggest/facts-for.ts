import type { TicketFact } from '../../check/scenario-model.ts';
import { answerOf } from '../../engine/index.ts';
import type { PlanCondition } from '../../plan/entitlement-model.ts';
import type { CompiledPlan, PlanFact, PlanSelector } from '../../plan/model.ts';

/** More than these are not gone through. */
const MOST = 600;

/** What a ticket could say of the facts that a condition speaks of, so that it holds, and so that it does not. */
export function factsFor(plan: CompiledPlan, condition: PlanCondition): readonly (readonly TicketFact[])[] {
  const compared = comparesIn(condition);
  const facts = [...new Set(compared.map(({ fact }) => fact))].flatMap(
    (name) => plan.facts.find((fact) => fact.name === name) ?? [],
  );
  let all: readonly (readonly TicketFact[])[] = [[]];
  for (const fact of facts) {
    const values = valuesOf(fact, compared);
    all = all.flatMap((said) => values.map((value) => [...said, { fact: fact.name, value }])).slice(0, MOST);
  }
  return all;
}

/** Those of them for which it holds, or does not. */
export function factsThat(
  plan: CompiledPlan,
  condition: PlanCondition,
  holds: boolean,
): readonly (readonly TicketFact[])[] {
  return factsFor(plan, condition).filter((facts) => {
    const said = new Map(facts.map(({ fact, value }) => [fact, value]));
    return (answerOf(condition, (name) => said.get(name)) === true) === holds;
  });
}

/** What a ticket must say to be among those that a selector means. */
export function factsOfSelector(plan: CompiledPlan, { facts }: PlanSelector): readonly TicketFact[] {
  return facts.flatMap(({ fact, words }) => {
    const own = plan.facts[fact];
    const [word] = words;
    if (own === undefined || word === undefined) return [];
    const value = own.type.kind === 'words' ? own.type.words[word] : word === 0;
    return value === undefined ? [] : [{ fact: own.name, value }];
  });
}

type Compare = Extract<PlanCondition, { kind: 'compare' }>;

function comparesIn(condition: PlanCondition): readonly Compare[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(comparesIn);
    case 'not':
      return comparesIn(condition.of);
    case 'compare':
      return [condition];
    default:
      return [];
  }
}

/** Of numbers those around what they are compared with. */
function valuesOf({ name, type }: PlanFact, compared: readonly Compare[]): readonly TicketFact['value'][] {
  const with_ = compared.flatMap(({ fact, value }) => (fact === name ? [value] : []));
  switch (type.kind) {
    case 'words':
      return type.words;
    case 'truth':
      return [true, false];
    case 'number':
      return [
        ...new Set(
          with_.flatMap((value) => (typeof value === 'number' ? [value, value + 1, value - 1] : [])),
        ),
      ];
    case 'text':
      return [...new Set([...with_.map(String), 'another'])];
  }
}
