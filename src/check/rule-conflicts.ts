import type { RuleNode } from '../syntax/conduct-tree.ts';
import { caseWhere, caseWords } from './condition-cases.ts';
import type { RuleAction, TicketRule } from './conduct-model.ts';
import { type CheckContext, report, within } from './context.ts';
import type { CheckedFact } from './model.ts';

/** A rule with where it stands. */
export interface PlacedRule {
  readonly rule: TicketRule<string>;
  readonly node: RuleNode;
  readonly context: CheckContext;
}

/**
 * Two rules that fire at once for some ticket and do what cannot both be done. A rule is held against the first that it
 * clashes with: of three that all clash, two are in the way.
 */
export function reportConflicts(rules: readonly PlacedRule[], facts: ReadonlyMap<string, CheckedFact>): void {
  // Only rules that fire together can clash, and only those that do something of which there is one.
  const earlier = new Map<string, PlacedRule[]>();
  for (const second of rules) {
    const { trigger, actions } = second.rule;
    if (trigger === null || !actions.some(canClash)) continue;
    const event = JSON.stringify(trigger);
    const before = earlier.get(event) ?? [];
    earlier.set(event, before);
    for (const first of before) {
      if (!ofOnePlan(first.rule, second.rule)) continue;
      const clash = clashOf(first.rule.actions, second.rule.actions);
      if (clash === null) continue;
      const conditions = [first.rule.when, second.rule.when].filter((when) => when !== null);
      const found = caseWhere(conditions, facts);
      if (found === 'none' || found === null) continue;
      const { name } = second.rule;
      report(
        within(second.context, `rule "${name}"`),
        'rule/conflict',
        second.node.title.span,
        { first: first.rule.name, second: name, clash, found: found.size === 0 ? null : caseWords(found) },
        [{ message: 'the other rule', place: { source: first.context.source, span: first.node.title.span } }],
      );
      break;
    }
    before.push(second);
  }
}

function ofOnePlan(a: TicketRule<string>, b: TicketRule<string>): boolean {
  return a.plan === null || b.plan === null || a.plan === b.plan;
}

function canClash(action: RuleAction): boolean {
  return severitySet(action).length > 0 || action.kind === 'close' || action.kind === 'wait';
}

/** What two lists of actions cannot both do, in words; null where they can. */
function clashOf(a: readonly RuleAction[], b: readonly RuleAction[]): string | null {
  const mine = a.flatMap(severitySet);
  const theirs = b.flatMap(severitySet);
  const [one] = mine;
  const other = theirs.find((severity) => severity !== one);
  if (one !== undefined && other !== undefined) return `severity \`${one}\` and severity \`${other}\``;
  const does = (actions: readonly RuleAction[], kind: 'close' | 'wait') =>
    actions.some((action) => action.kind === kind);
  const clashes = (does(a, 'close') && does(b, 'wait')) || (does(a, 'wait') && does(b, 'close'));
  return clashes ? '`close` and `wait`' : null;
}

function severitySet(action: RuleAction): readonly string[] {
  const sets = action.kind === 'set severity' || action.kind === 'raise' || action.kind === 'lower';
  return sets ? [action.severity] : [];
}
