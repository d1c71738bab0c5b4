import { normalQuantile } from './normal.ts';
import { studentQuantile } from './student.ts';

/** What is met of what is judged, of one run. */
export interface JudgedRun {
  readonly met: number;
  readonly judged: number;
}

/**
 * The share above which the true one lies with a confidence, one-sided: Student's bound over the shares of the runs, which are
 * independent. Where fewer than two runs judge anything, or all come out alike, Wilson's bound over the tickets.
 * @param confidence between 0.5 and 1
 * @returns NaN where nothing was judged
 */
export function lowerBound(runs: readonly JudgedRun[], confidence: number): number {
  const shares = runs.flatMap(({ met, judged }) => (judged === 0 ? [] : [met / judged]));
  const n = shares.length;
  const mean = shares.reduce((sum, share) => sum + share, 0) / n;
  const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (n - 1);
  if (n < 2 || variance === 0) return wilsonBound(runs, confidence);
  // Two-sided at 2c - 1 leaves 1 - c below.
  return Math.max(0, mean - studentQuantile(2 * confidence - 1, n - 1) * Math.sqrt(variance / n));
}

/** Source: E. B. Wilson, JASA 22 (1927), 209-212. */
function wilsonBound(runs: readonly JudgedRun[], confidence: number): number {
  const met = runs.reduce((sum, run) => sum + run.met, 0);
  const judged = runs.reduce((sum, run) => sum + run.judged, 0);
  if (judged === 0) return NaN;
  const z = normalQuantile(confidence);
  const share = met / judged;
  const middle = share + (z * z) / (2 * judged);
  const half = z * Math.sqrt((share * (1 - share)) / judged + (z * z) / (4 * judged * judged));
  return Math.max(0, (middle - half) / (1 + (z * z) / judged));
}
