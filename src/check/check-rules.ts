import type { ConsentNode, EscalateNode, RuleNode, TriggerNode } from '../syntax/conduct-tree.ts';
import { checkAction, type RuleGround } from './check-action.ts';
import { checkCondition } from './check-condition.ts';
import { checkStretch } from './check-stretch.ts';
import { caseWhere } from './condition-cases.ts';
import type { Consent, Escalation, RuleAction, TicketRule, Trigger } from './conduct-model.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import { checkStages } from './check-stages.ts';
import type { Scope } from './scope.ts';

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
  const { stages, resetBy } = checkStages(inner, ground, node);
  const consent = node.consent === null ? null : checkConsent(inner, ground, node.consent);
  const lost =
    (node.trigger !== null && trigger === null) ||
    (node.when !== null && when === null) ||
    (node.consent !== null && consent === null) ||
    actions.includes(null) ||
    stages === null ||
    resetBy === null;
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
    stages,
    resetBy,
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
      const state = ground.scope.resolve(context, 'state', node.state);
      return after === null || state === null ? null : { kind: 'state', after, state };
    }
    case 'due': {
      const by = checkStretch(context, ground.scope, ground.own, node.stretch);
      const metric = ground.scope.resolve(context, 'metric', node.metric);
      return by === null || metric === null ? null : { kind: 'due', by, side: node.side, metric };
    }
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
