import type { Diagnostic, DiagnosticLevel } from './diagnostic.ts';

/** Worst first. */
export const LEVELS: readonly DiagnosticLevel[] = ['error', 'warning', 'assumption'];

/** By place: file by name, then where in the file, then code. The order in which findings are read and compared. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.place.source.name, b.place.source.name) ||
      a.place.span.start - b.place.span.start ||
      a.place.span.end - b.place.span.end ||
      compareText(a.code, b.code),
  );
}

/** By level, worst first, then by place. The order for readers that may see only the first few. */
export function worstFirst(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const ordered = inReadingOrder(diagnostics);
  return LEVELS.flatMap((level) => ordered.filter((diagnostic) => diagnostic.level === level));
}

/** By code units, so that no locale has a say. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
