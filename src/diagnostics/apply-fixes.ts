import { applyEdits, collide, type Edit } from '../text/edit.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Fix } from './fix.ts';

/** How far a machine goes: what is certain, or the first suggestion of each finding as well. */
export type FixMode = 'safe' | 'suggested';

export interface AppliedFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

export interface Fixed {
  readonly text: string;
  /** In the order of the findings. */
  readonly applied: readonly AppliedFix[];
}

/**
 * The text of a file with its findings mended: of each finding its first fix that the mode allows, whole or not at
 * all. Where two fixes want one place the first finding has it, and the other waits for the next check; a fix that
 * reaches into another file is left to a person.
 */
export function applyFixes(
  file: { readonly name: string; readonly text: string },
  diagnostics: readonly Diagnostic[],
  mode: FixMode,
): Fixed {
  const edits: Edit[] = [];
  const applied: AppliedFix[] = [];
  for (const diagnostic of diagnostics) {
    const fix = fixFor(diagnostic, mode);
    if (fix === null || fix.edits.some(({ place }) => place.source.name !== file.name)) continue;
    const own = fix.edits.map(({ place, text }) => ({ span: place.span, text }));
    if (own.some((edit) => edits.some((other) => collide(edit, other)))) continue;
    edits.push(...own);
    applied.push({ diagnostic, fix });
  }
  return { text: applyEdits(file.text, edits), applied };
}

/** The fix of a finding that a machine may make; null when it has none. */
export function fixFor({ fixes }: Diagnostic, mode: FixMode): Fix | null {
  const [first] = fixes;
  return first !== undefined && (mode === 'suggested' || first.applicability === 'safe') ? first : null;
}
