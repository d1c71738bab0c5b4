/**
 * The smallest value that at least `share` of the values do not exceed (the nearest rank).
 * @param sorted rising, not empty
 * @param share above 0, at most 1
 */
export function percentile(sorted: Float64Array, share: number): number {
  // `0.55 * 100` is 55.00000000000001: a rank must not move up for the rounding of a double.
  const rank = Math.ceil(share * sorted.length - 1e-9);
  return sorted[Math.max(rank, 1) - 1] as number;
}
