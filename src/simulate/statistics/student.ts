/**
 * Student's t distribution for whole degrees of freedom, by the finite sums of Abramowitz and Stegun 26.7.3 and
 * 26.7.4, which are exact.
 */

/**
 * The `t` with `P(|T| <= t) = level`, for `degrees` of freedom (1 and up) and `0 < level < 1`.
 * Found by halving the angle `atan(t / sqrt(degrees))`, which lies between 0 and a right angle.
 */
export function studentQuantile(level: number, degrees: number): number {
  let low = 0;
  let high = Math.PI / 2;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (probabilityWithin(middle, degrees) < level) low = middle;
    else high = middle;
  }
  return Math.tan((low + high) / 2) * Math.sqrt(degrees);
}

/** `P(|T| <= t)` where `angle = atan(t / sqrt(degrees))`. */
function probabilityWithin(angle: number, degrees: number): number {
  const cosine = Math.cos(angle);
  const odd = degrees % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= degrees - 2; k += 2) {
    term *= (cosine * cosine * (k - 1)) / k;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}
