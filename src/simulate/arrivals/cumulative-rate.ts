/**
 * The expected number of arrivals up to each instant of a span. The rate follows the wall clock of a zone: an hour
 * that the clock skips in spring has no arrivals, one that it shows twice in autumn has both.
 */
import { MS_PER_DAY, MS_PER_SECOND } from '../../time/units.ts';
import { segmentAt } from '../../time/zone-arithmetic.ts';
import type { EpochDay, InstantMs, ZoneTable } from '../../time/types.ts';

const MS_PER_HOUR = 3_600_000;

/** `expected[i]` arrivals before `at[i]`, a straight line between; `at` rises, `expected` does not fall. */
export interface CumulativeRate {
  readonly at: Float64Array;
  readonly expected: Float64Array;
}

/**
 * A stretch of wall-clock time of one date on which the usual rate is multiplied; of several that hold, the least does.
 * Seconds of the day, from 0 to 86400.
 */
export interface QuietStretch {
  readonly day: EpochDay;
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** Weight of each hour of the week, Monday first, 24 numbers a day; only the ratios matter. */
export type WeekProfile = readonly (readonly number[])[];

/**
 * The expected arrivals over `[from, to)`, for a mean of `perWeek` in a week of 168 hours spread by the profile, but for
 * what is quiet, times the factor of each date. A quiet stretch that begins or ends within an hour holds from the hour's start.
 * Throws a RangeError where the zone's table does not cover the span.
 */
export function cumulativeRate(
  table: ZoneTable,
  perWeek: number,
  profile: WeekProfile,
  from: InstantMs,
  to: InstantMs,
  quiet: readonly QuietStretch[] = [],
  factorOf: (day: EpochDay) => number = () => 1,
): CumulativeRate {
  const shareOf = quietShare(quiet);
  if (from < table.from * MS_PER_SECOND || to > table.to * MS_PER_SECOND) {
    throw new RangeError(`the offsets of ${table.zone} do not cover the span of the arrivals`);
  }
  const total = profile.flat().reduce((sum, weight) => sum + weight, 0);
  const at = [from];
  const expected = [0];
  let sum = 0;
  for (let now = from; now < to;) {
    const piece = wallHourAt(table, now);
    const end = Math.min(piece.end, to);
    const weight =
      (profile[piece.weekday]?.[piece.hour] ?? 0) * shareOf(piece.day, piece.hour) * factorOf(piece.day);
    sum += (perWeek * weight * (end - now)) / (total * MS_PER_HOUR);
    at.push(end);
    expected.push(sum);
    now = end;
  }
  return { at: Float64Array.from(at), expected: Float64Array.from(expected) };
}

/** What the rate of an hour of a date is multiplied by. */
function quietShare(quiet: readonly QuietStretch[]): (day: EpochDay, hour: number) => number {
  const byDay = new Map<EpochDay, QuietStretch[]>();
  for (const stretch of quiet) {
    const known = byDay.get(stretch.day);
    if (known === undefined) byDay.set(stretch.day, [stretch]);
    else known.push(stretch);
  }
  return (day, hour) => {
    const stretches = byDay.get(day);
    if (stretches === undefined) return 1;
    const held = stretches.filter(({ from, to }) => from < (hour + 1) * 3600 && to > hour * 3600);
    return held.length === 0 ? 1 : Math.min(...held.map(({ share }) => share));
  };
}

/** The date, weekday (0 is Monday) and hour that the wall clock reads, and the instant from which it may read another. */
function wallHourAt(
  table: ZoneTable,
  now: InstantMs,
): { day: EpochDay; weekday: number; hour: number; end: InstantMs } {
  const segment = segmentAt(table, Math.floor(now / MS_PER_SECOND));
  const offsetMs = (table.offsets[segment] as number) * MS_PER_SECOND;
  const transition = table.transitions[segment];
  const local = now + offsetMs;
  const day = Math.floor(local / MS_PER_DAY);
  const hour = Math.floor((local - day * MS_PER_DAY) / MS_PER_HOUR);
  const nextHour = day * MS_PER_DAY + (hour + 1) * MS_PER_HOUR - offsetMs;
  return {
    day,
    // 1970-01-01 was a Thursday.
    weekday: (((day + 3) % 7) + 7) % 7,
    hour,
    end: transition === undefined ? nextHour : Math.min(nextHour, transition * MS_PER_SECOND),
  };
}
