/**
 * What the scalar functions of a table do, over columns. Rows go in twos or fours: what surrounds a row in compiled code (checks
 * of arrays and of their bounds) is then paid once for all of them, and the processor has several chains of reads to follow at
 * once.
 *
 * A loop answers rows from `first` to `end` and ends before the first two or four that hold anything out of the way: an instant
 * outside the window, an answer outside it, a record that has to be searched. It returns how far it came; those rows are for the
 * scalar functions, and the loop is for what lies behind them.
 *
 * Numbers of rows and slots are cut to so many bits as none of them exceeds: compiled code then knows that they are not
 * negative, and that sums of them do not overflow. What the scalar functions call by name is written out, since in a loop even
 * the name of a function is read and compared anew in each round.
 */
import { firstInstantOf, lastInstantOf, type OpenTable } from './open-table.ts';

/** A column with more rows is not for the loops: their numbers would not fit the bits. */
const MOST_ROWS = 0x3fffffff;

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

/** The instants, from `low` until `high`, of which the answer lies in the window too, shifted by `ms`; null where there is none. */
export function shiftable(
  table: OpenTable,
  ms: number,
): { readonly low: number; readonly high: number } | null {
  const { from, to, total } = table;
  if (!(total > 0 && Math.abs(ms) <= total)) return null;
  if (ms > 0) return { low: from, high: lastInstantOf(table, total - ms) + 1 };
  if (ms < 0) return { low: firstInstantOf(table, -ms), high: to };
  return { low: from, high: firstInstantOf(table, total) };
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
  const window = shiftable(table, ms);
  if (window === null || end > MOST_ROWS) return first;
  const { low, high } = window;
  const { data, slotOrigin, slotMs, slotScale, stepMs, stepScale } = table;
  const { records, rest, early } = budgetOf(table, ms);
  const epoch = 2_147_483_648_000 + early;
  const last = end & 0x3fffffff;
  let i = first & 0x3fffffff;
  for (; i + 1 < last; i += 2) {
    const t = starts[i] as number;
    const u = starts[i + 1] as number;
    if (!(t >= low && t < high && u >= low && u < high)) break;

    const tx = t - slotOrigin;
    const ux = u - slotOrigin;
    const tSlot = (tx * slotScale) & 0x1fffffff;
    const uSlot = (ux * slotScale) & 0x1fffffff;
    const tAt = tSlot << 2;
    const uAt = uSlot << 2;
    const tLasts = data[tAt + 3] as number;
    const uLasts = data[uAt + 3] as number;
    if ((tLasts | uLasts) < 0) break;

    const tSince = (((tx - tSlot * slotMs) | 0) - (data[tAt + 2] as number)) | 0;
    const uSince = (((ux - uSlot * slotMs) | 0) - (data[uAt + 2] as number)) | 0;
    const tOver = ((tSince & ~(tSince >> 31)) - tLasts) | 0;
    const uOver = ((uSince & ~(uSince >> 31)) - uLasts) | 0;
    const tWork = ((data[tAt + 1] as number) + rest + (tOver & (tOver >> 31)) + tLasts) | 0;
    const uWork = ((data[uAt + 1] as number) + rest + (uOver & (uOver >> 31)) + uLasts) | 0;

    const tStep = (tWork * stepScale) | 0;
    const uStep = (uWork * stepScale) | 0;
    const tRecord = ((data[tAt] as number) + records + (tStep << 2)) & 0x3fffffff;
    const uRecord = ((data[uAt] as number) + records + (uStep << 2)) & 0x3fffffff;
    const tCut = data[tRecord] as number;
    const uCut = data[uRecord] as number;
    if ((tCut | uCut) < 0) break;

    // `LOW` of the record before the cut, and `HIGH`, which is next to it, from the cut on.
    const tPast = (tWork - Math.imul(tStep, stepMs)) | 0;
    const uPast = (uWork - Math.imul(uStep, stepMs)) | 0;
    const tLine = data[tRecord + 2 + ((tPast - tCut) >> 31)] as number;
    const uLine = data[uRecord + 2 + ((uPast - uCut) >> 31)] as number;
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
  if (end > MOST_ROWS) return first;
  const { data, slotOrigin, slotMs, slotScale, stepMs, from: low, to: high } = table;
  const last = end & 0x3fffffff;
  let i = first & 0x3fffffff;
  for (; i + 3 < last; i += 4) {
    const a = from[i] as number;
    const b = to[i] as number;
    if (!(a >= low && a < high && b >= low && b < high)) break;
    const c = from[i + 1] as number;
    const d = to[i + 1] as number;
    if (!(c >= low && c < high && d >= low && d < high)) break;
    const e = from[i + 2] as number;
    const f = to[i + 2] as number;
    if (!(e >= low && e < high && f >= low && f < high)) break;
    const g = from[i + 3] as number;
    const h = to[i + 3] as number;
    if (!(g >= low && g < high && h >= low && h < high)) break;

    const ax = a - slotOrigin;
    const aSlot = (ax * slotScale) & 0x1fffffff;
    const aAt = aSlot << 2;
    const aLasts = data[aAt + 3] as number;
    const bx = b - slotOrigin;
    const bSlot = (bx * slotScale) & 0x1fffffff;
    const bAt = bSlot << 2;
    const bLasts = data[bAt + 3] as number;
    const cx = c - slotOrigin;
    const cSlot = (cx * slotScale) & 0x1fffffff;
    const cAt = cSlot << 2;
    const cLasts = data[cAt + 3] as number;
    const dx = d - slotOrigin;
    const dSlot = (dx * slotScale) & 0x1fffffff;
    const dAt = dSlot << 2;
    const dLasts = data[dAt + 3] as number;
    const ex = e - slotOrigin;
    const eSlot = (ex * slotScale) & 0x1fffffff;
    const eAt = eSlot << 2;
    const eLasts = data[eAt + 3] as number;
    const fx = f - slotOrigin;
    const fSlot = (fx * slotScale) & 0x1fffffff;
    const fAt = fSlot << 2;
    const fLasts = data[fAt + 3] as number;
    const gx = g - slotOrigin;
    const gSlot = (gx * slotScale) & 0x1fffffff;
    const gAt = gSlot << 2;
    const gLasts = data[gAt + 3] as number;
    const hx = h - slotOrigin;
    const hSlot = (hx * slotScale) & 0x1fffffff;
    const hAt = hSlot << 2;
    const hLasts = data[hAt + 3] as number;
    if ((aLasts | bLasts | cLasts | dLasts | eLasts | fLasts | gLasts | hLasts) < 0) break;

    const aSince = (((ax - aSlot * slotMs) | 0) - (data[aAt + 2] as number)) | 0;
    const aOver = ((aSince & ~(aSince >> 31)) - aLasts) | 0;
    const aWork = ((data[aAt + 1] as number) + (aOver & (aOver >> 31)) + aLasts) | 0;
    const bSince = (((bx - bSlot * slotMs) | 0) - (data[bAt + 2] as number)) | 0;
    const bOver = ((bSince & ~(bSince >> 31)) - bLasts) | 0;
    const bWork = ((data[bAt + 1] as number) + (bOver & (bOver >> 31)) + bLasts) | 0;
    out[i] = (((data[bAt] as number) - (data[aAt] as number)) >> 2) * stepMs + ((bWork - aWork) | 0);
    const cSince = (((cx - cSlot * slotMs) | 0) - (data[cAt + 2] as number)) | 0;
    const cOver = ((cSince & ~(cSince >> 31)) - cLasts) | 0;
    const cWork = ((data[cAt + 1] as number) + (cOver & (cOver >> 31)) + cLasts) | 0;
    const dSince = (((dx - dSlot * slotMs) | 0) - (data[dAt + 2] as number)) | 0;
    const dOver = ((dSince & ~(dSince >> 31)) - dLasts) | 0;
    const dWork = ((data[dAt + 1] as number) + (dOver & (dOver >> 31)) + dLasts) | 0;
    out[i + 1] = (((data[dAt] as number) - (data[cAt] as number)) >> 2) * stepMs + ((dWork - cWork) | 0);
    const eSince = (((ex - eSlot * slotMs) | 0) - (data[eAt + 2] as number)) | 0;
    const eOver = ((eSince & ~(eSince >> 31)) - eLasts) | 0;
    const eWork = ((data[eAt + 1] as number) + (eOver & (eOver >> 31)) + eLasts) | 0;
    const fSince = (((fx - fSlot * slotMs) | 0) - (data[fAt + 2] as number)) | 0;
    const fOver = ((fSince & ~(fSince >> 31)) - fLasts) | 0;
    const fWork = ((data[fAt + 1] as number) + (fOver & (fOver >> 31)) + fLasts) | 0;
    out[i + 2] = (((data[fAt] as number) - (data[eAt] as number)) >> 2) * stepMs + ((fWork - eWork) | 0);
    const gSince = (((gx - gSlot * slotMs) | 0) - (data[gAt + 2] as number)) | 0;
    const gOver = ((gSince & ~(gSince >> 31)) - gLasts) | 0;
    const gWork = ((data[gAt + 1] as number) + (gOver & (gOver >> 31)) + gLasts) | 0;
    const hSince = (((hx - hSlot * slotMs) | 0) - (data[hAt + 2] as number)) | 0;
    const hOver = ((hSince & ~(hSince >> 31)) - hLasts) | 0;
    const hWork = ((data[hAt + 1] as number) + (hOver & (hOver >> 31)) + hLasts) | 0;
    out[i + 3] = (((data[hAt] as number) - (data[gAt] as number)) >> 2) * stepMs + ((hWork - gWork) | 0);
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
  if (end > MOST_ROWS) return first;
  const { from, to, data, slotOrigin, slotMs, slotScale } = table;
  const last = end & 0x3fffffff;
  let i = first & 0x3fffffff;
  for (; i + 1 < last; i += 2) {
    const t = at[i] as number;
    const u = at[i + 1] as number;
    if (!(t >= from && t < to && u >= from && u < to)) break;
    const tx = t - slotOrigin;
    const ux = u - slotOrigin;
    const tSlot = (tx * slotScale) & 0x1fffffff;
    const uSlot = (ux * slotScale) & 0x1fffffff;
    const tAt = tSlot << 2;
    const uAt = uSlot << 2;
    const tLasts = data[tAt + 3] as number;
    const uLasts = data[uAt + 3] as number;
    if ((tLasts | uLasts) < 0) break;
    const tSince = (((tx - tSlot * slotMs) | 0) - (data[tAt + 2] as number)) | 0;
    const uSince = (((ux - uSlot * slotMs) | 0) - (data[uAt + 2] as number)) | 0;
    // Negative only where it is past the opening and not past the close: a sign costs no branch, which nothing foretells here.
    out[i] = (~tSince & (tSince - tLasts)) >>> 31;
    out[i + 1] = (~uSince & (uSince - uLasts)) >>> 31;
  }
  return i;
}
