import { type Chunk, widthOf } from './chunk.ts';

/**
 * A clause that shares columns with its neighbours. Each column holds a run of its chunks; a row may leave columns
 * empty, the first too.
 */
export interface Row {
  /**
   * - `clause`: a word and what it says; where it is too long it is broken, under its second column.
   * - `declaration`: at the top level; where it is too long it is broken in its last column, or gives it up.
   * - `entry`: of a table; broken like a declaration.
   * - `figures`: of a table of numbers, which end at the same place, where others begin; it is never broken.
   */
  readonly kind: 'clause' | 'declaration' | 'entry' | 'figures';
  readonly chunks: readonly Chunk[];
  /** For each column the index of its first chunk, in rising order; null where the row has nothing in it. */
  readonly starts: readonly (number | null)[];
}

/** What a row has in one of its columns. */
export interface Cell {
  readonly column: number;
  readonly first: number;
  /** Index behind its last chunk. */
  readonly last: number;
  readonly width: number;
}

export function cellsOf(row: Row): readonly Cell[] {
  const filled = row.starts.flatMap((first, column) => (first === null ? [] : [{ column, first }]));
  return filled.map(({ column, first }, i) => {
    const last = filled[i + 1]?.first ?? row.chunks.length;
    return { column, first, last, width: widthOf(row.chunks.slice(first, last)) };
  });
}
