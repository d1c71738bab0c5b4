import { percentile } from './percentile.ts';

/** Below so many values it is as quick to sort them. */
const FEW = 1 << 13;
/** So many of the upper bits of a double are a bucket: 128 buckets for each power of two. */
const SHIFT = 13;

/**
 * The `percentile` of some values for each of some shares, exactly, in time that grows with their number alone: values are
 * counted by the upper bits of their doubles, and only buckets that hold an answer are sorted.
 * @param values at least one, none of them negative or NaN; their order is lost
 */
export function percentilesOf(values: Float64Array, shares: readonly number[]): readonly number[] {
  if (values.length < FEW) {
    const sorted = values.sort();
    return shares.map((share) => percentile(sorted, share));
  }
  const upper = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  const counts = new Uint32Array(1 << (32 - SHIFT - 1));
  for (let i = 1; i < upper.length; i += 2) counts[(upper[i] as number) >>> SHIFT]! += 1;
  const ranks = shares.map((share) => Math.max(Math.ceil(share * values.length - 1e-9), 1));
  const places = ranks.map((rank) => placeOf(counts, rank));
  const buckets = [...new Set(places.map(({ bucket }) => bucket))];
  const held = buckets.map((bucket) => new Float64Array(counts[bucket] as number));
  const next = buckets.map(() => 0);
  // From here on a count says which of the wanted buckets it is, from 1.
  counts.fill(0);
  buckets.forEach((bucket, i) => (counts[bucket] = i + 1));
  for (let i = 0; i < values.length; i += 1) {
    const wanted = counts[(upper[2 * i + 1] as number) >>> SHIFT] as number;
    if (wanted === 0) continue;
    (held[wanted - 1] as Float64Array)[next[wanted - 1]!++] = values[i] as number;
  }
  // Many values may be one and the same, as that of no wait at all.
  for (const own of held) if (own.some((value) => value !== own[0])) own.sort();
  return places.map(({ bucket, rank }) => {
    const own = held[buckets.indexOf(bucket)] as Float64Array;
    return own[rank - 1] as number;
  });
}

/** The bucket that holds the value of a rank, and the rank within it; ranks count from 1. */
function placeOf(counts: Uint32Array, rank: number): { readonly bucket: number; readonly rank: number } {
  let left = rank;
  for (let bucket = 0; ; bucket += 1) {
    const held = counts[bucket] as number;
    if (left <= held) return { bucket, rank: left };
    left -= held;
  }
}
