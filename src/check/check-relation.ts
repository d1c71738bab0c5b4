import type { BoundNode, LimitNode, RelationNode } from '../syntax/tree.ts';
import { type BusinessTerms, checkBound } from './check-bound.ts';
import type { TargetCell } from './check-targets.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedLimit, CheckedPlan, CheckedPromise, CheckedRelative } from './model.ts';
import type { Scope } from './scope.ts';

/** A limit counted from, or back from, another promise's deadline or an event. */
export function checkRelative(
  context: CheckContext,
  scope: Scope,
  terms: BusinessTerms,
  bound: BoundNode,
  relation: RelationNode,
): CheckedRelative | null {
  const of = checkAnchor(context, scope, relation);
  const { side } = relation;
  const counted = side === 'before' ? countedBack(context, bound) : bound;
  if (counted === null) return null;
  const bounds = checkBound(context, scope, terms, counted);
  return of === null || bounds === null ? null : { kind: 'relative', side, of, ...bounds };
}

/** A limit counted back from something that the clause around it names. */
export function checkBefore(
  context: CheckContext,
  scope: Scope,
  terms: BusinessTerms,
  limit: LimitNode,
): CheckedLimit | null {
  const counted = countedBack(context, limit);
  return counted === null ? null : (checkBound(context, scope, terms, counted)?.hard ?? null);
}

/** A metric without `is due` stands for the event that stops its clock. */
function checkAnchor(
  context: CheckContext,
  scope: Scope,
  { name, due }: RelationNode,
): CheckedRelative['of'] | null {
  if (due || scope.has('metric', name.text)) {
    const metric = scope.resolve(context, 'metric', name);
    return metric === null ? null : { kind: due ? 'due' : 'stop', metric };
  }
  const event = scope.resolve(context, 'event', name);
  return event === null ? null : { kind: 'event', event };
}

/**
 * A count back has no receipt: it begins at the instant it is counted from, and that date is not one of its days. What
 * a plan says of receipt for its other counts does not touch it.
 */
function countedBack(context: CheckContext, bound: BoundNode): BoundNode | null {
  if (bound.kind === 'pick') {
    const of = bound.of.map((limit) => limitBack(context, limit));
    return of.includes(null) ? null : { ...bound, of: of.flatMap((limit) => limit ?? []) };
  }
  if (bound.kind !== 'at once') return limitBack(context, bound);
  report(context, 'target/not-counted-back', bound.span, { isRule: false });
  return null;
}

function limitBack(context: CheckContext, limit: LimitNode): LimitNode | null {
  const idle = limit.basis.rules.find(({ kind }) => kind !== 'end outside');
  if (limit.kind !== 'amount' || idle !== undefined) {
    report(context, 'target/not-counted-back', idle?.span ?? limit.span, { isRule: idle !== undefined });
    return null;
  }
  const { basis, span } = limit;
  if (basis.dayLength !== null || !limit.amount.unit.match(/day|week|month|year/)) return limit;
  const rules = [
    ...basis.rules,
    { kind: 'receipt', value: 'as received', span } as const,
    { kind: 'day one', value: 'day after', span } as const,
  ];
  return { ...limit, basis: { ...basis, rules } };
}

/** Reports the plan's own cells that hang on a deadline of which the plan says nothing, or in the end on themselves. */
export function reportHangingCells(cells: readonly TargetCell[], targets: CheckedPlan['targets']): void {
  const anchorOf = (promise: CheckedPromise) =>
    promise.kind === 'relative' && promise.of.kind === 'due' ? promise.of.metric : null;
  const hangsOn = (metric: string) => [
    ...new Set(
      targets.flatMap((target) => (target.metric === metric ? (anchorOf(target.promise) ?? []) : [])),
    ),
  ];
  const reported = new Set<string>();
  for (const { target, context, span } of cells) {
    const anchor = anchorOf(target.promise);
    if (anchor === null) continue;
    const { metric } = target;
    const reached = new Set<string>([anchor]);
    for (const step of reached) hangsOn(step).forEach((next) => reached.add(next));
    if (!targets.some((other) => other.metric === anchor)) {
      report(context, 'target/relative-to-nothing', span, { metric: anchor });
    } else if (reached.has(metric) && !reported.has(anchor)) {
      reported.add(metric);
      report(context, 'target/relative-to-itself', span, { metric, anchor });
    }
  }
}
