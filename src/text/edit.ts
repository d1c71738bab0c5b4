import type { Span } from './source.ts';

/** A stretch of a text and what is to stand there instead; an empty span is a place to insert at. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Whether two edits cannot both be made: they share text, or insert at one place. */
export function collide(a: Edit, b: Edit): boolean {
  if (a.span.start === b.span.start) return true;
  return a.span.start < b.span.end && b.span.start < a.span.end;
}

/** The text with all edits made. @throws Error when two of them collide. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
  let done = '';
  let at = 0;
  ordered.forEach((edit, i) => {
    const before = ordered[i - 1];
    if (before !== undefined && collide(before, edit)) throw new Error('two edits of one place');
    done += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  });
  return done + text.slice(at);
}
