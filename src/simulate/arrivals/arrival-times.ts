import type { InstantMs } from '../../time/types.ts';
import { purposeOf, type Draws, type Purpose } from '../random/draws.ts';
import type { CumulativeRate } from './cumulative-rate.ts';

const ARRIVAL = purposeOf('ticket arrival');

/**
 * The instants of a Poisson process whose rate varies: a process of rate one, by exponential gaps of one draw each,
 * read backwards through the expected number of arrivals. Exact, unlike drawing the next gap at the present rate,
 * which jumps over a peak that begins within the gap.
 *
 * Source: Cinlar, "Introduction to stochastic processes" (1975), section 4.7.
 */
export function arrivalTimes(rate: CumulativeRate, draws: Draws, stream: Purpose): InstantMs[] {
  const { at, expected } = rate;
  const total = expected.at(-1) ?? 0;
  const times: InstantMs[] = [];
  const gaps = draws.rising(stream, ARRIVAL, 0);
  let piece = 0;
  let target = 0;
  for (;;) {
    target -= Math.log1p(-gaps.of(times.length));
    if (!(target < total)) return times;
    while ((expected[piece + 1] as number) <= target) piece += 1;
    const before = expected[piece] as number;
    const start = at[piece] as number;
    const end = at[piece + 1] as number;
    const share = (target - before) / ((expected[piece + 1] as number) - before);
    // Instants are whole milliseconds; rounding must not carry one out of its piece.
    times.push(Math.min(Math.floor(start + share * (end - start)), end - 1));
  }
}
