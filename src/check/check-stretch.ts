import type { StretchNode } from '../syntax/conduct-tree.ts';
import { checkCalendarName } from './check-calendar-name.ts';
import { checkUnit, wholeAmount } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import type { Stretch } from './conduct-model.ts';
import type { Scope } from './scope.ts';

/** The contract's own zone, and whether a clause that may have named it was rejected. */
export interface OwnZone {
  readonly zone: string | null;
  readonly lost: boolean;
}

/**
 * A length of time outside a table of targets. Plain hours are elapsed time unless a calendar is named; business days
 * need one; other days are dates of its zone, or of the contract's.
 */
export function checkStretch(
  context: CheckContext,
  scope: Scope,
  own: OwnZone,
  node: StretchNode,
): Stretch<string> | null {
  const { amount } = node;
  const unit = checkUnit(context, amount);
  if (unit === null) return null;
  const calendar = node.calendar === null ? null : checkCalendarName(context, scope, node.calendar);
  if (node.calendar !== null && calendar === null) return null;
  const words = `${amount.amount} ${amount.unit}`;
  if (unit.kind !== 'days') {
    const seconds = wholeAmount(
      context,
      amount.amount,
      unit.kind === 'elapsed' ? unit.seconds : 3600,
      amount,
    );
    if (seconds === null) return null;
    if (calendar !== null && calendar !== '24x7') return { kind: 'hours', seconds, calendar };
    if (unit.kind === 'elapsed') return { kind: 'elapsed', seconds };
    report(context, 'plan/days-without-calendar', amount.span, { amount: words });
    return null;
  }
  const count = wholeAmount(context, amount.amount, unit.times, amount);
  if (count === null) return null;
  if (calendar === '24x7' && node.calendar !== null) {
    report(context, 'plan/days-round-the-clock', node.calendar.span, { unit: amount.unit });
    return null;
  }
  if (calendar === null && unit.unit === 'business day') {
    report(context, 'plan/days-without-calendar', amount.span, { amount: words });
    return null;
  }
  if (calendar === null && own.zone === null) {
    if (!own.lost) report(context, 'plan/period-without-zone', amount.span, { what: `each of \`${words}\`` });
    return null;
  }
  if (calendar !== null) scope.countDates(calendar);
  if (node.end === null && unit.unit !== 'month')
    report(context, 'assume/stretch-end', amount.span, { words });
  const zone = calendar === null ? own.zone : null;
  return { kind: 'days', unit: unit.unit, count, calendar, zone, end: node.end ?? 'same time' };
}
