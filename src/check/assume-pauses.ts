import type { ClockNode } from '../syntax/tree.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedClock, CheckedPlan } from './model.ts';

/** A clock as it stands in the contract, and the plans that measure by it. */
export interface MeasuringClock {
  readonly context: CheckContext;
  readonly node: ClockNode;
  readonly clock: CheckedClock;
  readonly plans: readonly CheckedPlan[];
}

/** Promises of an answer. Until it is given the customer has been asked for nothing, so there is nothing to wait for. */
const ANSWERS: ReadonlySet<string> = new Set(['acknowledge', 'respond', 'reply']);

/** Clocks of which nothing says what pauses them never pause. That is listed once for all of them. */
export function assumePauses(clocks: readonly MeasuringClock[]): void {
  const open = clocks.filter(leavesOpen);
  const [first, ...others] = open;
  if (first === undefined) return;
  const placeOf = ({ context, node }: MeasuringClock) => ({ source: context.source, span: node.span });
  report(
    first.context,
    'assume/pauses',
    first.node.span,
    { clocks: open.map((each) => ({ metric: each.clock.metric, place: placeOf(each) })) },
    others.map((each) => ({ message: `the clock of \`${each.clock.metric}\``, place: placeOf(each) })),
  );
}

function leavesOpen({ node, clock: { metric, terms }, plans }: MeasuringClock): boolean {
  // A clock that does not run has another mistake.
  if (node.broken || node.starts.length === 0 || node.stops.length === 0) return false;
  if (node.pausesNever !== null || node.pauses.length > 0) return false;
  if (terms.countsOnlyWhile.length > 0 || ANSWERS.has(metric)) return false;
  return plans.some(({ targets }) =>
    targets.some((target) => target.metric === metric && target.promise.kind !== 'word'),
  );
}
