import type { OutlineEntry, OutlineProblem } from '../../grammar/outline.ts';
import { positionAt, type SourceFile, type Span } from '../text/source.ts';
import { assertNever } from '../text/assert-never.ts';
import { tokenSpan } from './cst.ts';
import { shiftSpans } from './shift-spans.ts';
import type { DeclarationNode } from './tree.ts';

interface Remembered {
  readonly start: number;
  readonly node: DeclarationNode;
}

/**
 * The declarations of one file as they were read last, by their text. A clause is read by itself, so a declaration that
 * reads as before is what it was, wherever it now stands. Those in which something was found are read again, since what
 * is said of them may speak of the text around them. What a reading does not ask for is forgotten after it.
 */
export class DeclarationMemory {
  #before: ReadonlyMap<string, Remembered> = new Map();
  #now = new Map<string, Remembered>();

  /** Begins the reading of a file: what the reading before has left is what there is to recall. */
  begin(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  recall(key: string, start: number): DeclarationNode | null {
    const known = this.#before.get(key) ?? this.#now.get(key);
    if (known === undefined) return null;
    const node = shiftSpans(known.node, start - known.start);
    this.#now.set(key, { start, node });
    return node;
  }

  remember(key: string, start: number, node: DeclarationNode): void {
    this.#now.set(key, { start, node });
  }
}

/**
 * What decides how a declaration reads: its text, from the beginning of its line, since how far a line is set in decides
 * where it goes on. Null where braces or characters are wrong, since then more than the text decides.
 */
export function keyOf(
  entry: OutlineEntry,
  source: SourceFile,
  problems: readonly OutlineProblem[],
): string | null {
  const span = entrySpan(entry);
  if (problems.some((problem) => touches(problem, span, source))) return null;
  const line = source.text.lastIndexOf('\n', span.start - 1) + 1;
  return `${span.start - line} ${source.text.slice(line, span.end)}`;
}

export function entrySpan({ head, block }: OutlineEntry): Span {
  const start = head[0]?.startOffset ?? 0;
  const last = block === null ? head.at(-1) : (block.close ?? block.open);
  return { start, end: last === undefined ? start : tokenSpan(last).end };
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
