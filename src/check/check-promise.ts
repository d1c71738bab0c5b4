import type { BasisNode, CellNode, DayRuleNode, NameNode } from '../syntax/tree.ts';
import { checkCalendarName } from './check-calendar-name.ts';
import { checkTime, checkUnit, textOf, type Unit, wholeAmount } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedDays, CheckedLimit, CheckedPromise, DayEnd } from './model.ts';
import type { Scope } from './scope.ts';

/** What a plan means by business hours and business days, where it says so. */
export interface BusinessTerms {
  readonly hours: BasisNode | null;
  readonly days: BasisNode | null;
  /** Whose terms they are. */
  readonly plan: string;
  /** True where they may be said in a clause or a plan that could not be made out. */
  readonly lost: boolean;
}

/** A cell of a targets table; null, and a finding, where it cannot be made out. */
export function checkCell(
  context: CheckContext,
  scope: Scope,
  terms: BusinessTerms,
  cell: CellNode,
): CheckedPromise | null {
  switch (cell.kind) {
    case 'word':
      return { kind: 'word', word: cell.word };
    case 'next business day':
      return checkDays(context, scope, terms, cell, { kind: 'days', unit: 'business day', times: 1 }, 1);
    case 'amount': {
      const unit = checkUnit(context, cell.amount);
      if (unit === null) return null;
      const hard = checkLimit(context, scope, terms, cell, unit, cell.amount.upTo ?? cell.amount.amount);
      if (cell.amount.upTo === null || hard === null) return hard;
      if (Number(cell.amount.amount) >= Number(cell.amount.upTo)) {
        const { amount: from, upTo: to } = cell.amount;
        report(context, 'time/range-backwards', cell.amount.span, { from, to });
        return null;
      }
      const soft = checkLimit(context, scope, terms, cell, unit, cell.amount.amount);
      return soft === null ? null : { kind: 'range', soft, hard };
    }
  }
}

type AmountCell = Extract<CellNode, { kind: 'amount' }>;

function checkLimit(
  context: CheckContext,
  scope: Scope,
  terms: BusinessTerms,
  cell: AmountCell,
  unit: Unit,
  digits: string,
): CheckedLimit | null {
  if (unit.kind === 'days') {
    const count = wholeAmount(context, digits, unit.times, cell.amount);
    return count === null ? null : checkDays(context, scope, terms, cell, unit, count);
  }
  const perUnit = unit.kind === 'elapsed' ? unit.seconds : 3600;
  const seconds = wholeAmount(context, digits, perUnit, cell.amount);
  if (seconds === null) return null;
  const superfluous = cell.basis.end ?? cell.basis.rules[0];
  if (superfluous !== undefined) {
    const amount = textOf(context, cell.amount.span);
    report(context, 'plan/day-rule-on-hours', superfluous.span, { amount });
    return null;
  }
  let named: NameNode | null = cell.basis.calendar;
  if (unit.kind === 'business hours' && named === null) {
    named = terms.hours?.calendar ?? null;
    if (named === null) {
      if (!terms.lost && terms.hours === null) {
        const { plan } = terms;
        report(context, 'plan/business-hours-undefined', cell.span, { unit: 'business hours', plan });
      }
      return null;
    }
  }
  if (named === null) return { kind: 'elapsed', seconds };
  const calendar = checkCalendarName(context, scope, named);
  if (calendar === null) return null;
  return calendar === '24x7' ? { kind: 'elapsed', seconds } : { kind: 'hours', seconds, calendar };
}

/** A count of dates: the cell's own words before what the plan says for its business days. */
function checkDays(
  context: CheckContext,
  scope: Scope,
  terms: BusinessTerms,
  cell: Exclude<CellNode, { kind: 'word' }>,
  unit: Extract<Unit, { kind: 'days' }>,
  count: number,
): CheckedDays | null {
  const common = unit.unit === 'business day' ? terms.days : null;
  const words = cell.kind === 'amount' ? cell.amount.unit : 'business day';
  const named = cell.basis.calendar ?? common?.calendar ?? null;
  if (named === null) {
    if (unit.unit !== 'business day') {
      const span = cell.kind === 'amount' ? cell.amount.span : cell.span;
      report(context, 'plan/days-without-calendar', span, { amount: textOf(context, span) });
    } else if (!terms.lost && common === null) {
      const { plan } = terms;
      report(context, 'plan/business-hours-undefined', cell.span, { unit: 'business days', plan });
    }
    return null;
  }
  const calendar = checkCalendarName(context, scope, named);
  if (calendar === null) return null;
  if (calendar === '24x7') {
    report(context, 'plan/days-round-the-clock', named.span, { unit: words });
    return null;
  }
  const end = cell.basis.end ?? common?.end ?? null;
  if (end === null) {
    // Where the plan says how its business days are counted, that is where their end is missing.
    const span = common === null ? cell.span : common.span;
    report(context, 'plan/day-end-missing', span, { unit: words });
    return null;
  }
  const dayEnd = checkEnd(context, end);
  // A count that speaks of the next day says itself that the day of receipt is not counted, unless it goes on to say
  // that it is; what the plan says of its other counts does not change that.
  const own = ruleReader(cell.basis.rules);
  const rules = ruleReader([...cell.basis.rules, ...(common?.rules ?? [])]);
  const cutOff = rules('cut-off');
  const cutOffTime = cutOff === null ? null : checkTime(context, cutOff.value);
  if (dayEnd === null || (cutOff !== null && cutOffTime === null)) return null;
  const receipt = rules('receipt')?.value ?? null;
  const dayOne =
    cell.kind === 'next business day'
      ? (own('day one')?.value ?? 'day after')
      : (rules('day one')?.value ?? null);
  const endOutside = rules('end outside')?.value ?? null;
  if (receipt === null) report(context, 'assume/received-outside-hours', cell.span, { calendar });
  if (dayOne === null) report(context, 'assume/day-of-receipt', cell.span, { calendar });
  if (endOutside === null && end.kind !== 'close' && unit.unit === 'business day') {
    report(context, 'assume/ending-outside-hours', cell.span, { calendar });
  }
  return {
    kind: 'days',
    unit: unit.unit,
    count,
    calendar,
    end: dayEnd,
    receipt: receipt ?? 'next opening',
    dayOne: dayOne ?? 'day after',
    cutOff: cutOffTime,
    endOutside: endOutside ?? 'stays',
  };
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
