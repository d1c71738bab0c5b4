import type { Token } from '../../grammar/token.ts';
import type { OutlineEntry } from '../../grammar/outline.ts';
import { Bar, Comma } from '../../grammar/tokens.ts';
import type { Span } from '../../src/text/source.ts';
import type { Marker } from './marker.ts';

/** The contract without what a marker names: the clause with its block, or one cell, of which nothing is known then. */
export function without(text: string, { entry, column, parent }: Marker): string {
  if (column === null) return blanked(text, spanOf(entry));
  const { start, end } = cellSpan(entry, columnIndex(parent, column));
  return `${text.slice(0, start)}unknown${text.slice(end)}`;
}

/** A text with spaces instead of a part of it; lines stay where they are. */
export function blanked(text: string, { start, end }: Span): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
}

function spanOf({ head, block }: OutlineEntry): Span {
  return { start: head[0]!.startOffset, end: endOf(block?.close ?? head[head.length - 1]!) };
}

function columnIndex(table: OutlineEntry | null, column: string): number {
  const names = (table?.block?.entries[0]?.head ?? []).filter(({ tokenType }) => tokenType !== Bar);
  const index = names.findIndex(({ image }) => image.replace(/^"(.*)"$/, '$1') === column);
  if (index === -1) throw new Error(`no column ${column} here`);
  return index;
}

/** A row is names, perhaps a bar, and cells with bars between them. */
function cellSpan({ head }: OutlineEntry, index: number): Span {
  let first = 1;
  while (head[first]?.tokenType === Comma) first += 2;
  if (head[first]?.tokenType === Bar) first += 1;
  const cells: Token[][] = [[]];
  for (const token of head.slice(first)) {
    if (token.tokenType === Bar) cells.push([]);
    else cells[cells.length - 1]!.push(token);
  }
  const cell = cells[index]!;
  return { start: cell[0]!.startOffset, end: endOf(cell[cell.length - 1]!) };
}

function endOf({ startOffset, image }: Token): number {
  return startOffset + image.length;
}
