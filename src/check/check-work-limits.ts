import type { StretchNode } from '../syntax/conduct-tree.ts';
import type { WorkLimitNode, WorksNode } from '../syntax/clock-tree.ts';
import type { ClockGround } from './clock-ground.ts';
import { checkCalendarName } from './check-calendar-name.ts';
import { checkUnit, wholeAmount } from './check-time.ts';
import type { WorkLimit } from './clock-model.ts';
import { type CheckContext, report } from './context.ts';

/** How long may be worked on a ticket: at a stretch, within a window, on one thing. */
export function checkWorkLimits(
  context: CheckContext,
  { scope }: ClockGround,
  clauses: readonly WorksNode[],
): readonly WorkLimit<string>[] {
  return clauses.flatMap(({ limits, during: name }) => {
    const during = name === null ? null : checkCalendarName(context, scope, name);
    if (name !== null && during === null) return [];
    return limits.flatMap((limit) => checkLimit(context, during, limit) ?? []);
  });
}

function checkLimit(
  context: CheckContext,
  during: string | null,
  node: WorkLimitNode,
): WorkLimit<string> | null {
  const mostSeconds = workedSeconds(context, node.most);
  if (mostSeconds === null) return null;
  switch (node.kind) {
    case 'per':
      return { kind: 'per', thing: node.thing.text, mostSeconds, during };
    case 'at a stretch': {
      const restSeconds = workedSeconds(context, node.rests);
      return restSeconds === null ? null : { kind: 'at a stretch', mostSeconds, restSeconds, during };
    }
    case 'within': {
      const windowSeconds = workedSeconds(context, node.window);
      if (windowSeconds === null) return null;
      if (mostSeconds >= windowSeconds) {
        report(context, 'clock/limit-of-nothing', node.span, {});
        return null;
      }
      return { kind: 'within', mostSeconds, windowSeconds, during };
    }
  }
}

/** Work is measured by the clock on the wall: minutes and hours. */
function workedSeconds(context: CheckContext, { amount }: StretchNode): number | null {
  const unit = checkUnit(context, amount);
  if (unit === null) return null;
  if (unit.kind !== 'elapsed') {
    report(context, 'entitlement/not-worked-time', amount.span, { unit: amount.unit });
    return null;
  }
  return wholeAmount(context, amount.amount, unit.seconds, amount);
}
