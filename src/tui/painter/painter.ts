import { frameDiff } from './frame-diff.ts';
import type { Size } from './frame-diff.ts';

/** What the painter needs of a terminal. */
export interface Screen {
  readonly size: () => Size;
  /** False when the terminal cannot keep up; `whenDrained` then calls back once. */
  readonly write: (bytes: string) => boolean;
  readonly whenDrained: (callback: () => void) => void;
}

/**
 * Puts whole frames on a screen: at most so many a second, only the lines that differ, and never faster than the
 * terminal takes them. Of frames that come too quickly the last one is painted.
 */
export interface Painter {
  /** Shows a frame: styled lines, none wider than the screen. They are asked for when they are painted. */
  readonly show: (frame: () => readonly string[]) => void;
  /** Lets the next frame through at once: it answers a key. */
  readonly expedite: () => void;
  /** Forgets what is on the screen, so that the next painting writes every row. */
  readonly forget: () => void;
  /** Paints what waits and stops. */
  readonly stop: () => void;
}

export function createPainter(screen: Screen, framesPerSecond: number): Painter {
  const interval = 1000 / framesPerSecond;
  let shown: readonly string[] | null = null;
  let shownSize: Size = { columns: 0, rows: 0 };
  let waiting: (() => readonly string[]) | null = null;
  let latest: () => readonly string[] = () => [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastPaint = -Infinity;
  let urgent = false;
  let blocked = false;
  let stopped = false;

  const paint = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting === null || blocked || stopped) return;
    const size = screen.size();
    if (size.columns !== shownSize.columns || size.rows !== shownSize.rows) shown = null;
    latest = waiting;
    waiting = null;
    urgent = false;
    lastPaint = performance.now();
    const frame = latest();
    const bytes = frameDiff(shown, frame, size);
    shown = frame;
    shownSize = size;
    if (bytes === '' || screen.write(bytes)) return;
    blocked = true;
    screen.whenDrained(() => {
      blocked = false;
      paint();
    });
  };

  const paintInTime = (): void => {
    const rest = interval - (performance.now() - lastPaint);
    if (urgent || rest <= 0) paint();
    else timer ??= setTimeout(paint, rest);
  };

  return {
    show: (frame) => {
      waiting = frame;
      paintInTime();
    },
    expedite: () => {
      urgent = true;
    },
    forget: () => {
      shown = null;
      waiting ??= latest;
      urgent = true;
      paintInTime();
    },
    stop: () => {
      paint();
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
