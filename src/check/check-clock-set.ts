import type { ClockNode, DeclarationNode, PlanNode } from '../syntax/tree.ts';
import { assumedClock, checkClock, type ClockGround } from './check-clocks.ts';
import { type CheckContext, report, within } from './context.ts';
import type { Declared } from './declared.ts';
import type { CheckedClock, CheckedPlan } from './model.ts';

/** The clocks of a contract, one a metric; a metric that is promised and has none is read in the plain way, and listed. */
export function checkClocks(
  declared: readonly Declared<Extract<DeclarationNode, { kind: 'clock' }>>[],
  ground: ClockGround,
  plans: readonly CheckedPlan[],
  planNodes: readonly Declared<PlanNode>[],
): readonly CheckedClock[] {
  const clocks: CheckedClock[] = [];
  let complete = true;
  for (const { node, context } of declared) {
    const clock = checkClock(context, ground, node);
    if (clock === null) {
      complete = false;
      continue;
    }
    if (clocks.some((earlier) => earlier.metric === clock.metric)) {
      report(context, 'names/declared-twice', node.name.span, { kind: 'clock', name: clock.metric });
    } else {
      clocks.push(clock);
      assumePausedDays(within(context, `clock ${clock.metric}`), node, clock, plans);
    }
  }
  const first = planNodes[0];
  if (first === undefined || !complete) return clocks;
  const promised = new Set(
    plans.flatMap((plan) =>
      plan.targets.filter((target) => target.promise.kind !== 'word').map((target) => target.metric),
    ),
  );
  for (const metric of promised) {
    if (
      clocks.some((clock) => clock.metric === metric) ||
      declared.some(({ node }) => node.name.text === metric)
    )
      continue;
    const place = placeOfMetric(planNodes, metric) ?? { context: first.context, span: first.node.span };
    clocks.push(assumedClock(place.context, metric, place.span));
  }
  return clocks;
}

/** A clock that pauses, of a metric that is promised in days, says what the pause does to them. */
function assumePausedDays(
  context: CheckContext,
  node: ClockNode,
  clock: CheckedClock,
  plans: readonly CheckedPlan[],
): void {
  const first = node.pauses[0];
  if (first === undefined || node.pausedDays.length > 0 || node.broken) return;
  const inDays = plans.some(({ targets }) =>
    targets.some(({ metric, promise }) => metric === clock.metric && countsDays(promise)),
  );
  if (inDays) report(context, 'assume/paused-days', first.span, { metric: clock.metric });
}

function countsDays(promise: CheckedPlan['targets'][number]['promise']): boolean {
  return promise.kind === 'range' ? promise.hard.kind === 'days' : promise.kind === 'days';
}

/** The column of the first table that promises a metric. */
function placeOfMetric(plans: readonly Declared<PlanNode>[], metric: string) {
  for (const { node, context } of plans) {
    for (const clause of node.clauses) {
      const column =
        clause.kind === 'targets' ? clause.columns?.find((name) => name.text === metric) : undefined;
      if (column !== undefined) {
        return { context: within(context, `plan ${node.name.text}`, 'targets', metric), span: column.span };
      }
    }
  }
  return null;
}
