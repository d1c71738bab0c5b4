/**
 * A kind of token, in the form in which Chevrotain takes it: that library analyses the grammar when the tables are
 * written, and is not there when a contract is read.
 */
export interface TokenType {
  /** Without blanks and unlike any other; concrete trees call their parts by it. */
  readonly name: string;
  /** What messages call it. */
  readonly LABEL: string;
  readonly PATTERN: RegExp | string | TokenMatcher;
  /** Kinds that a token of this kind may stand for as well. */
  CATEGORIES: TokenType[];
}

/** Reads a token that begins at an offset, where no pattern can: its text alone in a list, or null. */
export type TokenMatcher = (text: string, offset: number) => [string] | null;

/** A piece of a text. */
export interface Token {
  tokenType: TokenType;
  readonly image: string;
  /** Offset of its first character; it ends `image.length` behind. */
  readonly startOffset: number;
}

/** What stands behind the last token of a clause. */
export const END: Token = {
  tokenType: { name: 'EOF', LABEL: 'the end of the clause', PATTERN: /(?!)/, CATEGORIES: [] },
  image: '',
  startOffset: Number.NaN,
};

/** Whether a token may stand where one of a kind is asked for. */
export function isA({ tokenType }: Token, type: TokenType): boolean {
  return tokenType === type || tokenType.CATEGORIES.includes(type);
}

/** The same, by the name of the kind. */
export function isOfKind({ tokenType }: Kinded, name: string): boolean {
  if (tokenType.name === name) return true;
  for (const category of tokenType.CATEGORIES ?? []) if (category.name === name) return true;
  return false;
}

/** Whether it may stand where one of some kinds is asked for. */
export function isOfAny({ tokenType }: Kinded, names: readonly string[]): boolean {
  if (names.includes(tokenType.name)) return true;
  for (const category of tokenType.CATEGORIES ?? []) if (names.includes(category.name)) return true;
  return false;
}

/** A token as far as its kind goes, ours or Chevrotain's. */
export interface Kinded {
  readonly tokenType: {
    readonly name: string;
    readonly CATEGORIES?: readonly { readonly name: string }[];
  };
}
