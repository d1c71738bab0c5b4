import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, edgesOf, intersection, union, type Edges } from '../../src/time/interval-set.ts';

/** The points 0 to 29 that a set holds; sets are that small in these tests. */
function points(edges: Edges): readonly number[] {
  return Array.from({ length: 30 }, (_, i) => i).filter((point) =>
    edges.some((from, i) => i % 2 === 0 && from <= point && point < (edges[i + 1] as number)),
  );
}

const edges = fc
  .uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 10 })
  .map((numbers) => numbers.slice(0, numbers.length - (numbers.length % 2)).sort((a, b) => a - b));

describe('sets of instants', () => {
  it('combine point by point, and stay sorted, disjoint and apart', () => {
    fc.assert(
      fc.property(edges, edges, (a, b) => {
        const inA = (point: number): boolean => points(a).includes(point);
        const inB = (point: number): boolean => points(b).includes(point);
        const all = Array.from({ length: 30 }, (_, i) => i);
        expect(points(union(a, b))).toEqual(all.filter((point) => inA(point) || inB(point)));
        expect(points(intersection(a, b))).toEqual(all.filter((point) => inA(point) && inB(point)));
        expect(points(difference(a, b))).toEqual(all.filter((point) => inA(point) && !inB(point)));
        for (const combined of [union(a, b), intersection(a, b), difference(a, b)]) {
          expect(combined).toEqual([...new Set(combined)].sort((x, y) => x - y));
          expect(combined.length % 2).toBe(0);
        }
      }),
    );
  });

  it('that touch become one stretch', () => {
    expect(union([0, 5], [5, 9])).toEqual([0, 9]);
    expect(
      edgesOf([
        { from: 5, to: 9 },
        { from: 0, to: 5 },
        { from: 1, to: 2 },
      ]),
    ).toEqual([0, 9]);
  });

  it('that are apart stay so, in whatever order they are given', () => {
    expect(
      edgesOf([
        { from: 7, to: 9 },
        { from: 0, to: 5 },
        { from: 12, to: 15 },
        { from: 8, to: 10 },
      ]),
    ).toEqual([0, 5, 7, 10, 12, 15]);
  });

  it('may go on for ever', () => {
    expect(union([5, Infinity], [0, 2])).toEqual([0, 2, 5, Infinity]);
    expect(union([0, 2], [5, Infinity])).toEqual([0, 2, 5, Infinity]);
    expect(difference([0, 7], [5, Infinity])).toEqual([0, 5]);
    expect(intersection([5, Infinity], [0, 7])).toEqual([5, 7]);
    expect(difference([5, Infinity], [6, 7])).toEqual([5, 6, 7, Infinity]);
  });

  it('that only touch have nothing in common, since the end is not part of a stretch', () => {
    expect(intersection([0, 5], [5, 9])).toEqual([]);
  });

  it('hold nothing of an interval without length', () => {
    expect(
      edgesOf([
        { from: 3, to: 3 },
        { from: 7, to: 4 },
      ]),
    ).toEqual([]);
  });
});
