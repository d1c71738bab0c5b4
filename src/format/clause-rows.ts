import { Text } from '../../grammar/tokens.ts';
import type { Context } from '../../grammar/clause-rules.ts';
import { isTable, type TableContext } from './block-context.ts';
import { type Chunk, hasInnerComment } from './chunk.ts';
import type { Word } from './item.ts';
import type { Row } from './row.ts';
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
 * paragraph align what follows their first word.
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

/** A text that is wider names nothing. */
const WIDEST_NAME = 64;

interface KeyedRow {
  readonly key: string;
  readonly row: Row;
}

/** A row with comments inside takes several lines and stands outside the table. */
function tableRow({ words, chunks }: Clause, context: TableContext, index: number): KeyedRow {
  if (hasInnerComment(chunks)) {
    return { key: `alone ${String(index)}`, row: { kind: 'clause', chunks, starts: [0] } };
  }
  const tokens = words.map((word) => word.token);
  const { group, kind, starts } = columnsOf(context, tokens, index === 0);
  return { key: group, row: { kind, chunks, starts } };
}

function paragraphRow(clause: Clause, context: Context | null): KeyedRow {
  const { chunks, paragraph } = clause;
  const second = beginsColumn(clause, 1) ? 1 : null;
  const third = second !== null && hasName(clause, context) && beginsColumn(clause, 2) ? 2 : null;
  return {
    key: `paragraph ${String(paragraph)}`,
    row: { kind: context === 'file' ? 'declaration' : 'clause', chunks, starts: [0, second, third] },
  };
}

/**
 * Whether the second part of a clause is a name that the clauses around it have, too: what a declaration declares,
 * or a short text (`feature "SLA report" yes`).
 */
function hasName({ words, chunks }: Clause, context: Context | null): boolean {
  if (context === 'file') return true;
  return (
    words[1]?.token.tokenType === Text &&
    words[2]?.token.tokenType !== Text &&
    (chunks[1]?.width ?? 0) <= WIDEST_NAME
  );
}

/** Whether the chunk at `i` stands on its own behind another on its line, so that it can begin a column. */
function beginsColumn({ words, chunks }: Clause, i: number): boolean {
  const [word, previous] = [words[i], words[i - 1]];
  if (word === undefined || previous === undefined) return false;
  return chunks[i]?.gap === 1 && previous.behind === null && previous.below.length === 0;
}
