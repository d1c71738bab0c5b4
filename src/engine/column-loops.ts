/**
 * What the scalar functions of a table do, over columns. Rows go in pairs: what surrounds a row in compiled code (checks of
 * arrays and of their bounds) is then paid once for two, and the processor has two chains of reads to follow at once.
 *
 * A loop answers rows from `first` to `end` and ends before the first pair that holds anything out of the way: an instant outside
 * the window, an answer outside it, a record that has to be searched. It returns how far it came; those rows are for the
 * scalar functions, and the loop is for what lies behind them.
 */
import { lineOf, openWithin, type OpenTable } from './open-table.ts';

/** A budget in steps and ms, such as can be added to the record and to the ms of an instant's open time. */
interface Budget {
  /** Offset to the record so many steps away. */
  readonly records: number;
  /** From 0, less than a step. */
  readonly rest: number;
  /** What is taken away before and added after, so that the end of a stretch is not yet past it. */
  readonly early: number;
}

function budgetOf({ stepMs }: OpenTable, ms: number): Budget {
  const early = ms > 0 ? 1 : 0;
  const steps = Math.floor((ms - early) / stepMs);
  return { records: steps * 4, rest: ms - early - steps * stepMs, early };
}

/**
 * `out[i]` is the first instant that has `ms` more open time before it than `starts[i]`; with a negative `ms` the last that
 * has so much less. `out` may be `starts`.
 */
export function shiftRows(
  table: OpenTable,
  starts: Float64Array,
  ms: number,
  out: Float64Array,
  first: number,
  end: number,
): number {
  if (!(Math.abs(ms) <= table.total)) return first;
  const { from, to, data, slotOrigin, slotMs, slotScale, stepMs, stepScale, steps, rows } = table;
  const { records, rest, early } = budgetOf(table, ms);
  const count = rows - steps;
  const shift = records - steps;
  const epoch = 2_147_483_648_000 + early;
  let i = first;
  for (; i + 1 < end; i += 2) {
    const t = starts[i] as number;
    const u = starts[i + 1] as number;
    if (!(t >= from && t < to && u >= from && u < to)) break;

    const tx = t - slotOrigin;
    const ux = u - slotOrigin;
    const tSlot = (tx * slotScale) | 0;
    const uSlot = (ux * slotScale) | 0;
    const tAt = tSlot << 2;
    const uAt = uSlot << 2;
    const tLasts = data[tAt | 3] as number;
    const uLasts = data[uAt | 3] as number;
    const tOpen = openWithin((tx - tSlot * slotMs) | 0, data[tAt | 2] as number, tLasts);
    const uOpen = openWithin((ux - uSlot * slotMs) | 0, data[uAt | 2] as number, uLasts);

    const tWork = ((data[tAt | 1] as number) + tOpen + rest) | 0;
    const uWork = ((data[uAt | 1] as number) + uOpen + rest) | 0;
    const tStep = (tWork * stepScale) | 0;
    const uStep = (uWork * stepScale) | 0;
    const tTo = ((data[tAt] as number) + shift + (tStep << 2)) | 0;
    const uTo = ((data[uAt] as number) + shift + (uStep << 2)) | 0;
    if ((tLasts | uLasts) < 0 || tTo >>> 0 >= count || uTo >>> 0 >= count) break;

    const tRecord = (steps + tTo) | 0;
    const uRecord = (steps + uTo) | 0;
    const tCut = data[tRecord] as number;
    const uCut = data[uRecord] as number;
    if ((tCut | uCut) < 0) break;
    const tPast = (tWork - Math.imul(tStep, stepMs)) | 0;
    const uPast = (uWork - Math.imul(uStep, stepMs)) | 0;
    const tLine = lineOf(data[tRecord | 1] as number, data[tRecord | 2] as number, tPast, tCut);
    const uLine = lineOf(data[uRecord | 1] as number, data[uRecord | 2] as number, uPast, uCut);
    out[i] = tLine * 1000 + (epoch + tPast);
    out[i + 1] = uLine * 1000 + (epoch + uPast);
  }
  return i;
}

