import { EOF, type IParserErrorMessageProvider, type IToken, type TokenType, tokenLabel } from 'chevrotain';
import { Text, UnclosedText } from './tokens.ts';

/** Chevrotain's own messages are for grammar authors; these are for people who write contracts. */
export const clauseMessages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected, actual }) =>
    `expected ${tokenLabel(expected)}, found ${found(actual)}`,
  buildNotAllInputParsedMessage: ({ firstRedundant }) =>
    `the clause should end before ${found(firstRedundant)}`,
  buildNoViableAltMessage: ({ expectedPathsPerAlt, actual }) =>
    `expected ${oneOf(expectedPathsPerAlt.flatMap(firstTokens))}, found ${found(actual[0])}`,
  buildEarlyExitMessage: ({ expectedIterationPaths, actual }) =>
    `expected ${oneOf(firstTokens(expectedIterationPaths))}, found ${found(actual[0])}`,
};

/** What stands where something else was expected, as the author would call it. */
export function found(token: IToken | undefined): string {
  if (token === undefined || token.tokenType === EOF) return 'the end of the clause';
  if (token.tokenType === UnclosedText) return 'a text without its closing quote';
  if (token.tokenType === Text) return `the text ${token.image}`;
  return `\`${token.image}\``;
}

function firstTokens(paths: readonly (readonly TokenType[])[]): TokenType[] {
  return paths.flatMap((path) => path.slice(0, 1));
}

function oneOf(types: readonly TokenType[]): string {
  const labels = [...new Set(types.map((type) => tokenLabel(type)))];
  if (labels.length > 6) return `${labels.slice(0, 5).join(', ')} or another of ${labels.length} beginnings`;
  return labels.length < 2
    ? (labels[0] ?? 'something else')
    : `${labels.slice(0, -1).join(', ')} or ${labels[labels.length - 1]}`;
}
