import { SECONDS_PER_DAY, SECONDS_PER_HOUR } from '../time/units.ts';

/** How a line is cut into buckets, in seconds. */
export interface Buckets {
  readonly length: number;
  /** Where one of them begins. */
  readonly phase: number;
}

const DAY = SECONDS_PER_DAY;
const HOUR = SECONDS_PER_HOUR;

/** What is relative to a bucket is ms, and 32 bits hold the sum of three. */
export const LONGEST_BUCKET = 8 * DAY;

/** Lengths of buckets of instants, longest first: hours repeat by the week, the day, the half day and so on. */
const LENGTHS: readonly number[] = [
  ...[7, 3.5, 2, 1].map((days) => days * DAY),
  ...[12, 8, 6, 4, 3, 2, 1].map((hours) => hours * HOUR),
  ...[2, 3, 4, 6, 12, 30, 60].map((parts) => HOUR / parts),
];

/** As many places for the bounds of buckets are tried: those of a day at each quarter of an hour. */
const PHASES = 96;

/** A length will do when one stretch in so many lies wrong. */
const TOLERATED = 64;

/** A choice is tried on so many stretches. */
const SAMPLE = 512;

/** Steps of a prime number hit all days of a week and all windows of a day. */
const SAMPLE_STEP = 7919;

/**
 * Buckets of instants, `most` or fewer: the longest of which nearly none meets two stretches, so that the gap between two
 * holds a bound. Hours of a day want buckets of a day with their bounds at night, wherever on earth that is.
 */
export function instantBuckets(edges: Float64Array, span: number, most: number): Buckets {
  const shortest = Math.ceil(span / most);
  const gaps = Math.max(edges.length / 2 - 1, 0);
  let best: Buckets = { length: Math.max(shortest, 1), phase: 0 };
  let fewest = Infinity;
  // A bucket has one bound, which lies in one gap at most: of lengths of which there are fewer than gaps, many gaps lack one.
  const lacking = (length: number) => Math.max(1 - span / length / gaps, 0);
  const lengths = LENGTHS.filter((length) => length >= shortest).sort((a, b) => lacking(a) - lacking(b));
  for (const length of lengths) {
    if (fewest * TOLERATED <= Math.min(gaps, SAMPLE)) break;
    const { phase, missed } = bestPhase(edges, gaps, length);
    if (missed >= fewest) continue;
    best = { length, phase };
    fewest = missed;
  }
  return best;
}

/** Each gap allows the phases that lie in it; the one that most allow is found by summing where they begin and end. */
function bestPhase(
  edges: Float64Array,
  gaps: number,
  length: number,
): { readonly phase: number; readonly missed: number } {
  const slot = length / PHASES;
  const changes = new Int32Array(2 * PHASES + 1);
  const sample = Math.min(gaps, SAMPLE);
  let always = 0;
  for (let i = 0; i < sample; i += 1) {
    const gap = placeOf(i, sample, gaps);
    const closes = edges[2 * gap + 1] as number;
    const opens = edges[2 * gap + 2] as number;
    const start = Math.floor(closes / length) * length;
    const first = Math.ceil((closes - start) / slot);
    const last = Math.floor((opens - start) / slot);
    if (last - first >= PHASES - 1) always += 1;
    else if (first <= last) {
      changes[first] = (changes[first] as number) + 1;
      changes[last + 1] = (changes[last + 1] as number) - 1;
    }
  }
  let [allowed, most, phase] = [0, -1, 0];
  const counts = new Int32Array(PHASES);
  for (let i = 0; i < 2 * PHASES; i += 1) {
    allowed += changes[i] as number;
    counts[i % PHASES] = (counts[i % PHASES] as number) + allowed;
  }
  counts.forEach((count, i) => {
    if (count > most) [most, phase] = [count, i];
  });
  return { phase: Math.round(phase * slot), missed: sample - always - most };
}

/**
 * The length of buckets of open time, `most` or fewer: the longest within which nearly none has two ends of stretches.
 * `ends` is the open time up to the end of each stretch.
 */
export function workBuckets(ends: Float64Array, most: number): number {
  const count = ends.length;
  const shortest = Math.max(Math.ceil((ends[count - 1] ?? 0) / most), 1);
  const sample = Math.max(Math.min(count - 1, SAMPLE), 0);
  const lengths = new Float64Array(sample);
  for (let i = 0; i < sample; i += 1) {
    const place = placeOf(i, sample, count - 1);
    lengths[i] = (ends[place + 1] as number) - (ends[place] as number);
  }
  lengths.sort();
  let best = shortest;
  let fewest = Infinity;
  for (const part of [0.5, 0.25, 0.1, 0.05, 0.02, 0]) {
    const typical = lengths[Math.floor(sample * part)] ?? shortest;
    const length = Math.min(Math.max(typical, shortest), LONGEST_BUCKET);
    if (length < shortest || fewest * TOLERATED <= sample) break;
    let missed = 0;
    for (let i = 0; i < sample; i += 1) {
      const place = placeOf(i, sample, count - 1);
      if (holdsBoth(length, ends[place] as number, ends[place + 1] as number)) missed += 1;
    }
    if (missed >= fewest) continue;
    best = length;
    fewest = missed;
  }
  return best;
}

/** An end where a bucket begins is an end of the bucket before. */
function holdsBoth(length: number, end: number, next: number): boolean {
  const start = Math.floor(end / length) * length;
  return start < end && next < start + length;
}

/** Which of so many stretches is the one at a place of the sample. */
function placeOf(i: number, sample: number, count: number): number {
  return sample === count ? i : (i * SAMPLE_STEP) % count;
}
