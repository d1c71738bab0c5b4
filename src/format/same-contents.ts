import type { Token } from '../../grammar/token.ts';
import { type Outline, type OutlineEntry, readOutline, tokenize } from '../../grammar/outline.ts';
import { Comment } from '../../grammar/tokens.ts';
import { commentText } from './read-items.ts';
import { printedForm } from './spacing.ts';

/**
 * The first thing that two texts do not share, in words; null when they have the same clauses in the same blocks
 * and the same comments in the same order.
 */
export function findDifference(before: string, after: string): string | null {
  const outline = readOutline(after);
  const [problem] = outline.problems;
  if (problem !== undefined) return `the formatted text has a problem of its own: ${problem.kind}`;
  return (
    firstDifference('clause', contentsOf(readOutline(before)), contentsOf(outline)) ??
    firstDifference('comment', commentsOf(before), commentsOf(after))
  );
}

function firstDifference(what: string, before: readonly string[], after: readonly string[]): string | null {
  const length = Math.max(before.length, after.length);
  for (let i = 0; i < length; i++) {
    if (before[i] !== after[i]) {
      return `${what} ${String(i + 1)} was ${before[i] ?? 'missing'} and became ${after[i] ?? 'missing'}`;
    }
  }
  return null;
}

/** The outline as a list: a line a clause, with its depth, its kind and its tokens. */
function contentsOf(outline: Outline): string[] {
  return outline.entries.flatMap((entry) => contentsOfEntry(entry, 0));
}

function contentsOfEntry(entry: OutlineEntry, depth: number): string[] {
  const kind = entry.block === null ? 'clause' : 'block';
  const head = `${String(depth)} ${kind} ${entry.head.map(describe).join(' ')}`;
  return [head, ...(entry.block?.entries ?? []).flatMap((inner) => contentsOfEntry(inner, depth + 1))];
}

function describe(token: Token): string {
  return `${token.tokenType.name}(${printedForm(token)})`;
}

function commentsOf(text: string): string[] {
  return tokenize(text)
    .tokens.filter((token) => token.tokenType === Comment)
    .map(commentText);
}
