/** Samples by inversion: one uniform number makes one sample. */
import { assertNever } from '../../text/assert-never.ts';
import type { Distribution, Quantile } from '../../check/simulation-model.ts';
import { gammaQuantile } from '../statistics/gamma.ts';
import { normalQuantile } from '../statistics/normal.ts';
import { choiceOf } from './choice.ts';

/** From a number strictly between 0 and 1 to a duration in seconds, not rounded. */
export type Sampler = (uniform: number) => number;

const Z90 = normalQuantile(0.9);

/** All but a mixture rise with the uniform number. */
export function samplerOf(distribution: Distribution): Sampler {
  switch (distribution.kind) {
    case 'until described':
      // The wait itself takes no time: it ends when the description comes.
      return () => 0;
    case 'fixed':
      return () => distribution.seconds;
    case 'exponential':
      return (u) => -distribution.mean * Math.log1p(-u);
    case 'uniform':
      return (u) => distribution.from + (distribution.to - distribution.from) * u;
    case 'erlang': {
      const scale = distribution.mean / distribution.phases;
      return (u) => scale * gammaQuantile(distribution.phases, u);
    }
    case 'gamma': {
      const { mean, deviation } = distribution;
      const shape = (mean / deviation) ** 2;
      return (u) => (mean / shape) * gammaQuantile(shape, u);
    }
    case 'lognormal': {
      const sigma = Math.log(distribution.p90 / distribution.median) / Z90;
      return (u) => distribution.median * Math.exp(sigma * normalQuantile(u));
    }
    case 'weibull': {
      // From the median and the 90 % bound: (x / scale)^shape is ln 2 at the one and ln 10 at the other.
      const { median, p90 } = distribution;
      const shape = Math.log(Math.LN10 / Math.LN2) / Math.log(p90 / median);
      const scale = median / Math.LN2 ** (1 / shape);
      return (u) => scale * (-Math.log1p(-u)) ** (1 / shape);
    }
    case 'quantiles':
      return (u) => alongQuantiles(distribution.points, u);
    case 'values': {
      const { seconds } = distribution;
      return (u) => seconds[Math.floor(u * seconds.length)] as number;
    }
    case 'mixture':
      return mixtureOf(distribution.parts);
    default:
      return assertNever(distribution);
  }
}

/** The number first chooses the part; where it lies between the part's bounds is the number that the part needs. */
function mixtureOf(parts: readonly { readonly weight: number; readonly of: Distribution }[]): Sampler {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const choose = choiceOf(parts.map(({ weight }) => weight));
  const samplers = parts.map(({ of }) => samplerOf(of));
  const from = parts.map((_, i) => parts.slice(0, i).reduce((sum, { weight }) => sum + weight, 0) / total);
  return (u) => {
    const part = choose(u);
    const share = (parts[part]?.weight ?? NaN) / total;
    const within = (u - (from[part] as number)) / share;
    // Rounding must not carry the number to an end of its range.
    return (samplers[part] as Sampler)(Math.min(Math.max(within, 2 ** -53), 1 - 2 ** -53));
  };
}

/** Straight lines between the points; before the first and after the last, their own values. */
function alongQuantiles(points: readonly Quantile[], u: number): number {
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
