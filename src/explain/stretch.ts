import type { PlanOrigin } from '../plan/model.ts';
import type { InstantMs } from '../time/types.ts';

/** A part of the time between a clock's start and its deadline, half-open. */
export interface AccountStretch {
  readonly from: InstantMs;
  readonly to: InstantMs;
  readonly counted: boolean;
  /** What the stretch counts for; 0 when it does not count. */
  readonly amount: number;
  /** What has counted up to its end. */
  readonly sum: number;
  /** Why it counts or not, in the contract's words. */
  readonly reason: string;
  /** The clause that says so; null where none needs to. */
  readonly origin: PlanOrigin | null;
}

/** A stretch before the running sum is known. */
export type Uncounted = Omit<AccountStretch, 'sum'>;

/** Joins neighbours that say the same. */
export function joined(stretches: readonly Uncounted[]): readonly Uncounted[] {
  const result: Uncounted[] = [];
  for (const stretch of stretches) {
    const last = result[result.length - 1];
    const same =
      last !== undefined &&
      last.to === stretch.from &&
      last.counted === stretch.counted &&
      last.reason === stretch.reason &&
      last.origin?.line === stretch.origin?.line &&
      last.origin?.file === stretch.origin?.file;
    if (same) result[result.length - 1] = { ...last, to: stretch.to, amount: last.amount + stretch.amount };
    else result.push(stretch);
  }
  return result;
}
