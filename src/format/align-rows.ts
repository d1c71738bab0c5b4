import { assertNever } from '../text/assert-never.ts';
import type { Chunk } from './chunk.ts';
import { fill } from './fill.ts';
import { displayWidth } from '../text/display-width.ts';
import { type Line, LINE_WIDTH } from './line.ts';
import { type PlacedRow, placeColumns } from './place-columns.ts';
import type { Row } from './row.ts';

/** Blanks by which the rest of a broken clause stands inside it. */
export const HANG = 4;
/** Blanks by which the rest of a broken cell stands inside its column. */
const CELL_HANG = 2;
/** A cell is broken only where its column has room for a few words. */
const CELL_ROOM = 36;
/** The rest of a clause stands under its second column only where that is not far to the right. */
const FARTHEST_HANG = 24;

/**
 * Lays out rows in common columns, `indent` blanks from the margin; a list of lines a row, without the comments
 * behind the rows. Where a table makes entries too long, and the longest cannot be broken in its last column, that
 * one gives up the column, its text going on behind the one before, and so on until all fit: a table as wide as its
 * longest text serves nobody.
 */
export function alignRows(rows: readonly Row[], depth: number, indent: number): readonly Line[][] {
  const table = [...rows];
  for (;;) {
    const placed = placeColumns(table);
    const lines = table.map((row, i) => layOutRow(row, placed[i] as PlacedRow, depth, indent));
    const unfit = longestUnfit(table, placed, lines);
    if (unfit === null) return lines;
    table[unfit] = withoutLastColumn(table[unfit] as Row);
  }
}

function withoutLastColumn(row: Row): Row {
  const last = row.starts.findLastIndex((start) => start !== null);
  return { ...row, starts: row.starts.slice(0, last) };
}

function layOutRow(row: Row, placed: PlacedRow, depth: number, indent: number): Line[] {
  const first = indent + (placed.cells[0]?.position ?? 0);
  const chunks = padded(row, placed);
  switch (row.kind) {
    case 'clause': {
      const second = placed.cells[1]?.position ?? HANG;
      return fill(chunks, { depth, first, hanging: indent + (second <= FARTHEST_HANG ? second : HANG) });
    }
    case 'declaration':
    case 'entry': {
      const last = placed.cells[placed.cells.length - 1];
      if (last === undefined || placed.cells.length < 2) {
        return fill(chunks, { depth, first, hanging: first + HANG });
      }
      const hanging = indent + last.position + CELL_HANG;
      const isBreakable = LINE_WIDTH - hanging >= CELL_ROOM;
      const breaking = withoutBreaks(chunks, isBreakable ? last.first : chunks.length);
      return fill(breaking, { depth, first, hanging });
    }
    case 'figures':
      return fill(withoutBreaks(chunks, chunks.length), { depth, first, hanging: first });
    default:
      return assertNever(row.kind);
  }
}

/** The chunks of a row with the blanks that its places ask for. */
function padded(row: Row, placed: PlacedRow): Chunk[] {
  const chunks = [...row.chunks];
  let end = 0;
  for (const cell of placed.cells) {
    chunks[cell.first] = { ...(chunks[cell.first] as Chunk), gap: cell.position - end };
    end = cell.position + cell.width;
  }
  return chunks;
}

/** Chunks of which none up to `end`, included, may begin a line. */
function withoutBreaks(chunks: readonly Chunk[], end: number): Chunk[] {
  return chunks.map((chunk, i) => (i <= end ? { ...chunk, breakRank: 0 } : chunk));
}

/** Index of the longest of the entries that are too long and have a column to give up; null when none is. */
function longestUnfit(
  table: readonly Row[],
  placed: readonly PlacedRow[],
  lines: readonly (readonly Line[])[],
): number | null {
  let longest: number | null = null;
  for (const [i, row] of table.entries()) {
    const fits = lines[i]?.every((line) => displayWidth(line.code) <= LINE_WIDTH) ?? true;
    const hasColumns = row.starts.filter((start) => start !== null).length > 1;
    if (fits || !hasColumns || (row.kind !== 'entry' && row.kind !== 'declaration')) continue;
    if (longest === null || (placed[i]?.end ?? 0) > (placed[longest]?.end ?? 0)) longest = i;
  }
  return longest;
}
