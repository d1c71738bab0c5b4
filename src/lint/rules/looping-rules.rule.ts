import { caseWhere, caseWords } from '../../check/condition-cases.ts';
import type { TicketRule } from '../../check/conduct-model.ts';
import type { CheckedCondition, CheckedContract, CheckedFact } from '../../check/model.ts';
import { finding, type LintRule } from '../finding.ts';
import { type Moment, movesOf } from '../severity-moves.ts';

/** More chains of rules than this are not followed from one moment. */
const MOST_CHAINS = 200;

/** What happens when a rule changes the severity, and the rules of a circle can therefore fire on. */
const CAUSED = ['raised', 'lowered', 'corrected'];

/**
 * Rules that set each other off and bring a ticket back to the severity at which they began, for a case of the facts
 * that all of them take. A ticket is closed once, and waits until somebody answers: `close` and `wait` close no circle.
 */
export const loopingRules: LintRule = ({ contract }) => {
  const facts = new Map(contract.facts.map((fact) => [fact.name, fact]));
  const { rules } = contract.conduct;
  const plans = new Set([null, ...rules.filter((rule) => followedBy(rule) !== null).map(({ plan }) => plan)]);
  const found: Circle[] = [];
  for (const plan of plans) {
    const together = rules.filter((rule) => rule.plan === null || rule.plan === plan);
    for (const start of startsIn(contract, together)) {
      const circle = shortestCircle(contract, facts, together, start);
      // Whoever cuts a circle may have cut those that share a rule with it.
      const isNew = circle?.rules.every((rule) => !found.some(({ rules: known }) => known.includes(rule)));
      if (circle !== null && isNew === true) found.push(circle);
    }
  }
  return found.flatMap((circle) => {
    const [first, ...others] = circle.rules;
    if (first === undefined) return [];
    return [
      finding(
        'lint/rules-loop',
        first.origin,
        {
          rules: circle.rules.map(({ name }) => name),
          severities: circle.severities,
          found: circle.found.length === 0 ? null : circle.found,
        },
        others.map(({ name, origin }) => ({ message: `then \`${name}\` fires`, origin })),
      ),
    ];
  });
};

interface Circle {
  /** In the order in which they fire. */
  readonly rules: readonly TicketRule<string>[];
  /** From the first of them on, which is also the last. */
  readonly severities: readonly string[];
  /** The facts of a ticket that goes round, in words; empty for every ticket. */
  readonly found: string;
}

interface Chain {
  readonly moments: readonly Moment[];
  readonly rules: readonly TicketRule<string>[];
  readonly conditions: readonly CheckedCondition[];
}

/** Moments at which a rule fires, in the order of the rules: a circle is told from the rule that stands first. */
function startsIn(contract: CheckedContract, rules: readonly TicketRule<string>[]): readonly Moment[] {
  return rules.flatMap((rule) => {
    const event = followedBy(rule);
    return event === null ? [] : contract.severities.map(({ name }) => ({ event, severity: name }));
  });
}

/** The event, of those that rules cause, on which the rule fires; null where it fires on none of them. */
function followedBy({ trigger }: TicketRule<string>): string | null {
  return trigger?.kind === 'event' && CAUSED.includes(trigger.event) ? trigger.event : null;
}

function shortestCircle(
  contract: CheckedContract,
  facts: ReadonlyMap<string, CheckedFact>,
  rules: readonly TicketRule<string>[],
  start: Moment,
): Circle | null {
  const chains: Chain[] = [{ moments: [start], rules: [], conditions: [] }];
  for (const chain of chains) {
    const last = chain.moments.at(-1) ?? start;
    for (const move of movesOf(contract, rules, last)) {
      const conditions = [...chain.conditions, ...move.conditions];
      const taken = caseWhere(conditions, facts);
      if (taken === 'none' || taken === null) continue;
      for (const next of move.to) {
        const further = [...chain.moments, next];
        const fired = [...chain.rules, move.rule];
        if (isSame(next, start)) {
          return {
            rules: [...new Set(fired)],
            severities: further.map(({ severity }) => severity),
            found: caseWords(taken),
          };
        }
        if (chain.moments.some((moment) => isSame(moment, next)) || chains.length >= MOST_CHAINS) continue;
        chains.push({ moments: further, rules: fired, conditions });
      }
    }
  }
  return null;
}

function isSame(a: Moment, b: Moment): boolean {
  return a.event === b.event && a.severity === b.severity;
}
