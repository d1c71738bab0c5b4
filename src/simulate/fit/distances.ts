/** How far two distributions lie apart: 0 for the same, 1 for nothing in common. */

/**
 * Half the sum of what the shares differ by: the part of one that would have to be moved to make the other.
 * Only the ratios of the weights matter; NaN where one of the lists has none.
 */
export function totalVariation(a: readonly number[], b: readonly number[]): number {
  const [sumA, sumB] = [sum(a), sum(b)];
  return a.reduce((total, weight, i) => total + Math.abs(weight / sumA - (b[i] ?? NaN) / sumB), 0) / 2;
}

/**
 * The greatest difference between the shares of values up to a bound, over all bounds (Kolmogorov and Smirnov).
 * @param a, b rising; NaN where one of them is empty
 */
export function kolmogorovSmirnov(a: Float64Array, b: Float64Array): number {
  if (a.length === 0 || b.length === 0) return NaN;
  let greatest = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const bound = Math.min(a[i] as number, b[j] as number);
    while (i < a.length && (a[i] as number) <= bound) i += 1;
    while (j < b.length && (b[j] as number) <= bound) j += 1;
    greatest = Math.max(greatest, Math.abs(i / a.length - j / b.length));
  }
  return greatest;
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + weight, 0);
}
