import type { BasisNode, BoundNode, LimitNode, NameNode } from '../syntax/tree.ts';
import { anyCalendar, checkCalendarName } from './check-calendar-name.ts';
import { checkDays } from './check-days.ts';
import { checkUnit, textOf, type Unit, wholeAmount } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedLimit } from './model.ts';
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

/** What is promised, and of a range what is aimed at. */
export interface Bounds {
  readonly hard: CheckedLimit;
  readonly soft: CheckedLimit | null;
}

/** One limit, or the later or earlier of several; null, and a finding, where it cannot be made out. */
export function checkBound(
  context: CheckContext,
  scope: Scope,
  terms: BusinessTerms,
  bound: BoundNode,
): Bounds | null {
  if (bound.kind === 'at once') return { hard: { kind: 'elapsed', seconds: 0 }, soft: null };
  if (bound.kind !== 'pick') return checkOneLimit(context, scope, terms, bound);
  const of = bound.of.map((limit) => checkOneLimit(context, scope, terms, limit));
  const complete = of.flatMap((bounds) => bounds ?? []);
  if (complete.length < of.length) return null;
  const ranged = complete.findIndex(({ soft }) => soft !== null);
  const [first, second] = bound.of;
  if (first === undefined || second === undefined || ranged !== -1) {
    const span = bound.of[ranged]?.span ?? bound.span;
    report(context, 'target/pick-of-limits', span, { pick: bound.pick, range: ranged !== -1 });
    return null;
  }
  return { hard: { kind: 'pick', pick: bound.pick, of: complete.map(({ hard }) => hard) }, soft: null };
}

function checkOneLimit(
  context: CheckContext,
  scope: Scope,
  terms: BusinessTerms,
  limit: LimitNode,
): Bounds | null {
  switch (limit.kind) {
    case 'same business day':
    case 'next business day': {
      const count = { unit: 'business day', count: 1, words: 'business day' } as const;
      const hard = checkDays(context, scope, terms, limit, count);
      return hard === null ? null : { hard, soft: null };
    }
    case 'period end': {
      const unit = PERIODS.find((period) => period === limit.unit.text);
      if (unit === undefined) {
        report(context, 'target/end-of-nothing', limit.unit.span, { unit: limit.unit.text });
        return null;
      }
      const count = { unit: `end of ${unit}`, count: limit.next ? 1 : 0, words: unit } as const;
      const hard = checkDays(context, scope, terms, limit, count);
      return hard === null ? null : { hard, soft: null };
    }
    case 'amount': {
      const { amount, basis } = limit;
      const unit = checkUnit(context, amount, basis.dayLength !== null);
      if (unit === null) return null;
      const hard = checkLimit(context, scope, terms, limit, unit, amount.upTo ?? amount.amount);
      if (amount.upTo === null || hard === null) return hard === null ? null : { hard, soft: null };
      if (Number(amount.amount) >= Number(amount.upTo)) {
        report(context, 'time/range-backwards', amount.span, { from: amount.amount, to: amount.upTo });
        return null;
      }
      const soft = checkLimit(context, scope, terms, limit, unit, amount.amount);
      return soft === null ? null : { hard, soft };
    }
  }
}

/** Periods whose last day is a date to count to. */
const PERIODS = ['week', 'month', 'quarter', 'year'] as const;

type AmountLimit = Extract<LimitNode, { kind: 'amount' }>;

function checkLimit(
  context: CheckContext,
  scope: Scope,
  terms: BusinessTerms,
  limit: AmountLimit,
  unit: Unit,
  digits: string,
): CheckedLimit | null {
  const { amount, basis } = limit;
  const dayLength =
    basis.dayLength ?? (unit.kind === 'days' && isBusiness(unit) ? terms.days?.dayLength : null);
  if (unit.kind === 'days' && (dayLength === null || dayLength === undefined)) {
    const count = wholeAmount(context, digits, unit.times, amount, true);
    return count === null
      ? null
      : checkDays(context, scope, terms, limit, { unit: unit.unit, count, words: amount.unit });
  }
  const perUnit =
    unit.kind === 'days' ? secondsOfDay(context, limit, unit, dayLength ?? amount) : secondsOf(unit);
  if (perUnit === null) return null;
  if (unit.kind !== 'days' && basis.dayLength !== null) {
    report(context, 'target/day-length', basis.dayLength.span, { amount: textOf(context, amount.span) });
    return null;
  }
  const seconds = wholeAmount(context, digits, perUnit, amount, true);
  if (seconds === null) return null;
  const superfluous = basis.end ?? basis.rules[0];
  if (superfluous !== undefined) {
    report(context, 'plan/day-rule-on-hours', superfluous.span, { amount: textOf(context, amount.span) });
    return null;
  }
  const named = basis.calendar ?? checkCommonCalendar(context, scope, terms, limit, unit);
  if (named === 'undefined') return null;
  if (named === null) return { kind: 'elapsed', seconds };
  const calendar = checkCalendarName(context, scope, named);
  if (calendar === null) return null;
  return calendar === '24x7' ? { kind: 'elapsed', seconds } : { kind: 'hours', seconds, calendar };
}

/** The calendar that the plan names for a unit of business; null for plain hours, which need none. */
function checkCommonCalendar(
  context: CheckContext,
  scope: Scope,
  terms: BusinessTerms,
  limit: AmountLimit,
  unit: Unit,
): NameNode | null | 'undefined' {
  if (unit.kind === 'elapsed') return null;
  const common = unit.kind === 'days' ? terms.days : terms.hours;
  const named = common?.calendar ?? null;
  if (named !== null) return named;
  if (!terms.lost && common === null) {
    const { plan } = terms;
    report(context, 'plan/business-hours-undefined', limit.span, {
      unit: 'business hours',
      plan,
      calendar: anyCalendar(scope),
    });
  }
  return 'undefined';
}

function isBusiness(unit: Extract<Unit, { kind: 'days' }>): boolean {
  return unit.unit === 'business day';
}

function secondsOf(unit: Exclude<Unit, { kind: 'days' }>): number {
  return unit.kind === 'elapsed' ? unit.seconds : 3600;
}

/** The stated length of a day in seconds: hours of the calendar, so that days of it can be halved. */
function secondsOfDay(
  context: CheckContext,
  limit: AmountLimit,
  unit: Extract<Unit, { kind: 'days' }>,
  length: AmountLimit['amount'],
): number | null {
  const measure = checkUnit(context, length);
  if (measure === null) return null;
  if (measure.kind === 'elapsed' && isBusiness(unit))
    return wholeAmount(context, length.amount, measure.seconds, length);
  report(context, 'target/day-length', length.span, { amount: textOf(context, limit.amount.span) });
  return null;
}
