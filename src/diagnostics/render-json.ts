import { positionAt } from '../text/source.ts';
import type { Diagnostic, DiagnosticLevel, Place } from './diagnostic.ts';

/** A finding as other programs read it. Lines and columns count from 1, columns in UTF-16 code units; ends are exclusive. */
export interface DiagnosticJson {
  readonly code: string;
  readonly level: DiagnosticLevel;
  readonly message: string;
  readonly place: PlaceJson;
  readonly path: readonly string[];
  readonly why: string | null;
  readonly help: string | null;
  readonly related: readonly { readonly message: string; readonly place: PlaceJson }[];
}

export interface PlaceJson {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function diagnosticToJson(diagnostic: Diagnostic): DiagnosticJson {
  return {
    ...diagnostic,
    place: placeToJson(diagnostic.place),
    related: diagnostic.related.map(({ message, place }) => ({ message, place: placeToJson(place) })),
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
