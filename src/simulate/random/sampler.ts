/** Samples by inversion: each is a rising function of one uniform number, so one draw makes one sample. */
import { assertNever } from '../../text/assert-never.ts';
import type { Distribution } from '../../check/simulation-model.ts';
import { normalQuantile } from '../statistics/normal.ts';

/** From a number strictly between 0 and 1 to a duration in seconds, not rounded. */
export type Sampler = (uniform: number) => number;

const Z90 = normalQuantile(0.9);

export function samplerOf(distribution: Distribution): Sampler {
  switch (distribution.kind) {
    case 'fixed':
      return () => distribution.seconds;
    case 'exponential':
      return (u) => -distribution.mean * Math.log1p(-u);
    case 'uniform':
      return (u) => distribution.from + (distribution.to - distribution.from) * u;
    case 'lognormal': {
      const sigma = Math.log(distribution.p90 / distribution.median) / Z90;
      return (u) => distribution.median * Math.exp(sigma * normalQuantile(u));
    }
    case 'quantiles':
      return (u) => alongQuantiles(distribution.points, u);
    default:
      return assertNever(distribution);
  }
}

/** Straight lines between the points; before the first and after the last, their own values. */
function alongQuantiles(
  points: readonly { readonly at: number; readonly seconds: number }[],
  u: number,
): number {
  let before = points[0];
  if (before === undefined) throw new Error('a distribution by quantiles has no points');
  for (const point of points) {
    if (u <= point.at) {
      const width = point.at - before.at;
      if (width === 0) return point.seconds;
      return before.seconds + ((point.seconds - before.seconds) * (u - before.at)) / width;
    }
    before = point;
  }
  return before.seconds;
}
