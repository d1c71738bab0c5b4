import type { ClockNode, DeclarationNode, PlanNode } from '../syntax/tree.ts';
import { assumePauses, type MeasuringClock } from './assume-pauses.ts';
import { assumedClock, checkClock } from './check-clocks.ts';
import type { ClockGround } from './clock-ground.ts';
import { type CheckContext, firstSaid, report, within } from './context.ts';
import type { Declared } from './declared.ts';
import type { CheckedClock, CheckedPlan } from './model.ts';

/** A clock where it stands: at the top level, or in the block of a plan. */
interface PlacedClock {
  readonly node: ClockNode;
  readonly context: CheckContext;
  readonly plan: string | null;
}

/**
 * The clocks of a contract, one a metric, and those of its plans. A metric that a plan promises and that has no clock
 * there is read in the plain way, and listed. Those of the contract stand before those of plans.
 */
export function checkClocks(
  declared: readonly Declared<Extract<DeclarationNode, { kind: 'clock' }>>[],
  ground: ClockGround,
  plans: readonly CheckedPlan[],
  planNodes: readonly Declared<PlanNode>[],
): readonly CheckedClock[] {
  const placed: readonly PlacedClock[] = [
    ...declared.map((each) => ({ ...each, plan: null })),
    ...planNodes.flatMap(clocksOfPlan),
  ];
  const found: { readonly clock: CheckedClock; readonly at: PlacedClock }[] = [];
  let complete = true;
  for (const at of placed) {
    const clock = checkClock(at.context, ground, at.node, at.plan);
    if (clock === null) {
      complete = false;
      continue;
    }
    const first = found.find((other) => isSame(other.clock, clock));
    if (first === undefined) found.push({ clock, at });
    else {
      const said = { kind: 'clock', name: clock.metric };
      report(
        at.context,
        'names/declared-twice',
        at.node.name.span,
        said,
        firstSaid(first.at.context, first.at.node.span),
      );
    }
  }
  const clocks = found.map(({ clock }) => clock);
  const clockOf = clockFinder(clocks, plans);
  const measuring = found.map(({ clock, at }): MeasuringClock => ({
    context: within(at.context, `clock ${clock.metric}`),
    node: at.node,
    clock,
    plans: plans.filter((plan) => clockOf(plan, clock.metric) === clock),
  }));
  measuring.forEach(assumePausedDays);
  assumePauses(measuring);
  const first = planNodes[0];
  if (first === undefined || !complete) return clocks;
  const without = plans.flatMap((plan) =>
    promisedBy(plan).filter((metric) => clockOf(plan, metric) === null),
  );
  const assumed = [...new Set(without)]
    .filter((metric) => !declared.some(({ node }) => node.name.text === metric))
    .map((metric) => {
      const place = placeOfMetric(planNodes, metric) ?? { context: first.context, span: first.node.span };
      return assumedClock(place.context, metric, place.span);
    });
  return [
    ...clocks.filter(({ plan }) => plan === null),
    ...assumed,
    ...clocks.filter(({ plan }) => plan !== null),
  ];
}

function clocksOfPlan({ node, context }: Declared<PlanNode>): readonly PlacedClock[] {
  const inner = within(context, `plan ${node.name.text}`);
  return node.clauses.flatMap((clause) =>
    clause.kind === 'clock' ? [{ node: clause, context: inner, plan: node.name.text }] : [],
  );
}

function isSame(one: CheckedClock, other: CheckedClock): boolean {
  return one.metric === other.metric && one.plan === other.plan;
}

/** Finds the clock by which a plan measures a metric: its own, else that of the plan it extends, else the contract's. */
function clockFinder(
  clocks: readonly CheckedClock[],
  plans: readonly CheckedPlan[],
): (plan: CheckedPlan, metric: string) => CheckedClock | null {
  const byName = new Map(plans.map((plan) => [plan.name, plan]));
  const keyOf = (plan: string | null, metric: string): string => JSON.stringify([plan, metric]);
  const byKey = new Map(clocks.map((clock) => [keyOf(clock.plan, clock.metric), clock]));
  const hasOwn = new Set(clocks.map(({ plan }) => plan));
  const find = (plan: CheckedPlan | undefined, metric: string): CheckedClock | null => {
    if (plan === undefined) return byKey.get(keyOf(null, metric)) ?? null;
    const own = hasOwn.has(plan.name) ? byKey.get(keyOf(plan.name, metric)) : undefined;
    return own ?? find(plan.extends === null ? undefined : byName.get(plan.extends), metric);
  };
  return find;
}

/** The metrics for which a plan promises a time. */
function promisedBy({ targets }: CheckedPlan): readonly string[] {
  return targets.filter(({ promise }) => promise.kind !== 'word').map(({ metric }) => metric);
}

/** A clock that pauses, of a metric that is promised in days, says what the pause does to them. */
function assumePausedDays({ context, node, clock, plans }: MeasuringClock): void {
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
