import {
  Alternation,
  type CstElement as AnyElement,
  type IProduction,
  type IToken,
  Lexer,
  NonTerminal,
  type Rule,
  type TokenType as AnyType,
} from 'chevrotain';
import type { CstElement } from '../../grammar/concrete-tree.ts';
import type { LexedText } from '../../grammar/lexer.ts';
import { ClauseParser, type ClauseRule } from '../../grammar/parser.ts';
import type { Mistake, Reading } from '../../grammar/read-clause.ts';
import { END, type Token, type TokenType } from '../../grammar/token.ts';
import { Identifier, LEXED_TOKENS, type LexedType, WhiteSpace, WORDS } from '../../grammar/tokens.ts';

/** What Chevrotain's types leave out: how it complains where no way goes on, and how far a choice looks ahead. */
interface Inner {
  maxLookahead: number;
  getCurrRuleFullName(): string;
  raiseNoAltException(choice: number, message: unknown): never;
}

const Base = ClauseParser as unknown as new () => ClauseParser & Inner;

/**
 * Chevrotain looks as far ahead for a message as any choice does, and not as far as the one at hand. Where names follow
 * names, each of which may be any word of the language, that takes for ever.
 */
class Parser extends Base {
  override raiseNoAltException(choice: number, message: unknown): never {
    const { maxLookahead } = this;
    const rule = this.getGAstProductions()[this.getCurrRuleFullName()]!;
    this.maxLookahead = lookAheadOf(rule, choice) ?? maxLookahead;
    try {
      return super.raiseNoAltException(choice, message);
    } finally {
      this.maxLookahead = maxLookahead;
    }
  }
}

function lookAheadOf(rule: Rule, choice: number): number | undefined {
  const within = (parts: readonly IProduction[]): readonly Alternation[] =>
    parts.flatMap((part) => [
      ...(part instanceof Alternation ? [part] : []),
      ...('definition' in part && !(part instanceof NonTerminal)
        ? within(part.definition as readonly IProduction[])
        : []),
    ]);
  const found = within(rule.definition).find(({ idx }) => idx === choice);
  return (found as { readonly maxLookahead?: number } | undefined)?.maxLookahead;
}

const parser = new Parser();

/** What Chevrotain makes of a clause, by the rules from which the table is written. */
export function readByChevrotain(rule: string, tokens: readonly Token[]): Reading {
  // The parser has numbered the kinds of tokens, and goes by these numbers.
  parser.input = tokens.map((token): IToken => {
    const tokenType: AnyType = token.tokenType;
    return { ...token, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx! };
  });
  const node = parser[rule as ClauseRule]();
  const [mistake] = parser.errors;
  const ours = (token: IToken): Token => tokens.find((each) => each.startOffset === token.startOffset) ?? END;
  const plain = (element: AnyElement): CstElement => {
    if ('image' in element) return ours(element);
    const parts = Object.entries(element.children).map(([name, parts]) => [name, parts.map(plain)]);
    return { name: element.name, children: Object.fromEntries(parts) as Record<string, CstElement[]> };
  };
  if (mistake === undefined) return { tree: plain(node) as Reading['tree'] & object, mistake: null };
  const kind = KINDS[mistake.name]!;
  return { tree: null, mistake: { kind, message: mistake.message, token: ours(mistake.token) } };
}

const KINDS: Readonly<Record<string, Mistake['kind']>> = {
  MismatchedTokenException: 'other token',
  NoViableAltException: 'no way on',
  EarlyExitException: 'nothing there',
  NotAllInputParsedException: 'not at the end',
};

/** Chevrotain's kinds of tokens, and ours by them. */
const kinds: ReadonlyMap<AnyType, LexedType> = new Map(
  LEXED_TOKENS.map((type) => [forChevrotain(type), type]),
);

function forChevrotain({ name, PATTERN }: LexedType): AnyType {
  const group = name === WhiteSpace.name ? { GROUP: Lexer.SKIPPED } : {};
  // Chevrotain rebuilds a pattern with the sticky flag alone, and `\p{L}` without `u` is the text `p{L}`.
  const isUnicode = PATTERN instanceof RegExp && PATTERN.unicode;
  return { name, PATTERN: isUnicode ? sticky(PATTERN) : PATTERN, LINE_BREAKS: name === 'NewLine', ...group };
}

function sticky(pattern: RegExp) {
  const copy = new RegExp(pattern, 'uy');
  return (text: string, offset: number): RegExpExecArray | null => {
    copy.lastIndex = offset;
    return copy.exec(text);
  };
}

const lexer = new Lexer([...kinds.keys()], { positionTracking: 'onlyOffset', ensureOptimizations: false });

/** The tokens of a text as Chevrotain tells them apart, which tries every kind at every place. */
export function tokenizeByChevrotain(text: string): LexedText {
  const { tokens, errors } = lexer.tokenize(text);
  return {
    tokens: tokens.map(({ tokenType, image, startOffset }) => {
      const type: TokenType = kinds.get(tokenType)!;
      const word = type === Identifier && Object.hasOwn(WORDS, image) ? WORDS[image] : undefined;
      return { tokenType: word ?? type, image, startOffset };
    }),
    unknown: errors.map(({ offset, length }) => ({ offset, length })),
  };
}
