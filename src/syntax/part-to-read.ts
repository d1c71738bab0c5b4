import { type Outline, readOutline, readPlainPart } from '../../grammar/outline.ts';
import { commonEnds } from '../text/common-ends.ts';
import { entrySpan, type FileReading, moved, type ReadEntry } from './file-reading.ts';

/** A file as far as it has to be read: what stands before and behind is known from the last reading. */
export interface PartToRead {
  readonly before: readonly ReadEntry[];
  readonly outline: Outline;
  readonly behind: readonly ReadEntry[];
  /** What stood in the part when it was read last. */
  readonly last: readonly ReadEntry[];
}

/**
 * Where an entry ends is told by itself and by the first token behind it. So of the entries that an edit leaves as they
 * are the nearest on each side is looked at again, and the others stand. Where that does not come out even, such as where
 * a brace is missing now, all of the file is read.
 */
export function partToRead(last: FileReading | null, text: string): PartToRead {
  const part = last?.isPlain === true ? editedPart(last, text) : null;
  return part ?? { before: [], outline: readOutline(text), behind: [], last: last?.entries ?? [] };
}

function editedPart({ text: old, entries }: FileReading, text: string): PartToRead | null {
  const { head, tail } = commonEnds(old, text);
  const by = text.length - old.length;

  // Each side ends with an entry that begins its line: how far the line is set in decides what goes on in the next.
  const isBefore = (entry: ReadEntry): boolean => entry.end < head && beginsLine(old, entry);
  const isBehind = (entry: ReadEntry, i: number): boolean =>
    entry.start >= old.length - tail &&
    (i + 1 === entries.length || beginsLine(old, entries[i + 1] as ReadEntry));
  const first = Math.max(0, entries.findLastIndex(isBefore));
  const final = entries.findIndex(isBehind);

  const start = first === 0 ? 0 : (entries[first]?.start ?? 0);
  const edge = final === -1 ? null : moved(entries[final] as ReadEntry, by);
  const outline = readPlainPart(text, { start, end: edge?.end ?? text.length });
  if (outline.problems.length > 0) return null;
  if (edge !== null) {
    const found = outline.entries.at(-1);
    const span = found === undefined ? null : entrySpan(found);
    if (span?.start !== edge.start || span.end !== edge.end) return null;
  }
  const behind = final === -1 ? entries.length : final + 1;
  return {
    before: entries.slice(0, first),
    outline,
    behind: entries.slice(behind).map((entry) => moved(entry, by)),
    last: entries.slice(first, behind),
  };
}

function beginsLine(text: string, { start }: ReadEntry): boolean {
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
}
