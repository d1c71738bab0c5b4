import Fraction from 'fraction.js';
import type { PlanPeriod } from '../../plan/model.ts';
import type { PlanCharged } from '../../plan/money-model.ts';
import type { EpochDay } from '../../time/types.ts';
import { periodDays } from '../entitlement/period.ts';
import { toCoins } from './currency.ts';
import type { MoneyAmount } from './price.ts';
import { type DaySpan, paidShare } from './proration.ts';

/** What is paid, by dates or, where none are said, of so many whole periods. */
export type Term =
  /** `start` is the day from which the contract's own months are counted. */
  | (DaySpan & { readonly kind: 'dates'; readonly start: EpochDay | null })
  | { readonly kind: 'length'; readonly unit: 'day' | 'month'; readonly count: number };

/** What is asked of the customer once. */
export interface Bill {
  /** The billing period; null where no dates are said. */
  readonly for: DaySpan | null;
  /** How much of it the customer is there for; null where no dates are said, or for what is paid once. */
  readonly there: DaySpan | null;
  /** How many periods of the price it is for, or which share of one. */
  readonly periods: Fraction;
  /** In whole coins of the currency. */
  readonly amount: Fraction;
}

type Unit = PlanPeriod['unit'];

/** A unit as whole days or whole months; no number of the one is a number of the other. */
const LENGTHS: Readonly<Record<Unit, { readonly unit: 'day' | 'month'; readonly count: number }>> = {
  day: { unit: 'day', count: 1 },
  week: { unit: 'day', count: 7 },
  month: { unit: 'month', count: 1 },
  quarter: { unit: 'month', count: 3 },
  year: { unit: 'month', count: 12 },
};

type Billing = Pick<PlanCharged, 'per' | 'billed' | 'anchor' | 'prorated'>;
type Dates = Extract<Term, { kind: 'dates' }>;

/**
 * What is billed of a price over a term. A period of the price is on the bill of the billing period in which it begins;
 * where a price is billed in parts, they are alike but for a part that is not whole, and come to the price of the period
 * to the coin. Every other bill is rounded by itself. `needs dates` where the term has none and a period of the price
 * is no whole number of its days or months.
 */
export function billsOf(billing: Billing, price: MoneyAmount, term: Term): readonly Bill[] | 'needs dates' {
  if (term.kind === 'length') return wholeBills(billing, price, term);
  const { per, billed, anchor } = billing;
  const spans = periodsIn({ unit: billed, anchor }, term);
  const due = periodsIn({ unit: per, anchor }, term).map((period) => ({
    period,
    share: paidShare(period, term, billing, term.start),
  }));
  if (!isShorter(billed, per)) {
    return spans.map((span) => {
      const own = due.filter(({ period: { first } }) => isIn(span, Math.max(first, term.first)));
      const periods = added(own.map(({ share }) => share));
      return billFor(span, term, periods, toCoins(price.amount.mul(periods), price.currency));
    });
  }
  const parts = due.map(({ period, share }) => inParts(period, share, spans, billing, price, term));
  return spans.map((span, i) => {
    const own = parts.flatMap((part) => part[i] ?? []);
    const periods = added(own.map((part) => part.periods));
    return billFor(span, term, periods, added(own.map(({ amount }) => amount)));
  });
}

/** Whether a term begins or ends within a period of the price, so that it is not whole. */
export function cutsPeriod({ per, anchor }: Billing, term: Term): boolean {
  if (term.kind === 'length') return false;
  const periods = periodsIn({ unit: per, anchor }, term);
  const [first, last] = [periods[0], periods.at(-1)];
  return first !== undefined && (first.first !== term.first || last?.next !== term.next);
}

/** One period of a price, shared out over the bills: by index, what of it is on each. */
function inParts(
  period: DaySpan,
  share: Fraction,
  bills: readonly DaySpan[],
  billing: Billing,
  { amount, currency }: MoneyAmount,
  term: Dates,
): readonly Pick<Bill, 'periods' | 'amount'>[] {
  const weights = bills.map((bill) => weightOf(bill, period, term, billing));
  const whole = added(weights);
  const coins = (weight: Fraction) => toCoins(amount.mul(share).mul(weight).div(whole), currency);
  let before = new Fraction(0);
  return weights.map((weight) => {
    const [already, now] = [before, before.add(weight)];
    before = now;
    return { periods: share.mul(weight).div(whole), amount: coins(now).sub(coins(already)) };
  });
}

function billFor(span: DaySpan, term: DaySpan, periods: Fraction, amount: Fraction): Bill {
  const there = { first: Math.max(span.first, term.first), next: Math.min(span.next, term.next) };
  return { for: span, there, periods, amount };
}

function isIn({ first, next }: DaySpan, day: EpochDay): boolean {
  return first <= day && day < next;
}

function added(amounts: readonly Fraction[]): Fraction {
  return amounts.reduce((sum, amount) => sum.add(amount), new Fraction(0));
}

/** Whether one unit is billed several times within another. */
function isShorter(billed: Unit, per: Unit): boolean {
  const [a, b] = [LENGTHS[billed], LENGTHS[per]];
  return a.unit === b.unit ? a.count < b.count : a.unit === 'day';
}

/** How much of a price falls on a bill within its period: months and longer alike, anything else by days. */
function weightOf(bill: DaySpan, period: DaySpan, term: Dates, { billed, ...how }: Billing): Fraction {
  const within = { first: Math.max(bill.first, period.first), next: Math.min(bill.next, period.next) };
  const first = Math.max(within.first, term.first);
  const next = Math.min(within.next, term.next);
  if (first >= next) return new Fraction(0);
  if (LENGTHS[billed].unit !== 'month')
    return new Fraction(how.prorated === null ? within.next - within.first : next - first);
  return paidShare(bill, term, how, term.start);
}

/** The periods that a term touches, whole. */
function periodsIn(period: PlanPeriod, { start, first, next }: Dates): readonly DaySpan[] {
  const spans: DaySpan[] = [];
  for (let day = first; day < next;) {
    const [from, to] = periodDays(period, start, day);
    spans.push({ first: from, next: to });
    day = to;
  }
  return spans;
}

/** Bills of whole periods: as many billing periods as cover the term. */
function wholeBills(
  { per, billed }: Billing,
  { currency, amount }: MoneyAmount,
  { unit, count }: Extract<Term, { kind: 'length' }>,
): readonly Bill[] | 'needs dates' {
  const [period, bill] = [LENGTHS[per], LENGTHS[billed]];
  if (period.unit !== unit || bill.unit !== unit) return 'needs dates';
  const periods = new Fraction(bill.count, period.count);
  // How many bills a period is paid in; they come to it together.
  const parts = Math.max(1, period.count / bill.count);
  const coins = (bills: number) => toCoins(amount.mul(periods).mul(bills), currency);
  return Array.from({ length: Math.ceil(count / bill.count) }, (_, i) => {
    const before = i % parts;
    return { for: null, there: null, periods, amount: coins(before + 1).sub(coins(before)) };
  });
}
