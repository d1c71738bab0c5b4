import type { Key } from './decode-keys.ts';

/** Reports of buttons and of the wheel, by SGR 1006: `\x1b[<0;10;20M`. Terminals send them when they are asked to. */
export const mouseOn = '\x1b[?1000h\x1b[?1006h';
export const mouseOff = '\x1b[?1006l\x1b[?1000l';

/** Where the left button was pressed, from 0 on. */
export interface Click {
  readonly row: number;
  readonly column: number;
}

const report = /^\[<(\d+);(\d+);(\d+)M$/;

/** What a report means as a key; null where it means nothing here, as a button let go does. */
export function mouseKey(sequence: string): Key | null {
  const [, button, column, row] = report.exec(sequence) ?? [];
  switch (button) {
    case '0':
      return `click ${String(Number(row) - 1)} ${String(Number(column) - 1)}`;
    case '64':
      return 'wheel-up';
    case '65':
      return 'wheel-down';
    default:
      return null;
  }
}

export function clickOf(key: Key): Click | null {
  const [, row, column] = /^click (\d+) (\d+)$/.exec(key) ?? [];
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

/** How far one notch of the wheel goes. */
export const WHEEL_ROWS = 3;

/** The key that a notch of the wheel stands for, pressed `WHEEL_ROWS` times. */
export function wheelMove(key: Key): 'up' | 'down' | null {
  if (key === 'wheel-up') return 'up';
  return key === 'wheel-down' ? 'down' : null;
}
