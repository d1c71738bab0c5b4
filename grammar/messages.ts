import { END } from './token.ts';
import { Text, UnclosedText } from './tokens.ts';

/** As much of a kind of token as a message says. */
interface Named {
  readonly name: string;
  readonly LABEL?: string;
}

interface Found {
  readonly tokenType: Named;
  readonly image: string;
}

/** One of some kinds of tokens was asked for where another stands. */
export function expected(types: readonly Named[], actual: Found | undefined): string {
  return `expected ${oneOf(types)}, found ${found(actual)}`;
}

/** A clause goes on where it could only have ended. */
export function shouldEndBefore(token: Found): string {
  return `the clause should end before ${found(token)}`;
}

/** What stands where something else was expected, as the author would call it. */
export function found(token: Found | undefined): string {
  const kind = token?.tokenType.name;
  if (token === undefined || kind === END.tokenType.name) return 'the end of the clause';
  if (kind === UnclosedText.name) return 'a text without its closing quote';
  return kind === Text.name ? `the text ${token.image}` : `\`${token.image}\``;
}

function oneOf(types: readonly Named[]): string {
  const labels = [...new Set(types.map(({ name, LABEL }) => LABEL ?? name))];
  if (labels.length > 6) return `${labels.slice(0, 5).join(', ')} or another of ${labels.length} beginnings`;
  return labels.length < 2
    ? (labels[0] ?? 'something else')
    : `${labels.slice(0, -1).join(', ')} or ${labels[labels.length - 1]}`;
}
