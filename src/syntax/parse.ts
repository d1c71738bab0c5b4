import type { Token } from '../../grammar/token.ts';
import { type OutlineEntry, type OutlineProblem, readOutline } from '../../grammar/outline.ts';
import type { Collector } from '../diagnostics/collector.ts';
import { foreignForm } from '../diagnostics/foreign-form.ts';
import { pastedTable } from '../diagnostics/foreign/pasted-table.ts';
import { positionAt, type SourceFile, type Span } from '../text/source.ts';
import { BlockReader } from './block-reader.ts';
import { buildDeclaration } from './build-declaration.ts';
import { ClauseReader } from './clause-reader.ts';
import { tokenSpan } from './cst.ts';
import { type DeclarationMemory, entrySpan, keyOf } from './declaration-memory.ts';
import type { DeclarationNode, FileNode } from './tree.ts';

/**
 * Reads a file to its tree. Mistakes go to the collector, at most one a clause; what they touch is missing from the
 * tree, everything else is there. With the memory of an earlier reading, declarations that read as before are not read
 * again; the result is the same.
 */
export function parseFile(
  source: SourceFile,
  collector: Collector,
  memory: DeclarationMemory | null = null,
): FileNode {
  const outline = readOutline(source.text);
  const lines = new Set<number>();
  for (const problem of outline.problems) {
    if (problem.kind === 'unknown characters') {
      // One line, one mistake: a text in typographic quotes has two of them.
      const { line } = positionAt(source, problem.offset);
      if (lines.has(line)) continue;
      lines.add(line);
    }
    reportProblem(problem, source, collector);
  }
  const unknownCharacters = outline.problems.flatMap((problem) =>
    problem.kind === 'unknown characters' ? [problem.offset] : [],
  );
  memory?.begin();
  const blocks = new BlockReader(new ClauseReader(source, collector, unknownCharacters));
  const declarations: DeclarationNode[] = [];
  let broken = outline.problems.length > 0;
  for (const entry of outline.entries) {
    const read = (): DeclarationNode | null => buildDeclaration(blocks, entry);
    const key = memory === null ? null : keyOf(entry, source, outline.problems);
    const declaration =
      memory === null || key === null ? read() : recalled(memory, key, entry, collector, read);
    if (declaration === null) broken = true;
    else declarations.push(declaration);
  }
  if (outline.entries.length === 0 && outline.problems.length === 0) {
    collector.report('syntax/empty-file', { source, span: { start: 0, end: 0 } }, {});
  }
  return { source, declarations, broken };
}

/** A declaration as it was read before, or read now and remembered where nothing is found in it. */
function recalled(
  memory: DeclarationMemory,
  key: string,
  entry: OutlineEntry,
  collector: Collector,
  read: () => DeclarationNode | null,
): DeclarationNode | null {
  const { start } = entrySpan(entry);
  const known = memory.recall(key, start);
  if (known !== null) return known;
  const found = collector.diagnostics.length;
  const declaration = read();
  if (declaration !== null && collector.diagnostics.length === found)
    memory.remember(key, start, declaration);
  return declaration;
}

/** A head as written, on one line. */
function textOf(head: readonly Token[], source: SourceFile): string {
  const { start, end } = spanOf(head);
  return source.text.slice(start, end).replace(/\s+/g, ' ');
}

function spanOf(head: readonly Token[]): Span {
  const last = head[head.length - 1];
  return { start: head[0]?.startOffset ?? 0, end: last === undefined ? 0 : tokenSpan(last).end };
}

function reportProblem(problem: OutlineProblem, source: SourceFile, collector: Collector): void {
  switch (problem.kind) {
    case 'unknown characters': {
      const span = { start: problem.offset, end: problem.offset + problem.length };
      const foreign = pastedTable({ source, span }) ?? foreignForm({ source, span }, null);
      if (foreign === null) {
        collector.report('syntax/unknown-characters', { source, span }, { text: problem.text });
      } else collector.report('syntax/foreign-form', foreign.place, foreign.params);
      return;
    }
    case 'unclosed block': {
      const place = { source, span: tokenSpan(problem.open) };
      collector.report(
        'syntax/unclosed-block',
        place,
        { head: textOf(problem.head, source) },
        {
          related:
            problem.before === null
              ? []
              : [
                  {
                    message: 'the `}` is missing before this',
                    place: { source, span: tokenSpan(problem.before) },
                  },
                ],
        },
      );
      return;
    }
    case 'unopened block': {
      collector.report(
        'syntax/unopened-block',
        { source, span: spanOf(problem.head) },
        { head: textOf(problem.head, source) },
      );
      return;
    }
    case 'stray close':
      collector.report('syntax/stray-close', { source, span: tokenSpan(problem.close) }, {});
      return;
    case 'block without head':
      collector.report('syntax/block-without-head', { source, span: tokenSpan(problem.open) }, {});
  }
}
