/**
 * Columns of answers of a table of open time, four rows at a time: AssemblyScript, which `npm run generate` compiles to
 * WebAssembly with SIMD. `src/engine/open-table.ts` says how such a table answers, and `src/engine/kernel/place-table.ts` puts
 * it into the memory as it is read here:
 *
 *     head    FROM TO ORIGIN SLOT_MS SLOT_SCALE STEP_MS STEP_SCALE STEPS
 *     slots   WORK      OPENS LASTS | …   open time at its start; its stretch
 *     steps   INSTANT   CUT   JUMP  | …   where the line would begin; where the jump is, and how far it goes, in ms
 *
 * WebAssembly gathers nothing, but a record is as long as a vector: four rows are four whole loads and a transposition, and
 * all that follows is done for the four at once.
 *
 * Four rows of which one cannot be answered here (an instant outside the window or no whole number, an answer outside, a
 * record that has to be searched) are left as they are, and the number of the first of them goes on a list; each function
 * returns the length of that list. There are as many rows as fill the fours.
 */

const FROM: usize = 0;
const TO: usize = 8;
const ORIGIN: usize = 16;
const SLOT_MS: usize = 24;
const SLOT_SCALE: usize = 32;
const STEP_MS: usize = 40;
const STEP_SCALE: usize = 48;
/** Where the steps begin. */
const STEPS: usize = 56;
const HEAD: usize = 64;

/**
 * What is written down on the way, of each thread its own: addresses of records, since a store and four loads are cheaper than
 * taking lanes apart; a record that has to be searched; numbers that a loop reads; of a part of the rows what is known
 * halfway, which is the address of a step and how far into it; and the list of what was left.
 */
const SEARCHED: usize = 32;
const KEPT: usize = 48;
const HALFWAY: usize = 192;
const PART: i32 = 256;
const LIST: usize = 2240;

/**
 * Added to a number it leaves the nearest whole one, or its last 32 bits, in the lower half of the sum: enough of the ms since the
 * first slot, since what lies within one is taken from them by 32 bits too.
 */
const MAGIC: f64 = 6755399441055744;

/** The upper half of 2^52, whose lower half is a number of 32 bits that is added to it. */
const UPPER: i32 = 0x43300000;

const ALL_FOUR: i32 = 15;

/**
 * `out[i]` is the first instant that has so much more open time before it, and a ms later where `early` is one; `low` and `high` are
 * the window of instants of which that lies within the table.
 *
 * First the records of slots are read, of as many rows as keep their steps near, and then those of steps: in one go the processor
 * would not see far enough ahead to read for the next rows while it waits for these.
 */
