import Fraction from 'fraction.js';
import type { PlanChargeRate } from '../../plan/entitlement-model.ts';

/** A line of what work is charged: so many times the quantity of one stage. */
export interface ChargedStage {
  /** 0 for the first rate, then those after it. */
  readonly stage: number;
  readonly times: Fraction;
  readonly quantity: Fraction;
}

/**
 * What work of a length is charged, stage by stage: a first stretch as a whole however little of it is worked, each
 * stretch begun, or each in proportion. Nothing for no work, except by a rate for the work as a whole.
 */
export function chargeStages(rates: readonly PlanChargeRate[], worked: Fraction): readonly ChargedStage[] {
  const stages: ChargedStage[] = [];
  let left = worked;
  for (const [stage, { quantity, of }] of rates.entries()) {
    if (of.kind !== 'work' && left.compare(0) <= 0) break;
    const times =
      of.kind === 'work' || of.kind === 'first'
        ? new Fraction(1)
        : of.kind === 'per started'
          ? left.div(of.seconds).ceil()
          : left.div(of.seconds);
    stages.push({ stage, times, quantity: times.mul(quantity.amount) });
    if (of.kind !== 'first') break;
    left = left.sub(of.seconds);
  }
  return stages;
}

export function chargedQuantity(rates: readonly PlanChargeRate[], worked: Fraction): Fraction {
  return chargeStages(rates, worked).reduce((sum, { quantity }) => sum.add(quantity), new Fraction(0));
}
