/** What is counted outside pauses, held against counting instant by instant. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addOutside,
  countInside,
  countOutside,
  NO_PAUSES,
  type Pauses,
  pausesBetween,
  pausesUpTo,
  type ShutHours,
} from '../../../src/engine/ticket/pauses.ts';
import { ELAPSED, type Measure } from '../../../src/engine/ticket/term.ts';
import { runs } from '../../laws/runs.ts';
import '../../seed.ts';

const END = 200;
const instants = (from: number, to: number) =>
  Array.from({ length: Math.max(to - from, 0) }, (_, i) => from + i);

/** Open for so long of each period, from its beginning on. */
const isOf = (t: number, period: number, length: number, first = 0) => (t + first) % period < length;

/** Open for four of seven. */
const isCounted = (t: number) => isOf(t, 7, 4);
const between = (from: number, to: number) => instants(from, to).filter(isCounted).length;
const MEASURE: Measure = {
  name: 'four of seven',
  horizon: null,
  isOpen: isCounted,
  nextOpen: (t) => instants(t, END).find(isCounted) ?? Infinity,
  add: (t, ms) => instants(t, END).find((end) => between(t, end) === ms) ?? Infinity,
  subtract: () => NaN,
  between,
};

interface Shut extends ShutHours {
  readonly isShut: (t: number) => boolean;
}

function shut(period: number, length: number, first: number): Shut {
  const isShut = (t: number) => isOf(t, period, length, first);
  return {
    isShut,
    nextOpen: (t) => instants(t, END).find(isShut) ?? Infinity,
    nextClose: (t) => instants(t, END).find((end) => end > t && isShut(end - 1) && !isShut(end)) ?? Infinity,
  };
}

const spans = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }), fc.boolean())
  .map(([edges, isEndless]) => {
    const sorted = edges.toSorted((a, b) => a - b);
    if (sorted.length % 2 === 1) return isEndless ? [...sorted, Infinity] : sorted.slice(1);
    return sorted;
  });
const during = fc
  .array(fc.tuple(fc.constantFrom(10, 11), fc.constantFrom(1, 3), fc.integer({ min: 0, max: 10 })), {
    maxLength: 2,
  })
  .map((all) => all.map(([period, length, first]) => shut(period, length, first)));
const pauses = fc.record({ spans, during });

interface Drawn extends Pauses {
  readonly during: readonly Shut[];
}

function isPaused({ spans: edges, during: hours }: Drawn, t: number): boolean {
  const isIn = edges.some((from, i) => i % 2 === 0 && from <= t && t < (edges[i + 1] ?? NaN));
  return isIn || hours.some((each) => each.isShut(t));
}

const instant = fc.integer({ min: 0, max: 60 });

describe('what a clock counts', () => {
  test('is what is open outside its pauses, and what it does not count is what is open inside them', () => {
    fc.assert(
      fc.property(pauses, instant, instant, (drawn, from, to) => {
        const open = instants(from, to).filter(isCounted);
        expect(countOutside(MEASURE, from, to, drawn)).toBe(open.filter((t) => !isPaused(drawn, t)).length);
        expect(countInside(MEASURE, from, to, drawn)).toBe(open.filter((t) => isPaused(drawn, t)).length);
      }),
      runs(400),
    );
  });
  test('is used up at the earliest instant by which so much is counted, or never before a pause without end is over', () => {
    fc.assert(
      fc.property(pauses, instant, fc.integer({ min: 0, max: 20 }), (drawn, from, ms) => {
        const counts = (t: number) => isCounted(t) && !isPaused(drawn, t);
        const end = instants(from, END).find((to) => instants(from, to).filter(counts).length === ms);
        expect(addOutside(MEASURE, from, ms, drawn)).toBe(end ?? NaN);
      }),
      runs(400),
    );
  });
  test('is nothing of no time, and of time that runs backwards', () => {
    for (const each of [NO_PAUSES, { spans: [2, 4], during: [] }]) {
      expect(countOutside(ELAPSED, 9, 3, each)).toBe(0);
      expect(countInside(ELAPSED, 9, 3, each)).toBe(0);
      expect(addOutside(ELAPSED, 3, 0, each)).toBe(3);
    }
  });
  test('is told from within a pause, and up to an instant in the middle of two that overlap', () => {
    const inSpan = { spans: [2, 6], during: [] };
    expect([addOutside(ELAPSED, 4, 3, inSpan), addOutside(ELAPSED, 1, 3, inSpan)]).toEqual([9, 8]);
    // From 2 to 9 by the calendar, and from 5 to 12 by a state.
    const both = {
      spans: [5, 12],
      during: [{ nextOpen: (t: number) => (t < 9 ? Math.max(t, 2) : Infinity), nextClose: () => 9 }],
    };
    expect([countInside(ELAPSED, 0, 8, both), countOutside(ELAPSED, 0, 8, both)]).toEqual([6, 2]);
    expect(pausesBetween(both, 0, 9)).toEqual([[2, 9]]);
    expect(pausesBetween(both, 0, 10)).toEqual([
      [2, 9],
      [9, 10],
    ]);
  });
});

describe('the pauses', () => {
  test('between two instants are in order, apart from each other, and all of them', () => {
    fc.assert(
      fc.property(pauses, instant, instant, (drawn, from, to) => {
        const found = pausesBetween(drawn, from, to);
        const edges = found.flat();
        expect(edges).toEqual(edges.toSorted((a, b) => a - b));
        for (const [begins, ends] of found) expect(begins).toBeLessThan(ends);
        expect(found.flatMap(([begins, ends]) => instants(begins, ends))).toEqual(
          instants(from, to).filter((t) => isPaused(drawn, t)),
        );
      }),
      runs(400),
    );
  });
  test('up to an instant end there, and are otherwise as they were', () => {
    fc.assert(
      fc.property(pauses, instant, (drawn, after) => {
        const [lastFrom = 0] = drawn.spans.slice(-2);
        const [, before = 0] = drawn.spans.slice(0, -2).slice(-2);
        const until = Math.max(before, after);
        const cut = pausesUpTo(drawn, until);
        expect(cut.during).toBe(drawn.during);
        const isCut = (t: number) => isPaused({ spans: cut.spans, during: [] }, t);
        const wanted = (t: number) => t < until && isPaused({ ...drawn, during: [] }, t);
        expect(instants(0, END).filter(isCut)).toEqual(instants(0, END).filter(wanted));
        if (lastFrom >= until) expect(cut.spans).toHaveLength(Math.max(drawn.spans.length - 2, 0));
      }),
      runs(400),
    );
  });
  test('up to an instant are the same ones where none goes on', () => {
    for (const [edges, until] of [
      [[], 4],
      [[1, 3], 3],
      [[1, 3], 4],
    ] as const) {
      const given: Pauses = { spans: edges, during: [] };
      expect(pausesUpTo(given, until)).toBe(given);
    }
    expect(pausesUpTo({ spans: [1, 3], during: [] }, 1)).toEqual({ spans: [], during: [] });
  });
});
