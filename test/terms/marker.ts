/**
 * Which clause of a contract carries which term of its published page. A marker is a comment behind a clause or on a
 * line of its own before it: `# §15`, `# §13 respond, §14 resolve`, `# §13. Reading: the page mentions none`. A word
 * behind the number names the column of the row that alone carries the term.
 */
import type { Token } from '../../grammar/token.ts';
import { type OutlineEntry, readOutline } from '../../grammar/outline.ts';

export interface Marker {
  readonly term: number;
  /** The column of a row of a table; null where the whole clause carries the term. */
  readonly column: string | null;
  readonly entry: OutlineEntry;
  /** The clause in whose block the entry stands; null for a declaration. */
  readonly parent: OutlineEntry | null;
}

const ITEM = String.raw`§[1-9]\d*(?: [^\s,.]+)?`;
const WRITTEN = new RegExp(String.raw`^# (?<items>${ITEM}(?:, ${ITEM})*)(?:\. \S.*)?$`);

/**
 * Markers in the order in which they are written.
 * @throws {Error} for a paragraph sign that is no marker, or one that no clause follows.
 */
export function markersIn(text: string): readonly Marker[] {
  const { entries, dangling } = readOutline(text);
  for (const comment of dangling) rejectMarker(comment);
  return entries.flatMap((entry) => markersOf(entry, null));
}

function markersOf(entry: OutlineEntry, parent: OutlineEntry | null): readonly Marker[] {
  const { leading, trailing, block } = entry;
  const own = [...leading, ...trailing, ...(block?.opening ?? [])].flatMap((comment) =>
    itemsOf(comment).map((item) => ({ ...item, entry, parent })),
  );
  for (const comment of block?.dangling ?? []) rejectMarker(comment);
  return [...own, ...(block?.entries ?? []).flatMap((inner) => markersOf(inner, entry))];
}

function itemsOf({ image }: Token): readonly Pick<Marker, 'term' | 'column'>[] {
  if (!image.includes('§')) return [];
  const items = WRITTEN.exec(image.trimEnd())?.groups?.['items'];
  if (items === undefined) throw new Error(`not a marker: ${image}`);
  return items.split(', ').map((item) => {
    const [number = '', column] = item.slice(1).split(' ');
    return { term: Number(number), column: column ?? null };
  });
}

function rejectMarker({ image }: Token): void {
  if (image.includes('§')) throw new Error(`no clause follows: ${image}`);
}
