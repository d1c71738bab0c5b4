import type { OutlineEntry, OutlineProblem } from '../../grammar/outline.ts';
import { assertNever } from '../text/assert-never.ts';
import { positionAt, type SourceFile, type Span } from '../text/source.ts';
import { tokenSpan } from './cst.ts';
import { shiftSpans } from './shift-spans.ts';
import type { DeclarationNode } from './tree.ts';

/** What a file was read to. */
export interface FileReading {
  readonly text: string;
  /** In order, from the first token of each to its last. */
  readonly entries: readonly ReadEntry[];
  /** Whether braces and characters were right, so that line ends and braces alone have told the entries apart. */
  readonly isPlain: boolean;
}

/** An entry of a file's outline. */
export interface ReadEntry extends Span {
  /** Null for one to read again: nothing could be made of it, or something was found that may hang on what stands around it. */
  readonly node: DeclarationNode | null;
}

export function moved({ start, end, node }: ReadEntry, by: number): ReadEntry {
  return { start: start + by, end: end + by, node: shiftSpans(node, by) };
}

export function entrySpan({ head, block }: OutlineEntry): Span {
  const start = head[0]?.startOffset ?? 0;
  const last = block === null ? head.at(-1) : (block.close ?? block.open);
  return { start, end: last === undefined ? start : tokenSpan(last).end };
}

/**
 * What decides how a declaration reads: its text, from the beginning of its line, since how far a line is set in decides
 * where it goes on.
 */
export function keyOf(text: string, { start, end }: Span): string {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return `${start - line} ${text.slice(line, end)}`;
}

/** Whether braces or characters are wrong in an entry: then more than its text decides how it reads. */
export function isTouched(span: Span, problems: readonly OutlineProblem[], source: SourceFile): boolean {
  return problems.some((problem) => touches(problem, span, source));
}

function touches(problem: OutlineProblem, { start, end }: Span, source: SourceFile): boolean {
  const meets = (from: number, to: number): boolean => from < end && start < to;
  switch (problem.kind) {
    case 'unknown characters': {
      // All of a line is taken to be strange where a part of it is.
      const { line } = positionAt(source, problem.offset);
      return meets(source.lineStarts[line - 1] ?? 0, source.lineStarts[line] ?? source.text.length + 1);
    }
    case 'unclosed block':
    case 'block without head':
      return meets(problem.open.startOffset, tokenSpan(problem.open).end);
    case 'unopened block':
      return problem.head.some((token) => meets(token.startOffset, tokenSpan(token).end));
    case 'stray close':
      return meets(problem.close.startOffset, tokenSpan(problem.close).end);
    default:
      return assertNever(problem);
  }
}
