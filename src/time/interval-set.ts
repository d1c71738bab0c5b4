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
  return combine(a, b, 0b1110);
}

export function intersection(a: Edges, b: Edges): number[] {
  return combine(a, b, 0b1000);
}

/** What is in `a` and not in `b`. */
export function difference(a: Edges, b: Edges): number[] {
  return combine(a, b, 0b0010);
}

/**
 * One sweep over both lists of edges; an edge is written where the answer changes. After an odd number of edges a list is
 * inside one of its intervals; the bit of `holds` at `inA + 2 * inB` says whether that counts.
 */
function combine(a: Edges, b: Edges, holds: number): number[] {
  const edges: number[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const nextA = i < a.length ? (a[i] as number) : Infinity;
    const nextB = j < b.length ? (b[j] as number) : Infinity;
    const at = nextA < nextB ? nextA : nextB;
    // An interval may go on for ever, and a list that is over ends nowhere.
    if (i < a.length && nextA === at) i += 1;
    if (j < b.length && nextB === at) j += 1;
    if (((holds >> ((i & 1) | ((j & 1) << 1))) & 1) !== (edges.length & 1)) edges.push(at);
  }
  return edges;
}

/** Adds an interval that does not start before the last one; one that touches it is joined to it. */
function appendInterval(edges: number[], from: number, to: number): void {
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
