import { describe, expect, test, vi } from 'vitest';
import { mountScreens } from '../../../src/tui/screens/mount.tsx';
import { linesIn, markOf } from '../../../src/tui/screens/row-marks.ts';
import { createStore } from '../../../src/tui/state/store.ts';
import { startState } from '../../../src/tui/state/update.ts';
import type { TuiState } from '../../../src/tui/state/state.ts';
import { fixtureModel } from '../fixture.ts';

/** What Ink lays out of a screen of a size, whose rows say their number, the size and what was last done. */
function mounted(columns: number, rows: number) {
  let size = { columns, rows };
  const store = createStore(startState(fixtureModel(), size));
  const rowsOf = ({ size: of, path }: TuiState): readonly string[] =>
    Array.from(
      { length: of.rows },
      (_, row) => `\x1b[1m${String(row)}\x1b[0m ${String(of.columns)} ${String(path.length)}`,
    );
  const frames: (readonly string[])[] = [];
  const crash = vi.fn();
  const unmount = mountScreens({
    store,
    size: () => size,
    rowsOf,
    show: (frame) => frames.push(frame()),
    crash,
  });
  const resize = (to: typeof size): void => {
    size = to;
    store.dispatch([{ kind: 'resized', size: to }]);
  };
  return { store, rowsOf, frames, crash, unmount, resize };
}

describe('the screens, laid out by Ink', () => {
  test.each([
    [80, 24],
    [120, 40],
    [160, 50],
    [40, 8],
    [80, 140],
  ])('have every row in its place at %ix%i', async (columns, rows) => {
    const { store, rowsOf, frames, unmount } = mounted(columns, rows);
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(0));
    expect(frames.at(-1)).toEqual(rowsOf(store.state()));
    unmount();
  });

  test('are shown again for each state, those too that change the text alone', async () => {
    const { store, rowsOf, frames, unmount, resize } = mounted(80, 24);
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(0));
    const before = frames.length;
    store.dispatch([{ kind: 'key', key: 'enter' }]);
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(before));
    expect(frames.at(-1)).toEqual(rowsOf(store.state()));
    resize({ columns: 100, rows: 30 });
    await vi.waitFor(() => expect(frames.at(-1)).toHaveLength(30));
    expect(frames.at(-1)).toEqual(rowsOf(store.state()));
    unmount();
  });

  test('show nothing after they were taken down', async () => {
    const { store, frames, unmount } = mounted(80, 24);
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(0));
    unmount();
    const before = frames.length;
    store.dispatch([{ kind: 'key', key: 'enter' }]);
    await new Promise((done) => setImmediate(done));
    expect(frames).toHaveLength(before);
  });
});

test('a mark stands for its row, and what is none for an empty line', () => {
  expect(linesIn(`${markOf(1)}\n\n${markOf(0)}`, ['first', 'second'])).toEqual(['second', '', 'first']);
  const marks = Array.from({ length: 300 }, (_, row) => markOf(row));
  expect(new Set(marks).size).toBe(300);
  expect(linesIn(marks.join('\n'), marks)).toEqual(marks);
  // What is measured at once, without what emoji are.
  expect(marks.slice(0, 90).join('')).toMatch(/^[!-~]+$/);
  expect(() => markOf(0x2000)).toThrow(RangeError);
});
