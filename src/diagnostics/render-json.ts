import { positionAt } from '../text/source.ts';
import type { Applicability } from './fix.ts';
import type { Diagnostic, DiagnosticLevel, Place } from './diagnostic.ts';

/** A finding as other programs read it. Lines and columns count from 1, columns in UTF-16 code units; ends are exclusive. */
export interface DiagnosticJson {
  readonly code: string;
  readonly level: DiagnosticLevel;
  readonly message: string;
  readonly place: PlaceJson;
  readonly path: readonly string[];
  /** Why it matters, in general. */
  readonly why: string | null;
  /** What it comes to in this contract. */
  readonly consequence: string | null;
  readonly help: string | null;
  readonly related: readonly { readonly message: string; readonly place: PlaceJson }[];
  /** What a machine may write instead, the likeliest first. */
  readonly fixes: readonly FixJson[];
}

export interface FixJson {
  readonly title: string;
  readonly applicability: Applicability;
  readonly edits: readonly { readonly place: PlaceJson; readonly text: string }[];
}

export interface PlaceJson {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The finding in the form in which `check --json` prints it. */
export function diagnosticToJson(diagnostic: Diagnostic): DiagnosticJson {
  const { code, level, message, place, path, why, consequence, help, related, fixes } = diagnostic;
  return {
    code,
    level,
    message,
    place: placeToJson(place),
    path,
    why,
    consequence,
    help,
    related: related.map((other) => ({ message: other.message, place: placeToJson(other.place) })),
    fixes: fixes.map(({ title, applicability, edits }) => ({
      title,
      applicability,
      edits: edits.map((edit) => ({ place: placeToJson(edit.place), text: edit.text })),
    })),
  };
}

export function placeToJson({ source, span }: Place): PlaceJson {
  const start = positionAt(source, span.start);
  const end = positionAt(source, span.end);
  return {
    file: source.name,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
