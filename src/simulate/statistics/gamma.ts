/** The gamma distribution of scale one, and its inverse. */
import { normalQuantile } from './normal.ts';

/**
 * The `x` below which a share `p` of a gamma variable of the given shape lies, for `0 < p < 1` and a positive shape, to
 * about 1e-12 of itself.
 *
 * Found by Halley's steps on the distribution function, kept within the bounds that earlier steps have shown.
 */
export function gammaQuantile(shape: number, p: number): number {
  const logScale = logGamma(shape);
  let x = firstGuess(shape, p, logScale);
  let low = 0;
  let high = Infinity;
  for (let step = 0; step < 60; step += 1) {
    const miss = gammaShare(shape, x, logScale) - p;
    if (miss > 0) high = Math.min(high, x);
    else low = Math.max(low, x);
    const density = Math.exp((shape - 1) * Math.log(x) - x - logScale);
    const newton = miss / density;
    const next = x - newton / (1 - Math.min(1, newton * ((shape - 1) / x - 1)) / 2);
    const kept = next > low && next < high ? next : halfway(low, high);
    if (Math.abs(kept - x) <= 1e-13 * kept) return kept;
    x = kept;
  }
  return x;
}

function halfway(low: number, high: number): number {
  return high === Infinity ? 2 * low + 1 : (low + high) / 2;
}

/** Wilson and Hilferty (1931) for shapes above one; below, the head and the tail of the density. */
function firstGuess(shape: number, p: number, logScale: number): number {
  if (shape > 1) {
    const cube = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
    return Math.max(1e-3 * shape, shape * cube ** 3);
  }
  const head = Math.exp((Math.log(p) + Math.log(shape) + logScale) / shape);
  return head < 0.5 ? Math.max(head, Number.MIN_VALUE) : 0.5 - Math.log1p(-p);
}

/** The share of a gamma variable below `x`. Abramowitz and Stegun 6.5.29 (series) and 6.5.31 (continued fraction). */
function gammaShare(shape: number, x: number, logScale: number): number {
  const factor = Math.exp(shape * Math.log(x) - x - logScale);
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = 1; term > sum * 1e-17; n += 1) {
      term *= x / (shape + n);
      sum += term;
    }
    return factor * sum;
  }
  // Lentz's way of reading a continued fraction from the front.
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 1000; n += 1) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return 1 - factor * fraction;
}

/** The logarithm of the gamma function for positive `x`: Stirling's series behind a shift upwards. */
export function logGamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 10; z += 1) shift += Math.log(z);
  const square = 1 / (z * z);
  const series =
    (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188))))) / z;
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
