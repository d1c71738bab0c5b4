import { tokenize } from '../../grammar/outline.ts';
import { Comment, NewLine } from '../../grammar/tokens.ts';
import type { SourceFile, Span } from '../text/source.ts';
import { positionAt } from '../text/source.ts';

/**
 * `# surety: allow lint/empty-quota because the plan is a placeholder`: one warning that an author has read and lets
 * stand. It speaks of the line that it ends, or, on a line of its own, of the next line that says something.
 */
export interface Silence {
  readonly source: SourceFile;
  /** The comment. */
  readonly span: Span;
  readonly code: string;
  readonly codeSpan: Span;
  /** Empty when none is given. */
  readonly reason: string;
  /** The line it speaks of, from 1; null when nothing follows. */
  readonly line: number | null;
}

const WRITTEN = /^#\s*surety:\s*allow\s+(?<code>[^\s]+)(?:\s+because\s+(?<reason>.*))?/d;

export function silencesIn(source: SourceFile): readonly Silence[] {
  if (!source.text.includes('surety:')) return [];
  const { tokens } = tokenize(source.text);
  const saying = tokens.filter(({ tokenType }) => tokenType !== Comment && tokenType !== NewLine);
  const lines = saying.map(({ startOffset }) => positionAt(source, startOffset).line);
  return tokens.flatMap((token) => {
    const found = token.tokenType === Comment ? WRITTEN.exec(token.image) : null;
    const code = found?.groups?.['code'];
    const at = found?.indices?.groups?.['code'];
    if (code === undefined || at === undefined) return [];
    const start = token.startOffset;
    const { line } = positionAt(source, start);
    return [
      {
        source,
        span: { start, end: start + token.image.trimEnd().length },
        code,
        codeSpan: { start: start + at[0], end: start + at[1] },
        reason: found?.groups?.['reason']?.trim() ?? '',
        line: lines.includes(line) ? line : (lines.find((other) => other > line) ?? null),
      },
    ];
  });
}
