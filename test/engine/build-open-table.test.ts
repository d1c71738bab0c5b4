import { expect, it } from 'vitest';
import { buildOpenTable } from '../../src/engine/build-open-table.ts';
import { isOpenAt, workAt } from '../../src/engine/open-table.ts';

/** So many stretches of an hour less a minute, an hour and a minute apart: open ms before an instant. */
function openBefore(count: number, t: number): number {
  const [stretch, past] = [Math.floor(t / 7_200_000), t % 7_200_000];
  return stretch >= count
    ? count * 3_540_000
    : stretch * 3_540_000 + Math.min(Math.max(past - 60_000, 0), 3_540_000);
}

// Nothing else is built here before: what tables are worked out on grows with them, from nothing on.
it('a table is right whatever tables were built before it, from one stretch on', () => {
  for (const count of [1, 2, 3, 4, 5, 6, 7, 8, 40, 39, 38, 37, 41, 42, 43, 79, 80, 81, 82, 83, 84, 1, 0]) {
    const edges = Array.from({ length: 2 * count }, (_, i) => (i >> 1) * 7200 + (i % 2 === 0 ? 60 : 3600));
    const to = (count + 1) * 7200;
    const table = buildOpenTable(edges, 0, to);
    for (let t = 0; t < to * 1000; t += 1_770_000) {
      expect(workAt(table, t)).toBe(openBefore(count, t));
      expect(isOpenAt(table, t)).toBe(openBefore(count, t + 1) > openBefore(count, t));
    }
  }
});
