import type { Context } from '../../grammar/clause-rules.ts';
import type { ClauseReader, ReadClause } from './clause-reader.ts';

/** The items of a block, and whether all of it could be read. */
export interface Rows<T> {
  readonly items: readonly T[];
  /** True when a row or clause could not be read. */
  readonly broken: boolean;
}

/** Blocks that say nothing without a row. */
const NEVER_EMPTY: ReadonlySet<Context> = new Set(['facts', 'severities', 'regions', 'hours', 'work']);

/** Reads the blocks of a file: each clause by itself, in the context of its block. */
export class BlockReader {
  readonly reader: ClauseReader;

  constructor(reader: ClauseReader) {
    this.reader = reader;
  }

  /** The clauses of a block, each turned into what it says; null from `build` means it says nothing by itself. */
  rows<T>(
    head: ReadClause,
    context: Context,
    path: readonly string[],
    build: (clause: ReadClause) => T | null,
  ): Rows<T> {
    const items: T[] = [];
    const block = head.entry.block;
    let broken = block?.close === null;
    if (block !== null && NEVER_EMPTY.has(context)) {
      broken = this.reader.reportEmpty(head.entry, block.entries, path) || broken;
    }
    for (const entry of block?.entries ?? []) {
      const clause = this.reader.read(entry, context, path);
      const item = clause === null ? null : build(clause);
      if (item === null) broken = true;
      else items.push(item);
    }
    return { items, broken };
  }
}