export function shift(
  table: usize,
  rows: i32,
  starts: usize,
  out: usize,
  low: f64,
  high: f64,
  budget: f64,
  early: i32,
  notes: usize,
): i32 {
  const from = numbers(notes, 0, low);
  const to = numbers(notes, 1, high);
  const origin = v128.load64_splat(table, ORIGIN);
  const slotMs = integers(notes, 10, i32(load<f64>(table, SLOT_MS)));
  const slotScale = v128.load64_splat(table, SLOT_SCALE);
  const slotHalf = numbers(notes, 2, MAGIC - 0.5 * load<f64>(table, SLOT_MS));
  const slots = integers(notes, 3, i32(table + HEAD));
  const stepMs = integers(notes, 11, i32(load<f64>(table, STEP_MS)));
  const stepScale = v128.load64_splat(table, STEP_SCALE);
  const stepHalf = numbers(notes, 4, MAGIC - 0.5 * load<f64>(table, STEP_MS));
  const steps = v128.load32_splat(table, STEPS);
  const more = numbers(notes, 5, budget + 0.5 * load<f64>(table, STEP_MS));
  const later = integers(notes, 6, early);
  const magic = numbers(notes, 7, MAGIC - 1);
  const upper = integers(notes, 8, UPPER);
  const none = i32x4.splat(0);

  // The cut of a record that has to be searched: four rows that are left go to it, and so are found again.
  store<i32>(notes, -1, SEARCHED + 8);
  const searched = integers(notes, 9, i32(notes + SEARCHED));

  let list = notes + LIST;
  for (let begun: i32 = 0; begun < rows; begun += PART) {
    const end = min(begun + PART, rows);
    let at = notes + HALFWAY;
    for (let i: i32 = begun; i < end; i += 4, starts += 32, at += 32) {
      const t = v128.load(starts);
      const u = v128.load(starts, 16);
      if (!areWithin(t, u, from, to)) {
        v128.store(at, searched);
        continue;
      }
      const tx = f64x2.sub(t, origin);
      const ux = f64x2.sub(u, origin);
      const tSlot = f64x2.add(f64x2.mul(tx, slotScale), magic);
      const uSlot = f64x2.add(f64x2.mul(ux, slotScale), magic);
      const slot = lowHalves(tSlot, uSlot);
      v128.store(notes, i32x4.add(i32x4.shl(slot, 4), slots));
      const tWhole = f64x2.add(tx, slotHalf);
      const uWhole = f64x2.add(ux, slotHalf);
      const areWhole = areSame(tWhole, uWhole, tx, ux, slotHalf);
      const within = i32x4.sub(lowHalves(tWhole, uWhole), i32x4.mul(slot, slotMs));
      const s0 = v128.load(load<usize>(notes, 0));
      const s1 = v128.load(load<usize>(notes, 4));
      const s2 = v128.load(load<usize>(notes, 8));
      const s3 = v128.load(load<usize>(notes, 12));
      const s01 = v128.shuffle<i32>(s0, s1, 2, 6, 3, 7);
      const s23 = v128.shuffle<i32>(s2, s3, 2, 6, 3, 7);
      const opens = v128.shuffle<i64>(s01, s23, 0, 2);
      const lasts = v128.shuffle<i64>(s01, s23, 1, 3);
      const open = openWithin(within, opens, lasts, none);
      const tWork = f64x2.add(f64x2.add(v128.shuffle<i64>(s0, s1, 0, 2), firstTwo(open, upper)), more);
      const uWork = f64x2.add(f64x2.add(v128.shuffle<i64>(s2, s3, 0, 2), lastTwo(open, upper)), more);

      const tStep = f64x2.add(f64x2.mul(tWork, stepScale), magic);
      const uStep = f64x2.add(f64x2.mul(uWork, stepScale), magic);
      const step = lowHalves(tStep, uStep);
      const past = i32x4.sub(
        lowHalves(f64x2.add(tWork, stepHalf), f64x2.add(uWork, stepHalf)),
        i32x4.mul(step, stepMs),
      );
      if (i32x4.bitmask(v128.andnot(areWhole, lasts)) !== ALL_FOUR) {
        v128.store(at, searched);
        continue;
      }
      v128.store(at, i32x4.add(i32x4.shl(step, 4), steps));
      v128.store(at, past, 16);
    }
    at = notes + HALFWAY;
    for (let i: i32 = begun; i < end; i += 4, out += 32, at += 32) {
      const past = v128.load(at, 16);
      const q0 = v128.load(load<usize>(at, 0));
      const q1 = v128.load(load<usize>(at, 4));
      const q2 = v128.load(load<usize>(at, 8));
      const q3 = v128.load(load<usize>(at, 12));
      const q01 = v128.shuffle<i32>(q0, q1, 2, 6, 3, 7);
      const q23 = v128.shuffle<i32>(q2, q3, 2, 6, 3, 7);
      const cut = v128.shuffle<i64>(q01, q23, 0, 2);
      const jump = v128.shuffle<i64>(q01, q23, 1, 3);
      if (i32x4.bitmask(cut) !== 0) {
        store<i32>(list, i);
        list += 4;
        continue;
      }
      const along = i32x4.add(i32x4.add(past, later), v128.andnot(jump, i32x4.gt_s(cut, past)));
      v128.store(out, f64x2.add(v128.shuffle<i64>(q0, q1, 0, 2), firstTwo(along, upper)));
      v128.store(out, f64x2.add(v128.shuffle<i64>(q2, q3, 0, 2), lastTwo(along, upper)), 16);
    }
  }
  return i32((list - notes - LIST) >> 2);
}

