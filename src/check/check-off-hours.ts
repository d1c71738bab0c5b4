import type { OffHoursNode } from '../syntax/entitlement-tree.ts';
import { checkCalendarName } from './check-calendar-name.ts';
import { fractionOf } from './check-money.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedOffHours } from './entitlement-model.ts';
import type { Scope } from './scope.ts';

/** What time outside a calendar counts for; outside what is always open there is none. */
export function checkOffHours(
  context: CheckContext,
  scope: Scope,
  node: OffHoursNode,
): CheckedOffHours | null {
  const calendar = checkCalendarName(context, scope, node.calendar);
  if (calendar === null) return null;
  if (calendar === '24x7') {
    report(context, 'entitlement/outside-round-the-clock', node.span, {});
    return null;
  }
  if (node.parts === null) report(context, 'assume/off-hours-parts', node.span, { calendar });
  return { calendar, factor: fractionOf(node.factor.text), parts: node.parts ?? 'split at edge' };
}
