import type { Context } from '../../grammar/clause-rules.ts';
import { assertNever } from '../text/assert-never.ts';
import { displayWidth } from '../text/display-width.ts';
import { alignRows, HANG } from './align-rows.ts';
import { contextInside } from './block-context.ts';
import { type Chunk, chunksOf, sign, widthOf } from './chunk.ts';
import { type Clause, groupRows } from './clause-rows.ts';
import { fill } from './fill.ts';
import type { BlockItem, ClauseItem, Item } from './item.ts';
import { blanks, type Line, LINE_WIDTH, withComment } from './line.ts';

/** Blanks by which a block stands inside the one around it. */
const STEP = 2;

interface LaidClause extends Clause {
  readonly item: ClauseItem | BlockItem;
}

/** Turns the items of a block, or of a file (depth 0), into lines; `context` is null where the block is unknown. */
export function layOut(items: readonly Item[], context: Context | null, depth: number): Line[] {
  const laidOut = layOutClauses(clausesOf(items, depth), context, depth);
  return items.flatMap((item, i) => {
    const above: Line[] = item.blankBefore && i > 0 ? [{ depth, code: '', comment: null }] : [];
    return [...above, ...(laidOut.get(item) ?? layOutAlone(item, context, depth))];
  });
}

function layOutAlone(item: Item, context: Context | null, depth: number): Line[] {
  switch (item.kind) {
    case 'comment':
      return [{ depth, code: blanks(depth * STEP) + item.text, comment: null }];
    case 'block':
      return layOutBlock(item, context, depth);
    case 'clause':
      throw new Error('every clause is laid out with its neighbours');
    default:
      return assertNever(item);
  }
}

function layOutBlock(block: BlockItem, outer: Context | null, depth: number): Line[] {
  const head = chunksOf(block.head);
  const margins = { depth, first: depth * STEP, hanging: depth * STEP + HANG };
  if (block.items.length === 0 && block.opening === null) {
    return withComment(fill([...head, sign('{}', 1)], margins), block.behind);
  }
  return [
    ...withComment(fill([...head, sign('{', 1)], margins), block.opening),
    ...layOut(block.items, contextInside(outer, block.head), depth + 1),
    { depth, code: `${blanks(depth * STEP)}}`, comment: block.behind },
  ];
}

/** The clauses of a block, and the blocks that stay on one line as clauses do. */
function clausesOf(items: readonly Item[], depth: number): LaidClause[] {
  let paragraph = 0;
  return items.flatMap((item): LaidClause[] => {
    if (item.blankBefore) paragraph++;
    switch (item.kind) {
      case 'comment':
        return [];
      case 'clause':
        return [{ item, words: item.words, chunks: chunksOfClause(item), paragraph }];
      case 'block': {
        const chunks = chunksOfShortBlock(item);
        const stays = chunks !== null && depth * STEP + widthOf(chunks) <= LINE_WIDTH;
        return stays ? [{ item, words: item.head, chunks, paragraph }] : [];
      }
      default:
        return assertNever(item);
    }
  });
}

function chunksOfClause(clause: ClauseItem): Chunk[] {
  const chunks = chunksOf(clause.words);
  return clause.semicolon ? [...chunks, sign(';', 0)] : chunks;
}

/** A block that its author wrote on one line, as one clause; null for any other. */
function chunksOfShortBlock(block: BlockItem): Chunk[] | null {
  const [only] = block.items;
  if (!block.onOneLine || only?.kind !== 'clause') return null;
  const inside = chunksOf(only.words).map((chunk, i) => ({ ...chunk, gap: i === 0 ? 1 : chunk.gap }));
  return [...chunksOf(block.head), sign('{', 1), ...inside, sign('}', 1)];
}

/**
 * Lays out clauses in the columns that they share. A block whose one line the columns make too long is laid out
 * open, and the columns are found again without it: broken between its braces it would be opened the next time.
 */
function layOutClauses(
  clauses: readonly LaidClause[],
  context: Context | null,
  depth: number,
): ReadonlyMap<Item, Line[]> {
  const laidOut = new Map<LaidClause['item'], Line[]>();
  for (const group of groupRows(clauses, context)) {
    const lines = alignRows(group.rows, depth, depth * STEP);
    for (const [i, { item }] of group.clauses.entries()) laidOut.set(item, lines[i] ?? []);
  }
  const fitting = clauses.filter(({ item }) => item.kind === 'clause' || isOneLine(laidOut.get(item) ?? []));
  if (fitting.length < clauses.length) return layOutClauses(fitting, context, depth);
  return new Map([...laidOut].map(([item, lines]) => [item, withComment(lines, item.behind)]));
}

function isOneLine(lines: readonly Line[]): boolean {
  return lines.length === 1 && lines.every(({ code }) => displayWidth(code) <= LINE_WIDTH);
}
