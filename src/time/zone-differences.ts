import { offsetAtSecond } from './zone-arithmetic.ts';
import type { ZoneTable } from './types.ts';

/** Seconds since 1970, half-open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** When two tables have different offsets, as far as both are known: sorted, apart, and joined where they touch. */
export function offsetsApart(a: ZoneTable, b: ZoneTable): readonly Span[] {
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  const changes = [...a.transitions, ...b.transitions].filter((second) => second > from && second < to);
  const bounds = [...new Set([from, ...changes])].sort((x, y) => x - y);
  const spans: Span[] = [];
  for (const [i, start] of bounds.entries()) {
    if (start >= to || offsetAtSecond(a, start) === offsetAtSecond(b, start)) continue;
    const end = bounds[i + 1] ?? to;
    const last = spans.at(-1);
    if (last?.to === start) spans[spans.length - 1] = { from: last.from, to: end };
    else spans.push({ from: start, to: end });
  }
  return spans;
}