/** `out[i]` is the open time between two instants. */
export function between(table: usize, rows: i32, starts: usize, ends: usize, out: usize, notes: usize): i32 {
  const from = v128.load64_splat(table, FROM);
  const to = v128.load64_splat(table, TO);
  const origin = v128.load64_splat(table, ORIGIN);
  const slotMs = integers(notes, 10, i32(load<f64>(table, SLOT_MS)));
  const slotScale = v128.load64_splat(table, SLOT_SCALE);
  const slotHalf = numbers(notes, 2, MAGIC - 0.5 * load<f64>(table, SLOT_MS));
  const slots = integers(notes, 3, i32(table + HEAD));
  const magic = numbers(notes, 7, MAGIC - 1);
  const none = i32x4.splat(0);

  let list = notes + LIST;
  for (let i: i32 = 0; i < rows; i += 4, starts += 32, ends += 32, out += 32) {
    const a = v128.load(starts);
    const b = v128.load(starts, 16);
    const c = v128.load(ends);
    const d = v128.load(ends, 16);
    if (!areWithin(a, b, from, to) || !areWithin(c, d, from, to)) {
      store<i32>(list, i);
      list += 4;
      continue;
    }
    const ax = f64x2.sub(a, origin);
    const bx = f64x2.sub(b, origin);
    const aSlot = f64x2.add(f64x2.mul(ax, slotScale), magic);
    const bSlot = f64x2.add(f64x2.mul(bx, slotScale), magic);
    const startSlot = lowHalves(aSlot, bSlot);
    v128.store(notes, i32x4.add(i32x4.shl(startSlot, 4), slots));
    const cx = f64x2.sub(c, origin);
    const dx = f64x2.sub(d, origin);
    const cSlot = f64x2.add(f64x2.mul(cx, slotScale), magic);
    const dSlot = f64x2.add(f64x2.mul(dx, slotScale), magic);
    const endSlot = lowHalves(cSlot, dSlot);
    v128.store(notes, i32x4.add(i32x4.shl(endSlot, 4), slots), 16);

    const aWhole = f64x2.add(ax, slotHalf);
    const bWhole = f64x2.add(bx, slotHalf);
    const startPast = i32x4.sub(lowHalves(aWhole, bWhole), i32x4.mul(startSlot, slotMs));
    const s0 = v128.load(load<usize>(notes, 0));
    const s1 = v128.load(load<usize>(notes, 4));
    const s2 = v128.load(load<usize>(notes, 8));
    const s3 = v128.load(load<usize>(notes, 12));
    const s01 = v128.shuffle<i32>(s0, s1, 2, 6, 3, 7);
    const s23 = v128.shuffle<i32>(s2, s3, 2, 6, 3, 7);
    const startLasts = v128.shuffle<i64>(s01, s23, 1, 3);
    const startOpen = openWithin(startPast, v128.shuffle<i64>(s01, s23, 0, 2), startLasts, none);

    const cWhole = f64x2.add(cx, slotHalf);
    const dWhole = f64x2.add(dx, slotHalf);
    const endPast = i32x4.sub(lowHalves(cWhole, dWhole), i32x4.mul(endSlot, slotMs));
    const e0 = v128.load(load<usize>(notes, 16));
    const e1 = v128.load(load<usize>(notes, 20));
    const e2 = v128.load(load<usize>(notes, 24));
    const e3 = v128.load(load<usize>(notes, 28));
    const e01 = v128.shuffle<i32>(e0, e1, 2, 6, 3, 7);
    const e23 = v128.shuffle<i32>(e2, e3, 2, 6, 3, 7);
    const endLasts = v128.shuffle<i64>(e01, e23, 1, 3);
    const endOpen = openWithin(endPast, v128.shuffle<i64>(e01, e23, 0, 2), endLasts, none);

    const areWhole = v128.and(
      areSame(aWhole, bWhole, ax, bx, slotHalf),
      areSame(cWhole, dWhole, cx, dx, slotHalf),
    );
    if (i32x4.bitmask(v128.andnot(areWhole, v128.or(startLasts, endLasts))) !== ALL_FOUR) {
      store<i32>(list, i);
      list += 4;
      continue;
    }
    const open = i32x4.sub(endOpen, startOpen);
    const first = f64x2.add(
      f64x2.sub(v128.shuffle<i64>(e0, e1, 0, 2), v128.shuffle<i64>(s0, s1, 0, 2)),
      f64x2.convert_low_i32x4_s(open),
    );
    const second = f64x2.add(
      f64x2.sub(v128.shuffle<i64>(e2, e3, 0, 2), v128.shuffle<i64>(s2, s3, 0, 2)),
      f64x2.convert_low_i32x4_s(v128.shuffle<i64>(open, open, 1, 1)),
    );
    v128.store(out, first);
    v128.store(out, second, 16);
  }
  return i32((list - notes - LIST) >> 2);
}

