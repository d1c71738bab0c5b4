import type { BasisNode, DayRuleNode, LimitNode } from '../syntax/tree.ts';
import { anyCalendar, checkCalendarName } from './check-calendar-name.ts';
import { checkTime, textOf } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedDays, DayEnd } from './model.ts';
import type { BusinessTerms } from './check-bound.ts';
import type { Scope } from './scope.ts';

/** What is counted, and how it is called in a message. */
export interface DayCount {
  readonly unit: CheckedDays['unit'];
  readonly count: number;
  readonly words: string;
}

/** A count of dates: the cell's own words before what the plan says for its business days. */
export function checkDays(
  context: CheckContext,
  scope: Scope,
  terms: BusinessTerms,
  limit: LimitNode,
  { unit, count, words }: DayCount,
): CheckedDays | null {
  const common = unit === 'business day' ? terms.days : null;
  const { basis } = limit;
  const named = basis.calendar ?? common?.calendar ?? null;
  if (named === null) {
    if (unit !== 'business day') {
      const span = limit.kind === 'amount' ? limit.amount.span : limit.span;
      report(context, 'plan/days-without-calendar', span, { amount: textOf(context, span) });
    } else if (!terms.lost && common === null) {
      const { plan } = terms;
      report(context, 'plan/business-hours-undefined', limit.span, {
        unit: 'business days',
        plan,
        calendar: anyCalendar(scope),
      });
    }
    return null;
  }
  const calendar = checkCalendarName(context, scope, named);
  if (calendar === null) return null;
  if (calendar === '24x7') {
    report(context, 'plan/days-round-the-clock', named.span, { unit: words });
    return null;
  }
  scope.countDates(calendar);
  const end = basis.end ?? common?.end ?? null;
  if (end === null) {
    // Where the plan says how its business days are counted, that is where their end is missing.
    const span = common === null || common.dayLength !== null ? limit.span : common.span;
    report(context, 'plan/day-end-missing', span, { unit: words });
    return null;
  }
  const dayEnd = checkEnd(context, end);
  // A count that speaks of the next or the same day says itself whether the day of receipt is counted, unless it goes
  // on to say otherwise; what the plan says of its other counts does not change that. The end of a week or month does
  // not hang on it.
  const own = ruleReader(basis.rules);
  const rules = ruleReader([...basis.rules, ...(common?.rules ?? [])]);
  const cutOff = rules('cut-off');
  const cutOffTime = cutOff === null ? null : checkTime(context, cutOff.value);
  if (dayEnd === null || (cutOff !== null && cutOffTime === null)) return null;
  const receipt = rules('receipt')?.value ?? null;
  const ownDayOne = own('day one')?.value ?? null;
  const implied = limit.kind === 'same business day' ? 'day of receipt' : 'day after';
  const dayOne = limit.kind === 'amount' ? (rules('day one')?.value ?? null) : (ownDayOne ?? implied);
  const endOutside = rules('end outside')?.value ?? null;
  const saidAt = basis.calendar === null ? basisIn(context, common) : null;
  if (receipt === null) report(context, 'assume/received-outside-hours', limit.span, { calendar, saidAt });
  if (dayOne === null) report(context, 'assume/day-of-receipt', limit.span, { calendar, saidAt });
  if (endOutside === null && end.kind !== 'close' && unit === 'business day') {
    report(context, 'assume/ending-outside-hours', limit.span, { calendar, saidAt });
  }
  return {
    kind: 'days',
    unit,
    count,
    calendar,
    end: dayEnd,
    receipt: receipt ?? 'next opening',
    dayOne: dayOne ?? 'day after',
    cutOff: cutOffTime,
    endOutside: endOutside ?? 'stays',
  };
}

/** Where the plan says what its business days are, if that is in the file of the cell; null elsewhere. */
function basisIn(context: CheckContext, common: BasisNode | null): number | null {
  const named = common?.calendar ?? null;
  if (common === null || named === null) return null;
  const isHere = textOf(context, named.span).replaceAll('"', '') === named.text;
  return isHere ? common.span.end : null;
}

function checkEnd(context: CheckContext, end: NonNullable<BasisNode['end']>): DayEnd | null {
  if (end.kind !== 'clock') return { kind: end.kind };
  const time = checkTime(context, end.time);
  return time === null ? null : { kind: 'clock', time };
}

/** Looks a rule up by its kind; the first said holds. */
function ruleReader(rules: readonly DayRuleNode[]) {
  return <K extends DayRuleNode['kind']>(kind: K): Extract<DayRuleNode, { kind: K }> | null =>
    rules.find((rule): rule is Extract<DayRuleNode, { kind: K }> => rule.kind === kind) ?? null;
}
