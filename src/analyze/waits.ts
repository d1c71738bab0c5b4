import type { InstantMs } from '../time/types.ts';
import { ExactSum } from './exact-sum.ts';
import type { Line } from './piece.ts';

/** A wait, from opening to deadline, and the first opening that has it. */
export interface Wait {
  readonly ms: number;
  readonly opened: InstantMs;
}

/** How long tickets wait by the terms, in elapsed time, over all instants at which they may be opened. */
export interface Waits {
  readonly worst: Wait;
  readonly best: Wait;
  /** The exact mean over the instants (whole milliseconds) that have a deadline, rounded to the millisecond, half up. */
  readonly meanMs: number;
  /** How much of the span has a deadline. */
  readonly promisedMs: number;
}

/** Null where no opening has a deadline. */
export function waitsOf(line: Line): Waits | null {
  let worst: Wait = { ms: -Infinity, opened: NaN };
  let best: Wait = { ms: Infinity, opened: NaN };
  let promisedMs = 0;
  // Twice the sum, since the wait of a deadline that keeps still falls by a millisecond with each.
  const doubled = new ExactSum();
  for (const { from, to, due, slope } of line) {
    if (!Number.isFinite(due)) continue;
    const length = to - from;
    const first = due - from;
    if (first > worst.ms) worst = { ms: first, opened: from };
    const least = slope === 1 ? first : first - (length - 1);
    if (least < best.ms) best = { ms: least, opened: slope === 1 ? from : to - 1 };
    promisedMs += length;
    doubled.addProduct(length, 2 * first - (slope === 1 ? 0 : length - 1));
  }
  if (promisedMs === 0) return null;
  const over = BigInt(2 * promisedMs);
  return { worst, best, meanMs: Number((doubled.total + BigInt(promisedMs)) / over), promisedMs };
}
