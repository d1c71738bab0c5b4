import type { SourceFile, Span } from '../text/source.ts';
import type { Fix } from './fix.ts';

/**
 * An error stops the contract from being run; a warning does not and can be silenced with a reason; an assumption
 * records how something that the contract leaves open was read.
 */
export type DiagnosticLevel = 'error' | 'warning' | 'assumption';

/** A stretch of a text. Offsets count UTF-16 code units from 0, the end is exclusive. */
export interface Place {
  readonly source: SourceFile;
  readonly span: Span;
}

/** One finding. The message says what is wrong in the contract's words; `help` says what to write instead. */
export interface Diagnostic {
  /** `area/kebab-sentence`; its page is what `surety explain` prints. */
  readonly code: string;
  readonly level: DiagnosticLevel;
  /** Starts lower case, has no full stop, puts the author's text in backticks. */
  readonly message: string;
  readonly place: Place;
  /** Where in the document: `['plan Gold', 'targets', 'S2']`; empty when not inside anything named. */
  readonly path: readonly string[];
  /** What the message was made of, by the names that its definition gives. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Why it matters, in general: from the page of its code. */
  readonly why: string | null;
  /** What it comes to in this very contract, in days or money; null where that cannot be computed. */
  readonly consequence: string | null;
  /** What to write instead. */
  readonly help: string | null;
  readonly related: readonly { readonly message: string; readonly place: Place }[];
  /** What a machine may write instead, the likeliest first. */
  readonly fixes: readonly Fix[];
}
