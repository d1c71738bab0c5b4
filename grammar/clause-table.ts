import table from './clause-table.json' with { type: 'json' };
import type { Look } from './gate.ts';

/**
 * The grammar as the reader of clauses takes it: what each rule consists of, with the tokens that tell which way to go.
 * It is written from the rules in `rules/`, by `npm run generate`.
 */
export const CLAUSE_TABLE = table as unknown as ClauseTable;

export type ClauseTable = Readonly<Record<string, readonly Step[]>>;

/** What stands next in a clause. Tokens and rules are named. */
export type Step =
  | { readonly kind: 'token'; readonly type: string }
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'choice'; readonly ways: readonly Way[] }
  /** Once or not at all. */
  | ({ readonly kind: 'option' } & Way)
  /** Any number of times. */
  | ({ readonly kind: 'many' } & Way)
  /** At least once. */
  | ({ readonly kind: 'some' } & Way)
  /** At least once, with a token in between. */
  | ({ readonly kind: 'list'; readonly separator: string } & Way);

/** Steps that are taken where a gate is open and the tokens ahead are of certain kinds, which are named. */
export interface Way {
  readonly gate: readonly Look[];
  /** Kinds of the next token, where it alone tells the way apart from others. */
  readonly first: readonly string[];
  /** Kinds of the next tokens, as few of them as tell it apart. */
  readonly paths: readonly (readonly string[])[];
  readonly steps: readonly Step[];
}
