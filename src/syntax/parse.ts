import type { Token } from '../../grammar/token.ts';
import { type OutlineEntry, type OutlineProblem, readOutline, readPlainPart } from '../../grammar/outline.ts';
import type { Collector } from '../diagnostics/collector.ts';
import { foreignForm } from '../diagnostics/foreign-form.ts';
import { pastedTable } from '../diagnostics/foreign/pasted-table.ts';
import { positionAt, type SourceFile, type Span } from '../text/source.ts';
import { BlockReader } from './block-reader.ts';
import { buildDeclaration } from './build-declaration.ts';
import { ClauseReader } from './clause-reader.ts';
import { tokenSpan } from './cst.ts';
import type { DeclarationMemory } from './declaration-memory.ts';
import { entrySpan, isTouched, keyOf, type ReadEntry } from './file-reading.ts';
import type { PartToRead } from './part-to-read.ts';
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
  const part = memory?.partToRead(source.text) ?? wholeOf(source.text);
  const { problems } = part.outline;
  reportProblems(problems, source, collector);
  const unknownCharacters = problems.flatMap((problem) =>
    problem.kind === 'unknown characters' ? [problem.offset] : [],
  );
  const blocks = new BlockReader(new ClauseReader(source, collector, unknownCharacters));

  const entries: ReadEntry[] = [];
  const declarations: DeclarationNode[] = [];
  const take = (entry: ReadEntry, declaration: DeclarationNode | null): void => {
    entries.push(entry);
    if (declaration !== null) declarations.push(declaration);
  };
  const read = (entry: OutlineEntry): void => {
    const found = collector.diagnostics.length;
    const declaration = buildDeclaration(blocks, entry);
    const span = entrySpan(entry);
    const isClean = collector.diagnostics.length === found && !isTouched(span, problems, source);
    take({ ...span, node: isClean ? declaration : null }, declaration);
  };
  const keep = (entry: ReadEntry): void => {
    if (entry.node === null) readPlainPart(source.text, entry).entries.forEach(read);
    else take(entry, entry.node);
  };
  const recall = memory?.recaller(part.last) ?? null;
  part.before.forEach(keep);
  for (const entry of part.outline.entries) {
    const span = entrySpan(entry);
    const isKnown = recall !== null && !isTouched(span, problems, source);
    const known = isKnown ? recall(keyOf(source.text, span), span.start) : null;
    if (known === null) read(entry);
    else keep(known);
  }
  part.behind.forEach(keep);

  memory?.remember({ text: source.text, entries, isPlain: problems.length === 0 });
  if (entries.length === 0 && problems.length === 0) {
    collector.report('syntax/empty-file', { source, span: { start: 0, end: 0 } }, {});
  }
  return { source, declarations, broken: problems.length > 0 || declarations.length < entries.length };
}

function wholeOf(text: string): PartToRead {
  return { before: [], outline: readOutline(text), behind: [], last: [] };
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

function reportProblems(problems: readonly OutlineProblem[], source: SourceFile, collector: Collector): void {
  const lines = new Set<number>();
  for (const problem of problems) {
    if (problem.kind === 'unknown characters') {
      // One line, one mistake: a text in typographic quotes has two of them.
      const { line } = positionAt(source, problem.offset);
      if (lines.has(line)) continue;
      lines.add(line);
    }
    reportProblem(problem, source, collector);
  }
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
