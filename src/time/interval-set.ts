/**
 * Sets of instants as sorted edges: `[open, close, open, close, …]`, strictly rising, so the intervals are
 * half-open, disjoint and do not touch. The unit is the caller's.
 *
 *     a            |------|      |-----|
 *     b                |----|            |--|
 *     union        |--------|    |-----| |--|
 *     intersection     |--|
 *     difference   |---|         |-----|
 */
export type Edges = readonly number[];

export function union(a: Edges, b: Edges): number[] {
  return combine(a, b, (inA, inB) => inA || inB);
}

export function intersection(a: Edges, b: Edges): number[] {
  return combine(a, b, (inA, inB) => inA && inB);
}

/** What is in `a` and not in `b`. */
export function difference(a: Edges, b: Edges): number[] {
  return combine(a, b, (inA, inB) => inA && !inB);
}

/** One sweep over both lists of edges; an edge is written where the answer of `holds` changes. */
function combine(a: Edges, b: Edges, holds: (inA: boolean, inB: boolean) => boolean): number[] {
  const edges: number[] = [];
  let i = 0;
  let j = 0;
  let inside = false;
  while (i < a.length || j < b.length) {
    const at = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    if (a[i] === at) i += 1;
    if (b[j] === at) j += 1;
    // After an odd number of edges a list is inside one of its intervals.
    if (holds(i % 2 === 1, j % 2 === 1) !== inside) {
      edges.push(at);
      inside = !inside;
    }
  }
  return edges;
}

/** Adds an interval that does not start before the last one; one that touches it is joined to it. */
export function appendInterval(edges: number[], from: number, to: number): void {
  if (from >= to) return;
  const last = edges.length - 1;
  if (last > 0 && (edges[last] as number) >= from) edges[last] = Math.max(edges[last] as number, to);
  else edges.push(from, to);
}

/** The edges of a list of intervals in any order, overlapping or not. */
export function edgesOf(intervals: readonly { readonly from: number; readonly to: number }[]): number[] {
  const edges: number[] = [];
  for (const { from, to } of [...intervals].sort((x, y) => x.from - y.from)) appendInterval(edges, from, to);
  return edges;
}
