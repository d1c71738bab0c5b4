/** Edges of bins that people know as times, each about half as long again as the one before. */
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const fine: readonly number[] = [
  ...[1, 2, 5, 10, 20, 30].map((count) => count * second),
  ...[1, 2, 3, 5, 10, 15, 20, 30, 45].map((count) => count * minute),
  ...[1, 1.5, 2, 3, 4, 6, 8, 12, 16].map((count) => count * hour),
  ...[1, 1.5, 2, 3, 4, 5, 7, 10, 14, 21, 28, 42, 56, 91, 182, 365, 730].map((count) => count * day),
];

const coarse: readonly number[] = [
  10 * second,
  ...[1, 5, 15, 30].map((count) => count * minute),
  ...[1, 2, 4, 8, 16].map((count) => count * hour),
  ...[1, 2, 4, 7, 14, 28, 56, 182, 365, 730].map((count) => count * day),
];

/**
 * Edges that hold all values between the least and the largest, in ms, rising: bin `i` runs from edge `i` to just
 * before edge `i + 1`. On both sides of nothing they grow with the distance from it, as heavy tails ask for. As few
 * as are wanted, where the coarser edges can do that.
 */
export function binEdges(least: number, largest: number, wanted: number): readonly number[] {
  if (!(least <= largest)) return [];
  const found = edgesOf(fine, least, largest);
  return found.length - 1 <= wanted ? found : edgesOf(coarse, least, largest);
}

function edgesOf(steps: readonly number[], least: number, largest: number): readonly number[] {
  const both = [...steps.toReversed().map((step) => -step), 0, ...steps];
  const from = both.findLastIndex((edge) => edge <= least);
  const to = both.findIndex((edge) => edge > largest);
  const inner = both.slice(Math.max(0, from), to === -1 ? undefined : to + 1);
  return [...(from === -1 ? [-Infinity] : []), ...inner, ...(to === -1 ? [Infinity] : [])];
}
