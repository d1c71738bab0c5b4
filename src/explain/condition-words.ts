import { answerOf, type FactOf } from '../engine/index.ts';
import type { PlanCondition } from '../plan/entitlement-model.ts';
import { assertNever } from '../text/assert-never.ts';

/** A condition as the contract would write it: `impact = all and not described`. */
export function conditionWords(condition: PlanCondition): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.map(partWords).join(' and ');
    case 'any':
      return condition.of.map(partWords).join(' or ');
    case 'not':
      return condition.of.kind === 'compare' && condition.of.value === true
        ? `not ${condition.of.fact}`
        : `not ${partWords(condition.of)}`;
    case 'compare': {
      const { fact, operator, value } = condition;
      if (typeof value === 'boolean' && operator === '=') return value ? fact : `not ${fact}`;
      return `${fact} ${operator} ${String(value)}`;
    }
    case 'otherwise':
      return 'otherwise';
    case 'unstated':
      return 'no condition';
    default:
      return assertNever(condition);
  }
}

function partWords(part: PlanCondition): string {
  return part.kind === 'all' || part.kind === 'any' ? `(${conditionWords(part)})` : conditionWords(part);
}

/** What of a condition a ticket does not meet, with what it says instead; null where it meets all of it. */
export function unmetWords(condition: PlanCondition, factOf: FactOf): string | null {
  if (answerOf(condition, factOf) === true || condition.kind === 'otherwise') return null;
  if (condition.kind === 'all') {
    const failed = condition.of.find((part) => answerOf(part, factOf) !== true);
    if (failed !== undefined) return unmetWords(failed, factOf);
  }
  if (condition.kind === 'unstated') return 'it has no condition: people alone give it';
  const facts = [...new Set(factsOf(condition))].map((fact) => saidWords(fact, factOf(fact)));
  return `asks for \`${conditionWords(condition)}\`, and ${facts.join(', ')}`;
}

function saidWords(fact: string, said: string | number | boolean | undefined): string {
  if (said === undefined) return `the ticket does not say \`${fact}\``;
  if (typeof said === 'boolean') return `\`${fact}\` is ${said ? 'so' : 'not so'}`;
  return `\`${fact}\` is ${String(said)}`;
}

function factsOf(condition: PlanCondition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(factsOf);
    case 'not':
      return factsOf(condition.of);
    case 'compare':
      return [condition.fact];
    case 'otherwise':
    case 'unstated':
      return [];
    default:
      return assertNever(condition);
  }
}
