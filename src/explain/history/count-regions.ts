import type { Count } from '../../engine/ticket/count.ts';
import type { Measure } from '../../engine/ticket/term.ts';
import type { InstantMs } from '../../time/types.ts';

/** A part of a clock's time that one calendar counts, or that nothing does. */
export type Region =
  | { readonly kind: 'counted'; readonly from: InstantMs; readonly to: InstantMs; readonly measure: Measure }
  /** Before counting began; `credit` is what was taken to be used then. */
  | { readonly kind: 'before'; readonly from: InstantMs; readonly to: InstantMs; readonly credit: number };

/**
 * The parts of a count of hours up to its end, in order, each past hour by the calendar then in force.
 *
 *     start ─ before ─ from ─ calendar of then ─ change ─ calendar of now ─ end
 */
export function countRegions(
  { term, from, earlier, credit }: Count,
  start: InstantMs,
  end: InstantMs,
): readonly Region[] {
  if (term.kind !== 'hours') return [];
  const counted = [...earlier, { measure: term.measure, from, to: Infinity }];
  const first = counted[0]?.from ?? from;
  const regions: Region[] = [];
  if (first > start || credit > 0)
    regions.push({ kind: 'before', from: start, to: Math.min(first, end), credit });
  let at = Math.max(first, start);
  for (const { measure, from: begins, to } of counted) {
    const [opens, closes] = [Math.min(Math.max(begins, start), end), Math.min(to, end)];
    if (opens > at) regions.push({ kind: 'before', from: at, to: opens, credit: 0 });
    if (closes > opens) regions.push({ kind: 'counted', from: opens, to: closes, measure });
    at = Math.max(at, closes);
  }
  return regions;
}
