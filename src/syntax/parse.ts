import type { IToken } from 'chevrotain';
import { type OutlineProblem, readOutline } from '../../grammar/outline.ts';
import type { Collector } from '../diagnostics/collector.ts';
import type { SourceFile } from '../text/source.ts';
import { BlockBuilder } from './build-declaration.ts';
import { ClauseReader } from './clause-reader.ts';
import { tokenSpan } from './cst.ts';
import type { DeclarationNode, FileNode } from './tree.ts';

/**
 * Reads a file to its tree. Mistakes go to the collector, at most one a clause; what they touch is missing from the
 * tree, everything else is there.
 */
export function parseFile(source: SourceFile, collector: Collector): FileNode {
  const outline = readOutline(source.text);
  for (const problem of outline.problems) reportProblem(problem, source, collector);
  const unknownCharacters = outline.problems.flatMap((problem) =>
    problem.kind === 'unknown characters' ? [problem.offset] : [],
  );
  const builder = new BlockBuilder(new ClauseReader(source, collector, unknownCharacters));
  const declarations: DeclarationNode[] = [];
  let broken = outline.problems.length > 0;
  for (const entry of outline.entries) {
    const declaration = builder.declaration(entry);
    if (declaration === null) broken = true;
    else declarations.push(declaration);
  }
  if (outline.entries.length === 0 && outline.problems.length === 0) {
    collector.report('syntax/empty-file', { source, span: { start: 0, end: 0 } }, {});
  }
  return { source, declarations, broken };
}

function textOf(head: readonly IToken[]): string {
  return head.map((token) => token.image.trimEnd()).join(' ');
}

function reportProblem(problem: OutlineProblem, source: SourceFile, collector: Collector): void {
  switch (problem.kind) {
    case 'unknown characters': {
      const span = { start: problem.offset, end: problem.offset + problem.length };
      collector.report('syntax/unknown-characters', { source, span }, { text: problem.text });
      return;
    }
    case 'unclosed block': {
      const place = { source, span: tokenSpan(problem.open) };
      collector.report(
        'syntax/unclosed-block',
        place,
        { head: textOf(problem.head) },
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
      const last = problem.head[problem.head.length - 1] as IToken;
      const span = { start: problem.head[0]?.startOffset ?? 0, end: tokenSpan(last).end };
      collector.report('syntax/unopened-block', { source, span }, { head: textOf(problem.head) });
      return;
    }
    case 'stray close':
      collector.report('syntax/stray-close', { source, span: tokenSpan(problem.close) }, {});
      return;
    case 'block without head':
      collector.report('syntax/block-without-head', { source, span: tokenSpan(problem.open) }, {});
  }
}
