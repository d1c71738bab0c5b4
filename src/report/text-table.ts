import type { Palette } from '../diagnostics/palette.ts';
import { wrap } from '../text/wrap.ts';

export interface TableRow {
  /** Begins a group of rows when not empty. */
  readonly group: string;
  readonly label: string;
  /** One a column. */
  readonly cells: readonly string[];
}

const GAP = 2;
/** Cells wider than this are wrapped before the table is cut into several. */
const NARROWEST = 18;
const WIDEST = 34;

/**
 * A table with a heading a column, wrapped within its cells so that no line is longer than `width`. Where the columns
 * do not fit side by side, they follow in further tables.
 */
export function renderTable(
  headings: readonly string[],
  rows: readonly TableRow[],
  width: number,
  palette: Palette,
): readonly string[] {
  const group = Math.max(0, ...rows.map((row) => row.group.length));
  const label = Math.max(0, ...rows.map((row) => row.label.length));
  const stub = group + GAP + label + GAP;
  const widest = Math.max(
    1,
    ...[headings, ...rows.map((row) => row.cells)].flat().map((cell) => cell.length),
  );
  const narrowest = Math.min(widest, NARROWEST);
  const room = Math.max(width - stub, narrowest);
  const together = Math.max(1, Math.min(headings.length, Math.floor((room + GAP) / (narrowest + GAP))));
  const column = Math.min(widest, WIDEST, Math.floor((room + GAP) / together) - GAP);
  const lines: string[] = [];
  for (let from = 0; from < headings.length; from += together) {
    const cut = <T>(cells: readonly T[]): readonly T[] => cells.slice(from, from + together);
    if (from > 0) lines.push('');
    lines.push(palette.strong(`${' '.repeat(stub)}${line(cut(headings), column)}`));
    rows.forEach((row, i) => {
      if (row.group !== '' && i > 0) lines.push('');
      const start = `${row.group.padEnd(group + GAP)}${row.label.padEnd(label + GAP)}`;
      const cells = cut(row.cells).map((cell) => wrap(cell, column));
      const height = Math.max(1, ...cells.map((cell) => cell.length));
      for (let k = 0; k < height; k++) {
        const text = line(
          cells.map((cell) => cell[k] ?? ''),
          column,
        );
        lines.push(`${palette.faint(k === 0 ? start : ' '.repeat(stub))}${text}`.trimEnd());
      }
    });
  }
  return lines;
}

function line(cells: readonly string[], column: number): string {
  return cells
    .map((cell) => cell.slice(0, column).padEnd(column))
    .join(' '.repeat(GAP))
    .trimEnd();
}
