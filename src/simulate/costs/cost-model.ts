/**
 * What a run came to in money and units, as plain data: it goes from thread to thread and into files of runs. Exact
 * numbers are written as fractions (`12`, `0.5`, `1/3`).
 */
import type { InstantMs } from '../../time/types.ts';

/** Of one run under one plan, over the tickets that count. */
export interface RunCosts {
  /** Null where the simulation names no customer. */
  readonly customer: CustomerCosts | null;
  /** Agents' time behind the end of their shift, in ms, a team each; 0 for those who do not stay. */
  readonly overtimeMs: readonly number[];
}

/** What the tickets cost the customer beside the price, and what it is given back. */
export interface CustomerCosts {
  /** In whole coins. */
  readonly charged: readonly ExactMoney[];
  readonly credited: readonly ExactMoney[];
  /** What the tickets cost of which the contract has no figure, in its words, and how often. */
  readonly unpriced: readonly { readonly words: string; readonly count: number }[];
  /** The quotas that are counted, each by its place in the plan. */
  readonly quotas: readonly { readonly quota: number; readonly periods: readonly QuotaPeriod[] }[];
  /** One entry for each promised share of the plan, in the contract's order: its periods that are over. */
  readonly attained: readonly { readonly kept: number; readonly broken: number; readonly tooFew: number }[];
}

export interface ExactMoney {
  readonly currency: string;
  readonly amount: string;
}

/** A period of a quota that begins within the span. */
export interface QuotaPeriod {
  readonly from: InstantMs;
  readonly granted: string;
  readonly used: string;
  /** At its end, with what was carried over into it, before anything lapses. */
  readonly left: string;
  readonly over: string;
}
