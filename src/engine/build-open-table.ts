import { instantBuckets, LONGEST_BUCKET, workBuckets } from './bucket-length.ts';
import { MIDDLE, RECORD, type OpenTable } from './open-table.ts';

/** Slots a stretch, and records of both kinds: with the eight bytes of its row they keep it below 64 bytes. */
const SLOTS = 2;
const RECORDS = 3.4;

/** Says of a record that its answer has to be looked for in the rows. */
const SEARCH = -1;

/** A hair more than one: too little to reach the next bucket from a ms before it, enough for what rounding takes away. */
const HAIR = 1 + 2 ** -45;

/** Builds the table of `[from, to)`; `edges` are the open stretches in it, sorted, in seconds like the window. */
export function buildOpenTable(edges: readonly number[], from: number, to: number): OpenTable {
  const stretches = edges.length / 2;
  const ends = new Float64Array(stretches);
  let total = 0;
  for (let i = 0; i < stretches; i += 1) {
    total += (edges[2 * i + 1] as number) - (edges[2 * i] as number);
    ends[i] = total;
  }
  const slot = instantBuckets(edges, to - from, SLOTS * stretches + 2);
  const slotOrigin = from - mod(from - slot.phase, slot.length);
  const slotCount = Math.ceil((to - slotOrigin) / slot.length);
  const most = Math.min(SLOTS * stretches, Math.max(RECORDS * stretches - slotCount, stretches)) + 2;
  const stepLength = workBuckets(ends, most);
  const stepCount = Math.ceil(total / stepLength);
  const steps = slotCount * RECORD;
  const rows = steps + stepCount * RECORD;
  const data = new Int32Array(rows + 2 * (stretches + 2));

  const writing = { edges, ends, data };
  writeSlots(writing, steps, slotOrigin, slot.length, stepLength);
  writeSteps(writing, steps, rows, stepLength);
  writeRows(writing, rows, from, to);
  return {
    from: from * 1000,
    to: to * 1000,
    data,
    slotOrigin: slotOrigin * 1000,
    slotMs: slot.length * 1000,
    slotScale: HAIR / (slot.length * 1000),
    stepMs: stepLength * 1000,
    stepScale: HAIR / (stepLength * 1000),
    total: total * 1000,
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
  readonly data: Int32Array;
}

/** `STEP REST OPENS LASTS` of each slot. Stretch `i` is row `i + 1`. */
function writeSlots(
  { edges, ends, data }: Writing,
  steps: number,
  origin: number,
  length: number,
  stepLength: number,
): void {
  const stretches = ends.length;
  // Stretches that end at or before the slot's start, and such as open at or before it.
  let [ended, opened] = [0, 0];
  for (let out = 0; out < steps; out += RECORD) {
    const start = origin + (out / RECORD) * length;
    const end = start + length;
    while (ended < stretches && (edges[2 * ended + 1] as number) <= start) ended += 1;
    while (opened < stretches && (edges[2 * opened] as number) <= start) opened += 1;
    if (length > LONGEST_BUCKET || (edges[2 * ended + 2] ?? Infinity) < end) {
      let last = opened;
      while (last < stretches && (edges[2 * last] as number) < end) last += 1;
      data[out] = opened;
      data[out + 1] = last;
      data[out + 3] = SEARCH;
      continue;
    }
    const opens = edges[2 * ended] ?? Infinity;
    const before = (ended === 0 ? 0 : (ends[ended - 1] as number)) + Math.max(start - opens, 0);
    data[out] = steps + Math.floor(before / stepLength) * RECORD;
    data[out + 1] = (before % stepLength) * 1000;
    if (opens >= end) continue;
    const first = Math.max(opens, start);
    data[out + 2] = (first - start) * 1000;
    data[out + 3] = (Math.min(edges[2 * ended + 1] as number, end) - first) * 1000;
  }
}

/** `CUT LOW HIGH ROW` of each step. */
function writeSteps({ edges, ends, data }: Writing, steps: number, rows: number, length: number): void {
  const stretches = ends.length;
  // The last stretch that has no more open time before it than the step's start.
  let held = 0;
  for (let out = steps; out < rows; out += RECORD) {
    const start = ((out - steps) / RECORD) * length;
    while (held + 1 < stretches && (ends[held] as number) <= start) held += 1;
    data[out + 3] = held + 1;
    // The last end is an end of everything: where a step goes on behind it, that is looked at with care.
    let last = held;
    while (last < stretches && (ends[last] as number) < start + length) last += 1;
    if (length > LONGEST_BUCKET || last === stretches || last > held + 1) {
      data[out] = SEARCH;
      data[out + 1] = held + 1;
      data[out + 2] = Math.min(last + 1, stretches);
      continue;
    }
    const over = (ends[held] as number) - start;
    const low = (edges[2 * held + 1] as number) - over - MIDDLE;
    data[out + 1] = low;
    // A step that one stretch fills has no cut that it reaches.
    data[out] = last === held ? length * 1000 : over * 1000;
    data[out + 2] = last === held ? low : (edges[2 * last] as number) - over - MIDDLE;
  }
}

/** `AT BEFORE` of each row. */
function writeRows({ edges, ends, data }: Writing, rows: number, from: number, to: number): void {
  let out = rows;
  data[out] = from - MIDDLE;
  data[out + 1] = -MIDDLE;
  let before = 0;
  for (let i = 0; i < ends.length; i += 1) {
    out += 2;
    data[out] = (edges[2 * i] as number) - MIDDLE;
    data[out + 1] = before - MIDDLE;
    before = ends[i] as number;
  }
  data[out + 2] = to - MIDDLE;
  data[out + 3] = before - MIDDLE;
}
