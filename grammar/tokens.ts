import type { TokenMatcher, TokenType } from './token.ts';
import { PLACED_WORDS, RESERVED_WORDS } from './words.ts';

/** A kind of token that the lexer finds by a pattern. */
export interface LexedType extends TokenType {
  readonly PATTERN: RegExp | TokenMatcher;
  /** Which characters it may begin with: the lexer tries no other kinds at a place. */
  readonly begins: RegExp;
}

function lexed(name: string, LABEL: string, begins: RegExp, PATTERN: RegExp | TokenMatcher): LexedType {
  return { name, LABEL, begins, PATTERN, CATEGORIES: [] };
}

const digit = /\d/;

/**
 * The tokens. Order decides: a longer form stands before the shorter one that begins like it (an instant before a
 * date before a number). Every token has a label, since labels are what error messages say.
 */
export const WhiteSpace = lexed('WhiteSpace', 'a blank', /[ \t\r\uFEFF\u00A0]/, /[ \t\r\uFEFF\u00A0]+/);
export const NewLine = lexed('NewLine', 'the end of the line', /\n/, /\n/);
export const Comment = lexed('Comment', 'a comment', /#/, /#[^\n]*/);

export const Identifier = lexed(
  'Identifier',
  'a name',
  /[\p{L}_]/u,
  /[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*/u,
);

export const Text = lexed('Text', 'a text in quotes', /"/, /"(?:[^"\\\n]|\\["\\])*"/);
/** A quote without its partner: up to the end of the line, or to the brace that ends it, which the block needs. */
export const UnclosedText = lexed('UnclosedText', 'a text without its closing quote', /"/, (text, offset) => {
  if (text[offset] !== '"') return null;
  const end = text.indexOf('\n', offset);
  const rest = text.slice(offset, end === -1 ? text.length : end).trimEnd();
  return [/[{}]$/.test(rest) ? rest.slice(0, -1).trimEnd() : rest];
});

export const Instant = lexed(
  'Instant',
  'an instant such as 2026-06-12T23:00+03:00',
  digit,
  /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})/,
);
export const DateToken = lexed('Date', 'a date such as 2026-06-12', digit, /\d{4}-\d{2}-\d{2}/);
export const Time = lexed('Time', 'a time such as 09:00', digit, /\d{1,2}:\d{2}(?::\d{2})?/);
export const MonthDay = lexed('MonthDay', 'a day of the year such as 12-24', digit, /\d{2}-\d{2}(?!\d)/);
export const RoundTheClock = lexed('RoundTheClock', '24x7', /2/, /24x7\b/);
export const FiveDays = lexed('FiveDays', '24x5', /2/, /24x5\b/);
export const Percent = lexed('Percent', 'a share such as 90%', digit, /\d+(?:\.\d+)?[ \t]?%/);
export const Factor = lexed('Factor', 'a factor such as 2x', digit, /\d+(?:\.\d+)?x\b/);
export const TzdataVersion = lexed(
  'TzdataVersion',
  'a version of the time-zone data such as 2025b',
  digit,
  /\d{4}[a-wyz]\b/,
);
export const NumberToken = lexed('Number', 'a number', digit, /\d+(?:\.\d+)?/);

export const FixedOffset = lexed(
  'FixedOffset',
  'a fixed offset such as fixed +03:00',
  /f/,
  /fixed[ \t]+[+-]\d{2}:\d{2}/,
);
export const ZoneName = lexed(
  'ZoneName',
  'a zone such as Europe/Berlin',
  /[A-Za-z_]/,
  /[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+/,
);
export const WeekdayToken = lexed(
  'Weekday',
  'a weekday such as Mon',
  /[MTWFS]/,
  /(?:Mon(?:day)?|Tue(?:sday)?|Wed(?:nesday)?|Thu(?:rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)(?![\p{L}\p{N}_-])/u,
);

export const DotDot = lexed('DotDot', '`..`', /\./, /\.\./);
export const Bar = lexed('Bar', '`|`', /\|/, /\|/);
export const Comma = lexed('Comma', '`,`', /,/, /,/);
export const Semicolon = lexed('Semicolon', '`;`', /;/, /;/);
export const Open = lexed('Open', '`{`', /\{/, /\{/);
export const Close = lexed('Close', '`}`', /\}/, /\}/);
export const LeftParen = lexed('LeftParen', '`(`', /\(/, /\(/);
export const RightParen = lexed('RightParen', '`)`', /\)/, /\)/);
export const NotEqual = lexed('NotEqual', '`!=`', /!/, /!=/);
export const AtMost = lexed('AtMost', '`<=`', /</, /<=/);
export const AtLeast = lexed('AtLeast', '`>=`', />/, />=/);
export const Less = lexed('Less', '`<`', /</, /</);
export const Greater = lexed('Greater', '`>`', />/, />/);
export const Equal = lexed('Equal', '`=`', /=/, /=/);
export const Dash = lexed('Dash', '`-`', /[-\u2013]/, /[-\u2013]/);

const RESERVED: ReadonlySet<string> = new Set(RESERVED_WORDS);

/**
 * The token of each word that has a fixed place, by the word. The lexer reads them as identifiers and `outline.ts` tells
 * them apart by this table: as patterns of their own, some two hundred, they would be analysed at every start and tried
 * one after another at every name.
 */
export const WORDS: Readonly<Record<string, TokenType>> = Object.fromEntries(
  [...new Set<string>([...RESERVED_WORDS, ...PLACED_WORDS])].map((word) => [
    word,
    {
      name: `Word_${word.replaceAll('-', '_')}`,
      LABEL: `\`${word}\``,
      PATTERN: word,
      CATEGORIES: RESERVED.has(word) ? [] : [Identifier],
    },
  ]),
);

/** The token type of a word; a word that is not in the table is a fault of the grammar. */
export function word(text: string): TokenType {
  const type = WORDS[text];
  if (type === undefined) throw new Error(`the word ${text} is missing from grammar/words.ts`);
  return type;
}

/** What the lexer looks for, in this order. */
export const LEXED_TOKENS: readonly LexedType[] = [
  WhiteSpace,
  NewLine,
  Comment,
  Text,
  UnclosedText,
  Instant,
  DateToken,
  Time,
  MonthDay,
  RoundTheClock,
  FiveDays,
  Percent,
  Factor,
  TzdataVersion,
  NumberToken,
  FixedOffset,
  ZoneName,
  WeekdayToken,
  Identifier,
  DotDot,
  Bar,
  Comma,
  Semicolon,
  Open,
  Close,
  LeftParen,
  RightParen,
  NotEqual,
  AtMost,
  AtLeast,
  Less,
  Greater,
  Equal,
  Dash,
];

/** What the parser meets. */
export const ALL_TOKENS: TokenType[] = [...LEXED_TOKENS, ...Object.values(WORDS)];
