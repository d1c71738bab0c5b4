import { isOfAny, type Kinded, type TokenType } from './token.ts';

/**
 * One look at a token further on. Where the first tokens of a part do not tell whether it is there, such looks do: all
 * that a gate consists of have to hold.
 */
export interface Look {
  /** 1 is the next token. */
  readonly at: number;
  /** Names of kinds of tokens, one of which it must be. */
  readonly is: readonly string[];
  /** That it must be none of them instead. */
  readonly not: boolean;
}

export function is(at: number, ...types: readonly TokenType[]): Look {
  return { at, is: types.map(({ name }) => name), not: false };
}

export function isNot(at: number, ...types: readonly TokenType[]): Look {
  return { at, is: types.map(({ name }) => name), not: true };
}

export function isOpen(gate: readonly Look[], ahead: (distance: number) => Kinded): boolean {
  return gate.every(({ at, is, not }) => isOfAny(ahead(at), is) !== not);
}
