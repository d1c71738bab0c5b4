import xterm from '@xterm/headless';
import { frameDiff, type Size } from '../../../src/tui/painter/frame-diff.ts';
import { screenLines } from '../../../src/tui/screens/screen-lines.ts';
import type { TuiState } from '../../../src/tui/state/state.ts';
import type { Theme } from '../../../src/tui/text/theme.ts';

/** What a terminal shows of a state. */
export interface Painted {
  /** The text of each row without the blanks at its end. */
  readonly rows: readonly string[];
  /** How each row looks, a letter a cell: see `LETTERS`; blank where nothing is special. */
  readonly looks: readonly string[];
  /** What was sent for it. */
  readonly bytes: string;
}

/** A capital is bold in that colour. */
const COLOURS = ['k', 'r', 'g', 'y', 'b', 'm', 'c', 'w'];
export const LETTERS = 'B bold, d dim, # inverse; r red, g green, y yellow, c cyan, in capitals bold';

const terminals = new Map<string, xterm.Terminal>();

/** Puts a state on a terminal of its size on which something else was, as the painter does after a resize. */
export async function paint(state: TuiState, theme: Theme): Promise<Painted> {
  const { size } = state;
  const terminal = terminalOf(size);
  const bytes = frameDiff(null, screenLines(state, theme), size);
  await new Promise<void>((resolve) => {
    terminal.write(bytes, resolve);
  });
  const { active } = terminal.buffer;
  const lines = Array.from({ length: size.rows }, (_, row) => active.getLine(active.baseY + row));
  return {
    rows: lines.map((line) => (line?.translateToString(false, 0, size.columns) ?? '').trimEnd()),
    looks: lines.map((line) =>
      Array.from({ length: size.columns }, (_, column) => lookOf(line?.getCell(column)))
        .join('')
        .trimEnd(),
    ),
    bytes,
  };
}

function terminalOf({ columns, rows }: Size): xterm.Terminal {
  const key = `${String(columns)}x${String(rows)}`;
  const known = terminals.get(key);
  if (known !== undefined) return known;
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0 });
  terminal.write('\x1b[?7l');
  terminals.set(key, terminal);
  return terminal;
}

type Cell = ReturnType<NonNullable<ReturnType<xterm.Terminal['buffer']['active']['getLine']>>['getCell']>;

function lookOf(cell: Cell): string {
  // The second half of a wide character.
  if (cell === undefined || cell.getWidth() === 0) return ' ';
  const isBold = cell.isBold() !== 0;
  if (cell.isInverse() !== 0) return '#';
  if (cell.isFgPalette()) {
    const letter = COLOURS[cell.getFgColor()];
    if (letter === undefined) throw new Error(`no letter for colour ${String(cell.getFgColor())}`);
    return isBold ? letter.toUpperCase() : letter;
  }
  return isBold ? 'B' : cell.isDim() !== 0 ? 'd' : ' ';
}
