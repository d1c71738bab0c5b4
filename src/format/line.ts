/** A line of the formatted file. */
export interface Line {
  /** How many blocks it stands in. */
  readonly depth: number;
  /** Code with its indentation; empty on a blank line. A comment on a line of its own stands here. */
  readonly code: string;
  /** The comment behind the code. */
  readonly comment: string | null;
}

/** The columns that code may take before its line is broken. */
export const LINE_WIDTH = 110;

export function blanks(count: number): string {
  return ' '.repeat(count);
}

/** Lines with a comment behind the last of them. */
export function withComment(lines: readonly Line[], comment: string | null): Line[] {
  return lines.map((line, i) => (i === lines.length - 1 && comment !== null ? { ...line, comment } : line));
}
