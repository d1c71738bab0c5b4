import Fraction from 'fraction.js';
import type { PlanQuantity } from '../../plan/entitlement-model.ts';
import type { PlanCharged } from '../../plan/money-model.ts';
import { answerOf, type FactOf } from '../grade-ticket.ts';

/** What a price hangs on, of the customer for whom it is reckoned. */
export interface PriceGround {
  /** How many there are of what is paid for, by the contract's word for one: `user`. */
  readonly sizes: ReadonlyMap<string, Fraction>;
  /** Sums that stand elsewhere, by the contract's words: `monthly charges`. */
  readonly sums: ReadonlyMap<string, MoneyAmount>;
  readonly factOf: FactOf;
}

export interface MoneyAmount {
  readonly currency: string;
  /** Exactly; it is rounded where it becomes a line of an invoice. */
  readonly amount: Fraction;
}

/** A step of reckoning a price; what the steps add comes to the price. */
export type PriceLine =
  /** So many at so much each; `thing` null for the plan as a whole. */
  | {
      readonly kind: 'units';
      readonly thing: string | null;
      readonly count: Fraction;
      readonly each: Fraction;
      readonly adds: Fraction;
    }
  | { readonly kind: 'share'; readonly percent: string; readonly of: Fraction; readonly adds: Fraction }
  /** More or fewer are paid for than there are. */
  | {
      readonly kind: 'paid for';
      readonly bound: 'at least' | 'at most';
      readonly thing: string;
      readonly there: Fraction;
      readonly paid: Fraction;
      readonly adds: Fraction;
    }
  /** A share that is paid for each of so many. */
  | {
      readonly kind: 'for each';
      readonly thing: string;
      readonly count: Fraction;
      readonly adds: Fraction;
    }
  | { readonly kind: 'times'; readonly factor: Fraction; readonly adds: Fraction }
  | {
      readonly kind: 'bound';
      readonly bound: 'at least' | 'at most';
      readonly to: Fraction;
      readonly adds: Fraction;
    };

/** The price of one period, or the first thing that is not known of it. */
export type Priced =
  | (MoneyAmount & { readonly kind: 'money'; readonly lines: readonly PriceLine[] })
  | { readonly kind: 'size missing'; readonly unit: string }
  | { readonly kind: 'sum missing'; readonly of: string }
  | { readonly kind: 'fact missing'; readonly fact: string; readonly factor: Fraction };

const ZERO = new Fraction(0);
const ONE = new Fraction(1);

/**
 * What one period costs: units within their bounds by the steps of the price, then the factors that hold, then the bounds
 * in money.
 */
export function priceOf(price: PlanCharged, { sizes, sums, factOf }: PriceGround): Priced {
  const lines: PriceLine[] = [];
  const { unit } = price;
  const there = unit === null ? ONE : sizes.get(unit);
  if (there === undefined) return { kind: 'size missing', unit: unit ?? '' };
  let paid = there;
  for (const { kind, quantity } of price.bounds) {
    if (quantity.kind !== 'units') continue;
    const to = bounded(kind, paid, quantity);
    if (to.equals(paid)) continue;
    lines.push({ kind: 'paid for', bound: kind, thing: quantity.thing, there, paid: to, adds: ZERO });
    paid = to;
  }
  let currency: string;
  if (price.kind === 'amount') {
    currency = price.currency;
    const steps = price.steps.map((step) => ({ ...step, beyond: new Fraction(step.beyond.amount) }));
    for (const { count, price: each } of bySteps(price.amount, steps, paid))
      lines.push({ kind: 'units', thing: unit, count, each: new Fraction(each), adds: count.mul(each) });
  } else {
    const base = sums.get(price.of);
    if (base === undefined) return { kind: 'sum missing', of: price.of };
    currency = base.currency;
    const steps = price.steps.map((step) => ({ ...step, beyond: new Fraction(step.beyond.amount) }));
    for (const { count: of, price: percent } of bySteps(price.percent, steps, base.amount))
      lines.push({ kind: 'share', percent, of, adds: of.mul(percent).div(100) });
    if (unit !== null)
      lines.push({ kind: 'for each', thing: unit, count: paid, adds: total(lines).mul(paid.sub(1)) });
  }
  for (const { factor, when } of price.factors) {
    const times = new Fraction(factor.numerator, factor.denominator);
    const holds = answerOf(when, factOf);
    if (typeof holds !== 'boolean') return { kind: 'fact missing', fact: holds.missing, factor: times };
    if (holds) lines.push({ kind: 'times', factor: times, adds: total(lines).mul(times.sub(1)) });
  }
  for (const { kind, quantity } of price.bounds) {
    if (quantity.kind !== 'money') continue;
    const so = total(lines);
    const to = bounded(kind, so, quantity);
    if (!to.equals(so)) lines.push({ kind: 'bound', bound: kind, to, adds: to.sub(so) });
  }
  return { kind: 'money', currency, amount: total(lines), lines };
}

interface Step {
  readonly price: string;
  readonly forAll: boolean;
  readonly beyond: Fraction;
}

/**
 * How many are paid at which price: the last step for all that is reached holds from the first unit on, those after it
 * for what lies beyond each.
 */
function bySteps(
  first: string,
  steps: readonly Step[],
  count: Fraction,
): readonly { readonly price: string; readonly count: Fraction }[] {
  const reached = steps.filter(({ beyond }) => beyond.lt(count));
  const all = reached.findLastIndex(({ forAll }) => forAll);
  const stages = [
    { price: reached[all]?.price ?? first, from: ZERO },
    ...reached.slice(all + 1).map(({ price, beyond }) => ({ price, from: beyond })),
  ];
  return stages.map(({ price, from }, i) => ({ price, count: (stages[i + 1]?.from ?? count).sub(from) }));
}

function bounded(kind: 'at least' | 'at most', value: Fraction, { amount }: PlanQuantity): Fraction {
  const bound = new Fraction(amount);
  const isWithin = kind === 'at least' ? value.gte(bound) : value.lte(bound);
  return isWithin ? value : bound;
}

function total(lines: readonly PriceLine[]): Fraction {
  return lines.reduce((sum, { adds }) => sum.add(adds), ZERO);
}
