/** Hours during which a clock stands still, held against looking at each instant. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../../src/engine/calendar.ts';
import { PausingHours } from '../../../src/engine/ticket/pausing-hours.ts';
import { ELAPSED } from '../../../src/engine/ticket/term.ts';
import type { PlanClockPause } from '../../../src/plan/clock-model.ts';
import { runs } from '../../laws/runs.ts';
import '../../seed.ts';

const END = 80;
const ALL = Array.from({ length: END }, (_, t) => t);
const LINE = { states: [], during: null, when: null, cap: null } as unknown as PlanClockPause;

/** Open from the third instant of each ten to the seventh. */
const isOpen = (t: number) => t % 10 >= 3 && t % 10 < 7;
const CALENDAR = {
  nextOpen: (t: number) => ALL.find((each) => each >= t && isOpen(each)) ?? Infinity,
  nextClose: (t: number) => ALL.find((each) => each > t && isOpen(each - 1) && !isOpen(each)) ?? null,
} as unknown as Calendar;

function hours(windows: readonly number[], cap: readonly ['each' | 'together', number] | null): PausingHours {
  const made = new PausingHours(
    LINE,
    CALENDAR,
    cap === null ? null : { of: cap[0], term: { kind: 'hours', measure: ELAPSED, budget: cap[1] } },
  );
  for (const [i, at] of windows.entries()) {
    if (i % 2 === 0) made.begin(at);
    else made.end(at);
    // What was asked before is no answer to what is asked after.
    made.nextOpen(0);
  }
  return made;
}

/** The instants of each stretch that pauses, and no more of them than the cap has. */
function plainly(
  windows: readonly number[],
  cap: readonly ['each' | 'together', number] | null,
): readonly number[] {
  const paused: number[] = [];
  let left = cap?.[1] ?? Infinity;
  for (let i = 0; i < windows.length; i += 2) {
    const holds = (t: number) => t >= (windows[i] as number) && t < (windows[i + 1] ?? END);
    for (const t of ALL.filter((each) => isOpen(each) && holds(each))) {
      const begins = !isOpen(t - 1) || !holds(t - 1);
      if (begins && cap?.[0] === 'each') left = cap[1];
      if (left > 0) paused.push(t);
      left -= 1;
    }
  }
  return paused;
}

/** The same, found by going from opening to close. */
function walked(made: PausingHours): readonly number[] {
  const paused: number[] = [];
  for (let t = 0; t < END;) {
    const opens = made.nextOpen(t);
    if (opens >= 73) break;
    const closes = made.nextClose(opens);
    expect(closes).toBeGreaterThan(opens);
    expect(made.nextOpen(closes - 1)).toBe(closes - 1);
    paused.push(...ALL.slice(opens, closes));
    t = closes;
  }
  return paused.filter((t) => t < 73);
}

const windowsDrawn = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 7 })
  .map((edges) => edges.toSorted((a, b) => a - b));
const capDrawn = fc.option(fc.tuple(fc.constantFrom('each', 'together'), fc.integer({ min: 1, max: 9 })));

describe('hours that pause', () => {
  test('are those that are open while their line holds, each up to its cap, or all of them together', () => {
    fc.assert(
      fc.property(windowsDrawn, capDrawn, (windows, cap) => {
        expect(walked(hours(windows, cap))).toEqual(plainly(windows, cap).filter((t) => t < 73));
      }),
      runs(400),
    );
  });
  test('are told from any instant in whatever order', () => {
    fc.assert(
      fc.property(
        windowsDrawn,
        capDrawn,
        fc.array(fc.integer({ min: 0, max: 60 })),
        (windows, cap, asked) => {
          const made = hours(windows, cap);
          const paused = plainly(windows, cap);
          for (const t of asked) expect(made.nextOpen(t)).toBe(paused.find((each) => each >= t) ?? Infinity);
        },
      ),
      runs(200),
    );
  });
  test('hold from their beginning to their end', () => {
    const made = hours([], null);
    expect(made.holds).toBe(false);
    made.begin(4);
    expect(made.holds).toBe(true);
    made.end(6);
    expect(made.holds).toBe(false);
    made.begin(6);
    expect(made.holds).toBe(true);
  });
  test('that never shut pause until their line ends, or for ever', () => {
    const open = { nextOpen: (t: number) => t, nextClose: () => null } as unknown as Calendar;
    const made = new PausingHours(LINE, open, null);
    made.begin(5);
    expect([made.nextOpen(0), made.nextClose(5)]).toEqual([5, Infinity]);
    made.end(9);
    expect([made.nextOpen(0), made.nextClose(5), made.nextOpen(9)]).toEqual([5, 9, Infinity]);
  });
  test('of which a cap has used up all do not pause any more', () => {
    const made = hours([0], ['together', 4]);
    expect([made.nextOpen(0), made.nextClose(3), made.nextOpen(7), made.nextClose(7)]).toEqual([
      3,
      7,
      Infinity,
      Infinity,
    ]);
  });
});
