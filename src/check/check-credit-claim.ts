import type { CreditTermNode } from '../syntax/money-tree.ts';
import type { BusinessTerms } from './check-bound.ts';
import { checkCalendarName } from './check-calendar-name.ts';
import { checkPeriodUnit } from './check-period.ts';
import { checkUnit, wholeAmount } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedCredit } from './money-model.ts';
import type { Scope } from './scope.ts';

/** Until when a credit can be claimed: a date that both sides can find in a calendar. */
export function checkClaim(
  context: CheckContext,
  scope: Scope,
  terms: BusinessTerms,
  { within, calendar: named, fromEndOf: written }: Extract<CreditTermNode, { kind: 'claimed' }>,
): CheckedCredit['claimedWithin'] {
  const unit = checkUnit(context, within);
  const fromEndOf = written === null ? null : checkPeriodUnit(context, written);
  if (unit === null || (written !== null && fromEndOf === null)) return null;
  if (unit.kind !== 'days') {
    report(context, 'money/claim-unit', within.span, { unit: within.unit });
    return null;
  }
  const count = wholeAmount(context, within.amount, unit.times, within);
  if (unit.unit !== 'business day') {
    if (named !== null) report(context, 'money/claim-calendar', named.span, { unit: within.unit });
    return count === null || named !== null ? null : { unit: unit.unit, count, fromEndOf };
  }
  const common = named ?? terms.days?.calendar ?? null;
  if (common === null) {
    const words = `${within.amount} ${within.unit}`;
    if (!terms.lost) report(context, 'plan/days-without-calendar', within.span, { amount: words });
    return null;
  }
  const calendar = checkCalendarName(context, scope, common);
  if (calendar === '24x7') {
    report(context, 'plan/days-round-the-clock', common.span, { unit: within.unit });
    return null;
  }
  if (calendar === null || count === null) return null;
  scope.countDates(calendar);
  return { unit: 'business day', calendar, count, fromEndOf };
}
