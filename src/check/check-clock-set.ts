import type { DeclarationNode, PlanNode } from '../syntax/tree.ts';
import { assumedClock, checkClock } from './check-clocks.ts';
import type { OwnZone } from './check-stretch.ts';
import { report, within } from './context.ts';
import type { Declared } from './declared.ts';
import type { CheckedClock, CheckedPlan } from './model.ts';
import type { Scope } from './scope.ts';

/** The clocks of a contract, one a metric; a metric that is promised and has none is read in the plain way, and listed. */
export function checkClocks(
  declared: readonly Declared<Extract<DeclarationNode, { kind: 'clock' }>>[],
  scope: Scope,
  own: OwnZone,
  plans: readonly CheckedPlan[],
  planNodes: readonly Declared<PlanNode>[],
): readonly CheckedClock[] {
  const clocks: CheckedClock[] = [];
  let complete = true;
  for (const { node, context } of declared) {
    const clock = checkClock(context, scope, own, node);
    if (clock === null) {
      complete = false;
      continue;
    }
    if (clocks.some((earlier) => earlier.metric === clock.metric)) {
      report(context, 'names/declared-twice', node.name.span, { kind: 'clock', name: clock.metric });
    } else clocks.push(clock);
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
