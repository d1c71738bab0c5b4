import type { Diagnostic, DiagnosticLevel, Place } from './diagnostic.ts';
import type { Fix } from './fix.ts';

/** One kind of finding, declared once: how it reads, and the page that `surety explain` prints. */
export interface Definition<P> {
  readonly level: DiagnosticLevel;
  readonly message: (params: P) => string;
  /** What to write instead; null when the message says it. */
  readonly help: (params: P, place: Place) => string | null;
  /** What a machine may write instead, the likeliest first; left out where only the author can know. */
  readonly fixes?: (params: P, place: Place, related: Diagnostic['related']) => readonly Fix[];
  /** True when a second finding of the same message is the same mistake, wherever it stands. */
  readonly saidOnce?: true;
  readonly page: Page;
}

/** The page of a finding. The examples are whole files; tests hold that `wrong` shows it and `right` does not. */
export interface Page {
  readonly why: string;
  readonly wrong: string;
  readonly right: string;
}

export function error<P>(definition: Omit<Definition<P>, 'level'>): Definition<P> {
  return { level: 'error', ...definition };
}

export function warning<P>(definition: Omit<Definition<P>, 'level'>): Definition<P> {
  return { level: 'warning', ...definition };
}

export function assumption<P>(definition: Omit<Definition<P>, 'level'>): Definition<P> {
  return { level: 'assumption', saidOnce: true, ...definition };
}

/** ` (did you mean …?)`, or nothing. */
export function didYouMean(candidate: string | null): string | null {
  return candidate === null ? null : `did you mean \`${candidate}\`?`;
}
