import Fraction from 'fraction.js';
import type { PlanPeriod } from '../../plan/model.ts';
import type { MoneyAmount } from './price.ts';

/** What a plan costs in each period of its price. */
export interface PeriodPrice extends MoneyAmount {
  readonly per: PlanPeriod['unit'];
}

const UNITS: ReadonlyMap<string, PlanPeriod['unit']> = new Map([
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['yearly', 'year'],
  ['annual', 'year'],
]);

const MONTHS: Readonly<Partial<Record<PlanPeriod['unit'], number>>> = { month: 1, quarter: 3, year: 12 };

/**
 * What the fee comes to of which a credit is a share, by the contract's words: the sum that somebody has said for them;
 * or, of `the monthly fee` and the like, the plan's price for so long. Null where neither tells.
 */
export function feeOf(
  words: string,
  price: PeriodPrice | null,
  sums: ReadonlyMap<string, MoneyAmount>,
): MoneyAmount | null {
  const said = sums.get(words);
  if (said !== undefined) return said;
  const [, adverb = ''] = /^(?:the |a |an )?([a-z]+) (?:fee|fees|price|charge|charges)$/i.exec(words) ?? [];
  const unit = UNITS.get(adverb.toLowerCase());
  return unit === undefined || price === null ? null : priceFor(unit, price);
}

/** The plan's price for another period; null where the one is no number of the other. */
export function priceFor(
  unit: PlanPeriod['unit'],
  { per, currency, amount }: PeriodPrice,
): MoneyAmount | null {
  if (unit === per) return { currency, amount };
  const [wanted, known] = [MONTHS[unit], MONTHS[per]];
  if (wanted === undefined || known === undefined) return null;
  return { currency, amount: amount.mul(new Fraction(wanted, known)) };
}
