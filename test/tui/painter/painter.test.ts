import xterm from '@xterm/headless';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPainter } from '../../../src/tui/painter/painter.ts';
import type { Screen } from '../../../src/tui/painter/painter.ts';
import { frameDiff } from '../../../src/tui/painter/frame-diff.ts';
import { clip, textWidth } from '../../../src/tui/text/width.ts';

interface Recorded extends Screen {
  readonly writes: string[];
  setSize: (columns: number, rows: number) => void;
  block: () => void;
  drain: () => void;
}

function recordingScreen(columns: number, rows: number): Recorded {
  let size = { columns, rows };
  let blocked = false;
  let drained: (() => void) | null = null;
  const writes: string[] = [];
  return {
    writes,
    size: () => size,
    write: (bytes) => {
      writes.push(bytes);
      return !blocked;
    },
    whenDrained: (callback) => {
      drained = callback;
    },
    setSize: (newColumns, newRows) => {
      size = { columns: newColumns, rows: newRows };
    },
    block: () => {
      blocked = true;
    },
    drain: () => {
      blocked = false;
      drained?.();
    },
  };
}

function lines(frame: string): () => readonly string[] {
  return () => frame.split('\n');
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the painter', () => {
  test('writes nothing for a frame that is already shown', () => {
    const screen = recordingScreen(10, 2);
    const painter = createPainter(screen, 10);
    painter.show(lines('one\ntwo'));
    vi.advanceTimersByTime(1000);
    painter.show(lines('one\ntwo'));
    vi.advanceTimersByTime(1000);
    expect(screen.writes).toHaveLength(1);
  });

  test('writes only the row that differs', () => {
    const screen = recordingScreen(10, 3);
    const painter = createPainter(screen, 10);
    painter.show(lines('one\ntwo\nthree'));
    vi.advanceTimersByTime(1000);
    painter.show(lines('one\n2\nthree'));
    expect(screen.writes[1]).toContain('\x1b[2;1H2');
    expect(screen.writes[1]).not.toContain('one');
    expect(screen.writes[1]).not.toContain('three');
  });

  test('shows the last of the frames that come within one interval, and no other', () => {
    const screen = recordingScreen(10, 1);
    const painter = createPainter(screen, 10);
    painter.show(lines('first'));
    for (const frame of ['a', 'b', 'c']) painter.show(lines(frame));
    expect(screen.writes).toHaveLength(1);
    vi.advanceTimersByTime(100);
    expect(screen.writes).toHaveLength(2);
    expect(screen.writes[1]).toContain('c');
  });

  test('lets the answer to a key through at once', () => {
    const screen = recordingScreen(10, 1);
    const painter = createPainter(screen, 10);
    painter.show(lines('first'));
    painter.expedite();
    painter.show(lines('answer'));
    expect(screen.writes[1]).toContain('answer');
  });

  test('waits for a terminal that cannot keep up, then shows the newest frame alone', () => {
    const screen = recordingScreen(10, 1);
    const painter = createPainter(screen, 10);
    screen.block();
    painter.show(lines('first'));
    for (const frame of ['second', 'third']) {
      painter.show(lines(frame));
      vi.advanceTimersByTime(500);
    }
    expect(screen.writes).toHaveLength(1);
    screen.drain();
    expect(screen.writes).toHaveLength(2);
    expect(screen.writes[1]).toContain('third');
  });

  test('writes every row again when the size has changed, or when it was told to forget', () => {
    const screen = recordingScreen(10, 2);
    const painter = createPainter(screen, 10);
    painter.show(lines('one\ntwo'));
    screen.setSize(12, 2);
    vi.advanceTimersByTime(1000);
    painter.show(lines('one\ntwo'));
    expect(screen.writes[1]).toContain('one');
    painter.forget();
    expect(screen.writes[2]).toContain('two');
  });

  test('paints what waits when it stops, and nothing after that', () => {
    const screen = recordingScreen(10, 1);
    const painter = createPainter(screen, 10);
    painter.show(lines('first'));
    painter.show(lines('last'));
    painter.stop();
    painter.show(lines('too late'));
    vi.advanceTimersByTime(1000);
    expect(screen.writes.join('')).toContain('last');
    expect(screen.writes.join('')).not.toContain('too late');
  });
});

describe('frames on a real terminal', () => {
  const columns = 24;
  const rows = 6;
  const character = fc.constantFrom('a', 'b', ' ', '.', '0', '█', '▏', '─', '✓', '東', '京');
  const plain = fc.array(character, { maxLength: 40 }).map((parts) => clip(parts.join(''), columns));
  const coloured = plain.map((text) => (text === '' ? '' : `\x1b[31m${text}\x1b[0m`));
  const frame = fc.array(fc.oneof(plain, coloured), { minLength: 0, maxLength: rows + 2 });

  test('every one of 2,000 frames is on the screen as it was meant, whatever was there before', async () => {
    vi.useRealTimers();
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 20, maxLength: 20 }), async (frames) => {
        const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 100 });
        terminal.write('\x1b[?7l\x1b[31mrubbish left behind\r\non two lines');
        let shown: readonly string[] | null = null;
        for (const lines of frames) {
          await new Promise<void>((resolve) => {
            terminal.write(frameDiff(shown, lines, { columns, rows }), resolve);
          });
          shown = lines;
          const { active } = terminal.buffer;
          for (let row = 0; row < rows; row++) {
            const wanted = withoutColours(lines[row] ?? '').trimEnd();
            expect(active.getLine(row)?.translateToString(true).trimEnd()).toBe(wanted);
          }
          expect(active.baseY).toBe(0);
        }
        terminal.dispose();
      }),
      { numRuns: 100 },
    );
  });

  test('never clear the screen or the scrollback', () => {
    fc.assert(
      fc.property(frame, frame, (before, after) => {
        const bytes =
          frameDiff(null, before, { columns, rows }) + frameDiff(before, after, { columns, rows });
        expect(bytes).not.toMatch(/\[[0-3]?J/);
      }),
    );
  });

  test('a row as wide as the screen keeps its last cell', () => {
    const full = '─'.repeat(columns);
    expect(textWidth(full)).toBe(columns);
    expect(frameDiff(null, [full], { columns, rows: 1 })).not.toContain('\x1b[K');
  });
});

function withoutColours(line: string): string {
  return line.replaceAll('\x1b[31m', '').replaceAll('\x1b[0m', '');
}
