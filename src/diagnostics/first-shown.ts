import type { Diagnostic } from './diagnostic.ts';

/** As many as anybody reads; the rest is mostly what follows from them. */
const MOST_SHOWN = 100;

/** The findings that are shown to people, in the order given: of very many, errors before others. */
export function firstShown(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= MOST_SHOWN) return diagnostics;
  const errors = diagnostics.filter(({ level }) => level === 'error').slice(0, MOST_SHOWN);
  const others = diagnostics.filter(({ level }) => level !== 'error').slice(0, MOST_SHOWN - errors.length);
  const shown = new Set([...errors, ...others]);
  return diagnostics.filter((diagnostic) => shown.has(diagnostic));
}

/** How many there are beyond those that are shown, and where; nothing where there are none. Ends in a line break. */
export function moreInWords(more: number): string {
  return more === 0 ? '' : `and ${more} more; \`surety check --format json\` has all of them\n`;
}