/** `out[i]` is the open time from `from[i]` to `to[i]`. */
export function betweenRows(
  table: OpenTable,
  from: Float64Array,
  to: Float64Array,
  out: Float64Array,
  first: number,
  end: number,
): number {
  const { data, slotOrigin, slotMs, slotScale, stepMs, from: low, to: high } = table;
  let i = first;
  for (; i + 1 < end; i += 2) {
    const a = from[i] as number;
    const b = to[i] as number;
    const c = from[i + 1] as number;
    const d = to[i + 1] as number;
    if (!(a >= low && a < high && b >= low && b < high)) break;
    if (!(c >= low && c < high && d >= low && d < high)) break;

    const ax = a - slotOrigin;
    const bx = b - slotOrigin;
    const aSlot = (ax * slotScale) | 0;
    const bSlot = (bx * slotScale) | 0;
    const aAt = aSlot << 2;
    const bAt = bSlot << 2;
    const aLasts = data[aAt | 3] as number;
    const bLasts = data[bAt | 3] as number;
    const aOpen = openWithin((ax - aSlot * slotMs) | 0, data[aAt | 2] as number, aLasts);
    const bOpen = openWithin((bx - bSlot * slotMs) | 0, data[bAt | 2] as number, bLasts);
    const abSteps = ((data[bAt] as number) - (data[aAt] as number)) >> 2;
    const abRest = ((data[bAt | 1] as number) - (data[aAt | 1] as number) + bOpen - aOpen) | 0;

    const cx = c - slotOrigin;
    const dx = d - slotOrigin;
    const cSlot = (cx * slotScale) | 0;
    const dSlot = (dx * slotScale) | 0;
    const cAt = cSlot << 2;
    const dAt = dSlot << 2;
    const cLasts = data[cAt | 3] as number;
    const dLasts = data[dAt | 3] as number;
    const cOpen = openWithin((cx - cSlot * slotMs) | 0, data[cAt | 2] as number, cLasts);
    const dOpen = openWithin((dx - dSlot * slotMs) | 0, data[dAt | 2] as number, dLasts);
    const cdSteps = ((data[dAt] as number) - (data[cAt] as number)) >> 2;
    const cdRest = ((data[dAt | 1] as number) - (data[cAt | 1] as number) + dOpen - cOpen) | 0;

    if ((aLasts | bLasts | cLasts | dLasts) < 0) break;
    out[i] = abSteps * stepMs + abRest;
    out[i + 1] = cdSteps * stepMs + cdRest;
  }
  return i;
}

/** `out[i]` is 1 where `at[i]` lies in open time, else 0. */
export function openRows(
  table: OpenTable,
  at: Float64Array,
  out: Uint8Array,
  first: number,
  end: number,
): number {
  const { from, to, data, slotOrigin, slotMs, slotScale } = table;
  let i = first;
  for (; i + 1 < end; i += 2) {
    const t = at[i] as number;
    const u = at[i + 1] as number;
    if (!(t >= from && t < to && u >= from && u < to)) break;
    const tx = t - slotOrigin;
    const ux = u - slotOrigin;
    const tSlot = (tx * slotScale) | 0;
    const uSlot = (ux * slotScale) | 0;
    const tAt = tSlot << 2;
    const uAt = uSlot << 2;
    const tLasts = data[tAt | 3] as number;
    const uLasts = data[uAt | 3] as number;
    if ((tLasts | uLasts) < 0) break;
    const tPast = ((tx - tSlot * slotMs) | 0) - (data[tAt | 2] as number);
    const uPast = ((ux - uSlot * slotMs) | 0) - (data[uAt | 2] as number);
    // Before the opening it is negative, and without its sign more than any length.
    out[i] = tPast >>> 0 < tLasts ? 1 : 0;
    out[i + 1] = uPast >>> 0 < uLasts ? 1 : 0;
  }
  return i;
}
