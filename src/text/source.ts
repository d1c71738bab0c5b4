/** A source text and the places in it. Offsets count UTF-16 code units from 0; lines and columns count from 1. */

/** A stretch of a source text, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface SourceFile {
  /** The name shown to people: the path as it was given. */
  readonly name: string;
  readonly text: string;
  /** Offset at which each line begins; the first is 0. */
  readonly lineStarts: readonly number[];
}

export function createSourceFile(name: string, text: string): SourceFile {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { name, text, lineStarts };
}

/** Line and column of an offset, by binary search over the line starts. */
export function positionAt(source: SourceFile, offset: number): Position {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (source.lineStarts[low] ?? 0) + 1 };
}

/** The text of a line, without its line break. */
export function lineText(source: SourceFile, line: number): string {
  const start = source.lineStarts[line - 1] ?? 0;
  const end = source.lineStarts[line] ?? source.text.length + 1;
  return source.text.slice(start, end - 1).replace(/\r$/, '');
}
