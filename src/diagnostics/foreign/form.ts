import type { Applicability } from '../fix.ts';

/** What a form names of itself, by the names of its groups. */
export type Parts = Readonly<Record<string, string | undefined>>;

/** As much of a pattern as is needed to make it: most contracts are read without any of them. */
export type Pattern = Pick<RegExp, 'source' | 'flags'>;

interface Form {
  /** Of a form with a group `mark`, that group alone is what is written otherwise. */
  readonly form: Pattern;
  /** The clauses in which it is read so, by their first word, or by the rule of a row; any where left out. */
  readonly within?: RegExp;
}

/** How other documents write something that the language writes in its own way. */
export interface Rewritten extends Form {
  /** The language's own form; several where it may mean either, null where it is none after all. */
  readonly write: (parts: Parts) => string | readonly string[] | null;
  readonly applicability: Applicability;
}

/** What other documents say in a place in which the language does not say it, or do not say at all. */
export interface Advised extends Form {
  /** What is wrong with it, after the words themselves: `does not say which hours`. */
  readonly problem: string;
  readonly help: (parts: Parts) => string;
  /** What is plainly meant, where it is. */
  readonly write?: (parts: Parts) => string;
}

export type ForeignForm = Rewritten | Advised;

/** A pattern put together from others, for letters of either case. */
export function anyCase(strings: TemplateStringsArray, ...parts: readonly string[]): Pattern {
  return { source: String.raw(strings, ...parts), flags: 'iu' };
}

/** Dashes of all lengths, as office programs write them. */
export const DASH = '[-\\u2010-\\u2015\\u2212]';
