import type { Token } from './token.ts';
import { Identifier, LEXED_TOKENS, type LexedType, WhiteSpace, WORDS } from './tokens.ts';

/** Characters that no token can begin with. */
export interface UnknownCharacters {
  readonly offset: number;
  readonly length: number;
}

export interface LexedText {
  /** Comments and line ends included, blanks left out. */
  readonly tokens: readonly Token[];
  readonly unknown: readonly UnknownCharacters[];
}

/**
 * Splits a text into its tokens: at each place the first kind of `LEXED_TOKENS` that matches. A part of a text is to begin
 * where a token may and to end where one does.
 */
export function tokenize(text: string, from = 0, to = text.length): LexedText {
  const tokens: Token[] = [];
  const unknown: UnknownCharacters[] = [];
  let offset = from;
  let isUnknown = 0;
  while (offset < to) {
    const found = tokenAt(text, offset);
    if (found === null) {
      isUnknown += 1;
      offset += 1;
      continue;
    }
    if (isUnknown > 0) unknown.push({ offset: offset - isUnknown, length: isUnknown });
    isUnknown = 0;
    if (found.tokenType !== WhiteSpace) tokens.push(found);
    offset += found.image.length;
  }
  if (isUnknown > 0) unknown.push({ offset: offset - isUnknown, length: isUnknown });
  return { tokens, unknown };
}

function tokenAt(text: string, offset: number): Token | null {
  for (const { type, end } of readersFor(text.codePointAt(offset) as number)) {
    const to = end(text, offset);
    if (to === null) continue;
    const image = text.slice(offset, to);
    const tokenType = type === Identifier ? (words.get(image) ?? type) : type;
    return { tokenType, image, startOffset: offset };
  }
  return null;
}

const words = new Map(Object.entries(WORDS));

/** A kind of token, and where one that begins at an offset ends; null where there is none. */
interface Reader {
  readonly type: LexedType;
  readonly end: (text: string, offset: number) => number | null;
}

const readers: readonly Reader[] = LEXED_TOKENS.map((type) => ({ type, end: endOf(type) }));

function endOf({ PATTERN }: LexedType): Reader['end'] {
  if (!(PATTERN instanceof RegExp)) {
    return (text, offset) => {
      const found = PATTERN(text, offset);
      return found === null ? null : offset + found[0].length;
    };
  }
  const sticky = new RegExp(PATTERN, `${PATTERN.flags}y`);
  return (text, offset) => {
    sticky.lastIndex = offset;
    return sticky.test(text) ? sticky.lastIndex : null;
  };
}

/** What to try at a place, by its first character; found out when one is first met. */
const byFirst = new Map<number, readonly Reader[]>();

function readersFor(first: number): readonly Reader[] {
  const known = byFirst.get(first);
  if (known !== undefined) return known;
  const character = String.fromCodePoint(first);
  const fitting = readers.filter(({ type }) => type.begins.test(character));
  byFirst.set(first, fitting);
  return fitting;
}
