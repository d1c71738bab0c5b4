import type { InstantMs } from '../time/types.ts';

/**
 * Open time of a window as one flat array, with direct indexes both ways.
 *
 * Instants and open time are each cut into buckets of one length. Within a bucket that meets one stretch of open time at
 * most, open time is flat, rises, and is flat again; within one in which one stretch at most ends, the instant that open
 * time falls on is a straight line, or two with a step between. So one record says all of either, side by side in memory,
 * and an answer reads one place for each direction, without a search and without a branch that depends on the data:
 *
 *     open time          ┌─────      instant            ╱
 *     before t     ─────╱            of open time  ····╱
 *                 |opens|lasts|                   ╱  cut
 *
 *     slots    BEFORE OPENS LASTS ROW | …     a bucket of instants
 *     steps    CUT    LOW   HIGH  ROW | …     a bucket of open time
 *     rows     AT BEFORE | …                  a stretch of open time
 *
 * A bucket that holds more has a negative `LASTS` or `CUT`, and is searched in the rows. Row 0 is a stretch of no length at
 * the window's start, so every instant has a row at or before it; one more at the window's end ends the last one.
 *
 * Edges are whole seconds. Instants of rows and steps are kept as seconds from the middle of what 32 bits hold, and open
 * time from the middle of what the window has; what is relative to a bucket is ms, which 32 bits hold for 24 days.
 */
export interface OpenTable {
  readonly from: InstantMs;
  readonly to: InstantMs;
  /** Slots, steps, rows, one after another. */
  readonly data: Int32Array;
  /** Where the first bucket of instants begins, half a ms early: divided then, no whole ms falls on a bound. */
  readonly slotOrigin: number;
  readonly slotMs: number;
  /** Buckets a ms. */
  readonly slotScale: number;
  /** The same of open time, which is counted from the middle of the window's. */
  readonly stepOrigin: number;
  readonly stepMs: number;
  readonly stepScale: number;
  /** Open time at the window's start and at its end. */
  readonly workStart: number;
  readonly workEnd: number;
  /** Offsets in `data`. */
  readonly steps: number;
  readonly rows: number;
  /** Stretches, and the one of no length before them. */
  readonly rowCount: number;
}

/** Numbers of a record. Records begin at multiples of four, so that `| 1` is the number after. */
export const RECORD = 4;
/** A record whose answer lies in the rows says so in its number. */
export const ROW = 3;
/** Seconds at which the count of instants begins: 2038-01-19T03:14:08Z. */
export const MIDDLE = 2 ** 31;
const MIDDLE_MS = MIDDLE * 1000;

/**
 * Open time before an instant of the window, in ms, counted from the middle of the window's open time: differences alone
 * mean something.
 */
export function workAt(table: OpenTable, t: InstantMs): number {
  const { data, slotMs } = table;
  const x = t - table.slotOrigin;
  const slot = (x * table.slotScale) | 0;
  const record = slot << 2;
  const lasts = data[record | 2] as number;
  if (lasts < 0) return searchWork(table, slot, t);
  // min(max(open, 0), lasts), since where random instants lie no branch foretells.
  const open = ((x - slot * slotMs) | 0) - (data[record | 1] as number);
  const over = (open & ~(open >> 31)) - lasts;
  return (data[record] as number) * 1000 + (lasts + (over & (over >> 31)));
}

/** The earliest instant that has so much open time before it, counted as `workAt` does, more than the window's start has. */
export function firstInstantOf(table: OpenTable, work: number): InstantMs {
  const { data, stepMs } = table;
  // A ms less, so that the end of a stretch is still of its bucket.
  const x = work - table.stepOrigin - 1;
  const step = (x * table.stepScale) | 0;
  const record = table.steps + (step << 2);
  const cut = data[record] as number;
  if (cut < 0) return searchInstant(table, step, work, work - 1);
  const past = ((x - step * stepMs) | 0) + 1;
  const low = data[record | 1] as number;
  const seconds = low + (((data[record | 2] as number) - low) & ((cut - past) >> 31));
  return (seconds | 0) * 1000 + (MIDDLE_MS + past);
}

/** The latest instant that has so much open time before it, less than the window's end has. */
export function lastInstantOf(table: OpenTable, work: number): InstantMs {
  const { data, stepMs } = table;
  const x = work - table.stepOrigin;
  const step = (x * table.stepScale) | 0;
  const record = table.steps + (step << 2);
  const cut = data[record] as number;
  if (cut < 0) return searchInstant(table, step, work, work);
  const past = (x - step * stepMs) | 0;
  const low = data[record | 1] as number;
  const seconds = low + (((data[record | 2] as number) - low) & ~((past - cut) >> 31));
  return (seconds | 0) * 1000 + (MIDDLE_MS + past);
}

export function isOpenAt(table: OpenTable, t: InstantMs): boolean {
  const { data, slotMs } = table;
  const x = t - table.slotOrigin;
  const slot = (x * table.slotScale) | 0;
  const record = slot << 2;
  const lasts = data[record | 2] as number;
  if (lasts < 0) return t < closeOf(table, rowAt(table, t));
  return (((x - slot * slotMs) | 0) - (data[record | 1] as number)) >>> 0 < lasts;
}

/** The last row that opens at or before an instant of the window. */
export function rowAt(table: OpenTable, t: InstantMs): number {
  const { data, slotMs } = table;
  const x = t - table.slotOrigin;
  const slot = (x * table.slotScale) | 0;
  const record = slot << 2;
  if ((data[record | 2] as number) < 0) return searchOpening(table, slot, t);
  // The next row where it opens in the bucket, after its start, and has opened.
  const opens = data[record | 1] as number;
  const past = ((x - slot * slotMs) | 0) - opens;
  return (data[record | 3] as number) + (((0 - opens) & ~past) >>> 31);
}

export function openingOf({ data, rows }: OpenTable, row: number): InstantMs {
  return (data[rows + 2 * row] as number) * 1000 + MIDDLE_MS;
}

/** The end of a row's stretch. */
export function closeOf({ data, rows }: OpenTable, row: number): InstantMs {
  const at = rows + 2 * row;
  const lasts = (data[at + 3] as number) - (data[at + 1] as number);
  return ((data[at] as number) + lasts) * 1000 + MIDDLE_MS;
}

function searchWork(table: OpenTable, slot: number, t: InstantMs): number {
  const row = searchOpening(table, slot, t);
  const at = table.rows + 2 * row;
  const before = (table.data[at + 1] as number) * 1000;
  const after = (table.data[at + 3] as number) * 1000;
  return Math.min(before + t - openingOf(table, row), after);
}

/** The last row of a bucket that opens at or before an instant. */
function searchOpening(table: OpenTable, slot: number, t: InstantMs): number {
  return searchRows(table, 0, t / 1000 - MIDDLE, slot << 2);
}

/** The instant of so much open time in the last row of a bucket that has `bound` before it at most. */
function searchInstant(table: OpenTable, step: number, work: number, bound: number): InstantMs {
  const row = searchRows(table, 1, bound / 1000, table.steps + (step << 2));
  return openingOf(table, row) + work - (table.data[table.rows + 2 * row + 1] as number) * 1000;
}

/** The last row, from that of a record to that of the next, whose number at `column` does not exceed a value. */
function searchRows({ data, rows }: OpenTable, column: number, value: number, record: number): number {
  let low = data[record + ROW] as number;
  let high = data[record + RECORD + ROW] as number;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((data[rows + 2 * middle + column] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
