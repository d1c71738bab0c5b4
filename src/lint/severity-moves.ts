import type { RuleAction, TicketRule } from '../check/conduct-model.ts';
import type { CheckedCondition, CheckedContract } from '../check/model.ts';
import { assertNever } from '../text/assert-never.ts';

/** A ticket at the moment at which its severity has changed: what is said to have happened, and what it now is. */
export interface Moment {
  readonly event: string;
  readonly severity: string;
}

/** What a rule does at a moment: the moments that it brings about, and the facts that it takes. */
export interface Move {
  readonly rule: TicketRule<string>;
  readonly to: readonly Moment[];
  readonly conditions: readonly CheckedCondition[];
}

/** The ways in which a rule that fires at this moment can change the severity; none where it leaves it alone. */
export function movesOf(
  contract: CheckedContract,
  rules: readonly TicketRule<string>[],
  at: Moment,
): readonly Move[] {
  return rules.flatMap((rule) => {
    if (rule.trigger?.kind !== 'event' || rule.trigger.event !== at.event) return [];
    // What waits for people does not go on by itself.
    if (rule.consent?.silence === 'refuses') return [];
    const corrects = rule.actions.some(({ kind }) => kind === 'severity by facts');
    return outcomes(contract, rule.actions, at.severity).flatMap(
      ({ severity: wanted, conditions }): Move[] => {
        const { severity, held } = underCaps(contract, rules, wanted);
        if (severity === at.severity) return [];
        const rises = rankOf(contract, severity) < rankOf(contract, at.severity);
        const events = [rises ? 'raised' : 'lowered', ...(corrects ? ['corrected'] : [])];
        const when = rule.when === null ? [] : [atSeverity(contract, rule.when, at.severity)];
        return [
          {
            rule,
            to: events.map((event) => ({ event, severity })),
            conditions: [...when, ...conditions, ...held],
          },
        ];
      },
    );
  });
}

interface Outcome {
  readonly severity: string;
  readonly conditions: readonly CheckedCondition[];
}

function outcomes(
  contract: CheckedContract,
  actions: readonly RuleAction[],
  from: string,
): readonly Outcome[] {
  let reached: readonly Outcome[] = [{ severity: from, conditions: [] }];
  for (const action of actions) {
    reached = reached.flatMap(({ severity, conditions }) =>
      outcomesOf(contract, action, severity).map((outcome) => ({
        severity: outcome.severity,
        conditions: [...conditions, ...outcome.conditions],
      })),
    );
  }
  return reached;
}

function outcomesOf(contract: CheckedContract, action: RuleAction, from: string): readonly Outcome[] {
  const to = (severity: string): readonly Outcome[] => [{ severity, conditions: [] }];
  switch (action.kind) {
    case 'set severity':
      return to(action.severity);
    case 'raise':
      return to(rankOf(contract, action.severity) < rankOf(contract, from) ? action.severity : from);
    case 'lower':
    case 'cap severity':
      return to(rankOf(contract, action.severity) > rankOf(contract, from) ? action.severity : from);
    case 'raise by steps':
    case 'lower by steps':
      return to(action.steps.find((step) => step.from === from)?.to ?? from);
    case 'severity by facts':
      return byFacts(contract);
    case 'tell':
    case 'close':
    case 'wait':
      return to(from);
    default:
      return assertNever(action);
  }
}

/** Each severity, where its condition holds and that of no more severe one. */
function byFacts({ severities }: CheckedContract): readonly Outcome[] {
  return severities.map(({ name, when }, rank) => {
    const others = severities.filter((other, i) =>
      when.kind === 'otherwise'
        ? other.when.kind !== 'otherwise'
        : i < rank && other.when.kind !== 'otherwise',
    );
    const none: CheckedCondition = {
      kind: 'not',
      of: { kind: 'any', of: others.map((other) => other.when) },
    };
    return { severity: name, conditions: [when, none] };
  });
}

/** Where a cap that always holds stops a severity; of a cap for some tickets, that this is none of them. */
function underCaps(contract: CheckedContract, rules: readonly TicketRule<string>[], wanted: string) {
  const caps = rules
    .filter(({ trigger }) => trigger === null)
    .flatMap(({ when, actions }) =>
      actions.flatMap((action) => (action.kind === 'cap severity' ? [{ when, most: action.severity }] : [])),
    );
  let severity = wanted;
  for (const { when, most } of caps) {
    if (when === null && rankOf(contract, most) > rankOf(contract, severity)) severity = most;
  }
  const held = caps.flatMap(({ when, most }): CheckedCondition[] =>
    when === null || rankOf(contract, most) <= rankOf(contract, severity)
      ? []
      : [{ kind: 'not', of: atSeverity(contract, when, severity) }],
  );
  return { severity, held };
}

/** The condition with what it says of the severity decided, so that it speaks of facts that stay. */
function atSeverity(
  contract: CheckedContract,
  condition: CheckedCondition,
  severity: string,
): CheckedCondition {
  switch (condition.kind) {
    case 'unstated':
    case 'otherwise':
      return condition;
    case 'all':
    case 'any':
      return { kind: condition.kind, of: condition.of.map((part) => atSeverity(contract, part, severity)) };
    case 'not':
      return { kind: 'not', of: atSeverity(contract, condition.of, severity) };
    case 'compare': {
      const declared = contract.facts.some(({ name }) => name === condition.fact);
      if (condition.fact !== 'severity' || declared) return condition;
      const holds = (condition.value === severity) === (condition.operator === '=');
      return { kind: holds ? 'all' : 'any', of: [] };
    }
    default:
      return assertNever(condition);
  }
}

function rankOf({ severities }: CheckedContract, name: string): number {
  return severities.findIndex((severity) => severity.name === name);
}
