import { instantBuckets, LONGEST_BUCKET, workBuckets } from './bucket-length.ts';
import { MIDDLE, RECORD, type OpenTable } from './open-table.ts';

/** Slots a stretch, and records of both kinds: with the eight bytes of its row they keep it below 64 bytes. */
const SLOTS = 2;
const RECORDS = 3.4;

/** Says of a record that its answer has to be looked for in the rows. */
const SEARCH = -1;

/** A hair more than one: too little to reach the next bucket from a ms before it, enough for what rounding takes away. */
const HAIR = 1 + 2 ** -45;

/** Builds the table of `[from, to)`; `given` are the open stretches in it, sorted, in seconds like the window. */
export function buildOpenTable(given: readonly number[], from: number, to: number): OpenTable {
  const stretches = given.length / 2;
  // Copied to one kind of array whatever the years, so that what reads it is compiled once; behind the last stretch lie two
  // that never open.
  const { edges, ends } = sheetsFor(stretches);
  let total = 0;
  for (let i = 0; i < stretches; i += 1) {
    const opens = given[2 * i] as number;
    const closes = given[2 * i + 1] as number;
    edges[2 * i] = opens;
    edges[2 * i + 1] = closes;
    total += closes - opens;
    ends[i] = total;
  }
  edges.fill(Infinity, given.length);
  const slot = instantBuckets(edges.subarray(0, given.length), to - from, SLOTS * stretches + 2);
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
    slotScale: scaleOf(slot.length * 1000),
    stepMs: stepLength * 1000,
    stepScale: scaleOf(stepLength * 1000),
    total: total * 1000,
    steps,
    rows,
    rowCount: stretches + 1,
  };
}

/** Slots or steps a ms, and a hair more: see `OpenTable`. */
export function scaleOf(ms: number): number {
  return HAIR / ms;
}

/**
 * What a table is worked out on: tables are built one after another, and two thousand of them that each brought their own
 * sheets spent a third of their time on clearing away.
 */
let sheets = { edges: new Float64Array(0), ends: new Float64Array(0) };

function sheetsFor(stretches: number): Pick<Writing, 'edges' | 'ends'> {
  if (sheets.ends.length < stretches + 2) {
    const room = 2 * stretches + 2;
    sheets = { edges: new Float64Array(2 * room), ends: new Float64Array(room) };
  }
  return { edges: sheets.edges.subarray(0, 2 * stretches + 4), ends: sheets.ends.subarray(0, stretches) };
}

function mod(a: number, b: number): number {
  return a - Math.floor(a / b) * b;
}

interface Writing {
  /** Two stretches more than there are, which never open. */
  readonly edges: Float64Array;
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
  // Stretches that end at or before the slot's start, and such as open at or before it.
  let [ended, opened] = [0, 0];
  // Open time before the first stretch that has not ended.
  let past = 0;
  let start = origin;
  for (let out = 0; out < steps; out += RECORD, start += length) {
    const end = start + length;
    while ((edges[2 * ended + 1] as number) <= start) {
      past = ends[ended] as number;
      ended += 1;
    }
    if (length > LONGEST_BUCKET || (edges[2 * ended + 2] as number) < end) {
      while ((edges[2 * opened] as number) <= start) opened += 1;
      let last = opened;
      while ((edges[2 * last] as number) < end) last += 1;
      data[out] = opened;
      data[out + 1] = last;
      data[out + 3] = SEARCH;
      continue;
    }
    const opens = edges[2 * ended] as number;
    const before = past + Math.max(start - opens, 0);
    const step = Math.floor(before / stepLength);
    data[out] = steps + step * RECORD;
    data[out + 1] = (before - step * stepLength) * 1000;
    if (opens >= end) continue;
    const closes = edges[2 * ended + 1] as number;
    const first = Math.max(opens - start, 0);
    data[out + 2] = first * 1000;
    data[out + 3] = (Math.min(closes, end) - start - first) * 1000;
  }
}

/** `CUT LOW HIGH ROW` of each step. */
function writeSteps({ edges, ends, data }: Writing, steps: number, rows: number, length: number): void {
  const stretches = ends.length;
  // The last stretch that has no more open time before it than the step's start.
  let held = 0;
  for (let out = steps; out < rows; out += RECORD) {
    const start = ((out - steps) / RECORD) * length;
    while ((ends[held] as number) <= start) held += 1;
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
