import type { RuleNode } from '../syntax/conduct-tree.ts';
import { caseWhere, caseWords } from './condition-cases.ts';
import type { RuleAction, TicketRule, Trigger } from './conduct-model.ts';
import { type CheckContext, report, within } from './context.ts';
import type { CheckedFact } from './model.ts';

/** A rule with where it stands. */
export interface PlacedRule {
  readonly rule: TicketRule<string>;
  readonly node: RuleNode;
  readonly context: CheckContext;
}

/** Two rules that fire at once for some ticket and do what cannot both be done. */
export function reportConflicts(rules: readonly PlacedRule[], facts: ReadonlyMap<string, CheckedFact>): void {
  for (const [i, second] of rules.entries()) {
    for (const first of rules.slice(0, i)) {
      if (!together(first.rule, second.rule)) continue;
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
    }
  }
}

/** Whether both speak of one plan's tickets and fire at the same event. */
function together(a: TicketRule<string>, b: TicketRule<string>): boolean {
  if (a.plan !== null && b.plan !== null && a.plan !== b.plan) return false;
  return a.trigger !== null && b.trigger !== null && firesOn(a.trigger) === firesOn(b.trigger);
}

function firesOn(trigger: Trigger<string>): string {
  return JSON.stringify(trigger);
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
