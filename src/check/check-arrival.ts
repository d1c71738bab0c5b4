import type { ArrivalNode, SelectorNode } from '../syntax/tree.ts';
import { checkCalendarName } from './check-calendar-name.ts';
import { checkSelector } from './check-selector.ts';
import type { CheckContext } from './context.ts';
import type { Selector } from './model.ts';
import type { Scope } from './scope.ts';

/** The tickets of a line: what `for` narrows it to, and the hours of opening that `when opened` names; null, and a finding, where one stands for nothing. */
export function checkTickets(
  context: CheckContext,
  scope: Scope,
  line: { readonly for: SelectorNode | null; readonly opened: ArrivalNode | null },
): Selector | null {
  const said = checkSelector(context, scope, line.for);
  if (line.opened === null) return said;
  const calendar = checkCalendarName(context, scope, line.opened.calendar);
  if (said === null || calendar === null) return null;
  return { ...said, opened: [{ side: line.opened.side, calendar }] };
}
