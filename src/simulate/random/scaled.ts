import type { Distribution } from '../../check/simulation-model.ts';
import { assertNever } from '../../text/assert-never.ts';

/** A distribution whose every value is so many times as long. */
export function scaled(distribution: Distribution, factor: number): Distribution {
  switch (distribution.kind) {
    case 'until described':
      return distribution;
    case 'fixed':
      return { ...distribution, seconds: distribution.seconds * factor };
    case 'exponential':
    case 'erlang':
      return { ...distribution, mean: distribution.mean * factor };
    case 'uniform':
      return { ...distribution, from: distribution.from * factor, to: distribution.to * factor };
    case 'gamma':
      return {
        ...distribution,
        mean: distribution.mean * factor,
        deviation: distribution.deviation * factor,
      };
    case 'lognormal':
    case 'weibull':
      return { ...distribution, median: distribution.median * factor, p90: distribution.p90 * factor };
    case 'quantiles':
      return {
        ...distribution,
        points: distribution.points.map(({ at, seconds }) => ({ at, seconds: seconds * factor })),
      };
    case 'values':
      return { ...distribution, seconds: distribution.seconds.map((seconds) => seconds * factor) };
    case 'mixture':
      return {
        ...distribution,
        parts: distribution.parts.map(({ weight, of }) => ({ weight, of: scaled(of, factor) })),
      };
    default:
      return assertNever(distribution);
  }
}
