import type { Diagnostic, DiagnosticLevel } from './diagnostic.ts';

/** How many findings there are, by level and by code. */
export interface Tally {
  readonly levels: Readonly<Record<DiagnosticLevel, number>>;
  /** Most frequent first, then by name. */
  readonly codes: readonly {
    readonly code: string;
    readonly level: DiagnosticLevel;
    readonly count: number;
  }[];
}

export function tally(diagnostics: readonly Diagnostic[]): Tally {
  const levels: Record<DiagnosticLevel, number> = { error: 0, warning: 0, assumption: 0 };
  const codes = new Map<string, { code: string; level: DiagnosticLevel; count: number }>();
  for (const { code, level } of diagnostics) {
    levels[level] += 1;
    const entry = codes.get(code);
    if (entry === undefined) codes.set(code, { code, level, count: 1 });
    else entry.count += 1;
  }
  const byCount = [...codes.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  return { levels, codes: byCount };
}

/** `2 errors, 1 warning, 3 assumptions`; levels without findings are left out, `no findings` when all are. */
export function levelsInWords(levels: Tally['levels']): string {
  const parts = (['error', 'warning', 'assumption'] as const).flatMap((level) => {
    const count = levels[level];
    return count === 0 ? [] : [`${count} ${level}${count === 1 ? '' : 's'}`];
  });
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}
