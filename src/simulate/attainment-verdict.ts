import type { PlanFraction } from '../plan/model.ts';
import type { Attainment } from './summary.ts';

/** What an attainment says about the share promised, given how closely it is known. */
export type AttainmentVerdict =
  /** The whole interval lies at or above what is promised. */
  | 'kept'
  /** The whole interval lies below it. */
  | 'broken'
  /** What is promised lies within the interval: other tickets may decide either way. */
  | 'unclear';

export function attainmentVerdict(
  { interval }: Attainment,
  { numerator, denominator }: PlanFraction,
): AttainmentVerdict {
  const promised = numerator / denominator;
  if (interval.low >= promised) return 'kept';
  return interval.high < promised ? 'broken' : 'unclear';
}
