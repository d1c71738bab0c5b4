import type { ClockNode } from '../syntax/tree.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type { CheckedClock } from './model.ts';
import type { Scope } from './scope.ts';

export function checkClock(context: CheckContext, scope: Scope, node: ClockNode): CheckedClock | null {
  const inner = within(context, `clock ${node.name.text}`);
  const metric = scope.resolve(inner, 'metric', node.name);
  if (metric === null) return null;
  const words = (names: ClockNode['starts']) => names.map((name) => name.text);
  if (!node.broken) {
    if (node.starts.length === 0) report(inner, 'clock/no-start', node.span, { metric });
    if (node.stops.length === 0) report(inner, 'clock/no-stop', node.span, { metric });
  }
  return {
    metric,
    startsOn: words(node.starts),
    stopsOn: words(node.stops),
    pausesWhile: words(node.pauses),
    origin: originOf(inner, node.span),
  };
}

/** The stopping event of a metric when the contract names none: the event of the metric's own name. */
export function assumedClock(
  context: CheckContext,
  metric: string,
  span: { start: number; end: number },
): CheckedClock {
  report(context, 'assume/clock', span, { metric });
  return {
    metric,
    startsOn: ['opened'],
    stopsOn: [metric],
    pausesWhile: [],
    origin: originOf(context, span),
  };
}
