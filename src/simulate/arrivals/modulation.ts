/**
 * Rates that are themselves random: bursts, and days that vary. What is drawn depends on seed, run and stream alone, and its
 * mean is one, so that the expected number of arrivals over all runs is what it is without it.
 */
import type { Swings } from '../../check/simulation-model.ts';
import { MS_PER_SECOND } from '../../time/units.ts';
import type { InstantMs, ZoneTable } from '../../time/types.ts';
import { localToInstant } from '../../time/zone-arithmetic.ts';
import { purposeOf, type Draws, type Purpose } from '../random/draws.ts';
import { gammaQuantile } from '../statistics/gamma.ts';
import type { CumulativeRate } from './cumulative-rate.ts';

/** `factor[i]` from `at[i]` up to `at[i + 1]`, the last one without end. `at` rises. */
export interface StepFunction {
  readonly at: readonly InstantMs[];
  readonly factor: readonly number[];
}

export interface Modulation {
  readonly bursts: Swings['bursts'];
  readonly dayDeviation: number;
  /** Dates of the span in the stream's zone, as days since 1970, and when each begins. */
  readonly days: readonly { readonly day: number; readonly from: InstantMs }[];
}

/** Null where nothing about the rate is random. */
export function prepareModulation(
  { bursts, dayDeviation }: Swings,
  table: ZoneTable,
  first: number,
  last: number,
): Modulation | null {
  if (bursts === null && dayDeviation === 0) return null;
  const days = Array.from({ length: last - first + 1 }, (_, i) => ({
    day: first + i,
    from: localToInstant(table, first + i, 0),
  }));
  return { bursts, dayDeviation, days };
}

/** The rate of one run. */
export function modulated(
  rate: CumulativeRate,
  { bursts, dayDeviation, days }: Modulation,
  draws: Draws,
  stream: Purpose,
): CumulativeRate {
  const [from, to] = [rate.at[0] as number, rate.at.at(-1) as number];
  const ofDays = dayDeviation === 0 ? rate : times(rate, dayFactors(days, dayDeviation, draws, stream));
  return bursts === null ? ofDays : times(ofDays, burstFactors(bursts, from, to, draws, stream));
}

const DAY_FACTOR = purposeOf('factor of a day of arrivals');
const BURST = purposeOf('burst of arrivals');
const LENGTH = 0;
const FIRST_STATE = 1;

/** A date has its own draw, whatever dates are played before it. */
function dayFactors(
  days: Modulation['days'],
  deviation: number,
  draws: Draws,
  stream: Purpose,
): StepFunction {
  const shape = 1 / deviation ** 2;
  return {
    at: days.map(({ from }) => from),
    factor: days.map(({ day }) => gammaQuantile(shape, draws.uniform(stream, day, DAY_FACTOR, 0)) / shape),
  };
}

/** The process has run for ever before the span: it begins in a burst as often as it is in one. */
function burstFactors(
  { seconds, everySeconds, factor }: NonNullable<Swings['bursts']>,
  from: InstantMs,
  to: InstantMs,
  draws: Draws,
  stream: Purpose,
): StepFunction {
  const share = seconds / everySeconds;
  const between = 1 / (1 + share * (factor - 1));
  const factors = { burst: between * factor, between };
  const meanMs = { burst: seconds * MS_PER_SECOND, between: (everySeconds - seconds) * MS_PER_SECOND };
  let state: 'burst' | 'between' = draws.uniform(stream, 0, BURST, FIRST_STATE) < share ? 'burst' : 'between';
  const at: InstantMs[] = [];
  const factorAt: number[] = [];
  for (let now = from; now < to;) {
    at.push(now);
    factorAt.push(factors[state]);
    now += -Math.log1p(-draws.uniform(stream, at.length - 1, BURST, LENGTH)) * meanMs[state];
    state = state === 'burst' ? 'between' : 'burst';
  }
  return { at, factor: factorAt };
}

/** A rate times a step function, which begins no later than it. */
export function times({ at, expected }: CumulativeRate, steps: StepFunction): CumulativeRate {
  const newAt: number[] = [at[0] as number];
  const newExpected: number[] = [0];
  let sum = 0;
  let step = 0;
  for (let piece = 0; piece + 1 < at.length; piece += 1) {
    const end = at[piece + 1] as number;
    const slope =
      ((expected[piece + 1] as number) - (expected[piece] as number)) / (end - (at[piece] as number));
    for (let now = at[piece] as number; now < end;) {
      while ((steps.at[step + 1] ?? Infinity) <= now) step += 1;
      const until = Math.min(end, steps.at[step + 1] ?? Infinity);
      sum += slope * (steps.factor[step] as number) * (until - now);
      newAt.push(until);
      newExpected.push(sum);
      now = until;
    }
  }
  return { at: Float64Array.from(newAt), expected: Float64Array.from(newExpected) };
}
