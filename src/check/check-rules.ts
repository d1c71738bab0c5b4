import type { ActionNode, ConsentNode, EscalateNode, RuleNode, TriggerNode } from '../syntax/conduct-tree.ts';
import type { NameNode } from '../syntax/tree.ts';
import { checkCondition } from './check-condition.ts';
import { checkStretch, type OwnZone } from './check-stretch.ts';
import { caseWhere } from './condition-cases.ts';
import type { Consent, Escalation, RuleAction, TicketRule, Trigger } from './conduct-model.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type { CheckedFact } from './model.ts';
import type { Scope } from './scope.ts';

/** What rules are checked against. */
export interface RuleGround {
  readonly scope: Scope;
  readonly own: OwnZone;
  /** The declared facts, and what every ticket has: its severity, channel, type and region. */
  readonly facts: ReadonlyMap<string, CheckedFact>;
  /** Most severe first. */
  readonly severities: readonly string[];
  /** A severity of which nothing says which tickets are of it; null where each has its condition. */
  readonly ungraded: string | null;
}

export function checkRule(
  context: CheckContext,
  ground: RuleGround,
  node: RuleNode,
  plan: string | null,
): TicketRule<string> | null {
  const inner = within(context, `rule "${node.title.text}"`);
  const trigger = node.trigger === null ? null : checkTrigger(inner, ground, node.trigger);
  const when = node.when === null ? null : checkCondition(inner, ground.scope, ground.facts, node.when);
  const actions = node.actions.map((action) => checkAction(inner, ground, action));
  const consent = node.consent === null ? null : checkConsent(inner, ground, node.consent);
  const lost =
    (node.trigger !== null && trigger === null) ||
    (node.when !== null && when === null) ||
    (node.consent !== null && consent === null) ||
    actions.includes(null);
  if (lost) return null;
  const stray = node.actions.find((action) => action.kind !== 'cap severity');
  if (trigger === null && stray !== undefined) {
    report(inner, 'rule/no-trigger', stray.span, { rule: node.title.text });
    return null;
  }
  if (when !== null && node.when !== null && caseWhere([when], ground.facts) === 'none') {
    report(inner, 'rule/never-fires', node.when.span, { rule: node.title.text });
  }
  return {
    name: node.title.text,
    plan,
    trigger,
    when,
    actions: actions as RuleAction[],
    consent,
    origin: originOf(inner, node.span),
  };
}

function checkTrigger(context: CheckContext, ground: RuleGround, node: TriggerNode): Trigger<string> | null {
  switch (node.kind) {
    case 'event': {
      const event = ground.scope.resolve(context, 'event', node.event);
      return event === null ? null : { kind: 'event', event };
    }
    case 'state': {
      const after = checkStretch(context, ground.scope, ground.own, node.stretch);
      return after === null ? null : { kind: 'state', after, state: node.state.text };
    }
    case 'due': {
      const by = checkStretch(context, ground.scope, ground.own, node.stretch);
      const metric = ground.scope.resolve(context, 'metric', node.metric);
      return by === null || metric === null ? null : { kind: 'due', by, side: node.side, metric };
    }
  }
}

function checkAction(context: CheckContext, ground: RuleGround, node: ActionNode): RuleAction | null {
  const severityOf = (name: NameNode) => ground.scope.resolve(context, 'severity', name);
  switch (node.kind) {
    case 'set severity':
    case 'cap severity': {
      const severity = severityOf(node.severity);
      return severity === null ? null : { kind: node.kind, severity };
    }
    case 'raise':
    case 'lower': {
      const severity = severityOf(node.to);
      return severity === null ? null : { kind: node.kind, severity };
    }
    case 'raise by steps':
    case 'lower by steps': {
      const steps: { from: string; to: string }[] = [];
      for (const step of node.steps) {
        const from = severityOf(step.from);
        const to = severityOf(step.to);
        if (from === null || to === null) return null;
        const rises = ground.severities.indexOf(to) < ground.severities.indexOf(from);
        const verb = node.kind === 'raise by steps' ? 'raise' : 'lower';
        if (from === to || rises !== (verb === 'raise')) {
          report(context, 'rule/wrong-direction', step.span, { verb, from, to });
          return null;
        }
        steps.push({ from, to });
      }
      return { kind: node.kind, steps };
    }
    case 'tell':
      return { kind: 'tell', whom: node.whom.text };
    case 'severity by facts':
      if (ground.ungraded === null) return { kind: node.kind };
      report(context, 'rule/no-predicates', node.span, { severity: ground.ungraded });
      return null;
    case 'close':
    case 'wait':
      return { kind: node.kind };
  }
}

function checkConsent(context: CheckContext, ground: RuleGround, node: ConsentNode): Consent<string> | null {
  if (node.silence === null) report(context, 'assume/silence', node.span, {});
  if (node.silence?.kind !== 'agrees') return { silence: 'refuses' };
  const after = checkStretch(context, ground.scope, ground.own, node.silence.after);
  return after === null ? null : { silence: 'agrees', after };
}

export function checkEscalation(
  context: CheckContext,
  scope: Scope,
  node: EscalateNode,
  plan: string | null,
): Escalation | null {
  const inner = within(context, `escalate ${node.metric.text}`);
  const metric = scope.resolve(inner, 'metric', node.metric);
  if (metric === null) return null;
  for (const [i, step] of node.steps.entries()) {
    const before = node.steps[i - 1];
    if (Number(step.percent.text) > Number(before?.percent.text ?? 0)) continue;
    report(inner, 'rule/steps-backwards', step.percent.span, {
      percent: step.percent.text,
      before: before?.percent.text ?? '0',
    });
    return null;
  }
  const steps = node.steps.map(({ percent, to }) => {
    const decimals = percent.text.split('.')[1]?.length ?? 0;
    const share = { numerator: Number(percent.text.replace('.', '')), denominator: 100 * 10 ** decimals };
    return { share, to };
  });
  return { metric, plan, steps, origin: originOf(inner, node.span) };
}
