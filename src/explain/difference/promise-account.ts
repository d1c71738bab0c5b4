import type { PlanOrigin, PlanPlan, PlanTarget } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { AccountStretch } from '../stretch.ts';

/** What one plan made of one promise of one ticket. */
export interface PromiseAccount {
  readonly plan: Pick<PlanPlan, 'name' | 'extends'>;
  /** Null where the plan says nothing of it. */
  readonly target: PlanTarget | null;
  readonly counted: CountedTime | CountedNot;
  readonly due: InstantMs | null;
  readonly stopped: InstantMs | null;
}

/** Stretches that tile the time from the clock's start to its deadline, or as far as is known. */
export interface CountedTime {
  readonly kind: 'counted';
  readonly unit: 'ms' | 'dates';
  readonly stretches: readonly AccountStretch[];
  /** What moved the promise while the clock ran, in order. */
  readonly changes: readonly AccountChange[];
}

export interface CountedNot {
  readonly kind: 'not counted';
  readonly reason: string;
}

export interface AccountChange {
  readonly at: InstantMs;
  /** `raised to P1: 1 h, counted from here`. */
  readonly words: string;
  readonly origin: PlanOrigin | null;
}

/** A sentence in which instants stand as numbers, for the reader's own clock, and the clause that says so. */
export interface Sentence {
  readonly words: readonly (string | InstantMs)[];
  readonly origin: PlanOrigin | null;
}
