import type Fraction from 'fraction.js';
import { intervalOverRuns } from '../statistics/share-interval.ts';

/** A mean over runs with its 95 % t-interval; `low` and `high` are null where fewer than two runs say anything. */
export interface Estimate {
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly runs: number;
}

/** The same of money, the mean exact. */
export interface MoneyEstimate {
  readonly currency: string;
  readonly mean: Fraction;
  readonly low: number | null;
  readonly high: number | null;
  readonly runs: number;
}

/** @param values one a run, at least one */
export function estimate(values: readonly number[]): Estimate {
  const runs = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / runs;
  if (runs < 2) return { mean, low: null, high: null, runs };
  const { low, high } = intervalOverRuns(values, -Infinity, Infinity);
  return { mean, low, high, runs };
}

/** @param amounts one a run, at least one */
export function moneyEstimate(currency: string, amounts: readonly Fraction[]): MoneyEstimate {
  const [first, ...others] = amounts;
  if (first === undefined) throw new Error('an estimate rests on a run');
  const mean = others.reduce((sum, amount) => sum.add(amount), first).div(amounts.length);
  const { low, high, runs } = estimate(amounts.map((amount) => amount.valueOf()));
  return { currency, mean, low, high, runs };
}
