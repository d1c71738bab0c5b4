import type { Palette } from '../diagnostics/palette.ts';
import { displayWidth, padToWidth } from '../text/display-width.ts';
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
  const { group, label } = stubWidths(rows, width);
  const stub = group + GAP + label + GAP;
  const widest = Math.max(
    1,
    ...[headings, ...rows.map((row) => row.cells)].flat().map((cell) => displayWidth(cell)),
  );
  const narrowest = Math.min(widest, NARROWEST);
  const room = Math.max(width - stub, narrowest);
  const together = Math.max(1, Math.min(headings.length, Math.floor((room + GAP) / (narrowest + GAP))));
  const column = Math.min(widest, WIDEST, Math.floor((room + GAP) / together) - GAP);
  const lines: string[] = [];
  for (let from = 0; from < headings.length; from += together) {
    const cut = <T>(cells: readonly T[]): readonly T[] => cells.slice(from, from + together);
    if (from > 0) lines.push('');
    const heads = cut(headings).map((heading) => wrap(heading, column));
    for (let k = 0; k < Math.max(1, ...heads.map((head) => head.length)); k++) {
      const head = heads.map((parts) => parts[k] ?? '');
      lines.push(palette.strong(`${' '.repeat(stub)}${line(head, column)}`));
    }
    rows.forEach((row, i) => {
      if (row.group !== '' && i > 0) lines.push('');
      const groups = wrap(row.group, group);
      const labels = wrap(row.label, label);
      const cells = cut(row.cells).map((cell) => wrap(cell, column));
      const height = Math.max(groups.length, labels.length, ...cells.map((cell) => cell.length));
      for (let k = 0; k < height; k++) {
        const start = `${padToWidth(groups[k] ?? '', group + GAP)}${padToWidth(labels[k] ?? '', label + GAP)}`;
        const text = line(
          cells.map((cell) => cell[k] ?? ''),
          column,
        );
        lines.push(`${palette.faint(start)}${text}`.trimEnd());
      }
    });
  }
  return lines;
}

/** As wide as what is in them, unless too little would be left for the cells: then they are wrapped as those are. */
function stubWidths(
  rows: readonly TableRow[],
  width: number,
): { readonly group: number; readonly label: number } {
  const group = Math.max(0, ...rows.map((row) => displayWidth(row.group)));
  const label = Math.max(0, ...rows.map((row) => displayWidth(row.label)));
  const room = Math.floor((width * 3) / 4) - 2 * GAP;
  if (group + label <= room) return { group, label };
  const narrowed = Math.min(group, Math.max(NARROWEST, room - label));
  return { group: narrowed, label: Math.min(label, Math.max(NARROWEST, room - narrowed)) };
}

function line(cells: readonly string[], column: number): string {
  return cells
    .map((cell) => padToWidth(cell, column))
    .join(' '.repeat(GAP))
    .trimEnd();
}
