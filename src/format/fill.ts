import type { Chunk } from './chunk.ts';
import { blanks, type Line, LINE_WIDTH } from './line.ts';

export interface Margins {
  readonly depth: number;
  /** Column of the first line. */
  readonly first: number;
  /** Column of the lines after it. */
  readonly hanging: number;
}

/**
 * Puts a clause on as few lines as it takes: a comment inside it ends a line, and a line that would be too long is
 * broken at its best place. A line without a place to break stays as long as it is.
 */
export function fill(chunks: readonly Chunk[], margins: Margins): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < chunks.length) {
    const column = start === 0 ? margins.first : margins.hanging;
    const end = endOfLine(chunks, start, column, margins.hanging);
    const last = chunks[end - 1] as Chunk;
    lines.push({
      depth: margins.depth,
      code: blanks(column) + joined(chunks.slice(start, end)),
      comment: last.behind,
    });
    for (const comment of last.below) {
      lines.push({ depth: margins.depth, code: blanks(margins.hanging) + comment, comment: null });
    }
    start = end;
  }
  return lines;
}

/**
 * Index behind the last chunk of the line that begins at `start`. Breaking before the column at which the next line
 * begins would make nothing shorter.
 */
function endOfLine(chunks: readonly Chunk[], start: number, column: number, hanging: number): number {
  let width = column;
  let best = -1;
  for (let i = start; i < chunks.length; i++) {
    const chunk = chunks[i] as Chunk;
    if (i > start) {
      width += chunk.gap;
      const saves = chunk.breakRank > 0 && width > hanging;
      if (saves && (best === -1 || chunk.breakRank >= (chunks[best] as Chunk).breakRank)) best = i;
    }
    width += chunk.width;
    if (width > LINE_WIDTH && best !== -1) return best;
    if (chunk.behind !== null || chunk.below.length > 0) return i + 1;
  }
  return chunks.length;
}

function joined(chunks: readonly Chunk[]): string {
  return chunks.map((chunk, i) => (i === 0 ? chunk.text : blanks(chunk.gap) + chunk.text)).join('');
}
