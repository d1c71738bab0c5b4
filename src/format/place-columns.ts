import { type Cell, cellsOf, type Row } from './row.ts';

/** Where the cells of a row begin and the row ends, counted from the indentation. */
export interface PlacedRow {
  readonly cells: readonly (Cell & { readonly position: number })[];
  readonly end: number;
}

/**
 * Places rows so that their columns begin, or for figures end, at the same place. A column stands one blank behind
 * what is before it where nothing needs padding, else two; the columns of a table all do alike. A `|` and a figure
 * behind a figure need one in any case.
 */
export function placeColumns(rows: readonly Row[]): readonly PlacedRow[] {
  const { placed, isPadded } = place(rows, 1);
  const isTable = rows.every((row) => row.kind === 'entry' || row.kind === 'figures');
  return isTable && isPadded ? place(rows, 2).placed : placed;
}

interface Placement {
  readonly placed: readonly PlacedRow[];
  readonly isPadded: boolean;
}

/** Places rows with columns at least `gap` blanks apart; tells whether any of them needed padding. */
function place(rows: readonly Row[], gap: 1 | 2): Placement {
  const cells = rows.map((row) => new Map(cellsOf(row).map((cell) => [cell.column, cell])));
  const placed = rows.map(() => ({ cells: [] as (Cell & { position: number })[], end: 0 }));
  const columns = rows.reduce((most, row) => Math.max(most, row.starts.length), 0);
  let isAnyPadded = false;
  for (let column = 0; column < columns; column++) {
    const here = rows.flatMap((row, i) => {
      const [cell, into] = [cells[i]?.get(column), placed[i]];
      return cell === undefined || into === undefined ? [] : [{ row, cell, into }];
    });
    const farthest = here.reduce((most, { into }) => Math.max(most, into.end), 0);
    const widest = here.reduce((most, { cell }) => Math.max(most, cell.width), 0);
    const needsOne = here.every(({ row, cell }) => isFigure(row, column - 1) || isBarred(row, cell));
    const isPadded = here.some(
      ({ row, cell, into }) =>
        (!needsOne && into.end < farthest) || (isFigure(row, column) && cell.width < widest),
    );
    isAnyPadded ||= isPadded;
    const begin = farthest === 0 ? 0 : farthest + (needsOne ? 1 : isPadded ? 2 : gap);
    for (const { row, cell, into } of here) {
      const position = isFigure(row, column) ? begin + widest - cell.width : begin;
      into.cells.push({ ...cell, position });
      into.end = position + cell.width;
    }
  }
  return { placed, isPadded: isAnyPadded };
}

function isFigure(row: Row, column: number): boolean {
  return row.kind === 'figures' && column > 0;
}

function isBarred(row: Row, cell: Cell): boolean {
  return row.chunks[cell.first]?.text === '|';
}
