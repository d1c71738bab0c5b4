import type { PlanCondition } from '../plan/entitlement-model.ts';
import type { CompiledPlan } from '../plan/model.ts';
import { assertNever } from '../text/assert-never.ts';

/** What a ticket says of a fact, or of its `channel`, `type` or `region`; undefined where it says nothing. */
export type FactOf = (name: string) => string | number | boolean | undefined;

/** What the facts of a ticket make its severity. */
export type Grade =
  /** Index of `plan.severities`: the most severe whose condition holds. */
  | { readonly kind: 'severity'; readonly severity: number }
  /** A condition hangs on a fact that the ticket does not say. */
  | { readonly kind: 'fact missing'; readonly fact: string; readonly severity: number }
  /** No severity has a condition that holds. */
  | { readonly kind: 'none' };

/** Whether a condition holds; the fact that decides it where that is not said. */
export type Answer = boolean | { readonly missing: string };

/**
 * Severities are asked from the most severe down. One without a condition is given by people alone; `otherwise` takes
 * what the others leave.
 */
export function gradeTicket({ severities }: CompiledPlan, factOf: FactOf): Grade {
  for (const [severity, { when }] of severities.entries()) {
    if (when.kind === 'otherwise') return { kind: 'severity', severity };
    const answer = answerOf(when, factOf);
    if (answer === true) return { kind: 'severity', severity };
    if (answer !== false) return { kind: 'fact missing', fact: answer.missing, severity };
  }
  return { kind: 'none' };
}

/** Whether a condition holds for a ticket; one that hangs on what the ticket does not say does not. */
export function holdsFor(condition: PlanCondition, factOf: FactOf): boolean {
  return condition.kind === 'otherwise' || answerOf(condition, factOf) === true;
}

export function answerOf(condition: PlanCondition, factOf: FactOf): Answer {
  switch (condition.kind) {
    case 'all':
      return joined(condition.of, factOf, false);
    case 'any':
      return joined(condition.of, factOf, true);
    case 'not': {
      const answer = answerOf(condition.of, factOf);
      return typeof answer === 'boolean' ? !answer : answer;
    }
    case 'compare': {
      const said = factOf(condition.fact);
      return said === undefined ? { missing: condition.fact } : compares(condition, said);
    }
    case 'otherwise':
    case 'unstated':
      return false;
    default:
      return assertNever(condition);
  }
}

/** A part that decides alone decides, whatever facts the others miss: one false of all, one true of any. */
function joined(parts: readonly PlanCondition[], factOf: FactOf, decisive: boolean): Answer {
  const answers = parts.map((part) => answerOf(part, factOf));
  if (answers.includes(decisive)) return decisive;
  return answers.find((answer) => typeof answer !== 'boolean') ?? !decisive;
}

type Compare = Extract<PlanCondition, { kind: 'compare' }>;

function compares({ operator, value }: Compare, said: string | number | boolean): boolean {
  switch (operator) {
    case '=':
      return said === value;
    case '!=':
      return said !== value;
    case '<':
      return said < value;
    case '<=':
      return said <= value;
    case '>':
      return said > value;
    case '>=':
      return said >= value;
    default:
      return assertNever(operator);
  }
}
