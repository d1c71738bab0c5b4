import type { InstantMs } from '../time/types.ts';

/**
 * Open time of a window as flat arrays with direct indexes both ways.
 *
 * A row is a stretch of open time: when it opens, how long it lasts, and the open time before it. Rows lie side by
 * side in one array, so an answer touches one place in memory. Row 0 is a stretch of no length at the window's
 * start: every instant of the window then has a row at or before it.
 *
 *     rows        | 0: from, 0, 0 | 1: opens, lasts, before | 2: opens, lasts, before | …
 *     byInstant   bucket of the UTC line     -> last row that opens at or before the bucket's start
 *     byWork      bucket of the working time -> last row with no more open time before it than the bucket's start
 *
 * Buckets are a power of two long, about one a row, so the search within one is a step or none.
 * All values are ms; whole numbers below 2^53, so arithmetic on doubles is exact.
 */
export interface OpenTable {
  readonly from: InstantMs;
  readonly to: InstantMs;
  /** Open time of the whole window. */
  readonly total: number;
  readonly rows: Float64Array;
  readonly rowCount: number;
  readonly byInstant: Int32Array;
  readonly byWork: Int32Array;
  /** Buckets a ms: the reciprocal of the bucket's length. */
  readonly instantScale: number;
  readonly workScale: number;
}

export const ROW = 3;
export const OPENS = 0;
export const LASTS = 1;
export const BEFORE = 2;

/** Builds the table of `[from, to)`; `edges` are the open stretches in it, sorted, in seconds like the window. */
export function buildOpenTable(edges: readonly number[], from: number, to: number): OpenTable {
  const rowCount = edges.length / 2 + 1;
  const rows = new Float64Array(rowCount * ROW);
  rows[OPENS] = from * 1000;
  let total = 0;
  for (let row = 1; row < rowCount; row += 1) {
    const opens = (edges[2 * row - 2] as number) * 1000;
    const lasts = (edges[2 * row - 1] as number) * 1000 - opens;
    rows[row * ROW + OPENS] = opens;
    rows[row * ROW + LASTS] = lasts;
    rows[row * ROW + BEFORE] = total;
    total += lasts;
  }
  const span = (to - from) * 1000;
  const instantScale = bucketScale(span, rowCount);
  const workScale = bucketScale(total, rowCount);
  return {
    from: from * 1000,
    to: to * 1000,
    total,
    rows,
    rowCount,
    byInstant: bucketIndex(rows, rowCount, OPENS, from * 1000, span, instantScale),
    byWork: bucketIndex(rows, rowCount, BEFORE, 0, total, workScale),
    instantScale,
    workScale,
  };
}

function bucketScale(span: number, rowCount: number): number {
  return 2 ** -Math.floor(Math.log2(Math.max(span / rowCount, 1)));
}

/** For each bucket's start the last row whose `column` does not exceed it. One bucket more ends the last search. */
function bucketIndex(
  rows: Float64Array,
  rowCount: number,
  column: number,
  start: number,
  span: number,
  scale: number,
): Int32Array {
  const index = new Int32Array(Math.floor(span * scale) + 2);
  let row = 0;
  for (let bucket = 0; bucket < index.length; bucket += 1) {
    const bucketStart = start + bucket / scale;
    while (row + 1 < rowCount && (rows[(row + 1) * ROW + column] as number) <= bucketStart) row += 1;
    index[bucket] = row;
  }
  return index;
}

/** Offset in `rows` of the last row that opens at or before an instant of `[from, to]`. */
export function rowAtInstant(table: OpenTable, t: InstantMs): number {
  const bucket = ((t - table.from) * table.instantScale) | 0;
  return searchRow(
    table.rows,
    OPENS,
    t,
    table.byInstant[bucket] as number,
    table.byInstant[bucket + 1] as number,
  );
}

/** Offset in `rows` of the last row that has at most `work` ms of open time before it; `work` in `[0, total]`. */
export function rowAtWork(table: OpenTable, work: number): number {
  const bucket = (work * table.workScale) | 0;
  return searchRow(
    table.rows,
    BEFORE,
    work,
    table.byWork[bucket] as number,
    table.byWork[bucket + 1] as number,
  );
}

function searchRow(rows: Float64Array, column: number, value: number, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((rows[middle * ROW + column] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low * ROW;
}

/** Open time in the window before an instant of `[from, to]`. */
export function openBefore(table: OpenTable, t: InstantMs): number {
  const row = rowAtInstant(table, t);
  const open = t - (table.rows[row + OPENS] as number);
  const lasts = table.rows[row + LASTS] as number;
  return (table.rows[row + BEFORE] as number) + (open < lasts ? open : lasts);
}
