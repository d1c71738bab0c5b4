/**
 * Wall clocks by a table of offsets. Between two transitions a zone is a fixed offset; such a stretch is called a
 * segment here: segment `i` runs from `transitions[i - 1]` up to `transitions[i]` and has `offsets[i]`.
 */
import { MS_PER_SECOND, SECONDS_PER_DAY } from './units.ts';
import type { DaySeconds, EpochDay, InstantMs, ZoneTable } from './types.ts';

/** What a wall clock and a calendar on the wall read. */
export interface WallClock {
  readonly epochDay: EpochDay;
  /** Whole seconds after midnight. */
  readonly daySeconds: DaySeconds;
  /** The rest, 0 to 999. */
  readonly ms: number;
}

/** Offset in force at an instant, in seconds east of UTC. Throws an OutsideZoneError outside the table's span. */
export function offsetAt(table: ZoneTable, instant: InstantMs): number {
  return offsetAtSecond(table, Math.floor(instant / MS_PER_SECOND));
}

/** The same for whole seconds since 1970. */
export function offsetAtSecond(table: ZoneTable, second: number): number {
  if (!(second >= table.from && second < table.to)) throw outsideTable(table);
  return table.offsets[segmentAt(table, second)] as number;
}

/** What the wall clock of the zone reads at an instant. Throws an OutsideZoneError outside the table's span. */
export function wallClockAt(table: ZoneTable, instant: InstantMs): WallClock {
  const second = Math.floor(instant / MS_PER_SECOND);
  const local = second + offsetAtSecond(table, second);
  const epochDay = Math.floor(local / SECONDS_PER_DAY);
  return { epochDay, daySeconds: local - epochDay * SECONDS_PER_DAY, ms: instant - second * MS_PER_SECOND };
}

/**
 * The instant at which the wall clock reads `daySeconds` (0 to 86400, where 86400 is the next midnight) on a date.
 * A reading that the zone skips moves forward by the gap (02:30 becomes 03:30; a whole skipped date becomes the
 * next one); one that occurs twice is the first occurrence. Throws an OutsideZoneError outside the table's span.
 */
export function localToInstant(
  table: ZoneTable,
  epochDay: EpochDay,
  daySeconds: DaySeconds,
  ms = 0,
): InstantMs {
  const local = epochDay * SECONDS_PER_DAY + daySeconds;
  // No offset reaches a full day, so the segments that can show this reading lie within a day of it.
  let segment = segmentAt(table, local - SECONDS_PER_DAY);
  for (;;) {
    const offset = table.offsets[segment] as number;
    const second = local - offset;
    const end = segment < table.transitions.length ? (table.transitions[segment] as number) : Infinity;
    if (second < end) {
      const start = segment > 0 ? (table.transitions[segment - 1] as number) : -Infinity;
      // Before this segment's start: the reading fell into the gap that the transition made. The clock as it ran
      // before the transition names the instant, which the new clock reads later by the gap.
      const found = second >= start ? second : local - (table.offsets[segment - 1] as number);
      if (!(found >= table.from && found < table.to)) throw outsideTable(table);
      return found * MS_PER_SECOND + ms;
    }
    segment += 1;
  }
}

/**
 * Whether the zone had the date at all: Pacific/Apia had no 2011-12-30, so that its midnight moves forward into another date.
 * Throws an OutsideZoneError outside the table's span.
 */
export function dateExists(table: ZoneTable, epochDay: EpochDay): boolean {
  return wallClockAt(table, localToInstant(table, epochDay, 0)).epochDay === epochDay;
}

/** Index of the segment that holds a second; the last or first one beyond the table. */
export function segmentAt(table: ZoneTable, second: number): number {
  if (table !== latest.table) latest = indexOf(table);
  const { origin, first, transitions } = latest;
  const bucket = Math.floor((second - origin) / BUCKET_SECONDS);
  if (!(bucket >= 0)) return 0;
  let segment = bucket < first.length ? (first[bucket] as number) : table.transitions.length;
  while ((transitions[segment] as number) <= second) segment += 1;
  return segment;
}

/** Some three weeks: few zones ever changed their offset twice in so short a time. */
const BUCKET_SECONDS = 2 ** 21;

/** The segment at the start of each bucket from the first transition on, so that a look-up is a step or two. */
interface SegmentIndex {
  readonly table: ZoneTable;
  readonly origin: number;
  readonly first: Int32Array;
  /** Ends in one that never comes. */
  readonly transitions: Float64Array;
}

/** Zones are asked many times in a row, so the latest stands ready; a table is plain data and never changes. */
const indexes = new WeakMap<ZoneTable, SegmentIndex>();
let latest = indexOf({ zone: 'UTC', from: 0, to: 0, transitions: [], offsets: [0] });

function indexOf(table: ZoneTable): SegmentIndex {
  const known = indexes.get(table);
  if (known !== undefined) return known;
  const transitions = Float64Array.of(...table.transitions, Infinity);
  const origin = table.transitions[0] ?? 0;
  const span = (table.transitions.at(-1) ?? 0) - origin;
  const first = new Int32Array(Math.floor(span / BUCKET_SECONDS) + 1);
  let segment = 0;
  for (let bucket = 0; bucket < first.length; bucket += 1) {
    while ((transitions[segment] as number) < origin + bucket * BUCKET_SECONDS) segment += 1;
    first[bucket] = segment;
  }
  const index = { table, origin, first, transitions };
  indexes.set(table, index);
  return index;
}

/** An instant, or a reading of a wall clock, lies where the offsets of its zone are not known. */
export class OutsideZoneError extends RangeError {
  override readonly name = 'OutsideZoneError';
}

function outsideTable(table: ZoneTable): OutsideZoneError {
  const [from, to] = [table.from, table.to].map((second) => new Date(second * MS_PER_SECOND).toISOString());
  return new OutsideZoneError(`the offsets of ${table.zone} are known from ${from} to ${to} alone`);
}
