import Fraction from 'fraction.js';
import type { PlanRate } from '../../plan/money-model.ts';
import type { PlanPlan, PlanSaid } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { SECONDS_PER_HOUR } from '../../time/units.ts';
import type { Engine } from '../engine.ts';
import type { Use } from '../entitlement/ledger-model.ts';
import { narrowestOf } from '../entitlement/narrowness.ts';
import { sidesOf, weighted } from '../entitlement/off-hours.ts';
import { splitPiece, type WorkSpan } from '../entitlement/worked-time.ts';
import { selects, type TicketKey } from '../select-target.ts';
import type { MoneyAmount } from './price.ts';
import { priceWork } from './work-price.ts';

export type Sums = ReadonlyMap<string, MoneyAmount>;

/** What use costs, by which clause; or the words that stand in place of a figure, empty where there are none. */
export type UsagePrice =
  | (MoneyAmount & { readonly kind: 'money'; readonly said: PlanSaid })
  | { readonly kind: 'no figure'; readonly words: string; readonly said: PlanSaid | null };

const TIMES: ReadonlySet<string> = new Set(['hour', 'minute']);

/** The rate for time that holds for a ticket, the narrowest of several. */
export function rateFor({ rates }: PlanPlan, key: TicketKey): PlanRate | null {
  const speaking = rates.filter(({ bands, when }) => {
    const costs = bands[0]?.costs;
    return costs !== undefined && costs.kind !== 'multiple' && TIMES.has(costs.unit) && selects(when, key);
  });
  return narrowestOf(speaking);
}

/** What pieces of work cost by a rate. */
export function workCost(engine: Engine, rate: PlanRate, work: readonly WorkSpan[], sums: Sums): UsagePrice {
  const price = priceWork(engine, rate, work, wordsOf(sums));
  return price.kind === 'words'
    ? { kind: 'no figure', words: price.text, said: rate }
    : { kind: 'money', currency: price.currency, amount: price.amount, said: rate };
}

/**
 * What lies beyond a quota and is billed: hours by the rate for work, as many as they count; where the rate has several
 * bands, the last part of the work by the hours in which it was done. Anything else by a rate that is for each of it.
 */
export function overCost(
  engine: Engine,
  plan: PlanPlan,
  { thing, amount, over }: { readonly thing: string; readonly amount: Fraction; readonly over: Fraction },
  use: Use,
  sums: Sums,
): UsagePrice {
  if (thing !== 'hours') return unitCost(plan, thing, over, use.key);
  const rate = rateFor(plan, use.key);
  if (rate === null) return { kind: 'no figure', words: '', said: null };
  // What is taken back was of work that is no longer known; and a charge may be made without any.
  if (rate.bands.length > 1 && (over.compare(0) < 0 || use.work.length === 0))
    return { kind: 'no figure', words: over.compare(0) < 0 ? 'taken back' : '', said: rate };
  if (rate.bands.length > 1)
    return workCost(engine, rate, lastPart(engine, plan, use, over.div(amount)), sums);
  const hour = { from: 0, to: SECONDS_PER_HOUR * 1000 };
  const plain = { ...rate, leastSeconds: 0, freeBelowSeconds: 0, rounding: null };
  const each = workCost(engine, plain, [hour], sums);
  return each.kind === 'money' ? { ...each, amount: each.amount.mul(over) } : each;
}

function unitCost({ rates }: PlanPlan, thing: string, count: Fraction, key: TicketKey): UsagePrice {
  const speaking = rates.flatMap((rate) => {
    const costs = rate.bands.length === 1 ? rate.bands[0]?.costs : undefined;
    if (costs?.kind !== 'money' || `${costs.unit}s` !== thing || !selects(rate.when, key)) return [];
    return [{ rate, when: rate.when, costs }];
  });
  const found = narrowestOf(speaking);
  if (found === null) return { kind: 'no figure', words: '', said: null };
  const { rate, costs } = found;
  return { kind: 'money', currency: costs.currency, amount: count.mul(costs.amount), said: rate };
}

/** The end of the work of a use, as large a share of it as counts beyond the quota. */
function lastPart(engine: Engine, plan: PlanPlan, { work, key }: Use, share: Fraction): readonly WorkSpan[] {
  const quotas = plan.quotas.filter(({ thing, when }) => thing === 'hours' && selects(when, key));
  const outside = narrowestOf(quotas)?.outside ?? null;
  const sides = sidesOf(engine, outside);
  const counts = (span: WorkSpan) =>
    weighted(outside, splitPiece(outside?.parts ?? 'split at edge', sides, span));
  const total = work.reduce((sum, span) => sum.add(counts(span)), new Fraction(0));
  let drawn = total.mul(new Fraction(1).sub(share));
  return work.flatMap((span): readonly WorkSpan[] => {
    const whole = counts(span);
    if (whole.lte(drawn)) {
      drawn = drawn.sub(whole);
      return [];
    }
    const from = firstBeyond(span, (to) => counts({ from: span.from, to }), drawn);
    drawn = new Fraction(0);
    return [{ from, to: span.to }];
  });
}

/** The first instant up to which a piece of work counts for so much, to the millisecond. */
function firstBeyond(
  { from, to }: WorkSpan,
  countUntil: (to: InstantMs) => Fraction,
  drawn: Fraction,
): InstantMs {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (countUntil(middle).gte(drawn)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function wordsOf(sums: Sums): ReadonlyMap<string, { readonly amount: string; readonly currency: string }> {
  return new Map(
    [...sums].map(([words, { currency, amount }]) => [words, { currency, amount: amount.toFraction() }]),
  );
}
