import { type Chunk, widthOf } from './chunk.ts';
import { LINE_WIDTH } from './line.ts';

/**
 * A clause that shares columns with its neighbours. Each column holds a run of its chunks; a row may leave columns
 * empty, the first too.
 */
export interface Row {
  readonly chunks: readonly Chunk[];
  /** For each column the index of its first chunk, in rising order; null where the row has nothing in it. */
  readonly starts: readonly (number | null)[];
  /** Columns from this one on hold numbers, which end, not begin, at the same place; null where there are none. */
  readonly numbersFrom: number | null;
  /** Whether it leaves the table when the table makes it too long for a line. */
  readonly mayLeave: boolean;
}

export interface AlignedRow {
  readonly chunks: readonly Chunk[];
  /** Blanks between the indentation and the row, which has nothing in the first columns. */
  readonly lead: number;
}

interface Cell {
  readonly column: number;
  readonly first: number;
  /** Index behind its last chunk. */
  readonly last: number;
  readonly width: number;
}

/**
 * Gives the chunks of rows the blanks that align their columns: one blank between columns where nothing needs to be
 * padded or a `|` stands, two elsewhere. Of rows that would then be too long, `indent` included, the longest leaves
 * the table until the rest fit, since a table as wide as its longest text serves nobody; it keeps its plain blanks.
 */
export function alignColumns(rows: readonly Row[], indent: number): readonly AlignedRow[] {
  const cells = rows.map(cellsOf);
  const inTable = new Set(rows.keys());
  for (;;) {
    const placement = place(rows, cells, inTable);
    const leaving = longest(rows, placement.ends, inTable);
    if (leaving === null || indent + (placement.ends[leaving] ?? 0) <= LINE_WIDTH) {
      return rows.map((row, i) => padded(row, cells[i] ?? [], placement.positions[i] ?? null));
    }
    inTable.delete(leaving);
  }
}

/** The longest of the rows that may leave the table, the first of several; null when none may. */
function longest(rows: readonly Row[], ends: readonly number[], inTable: ReadonlySet<number>): number | null {
  let most: number | null = null;
  for (const i of inTable) {
    if (rows[i]?.mayLeave === true && (most === null || (ends[i] ?? 0) > (ends[most] ?? 0))) most = i;
  }
  return most;
}

function cellsOf(row: Row): Cell[] {
  const filled = [...row.starts.entries()].flatMap(([column, first]) =>
    first === null ? [] : [{ column, first }],
  );
  return filled.map(({ column, first }, i) => {
    const last = filled[i + 1]?.first ?? row.chunks.length;
    return { column, first, last, width: widthOf(row.chunks.slice(first, last)) };
  });
}

interface Placement {
  /** Where each cell of a row begins, counted from the indentation; null for a row outside the table. */
  readonly positions: readonly (readonly number[] | null)[];
  /** Where each row ends. */
  readonly ends: readonly number[];
}

function place(
  rows: readonly Row[],
  cells: readonly (readonly Cell[])[],
  inTable: ReadonlySet<number>,
): Placement {
  const ends = rows.map(() => 0);
  const positions = rows.map((_, i) => (inTable.has(i) ? ([] as number[]) : null));
  const columns = Math.max(0, ...rows.map((row) => row.starts.length));
  for (let column = 0; column < columns; column++) {
    const here = [...inTable].flatMap((row) => {
      const cell = cells[row]?.find((candidate) => candidate.column === column);
      return cell === undefined ? [] : [{ row, cell }];
    });
    const before = here.map(({ row }) => ends[row] ?? 0);
    const farthest = Math.max(0, ...before);
    const aligned = before.every((end) => end === farthest);
    const barred = here.every(({ row, cell }) => rows[row]?.chunks[cell.first]?.text === '|');
    const begin = farthest === 0 ? 0 : farthest + (aligned || barred ? 1 : 2);
    const widest = Math.max(0, ...here.map(({ cell }) => cell.width));
    for (const { row, cell } of here) {
      const numbersFrom = rows[row]?.numbersFrom ?? null;
      const toRight = numbersFrom !== null && column >= numbersFrom;
      const position = toRight ? begin + widest - cell.width : begin;
      positions[row]?.push(position);
      ends[row] = position + cell.width;
    }
  }
  return { positions, ends };
}

/** The row with the blanks that its positions ask for. */
function padded(row: Row, cells: readonly Cell[], positions: readonly number[] | null): AlignedRow {
  if (positions === null) return { chunks: row.chunks, lead: 0 };
  const chunks = [...row.chunks];
  let end = 0;
  for (const [i, cell] of cells.entries()) {
    const position = positions[i] ?? end;
    chunks[cell.first] = { ...(chunks[cell.first] as Chunk), gap: position - end };
    end = position + cell.width;
  }
  return { chunks, lead: positions[0] ?? 0 };
}
