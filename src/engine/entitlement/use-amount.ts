import Fraction from 'fraction.js';
import type { PlanCharge, PlanOffHours, PlanQuota } from '../../plan/entitlement-model.ts';
import { SECONDS_PER_HOUR } from '../../time/units.ts';
import type { Engine } from '../engine.ts';
import { chargedQuantity } from './charged-quantity.ts';
import type { Use } from './ledger-model.ts';
import { sidesOf, weighted } from './off-hours.ts';
import { periodAt, type PeriodGround } from './period.ts';
import { countPiece, countSum, type SideMs, splitPiece, type WorkTerms } from './worked-time.ts';

const ZERO = new Fraction(0);

/** How a use is measured: by a charge, or by the length of the work that draws on a quota of hours without one. */
export interface Measure {
  readonly terms: WorkTerms;
  readonly outside: PlanOffHours | null;
  readonly quantityOf: (worked: Fraction) => Fraction;
}

export function measureOfCharge(charge: PlanCharge, quota: PlanQuota | null): Measure {
  const outside = charge.outside ?? quota?.outside ?? null;
  const { leastSeconds, freeBelowSeconds, rounding } = charge;
  const parts = outside?.parts ?? 'split at edge';
  const rates = [charge.rate, ...charge.then];
  return {
    terms: { leastSeconds, freeBelowSeconds, rounding, parts },
    outside,
    quantityOf: (worked) => chargedQuantity(rates, worked),
  };
}

export function measureOfHours({ outside, rounding }: PlanQuota): Measure {
  const parts = outside?.parts ?? 'split at edge';
  return {
    terms: { leastSeconds: 0, freeBelowSeconds: 0, rounding, parts },
    outside,
    quantityOf: (worked) => worked.div(SECONDS_PER_HOUR),
  };
}

/** The sums of periods as plain data. */
export type MeterState = readonly {
  readonly key: string;
  readonly sides: SideMs;
  readonly charged: string;
}[];

/** What work is worth by a measure, piece by piece or as the growing sum of a period. */
export class WorkMeter {
  readonly #engine: Engine;
  /** The sums of periods: the work so far, and what of it was charged. */
  readonly #sums = new Map<string, { readonly sides: SideMs; readonly charged: Fraction }>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  get state(): MeterState {
    return [...this.#sums].map(([key, { sides, charged }]) => ({
      key,
      sides,
      charged: charged.toFraction(),
    }));
  }

  restore(state: MeterState): void {
    this.#sums.clear();
    for (const { key, sides, charged } of state)
      this.#sums.set(key, { sides, charged: new Fraction(charged) });
  }

  /**
   * What a use adds. Of a period's sum it is what the sum is worth now, less what it was; never less than nothing.
   * @param sumOf what adds up its work by itself: a charge by its name, an account by its place
   */
  amountOf(
    measure: Measure,
    sumOf: string | number,
    { work, ticket, at }: Use,
    ground: () => PeriodGround,
  ): Fraction {
    const { terms, outside, quantityOf } = measure;
    const sides = sidesOf(this.#engine, outside);
    const { rounding } = terms;
    if (rounding === null || rounding.period === null) {
      if (work.length === 0) return quantityOf(ZERO);
      return work
        .map((span) => quantityOf(weighted(outside, countPiece(terms, sides, span))))
        .reduce((sum, amount) => sum.add(amount), ZERO);
    }
    const { from } = periodAt(rounding.period, ground(), at);
    const key = JSON.stringify([sumOf, from, rounding.perTicket ? ticket : null]);
    const known = this.#sums.get(key);
    const more = work.map((span) => splitPiece(terms.parts, sides, span));
    const sum = more.reduce(plus, known?.sides ?? [0, 0]);
    const worth = quantityOf(weighted(outside, countSum(terms, sum)));
    const before = known?.charged ?? ZERO;
    const charged = worth.lt(before) ? before : worth;
    this.#sums.set(key, { sides: sum, charged });
    return charged.sub(before);
  }
}

function plus(a: SideMs, b: SideMs): SideMs {
  return a.map((ms, side) => ms + (b[side] ?? 0));
}
