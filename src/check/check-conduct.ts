import type { ChangeNode, EscalateNode, RuleNode } from '../syntax/conduct-tree.ts';
import type { DeclarationNode, PlanNode } from '../syntax/tree.ts';
import { checkChange } from './check-changes.ts';
import type { RuleGround } from './check-action.ts';
import { checkEscalation, checkRule } from './check-rules.ts';
import { type Conduct } from './conduct-model.ts';
import { type CheckContext, report, within } from './context.ts';
import type { CheckedFact } from './model.ts';
import { type PlacedRule, reportConflicts } from './rule-conflicts.ts';
import type { Scope } from './scope.ts';

interface Declared {
  readonly node: DeclarationNode;
  readonly context: CheckContext;
}

interface Placed {
  readonly node: RuleNode | ChangeNode | EscalateNode;
  readonly context: CheckContext;
  readonly plan: string | null;
}

/** The rules, changes and escalations of the contract and of its plans. */
export function checkConduct(all: readonly Declared[], ground: RuleGround): Conduct<string> {
  const placed = all.flatMap(({ node, context }): readonly Placed[] => {
    if (node.kind === 'plan') return ofPlan(node, context);
    return isConduct(node) ? [{ node, context, plan: null }] : [];
  });
  const rules: PlacedRule[] = [];
  const changes: Conduct<string>['changes'][number][] = [];
  const escalations: Conduct<string>['escalations'][number][] = [];
  const said = new Map<string, Placed>();
  for (const item of placed) {
    const { node, context, plan } = item;
    const first = said.get(keyOf(item));
    if (first !== undefined) {
      const related = [
        { message: 'first said here', place: { source: first.context.source, span: first.node.span } },
      ];
      if (node.kind === 'rule') {
        report(
          context,
          'names/declared-twice',
          node.title.span,
          { kind: 'rule', name: node.title.text },
          related,
        );
      } else report(context, 'contract/clause-twice', node.span, { clause: clauseOf(node) }, related);
      continue;
    }
    said.set(keyOf(item), item);
    switch (node.kind) {
      case 'rule': {
        const rule = checkRule(context, ground, node, plan);
        if (rule !== null) rules.push({ rule, node, context });
        break;
      }
      case 'on change': {
        const change = checkChange(context, ground.scope, ground.own, node, plan);
        if (change !== null) changes.push(change);
        break;
      }
      case 'escalate': {
        const escalation = checkEscalation(context, ground.scope, node, plan);
        if (escalation !== null) escalations.push(escalation);
      }
    }
  }
  reportConflicts(rules, ground.facts);
  const declared = (kind: 'event' | 'state') =>
    all.flatMap(({ node }) => (node.kind === kind ? [{ name: node.name.text, text: node.text }] : []));
  return {
    events: declared('event'),
    states: declared('state'),
    rules: rules.map(({ rule }) => rule),
    changes,
    escalations,
  };
}

function ofPlan(plan: PlanNode, context: CheckContext): readonly Placed[] {
  const inner = within(context, `plan ${plan.name.text}`);
  return plan.clauses.flatMap((node) =>
    isConduct(node) ? [{ node, context: inner, plan: plan.name.text }] : [],
  );
}

function isConduct(node: { readonly kind: string }): node is Placed['node'] {
  return node.kind === 'rule' || node.kind === 'on change' || node.kind === 'escalate';
}

function clauseOf(node: ChangeNode | EscalateNode): string {
  return node.kind === 'escalate' ? `escalate ${node.metric.text}` : `on ${node.of}`;
}

function keyOf({ node, plan }: Placed): string {
  const name = node.kind === 'rule' ? `rule ${node.title.text}` : clauseOf(node);
  return JSON.stringify([plan, name]);
}

const ATTRIBUTES = ['channel', 'type', 'region'] as const;

/** The declared facts, and what every ticket has besides: a channel, a type, a region. */
export function withAttributes(
  scope: Scope,
  facts: ReadonlyMap<string, CheckedFact>,
  attributes: readonly ('channel' | 'type' | 'region' | 'severity')[] = ATTRIBUTES,
): ReadonlyMap<string, CheckedFact> {
  const all = new Map(facts);
  for (const name of attributes) {
    const words = scope.names(name);
    if (all.has(name) || words.length === 0) continue;
    scope.know('fact', name);
    all.set(name, {
      name,
      aliases: [],
      text: '',
      origin: { file: '', line: 0, column: 0, path: [] },
      type: { kind: 'words', words },
    });
  }
  return all;
}
