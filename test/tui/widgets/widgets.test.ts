import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asciiGlyphs, unicodeGlyphs } from '../../../src/tui/text/glyphs.ts';
import { rowText } from '../../../src/tui/text/row.ts';
import { textWidth } from '../../../src/tui/text/width.ts';
import { bar } from '../../../src/tui/widgets/bar/bar.ts';
import { moveList, placeList } from '../../../src/tui/widgets/list/list.ts';
import type { ListMove } from '../../../src/tui/widgets/list/list.ts';
import { planWindow } from '../../../src/tui/widgets/plan-window/plan-window.ts';
import { sparkline } from '../../../src/tui/widgets/sparkline/sparkline.ts';
import { timelineRow } from '../../../src/tui/widgets/timeline/timeline.ts';

const glyphs = fc.constantFrom(unicodeGlyphs, asciiGlyphs);

describe('a bar', () => {
  test('takes its width, is full for all alone and empty for nothing alone', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 40 }),
        glyphs,
        (share, width, set) => {
          const drawn = bar(share, width, set);
          const full = set.bar.at(-1) ?? '';
          expect(textWidth(drawn)).toBe(width);
          expect(drawn === full.repeat(width)).toBe(share === 1);
          if (width > 1) expect(drawn === set.barEmpty.repeat(width)).toBe(share === 0);
        },
      ),
    );
  });

  test('grows by eighths of a cell', () => {
    expect(bar(0.5, 4, unicodeGlyphs)).toBe('██··');
    expect(bar(0.53125, 4, unicodeGlyphs)).toBe('██▏·');
    expect(bar(0.999, 4, unicodeGlyphs)).toBe('███▉');
    expect(bar(0.5, 4, asciiGlyphs)).toBe('##..');
  });
});

describe('a sparkline', () => {
  test('draws the largest full, nothing empty and little not as nothing', () => {
    expect(sparkline([0, 1, 500, 1000], unicodeGlyphs)).toBe(' ▁▄█');
  });
});

describe('a list', () => {
  const moves = fc.array(
    fc.constantFrom<ListMove>('up', 'down', 'page-up', 'page-down', 'home', 'end', 'stay'),
  );

  test('keeps its cursor in the list and in the window, and the window full where it can be', () => {
    fc.assert(
      fc.property(moves, fc.nat(100_000), fc.integer({ min: 1, max: 50 }), (steps, count, height) => {
        let list = { at: 0, top: 0 };
        for (const step of steps) {
          list = moveList(list, step, count, height);
          expect(list.at).toBeGreaterThanOrEqual(0);
          expect(list.at).toBeLessThan(Math.max(1, count));
          expect(list.top).toBeLessThanOrEqual(list.at);
          expect(list.at - list.top).toBeLessThan(height);
          expect(list.top).toBeLessThanOrEqual(Math.max(0, count - height));
        }
      }),
    );
  });

  test('moves its window no further than it must', () => {
    expect(moveList({ at: 5, top: 3 }, 'down', 100, 10)).toEqual({ at: 6, top: 3 });
    expect(moveList({ at: 12, top: 3 }, 'down', 100, 10)).toEqual({ at: 13, top: 4 });
    expect(placeList({ at: 0, top: 0 }, 99, 100, 10)).toEqual({ at: 99, top: 90 });
  });
});

describe('a window of plans', () => {
  test('holds the chosen plan and as many others as fit', () => {
    expect(planWindow(3, 0, 69, 22)).toEqual({ plans: [0, 1, 2], width: 23 });
    expect(planWindow(5, 4, 69, 22)).toEqual({ plans: [2, 3, 4], width: 23 });
    expect(planWindow(3, 1, 10, 22)).toEqual({ plans: [1], width: 10 });
    expect(planWindow(0, 0, 69, 22).plans).toEqual([]);
  });
});

describe('a timeline', () => {
  const base = { from: 0, to: 100, due: 50, stopped: { at: 90, met: false }, stretches: [] };
  const stretch = { amount: '', sum: '', reason: '', place: null };

  test('shows opening, deadline and a stop that came too late, each where it was', () => {
    expect(rowText(timelineRow(base, 10, unicodeGlyphs))).toBe('○────│───✗');
  });

  test('shades what counted and what did not', () => {
    const stretches = [
      { ...stretch, from: 0, to: 30, counted: true },
      { ...stretch, from: 30, to: 50, counted: false },
    ];
    expect(rowText(timelineRow({ ...base, stretches }, 10, unicodeGlyphs))).toBe('○██░░│───✗');
  });

  test('shows a stop at the end of the axis and a ticket without deadline', () => {
    const open = { ...base, due: null, stopped: { at: 100, met: true } };
    expect(rowText(timelineRow(open, 10, unicodeGlyphs))).toBe('○────────✓');
    // Best effort can be neither met nor missed.
    const effort = { ...open, stopped: { at: 100, met: null } };
    expect(timelineRow(effort, 10, unicodeGlyphs).at(-1)).toEqual({ text: '●', tone: 'plain' });
  });

  test('takes its width whatever the times are', () => {
    const time = fc.integer({ min: -50, max: 250 });
    fc.assert(
      fc.property(time, time, fc.integer({ min: 1, max: 80 }), glyphs, (due, at, width, set) => {
        expect(
          textWidth(rowText(timelineRow({ ...base, due, stopped: { at, met: true } }, width, set))),
        ).toBe(width);
      }),
    );
  });
});