/** The byte at `out[i]` is one where an instant lies in open time. */
export function isOpen(table: usize, rows: i32, at: usize, out: usize, notes: usize): i32 {
  const from = v128.load64_splat(table, FROM);
  const to = v128.load64_splat(table, TO);
  const origin = v128.load64_splat(table, ORIGIN);
  const slotMs = integers(notes, 10, i32(load<f64>(table, SLOT_MS)));
  const slotScale = v128.load64_splat(table, SLOT_SCALE);
  const slotHalf = numbers(notes, 2, MAGIC - 0.5 * load<f64>(table, SLOT_MS));
  const slots = integers(notes, 3, i32(table + HEAD));
  const magic = numbers(notes, 7, MAGIC - 1);
  const one = integers(notes, 9, 1);

  let list = notes + LIST;
  for (let i: i32 = 0; i < rows; i += 4, at += 32, out += 4) {
    const t = v128.load(at);
    const u = v128.load(at, 16);
    if (!areWithin(t, u, from, to)) {
      store<i32>(list, i);
      list += 4;
      continue;
    }
    const tx = f64x2.sub(t, origin);
    const ux = f64x2.sub(u, origin);
    const tSlot = f64x2.add(f64x2.mul(tx, slotScale), magic);
    const uSlot = f64x2.add(f64x2.mul(ux, slotScale), magic);
    const slot = lowHalves(tSlot, uSlot);
    v128.store(notes, i32x4.add(i32x4.shl(slot, 4), slots));
    const tWhole = f64x2.add(tx, slotHalf);
    const uWhole = f64x2.add(ux, slotHalf);
    const within = i32x4.sub(lowHalves(tWhole, uWhole), i32x4.mul(slot, slotMs));
    const s0 = v128.load(load<usize>(notes, 0));
    const s1 = v128.load(load<usize>(notes, 4));
    const s2 = v128.load(load<usize>(notes, 8));
    const s3 = v128.load(load<usize>(notes, 12));
    const s01 = v128.shuffle<i32>(s0, s1, 2, 6, 3, 7);
    const s23 = v128.shuffle<i32>(s2, s3, 2, 6, 3, 7);
    const past = i32x4.sub(within, v128.shuffle<i64>(s01, s23, 0, 2));
    const lasts = v128.shuffle<i64>(s01, s23, 1, 3);
    if (i32x4.bitmask(v128.andnot(areSame(tWhole, uWhole, tx, ux, slotHalf), lasts)) !== ALL_FOUR) {
      store<i32>(list, i);
      list += 4;
      continue;
    }
    const open = v128.andnot(i32x4.lt_s(past, lasts), i32x4.shr_s(past, 31));
    const bytes = i8x16.swizzle(
      v128.and(open, one),
      i8x16(0, 4, 8, 12, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1),
    );
    v128.store32_lane(out, bytes, 0);
  }
  return i32((list - notes - LIST) >> 2);
}

/**
 * A number in all lanes, for a loop: what is worked out, or stands in the program, would be put together anew in each round by
 * the compiler, which moves out of a loop nothing that a round might not come to; what is read is read once.
 */
function numbers(notes: usize, place: usize, value: f64): v128 {
  store<f64>(notes + KEPT + 8 * place, value);
  return v128.load64_splat(notes + KEPT + 8 * place);
}

function integers(notes: usize, place: usize, value: i32): v128 {
  store<i32>(notes + KEPT + 8 * place, value);
  return v128.load32_splat(notes + KEPT + 8 * place);
}

/** Whether four instants lie in a window; one that is NaN does not: of two it is the first, in whatever order, that is taken. */
function areWithin(t: v128, u: v128, from: v128, to: v128): bool {
  const first = f64x2.pmin(t, u);
  const last = f64x2.pmax(u, t);
  return i64x2.bitmask(v128.and(f64x2.ge(first, from), f64x2.lt(last, to))) === 3;
}

/** Whether sums differ by what was added: by nothing less than whole ms was one of them rounded. */
function areSame(a: v128, b: v128, aMs: v128, bMs: v128, added: v128): v128 {
  return v128.and(f64x2.eq(f64x2.sub(a, added), aMs), f64x2.eq(f64x2.sub(b, added), bMs));
}

/** min(max(past - opens, 0), lasts) */
function openWithin(past: v128, opens: v128, lasts: v128, none: v128): v128 {
  return i32x4.min_s(i32x4.max_s(i32x4.sub(past, opens), none), lasts);
}

function lowHalves(a: v128, b: v128): v128 {
  return v128.shuffle<i32>(a, b, 0, 2, 4, 6);
}

/** Numbers of 32 bits, of which none is negative, and 2^52 more. */
function firstTwo(numbers: v128, upper: v128): v128 {
  return v128.shuffle<i32>(numbers, upper, 0, 4, 1, 5);
}

function lastTwo(numbers: v128, upper: v128): v128 {
  return v128.shuffle<i32>(numbers, upper, 2, 6, 3, 7);
}
