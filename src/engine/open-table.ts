import type { InstantMs } from '../time/types.ts';

/**
 * Open time of a window as one flat array, with direct indexes both ways.
 *
 * Instants are cut into slots of one length, and open time into steps of one length. Within a slot that meets one stretch
 * of open time at most, open time is flat, rises, and is flat again; within a step in which one stretch at most ends, the
 * instant at which so much time has been open is a straight line, or two with a jump between. One record says all of that,
 * side by side in memory, so an answer reads one place for each direction, without a search and without a branch that
 * depends on the data:
 *
 *     open time          ┌─────      instant            ╱
 *     before t     ─────╱            of open time  ····╱
 *                 |opens|lasts|                   ╱  cut
 *
 *     slots    STEP REST OPENS LASTS | …   open time at its start, as a step and what is over; its stretch
 *     steps    CUT  LOW  HIGH  ROW   | …   where the jump is; where both lines would begin; the row at its start
 *     rows     AT   BEFORE           | …   when a stretch opens, and the open time before it
 *
 * A slot or step that holds more is searched in the rows: its `LASTS` or `CUT` is negative, and the two numbers at its front
 * or in its middle are the first and the last row to look at. Row 0 is a stretch of no length at the window's start, so
 * that every instant has a row at or before it; one more at the window's end closes the last.
 *
 * Edges are whole seconds. `LOW`, `HIGH`, `AT` and `BEFORE` are seconds, counted from the middle of what 32 bits hold; what
 * lies within a slot or step is ms, of which 32 bits hold three times the longest. Numbers of records are offsets in `data`.
 */
export interface OpenTable {
  readonly from: InstantMs;
  readonly to: InstantMs;
  /** Slots, steps, rows, one after another. */
  readonly data: Int32Array;
  /** The instant at which the first slot begins, at or before the window. */
  readonly slotOrigin: InstantMs;
  readonly slotMs: number;
  /** Slots a ms, and a hair more: what is a whole number of slots never falls below it. The same of steps. */
  readonly slotScale: number;
  readonly stepMs: number;
  readonly stepScale: number;
  /** Open time of the whole window. */
  readonly total: number;
  /** Where the steps begin in `data`, and where the rows do. */
  readonly steps: number;
  readonly rows: number;
  /** Stretches, and the one of no length before them. */
  readonly rowCount: number;
}

/** Numbers of a record. Records begin at multiples of four, so `| 1` is the number after. */
export const RECORD = 4;

/** Seconds from which 32 bits count: 2038-01-19T03:14:08Z, or so much open time. */
export const MIDDLE = 2 ** 31;

/** The same in ms: written out, since what a module holds is read anew in each round of a loop. */
const MIDDLE_MS = 2_147_483_648_000;

/** Open time in the window before one of its instants. */
export function workAt(table: OpenTable, t: InstantMs): number {
  const { data, slotMs } = table;
  const x = t - table.slotOrigin;
  const slot = (x * table.slotScale) | 0;
  const record = slot << 2;
  const lasts = data[record | 3] as number;
  if (lasts < 0) return searchWork(table, record, t);
  const open = openWithin((x - slot * slotMs) | 0, data[record | 2] as number, lasts);
  return (
    (((data[record] as number) - table.steps) >> 2) * table.stepMs + ((data[record | 1] as number) + open)
  );
}

/** min(max(past - opens, 0), lasts): where random instants lie no branch foretells. */
export function openWithin(past: number, opens: number, lasts: number): number {
  const open = (past - opens) | 0;
  const over = ((open & ~(open >> 31)) - lasts) | 0;
  return (lasts + (over & (over >> 31))) | 0;
}

/** The earliest instant that has so much open time before it: more than none, `total` at most. */
export function firstInstantOf(table: OpenTable, work: number): InstantMs {
  // A ms less, so that the end of a stretch is not yet past it.
  return instantOf(table, work - 1) + 1;
}

/** The latest instant that has so much open time before it: less than `total`. */
export function lastInstantOf(table: OpenTable, work: number): InstantMs {
  return instantOf(table, work);
}

function instantOf(table: OpenTable, work: number): InstantMs {
  const { data } = table;
  const step = (work * table.stepScale) | 0;
  const record = table.steps + (step << 2);
  const cut = data[record] as number;
  if (cut < 0) return searchInstant(table, record, work);
  const past = (work - step * table.stepMs) | 0;
  const seconds = lineOf(data[record | 1] as number, data[record | 2] as number, past, cut);
  return seconds * 1000 + (MIDDLE_MS + past);
}

/** `high` from the cut on. */
export function lineOf(low: number, high: number, past: number, cut: number): number {
  return (low + ((high - low) & ~((past - cut) >> 31))) | 0;
}

export function isOpenAt(table: OpenTable, t: InstantMs): boolean {
  const { data, slotMs } = table;
  const x = t - table.slotOrigin;
  const slot = (x * table.slotScale) | 0;
  const record = slot << 2;
  const lasts = data[record | 3] as number;
  if (lasts < 0) return t < closeOf(table, searchOpening(table, record, t));
  return (((x - slot * slotMs) | 0) - (data[record | 2] as number)) >>> 0 < lasts;
}

/**
 * The last row that has no more open time before it than this: of an instant's open time, the stretch that holds the instant
 * or else the next one.
 */
export function rowOf(table: OpenTable, work: number): number {
  const { data } = table;
  const step = (work * table.stepScale) | 0;
  const record = table.steps + (step << 2);
  // All open time is past.
  if (record >= table.rows) return table.rowCount - 1;
  const cut = data[record] as number;
  if (cut < 0) return searchRow(table, record, work);
  const past = (work - step * table.stepMs) | 0;
  return (data[record | 3] as number) + (((past - cut) >> 31) + 1);
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

function beforeOf({ data, rows }: OpenTable, row: number): number {
  return (data[rows + 2 * row + 1] as number) * 1000 + MIDDLE_MS;
}

function searchWork(table: OpenTable, slot: number, t: InstantMs): number {
  const row = searchOpening(table, slot, t);
  return Math.min(beforeOf(table, row) + t - openingOf(table, row), beforeOf(table, row + 1));
}

/** The last row of a slot that opens at or before an instant. */
function searchOpening(table: OpenTable, slot: number, t: InstantMs): number {
  const { data } = table;
  return searchRows(table, 0, t / 1000 - MIDDLE, data[slot] as number, data[slot | 1] as number);
}

function searchInstant(table: OpenTable, step: number, work: number): InstantMs {
  const row = searchRow(table, step, work);
  return openingOf(table, row) + work - beforeOf(table, row);
}

/** The last row of a step that has no more open time before it. */
function searchRow(table: OpenTable, step: number, work: number): number {
  const { data } = table;
  return searchRows(table, 1, work / 1000 - MIDDLE, data[step | 1] as number, data[step | 2] as number);
}

/** The last row between two whose number at `column` does not exceed a value. */
function searchRows(
  { data, rows }: OpenTable,
  column: number,
  value: number,
  low: number,
  high: number,
): number {
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((data[rows + 2 * middle + column] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
