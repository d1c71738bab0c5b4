import { instantBuckets, LONGEST_BUCKET, workBuckets } from './bucket-length.ts';
import { MIDDLE, RECORD, type OpenTable } from './open-table.ts';

/** Slots a stretch, and records of both kinds: with the eight bytes of its row they keep it below 64 bytes. */
const SLOTS = 2;
const RECORDS = 3.4;

/** Says of a record that its answer has to be looked for in the rows. */
const SEARCH = -1;

/** Builds the table of `[from, to)`; `edges` are the open stretches in it, sorted, in seconds like the window. */
export function buildOpenTable(edges: readonly number[], from: number, to: number): OpenTable {
  const stretches = edges.length / 2;
  const ends = new Float64Array(stretches);
  let total = 0;
  for (let i = 0; i < stretches; i += 1) {
    total += (edges[2 * i + 1] as number) - (edges[2 * i] as number);
    ends[i] = total;
  }
  const middle = Math.floor(total / 2);
  const slot = instantBuckets(edges, to - from, SLOTS * stretches + 2);
  const slotOrigin = from - mod(from - slot.phase, slot.length);
  const slotCount = Math.ceil((to - slotOrigin) / slot.length);
  const most = Math.min(SLOTS * stretches, Math.max(RECORDS * stretches - slotCount, stretches)) + 2;
  const stepLength = workBuckets(ends, most);
  const stepCount = Math.ceil(total / stepLength);
  // After the last record one more, which says where a search in the last bucket ends.
  const steps = (slotCount + 1) * RECORD;
  const rows = steps + (stepCount + 1) * RECORD;
  const data = new Int32Array(rows + 2 * (stretches + 2));

  const writer = { edges, ends, middle, data };
  writeRows(writer, rows, from, to, total);
  writeSlots(writer, slotOrigin, slot.length, slotCount);
  writeSteps(writer, steps, stepLength, stepCount);
  return {
    from: from * 1000,
    to: to * 1000,
    data,
    slotOrigin: slotOrigin * 1000 - 0.5,
    slotMs: slot.length * 1000,
    slotScale: 1 / (slot.length * 1000),
    stepOrigin: -middle * 1000 - 0.5,
    stepMs: stepLength * 1000,
    stepScale: 1 / (stepLength * 1000),
    workStart: -middle * 1000,
    workEnd: (total - middle) * 1000,
    steps,
    rows,
    rowCount: stretches + 1,
  };
}

function mod(a: number, b: number): number {
  return a - Math.floor(a / b) * b;
}

interface Writing {
  readonly edges: readonly number[];
  /** Open time up to the end of each stretch, in seconds. */
  readonly ends: Float64Array;
  readonly middle: number;
  readonly data: Int32Array;
}

/** Row `i` is stretch `i - 1`. */
function writeRows(
  { edges, ends, middle, data }: Writing,
  at: number,
  from: number,
  to: number,
  total: number,
): void {
  let out = at;
  data[out] = from - MIDDLE;
  data[out + 1] = -middle;
  for (let i = 0; i < ends.length; i += 1) {
    out += 2;
    data[out] = (edges[2 * i] as number) - MIDDLE;
    data[out + 1] = (i === 0 ? 0 : (ends[i - 1] as number)) - middle;
  }
  data[out + 2] = to - MIDDLE;
  data[out + 3] = total - middle;
}

/** `BEFORE OPENS LASTS ROW` of each bucket of instants. */
function writeSlots(
  { edges, ends, middle, data }: Writing,
  origin: number,
  length: number,
  count: number,
): void {
  const stretches = ends.length;
  // The first stretch that ends after the bucket's start, and the first that opens after it.
  let [next, after] = [0, 0];
  for (let slot = 0; slot <= count; slot += 1) {
    const start = origin + slot * length;
    while (next < stretches && (edges[2 * next + 1] as number) <= start) next += 1;
    while (after < stretches && (edges[2 * after] as number) <= start) after += 1;
    const opens = edges[2 * next] ?? Infinity;
    const isMet = opens < start + length;
    const isAlone = length <= LONGEST_BUCKET && (edges[2 * next + 2] ?? Infinity) >= start + length;
    const from = Math.max(opens - start, 0);
    const to = Math.min((edges[2 * next + 1] ?? Infinity) - start, length);
    const out = slot * RECORD;
    data[out] = (next === 0 ? 0 : (ends[next - 1] as number)) + Math.max(start - opens, 0) - middle;
    data[out + 1] = isMet ? from * 1000 : 0;
    data[out + 2] = isAlone ? (isMet ? (to - from) * 1000 : 0) : SEARCH;
    data[out + 3] = after;
  }
}

/** `CUT LOW HIGH ROW` of each bucket of open time. */
function writeSteps({ edges, ends, data }: Writing, at: number, length: number, count: number): void {
  const stretches = ends.length;
  if (stretches === 0) return;
  // The last stretch that has no more open time before it than the bucket's start.
  let held = 0;
  for (let step = 0; step <= count; step += 1) {
    const start = step * length;
    while (held + 1 < stretches && (ends[held] as number) <= start) held += 1;
    const end = ends[held] as number;
    const isCut = held + 1 < stretches && end < start + length;
    const isAlone =
      length <= LONGEST_BUCKET && (held + 2 >= stretches || (ends[held + 1] as number) >= start + length);
    // Without a cut both lines are one.
    const low = (edges[2 * held + 1] as number) - (end - start) - MIDDLE;
    const out = at + step * RECORD;
    data[out] = isAlone ? (isCut ? (end - start) * 1000 : 0) : SEARCH;
    data[out + 1] = low;
    data[out + 2] = isCut ? (edges[2 * held + 2] as number) - (end - start) - MIDDLE : low;
    data[out + 3] = held + 1;
  }
}
