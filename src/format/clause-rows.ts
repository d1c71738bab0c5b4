import { tokenMatcher } from 'chevrotain';
import { Identifier } from '../../grammar/tokens.ts';
import type { Context } from '../../grammar/words.ts';
import type { Row } from './align-columns.ts';
import { isTable, type TableContext } from './block-context.ts';
import { type Chunk, hasInnerComment } from './chunk.ts';
import type { Word } from './item.ts';
import { columnsOf } from './table-columns.ts';

/** A clause that takes one line, as far as its neighbours are concerned. */
export interface Clause {
  readonly words: readonly Word[];
  /** Its words, and the signs that the layout puts behind them. */
  readonly chunks: readonly Chunk[];
  /** How many blank lines stand above it in its block; clauses of one number are one paragraph. */
  readonly paragraph: number;
}

/** Clauses that share columns. */
export interface RowGroup<C> {
  readonly clauses: readonly C[];
  readonly rows: readonly Row[];
}

/**
 * Groups the clauses of a block: a table is one group however many paragraphs it has; elsewhere the clauses of one
 * paragraph align what follows their first word, and at the top level of a file the word after that, too.
 */
export function groupRows<C extends Clause>(
  clauses: readonly C[],
  context: Context | null,
): readonly RowGroup<C>[] {
  const groups = new Map<string, { clauses: C[]; rows: Row[] }>();
  for (const [i, clause] of clauses.entries()) {
    const { key, row } = isTable(context) ? tableRow(clause, context, i) : paragraphRow(clause, context);
    const group = groups.get(key) ?? { clauses: [], rows: [] };
    groups.set(key, group);
    group.clauses.push(clause);
    group.rows.push(row);
  }
  return [...groups.values()];
}

interface KeyedRow {
  readonly key: string;
  readonly row: Row;
}

/** A row with comments inside takes several lines and stands outside the table. */
function tableRow({ words, chunks }: Clause, context: TableContext, index: number): KeyedRow {
  if (hasInnerComment(chunks)) {
    return { key: `alone ${String(index)}`, row: { chunks, starts: [0], numbersFrom: null, mayLeave: true } };
  }
  const tokens = words.map((word) => word.token);
  const { group, starts, numbersFrom } = columnsOf(context, tokens, index === 0);
  return { key: group, row: { chunks, starts, numbersFrom, mayLeave: numbersFrom === null } };
}

function paragraphRow({ words, chunks, paragraph }: Clause, context: Context | null): KeyedRow {
  const columns = context === 'file' ? [1, 2] : [1];
  const starts = columns.map((i) => (followsWord(words, chunks, i) ? i : null));
  const end = starts.indexOf(null);
  return {
    key: `paragraph ${String(paragraph)}`,
    row: {
      chunks,
      starts: [0, ...(end === -1 ? starts : starts.slice(0, end))],
      numbersFrom: null,
      mayLeave: context === 'file',
    },
  };
}

/** Whether the chunk at `i` stands on its own behind a word, so that it can begin a column. */
function followsWord(words: readonly Word[], chunks: readonly Chunk[], i: number): boolean {
  const [word, previous] = [words[i], words[i - 1]];
  if (word === undefined || previous === undefined) return false;
  const isFree = chunks[i]?.gap === 1 && previous.behind === null && previous.below.length === 0;
  return (
    isFree && (i > 1 || tokenMatcher(previous.token, Identifier) || /^\p{L}+$/u.test(previous.token.image))
  );
}
