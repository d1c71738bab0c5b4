/**
 * The expected number of arrivals up to each instant of a span. The rate follows the wall clock of a zone: an hour
 * that the clock skips in spring has no arrivals, one that it shows twice in autumn has both.
 */
import { MS_PER_DAY, MS_PER_SECOND } from '../../time/units.ts';
import { segmentAt } from '../../time/zone-arithmetic.ts';
import type { InstantMs, ZoneTable } from '../../time/types.ts';

const MS_PER_HOUR = 3_600_000;

/** `expected[i]` arrivals before `at[i]`, a straight line between; `at` rises, `expected` does not fall. */
export interface CumulativeRate {
  readonly at: Float64Array;
  readonly expected: Float64Array;
}

/** Weight of each hour of the week, Monday first, 24 numbers a day; only the ratios matter. */
export type WeekProfile = readonly (readonly number[])[];

/**
 * The expected arrivals over `[from, to)`, for a mean of `perWeek` in a week of 168 hours spread by the profile.
 * Throws a RangeError where the zone's table does not cover the span.
 */
export function cumulativeRate(
  table: ZoneTable,
  perWeek: number,
  profile: WeekProfile,
  from: InstantMs,
  to: InstantMs,
): CumulativeRate {
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
    const weight = profile[piece.weekday]?.[piece.hour] ?? 0;
    sum += (perWeek * weight * (end - now)) / (total * MS_PER_HOUR);
    at.push(end);
    expected.push(sum);
    now = end;
  }
  return { at: Float64Array.from(at), expected: Float64Array.from(expected) };
}

/** The weekday (0 is Monday) and hour that the wall clock reads, and the instant from which it may read another. */
function wallHourAt(table: ZoneTable, now: InstantMs): { weekday: number; hour: number; end: InstantMs } {
  const segment = segmentAt(table, Math.floor(now / MS_PER_SECOND));
  const offsetMs = (table.offsets[segment] as number) * MS_PER_SECOND;
  const transition = table.transitions[segment];
  const local = now + offsetMs;
  const day = Math.floor(local / MS_PER_DAY);
  const hour = Math.floor((local - day * MS_PER_DAY) / MS_PER_HOUR);
  const nextHour = day * MS_PER_DAY + (hour + 1) * MS_PER_HOUR - offsetMs;
  return {
    // 1970-01-01 was a Thursday.
    weekday: (((day + 3) % 7) + 7) % 7,
    hour,
    end: transition === undefined ? nextHour : Math.min(nextHour, transition * MS_PER_SECOND),
  };
}
