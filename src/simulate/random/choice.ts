/** One of several, by weight. */
export type Choice = (uniform: number) => number;

/** The choice where there is nothing to choose: it needs no number. */
export const NOTHING: Choice = () => -1;

/**
 * Gives the position of the entry chosen: weights `[2, 3, 5]` give 0 below 0.2, 1 below 0.5, else 2. An empty list
 * gives -1. Weights are not negative and not all zero.
 */
export function choiceOf(weights: readonly number[]): Choice {
  if (weights.length === 0) return NOTHING;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const bounds: number[] = [];
  let sum = 0;
  for (const weight of weights) bounds.push((sum += weight));
  const last = weights.findLastIndex((weight) => weight > 0);
  return (u) => {
    // The scan stops at the last entry that can occur at all: rounding of the sum must not choose a weight of 0.
    for (let i = 0; i < last; i += 1) if (u * total < (bounds[i] as number)) return i;
    return last;
  };
}
