import { type OutlineProblem, readOutline } from '../../grammar/outline.ts';
import { UnclosedText } from '../../grammar/tokens.ts';
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
  const builder = new BlockBuilder(new ClauseReader(source, collector));
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

function reportProblem(problem: OutlineProblem, source: SourceFile, collector: Collector): void {
  switch (problem.kind) {
    case 'unknown characters': {
      const span = { start: problem.offset, end: problem.offset + problem.length };
      collector.report('syntax/unknown-characters', { source, span }, { text: problem.text });
      return;
    }
    case 'unclosed block': {
      const head = problem.head.map((token) => token.image).join(' ');
      if (problem.head.some((token) => token.tokenType === UnclosedText)) return;
      collector.report('syntax/unclosed-block', { source, span: tokenSpan(problem.open) }, { head });
      return;
    }
    case 'stray close':
      collector.report('syntax/stray-close', { source, span: tokenSpan(problem.close) }, {});
      return;
    case 'block without head':
      collector.report('syntax/block-without-head', { source, span: tokenSpan(problem.open) }, {});
  }
}
