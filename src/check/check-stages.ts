import type { RuleNode, StageNode, StretchNode } from '../syntax/conduct-tree.ts';
import { checkAction, type RuleGround } from './check-action.ts';
import { checkStretch } from './check-stretch.ts';
import type { RuleAction, RuleStage } from './conduct-model.ts';
import { type CheckContext, report } from './context.ts';

/**
 * The stages of a rule after its first, and the events that begin it again; null, with findings, where one cannot be
 * made out. Only a time in a state can go on.
 */
export function checkStages(
  context: CheckContext,
  ground: RuleGround,
  node: RuleNode,
): {
  readonly stages: readonly RuleStage<string>[] | null;
  readonly resetBy: readonly string[] | null;
} {
  const { trigger } = node;
  const [stray] = [...node.stages, ...node.resetBy];
  if (trigger?.kind !== 'state') {
    if (stray === undefined) return { stages: [], resetBy: [] };
    report(context, 'rule/stages-without-state', stray.span, { rule: node.title.text });
    return { stages: null, resetBy: null };
  }
  const stages = node.stages.map((stage) => checkStage(context, ground, stage, trigger.stretch));
  const events = node.resetBy.map((event) => ground.scope.resolve(context, 'event', event));
  reportNeverReached(context, node, trigger.state.text);
  return {
    stages: stages.every((stage) => stage !== null) ? stages : null,
    resetBy: events.every((event) => event !== null) ? events : null,
  };
}

function checkStage(
  context: CheckContext,
  ground: RuleGround,
  node: StageNode,
  first: StretchNode,
): RuleStage<string> | null {
  const after = checkStretch(context, ground.scope, ground.own, measuredAs(first, node.stretch));
  const actions = node.actions.map((action) => checkAction(context, ground, action));
  return after === null || actions.includes(null) ? null : { after, actions: actions as RuleAction[] };
}

/** A length of the unit of an earlier one is measured as that one is, where it does not say otherwise. */
export function measuredAs(earlier: StretchNode, stretch: StretchNode): StretchNode {
  if (unitOf(earlier) !== unitOf(stretch)) return stretch;
  return { ...stretch, calendar: stretch.calendar ?? earlier.calendar, end: stretch.end ?? earlier.end };
}

/** `day` and `days` are one unit. */
function unitOf({ amount }: StretchNode): string {
  return amount.unit.replace(/s$/, '');
}

/** A ticket that is closed has left the state. */
function reportNeverReached(context: CheckContext, node: RuleNode, state: string): void {
  if (state === 'closed') return;
  const before = [node.actions, ...node.stages.map(({ actions }) => actions)];
  const last = before.findIndex((actions) => actions.some(({ kind }) => kind === 'close'));
  const next = last === -1 ? undefined : node.stages[last];
  if (next !== undefined) report(context, 'rule/stage-never-reached', next.span, { rule: node.title.text });
}
