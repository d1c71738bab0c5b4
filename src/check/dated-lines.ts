import type { ClosedNode, OpenOnNode } from '../syntax/tree.ts';
import { checkOn } from './check-on.ts';
import { checkDates, checkHours } from './check-time.ts';
import type { CheckContext } from './context.ts';
import type { DatedHours } from './model.ts';

export function checkOpenOn(context: CheckContext, clause: OpenOnNode): readonly DatedHours[] {
  checkOn(context, clause.on, clause.dates, true);
  const hours = clause.hours.map((range) => checkHours(context, range));
  if (hours.includes(null)) return [];
  const open = hours.flatMap((interval) => interval ?? []);
  return clause.dates
    .flatMap((dates) => checkDates(context, dates) ?? [])
    .map((dates) => ({ label: clause.label, dates, hours: open, as: clause.as, limited: null }));
}

export function checkClosed(context: CheckContext, clause: ClosedNode): readonly DatedHours[] {
  return clause.dates
    .flatMap((dates) => checkDates(context, dates) ?? [])
    .map((dates) => ({ label: clause.label, dates, hours: [], as: null, limited: null }));
}
