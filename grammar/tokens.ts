import { createToken, type CustomPatternMatcherFunc, Lexer, type TokenType } from 'chevrotain';
import { PLACED_WORDS, RESERVED_WORDS } from './words.ts';

/**
 * A pattern with the `u` flag, as a function: Chevrotain rebuilds a plain pattern with the sticky flag alone, and
 * `\p{L}` without `u` is the text `p{L}`.
 */
function unicode(source: string): CustomPatternMatcherFunc & { readonly source: string } {
  const pattern = new RegExp(source, 'uy');
  const match: CustomPatternMatcherFunc = (text, offset) => {
    pattern.lastIndex = offset;
    return pattern.exec(text);
  };
  return Object.assign(match, { source });
}

/**
 * Where an identifier may begin, so that the lexer need not try every pattern at every place: the letters below 256
 * and, above, one character of each of the blocks of 256 that Chevrotain tells apart.
 */
const letters = Array.from({ length: 256 }, (_, code) => code).filter((code) =>
  /[\p{L}_]/u.test(String.fromCharCode(code)),
);
const blocks = Array.from({ length: 255 }, (_, block) => (block + 1) * 256);

/**
 * The tokens. Order decides: a longer form stands before the shorter one that begins like it (an instant before a
 * date before a number). Every token has a label, since labels are what error messages say.
 */
export const WhiteSpace = createToken({
  name: 'WhiteSpace',
  pattern: /[ \t\r\uFEFF\u00A0]+/,
  group: Lexer.SKIPPED,
});
export const NewLine = createToken({ name: 'NewLine', pattern: /\n/, label: 'the end of the line' });
export const Comment = createToken({ name: 'Comment', pattern: /#[^\n]*/, label: 'a comment' });

export const Identifier = createToken({
  name: 'Identifier',
  pattern: unicode('[\\p{L}_][\\p{L}\\p{N}_]*(?:-[\\p{L}\\p{N}_]+)*'),
  label: 'a name',
  line_breaks: false,
  start_chars_hint: [...letters, ...blocks],
});

const text = /"(?:[^"\\\n]|\\["\\])*"/;
export const Text = createToken({ name: 'Text', pattern: text, label: 'a text in quotes' });
/** A quote without its partner: up to the end of the line, or to the brace that ends it, which the block needs. */
const unclosedText: CustomPatternMatcherFunc = (text, offset) => {
  if (text[offset] !== '"') return null;
  const end = text.indexOf('\n', offset);
  const rest = text.slice(offset, end === -1 ? text.length : end).trimEnd();
  const found = /[{}]$/.test(rest) ? rest.slice(0, -1).trimEnd() : rest;
  return Object.assign([found] as [string], { index: offset, input: text });
};

export const UnclosedText = createToken({
  name: 'UnclosedText',
  pattern: unclosedText,
  line_breaks: false,
  start_chars_hint: ['"'],
  label: 'a text without its closing quote',
});

export const Instant = createToken({
  name: 'Instant',
  pattern: /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})/,
  label: 'an instant such as 2026-06-12T23:00+03:00',
});
export const DateToken = createToken({
  name: 'Date',
  pattern: /\d{4}-\d{2}-\d{2}/,
  label: 'a date such as 2026-06-12',
});
export const Time = createToken({
  name: 'Time',
  pattern: /\d{1,2}:\d{2}(?::\d{2})?/,
  label: 'a time such as 09:00',
});
export const MonthDay = createToken({
  name: 'MonthDay',
  pattern: /\d{2}-\d{2}(?!\d)/,
  label: 'a day of the year such as 12-24',
});
export const RoundTheClock = createToken({ name: 'RoundTheClock', pattern: /24x7\b/, label: '24x7' });
export const FiveDays = createToken({ name: 'FiveDays', pattern: /24x5\b/, label: '24x5' });
export const Percent = createToken({
  name: 'Percent',
  pattern: /\d+(?:\.\d+)?[ \t]?%/,
  label: 'a share such as 90%',
});
export const Factor = createToken({
  name: 'Factor',
  pattern: /\d+(?:\.\d+)?x\b/,
  label: 'a factor such as 2x',
});
export const TzdataVersion = createToken({
  name: 'TzdataVersion',
  pattern: /\d{4}[a-wyz]\b/,
  label: 'a version of the time-zone data such as 2025b',
});
export const NumberToken = createToken({ name: 'Number', pattern: /\d+(?:\.\d+)?/, label: 'a number' });

export const FixedOffset = createToken({
  name: 'FixedOffset',
  pattern: /fixed[ \t]+[+-]\d{2}:\d{2}/,
  label: 'a fixed offset such as fixed +03:00',
});
export const ZoneName = createToken({
  name: 'ZoneName',
  pattern: /[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+/,
  label: 'a zone such as Europe/Berlin',
});

const weekdays =
  'Mon(?:day)?|Tue(?:sday)?|Wed(?:nesday)?|Thu(?:rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?';
export const WeekdayToken = createToken({
  name: 'Weekday',
  pattern: unicode(`(?:${weekdays})(?![\\p{L}\\p{N}_-])`),
  label: 'a weekday such as Mon',
  line_breaks: false,
  start_chars_hint: ['M', 'T', 'W', 'F', 'S'],
});

export const DotDot = createToken({ name: 'DotDot', pattern: /\.\./, label: '`..`' });
export const Bar = createToken({ name: 'Bar', pattern: /\|/, label: '`|`' });
export const Comma = createToken({ name: 'Comma', pattern: /,/, label: '`,`' });
export const Semicolon = createToken({ name: 'Semicolon', pattern: /;/, label: '`;`' });
export const Open = createToken({ name: 'Open', pattern: /\{/, label: '`{`' });
export const Close = createToken({ name: 'Close', pattern: /\}/, label: '`}`' });
export const LeftParen = createToken({ name: 'LeftParen', pattern: /\(/, label: '`(`' });
export const RightParen = createToken({ name: 'RightParen', pattern: /\)/, label: '`)`' });
export const NotEqual = createToken({ name: 'NotEqual', pattern: /!=/, label: '`!=`' });
export const AtMost = createToken({ name: 'AtMost', pattern: /<=/, label: '`<=`' });
export const AtLeast = createToken({ name: 'AtLeast', pattern: />=/, label: '`>=`' });
export const Less = createToken({ name: 'Less', pattern: /</, label: '`<`' });
export const Greater = createToken({ name: 'Greater', pattern: />/, label: '`>`' });
export const Equal = createToken({ name: 'Equal', pattern: /=/, label: '`=`' });
export const Dash = createToken({ name: 'Dash', pattern: /[-\u2013]/, label: '`-`' });

/**
 * The token of each word that has a fixed place, by the word. The lexer reads them as identifiers and `outline.ts` tells
 * them apart by this table: as patterns of their own, some two hundred, they would be analysed at every start and tried
 * one after another at every name.
 */
export const WORDS: Readonly<Record<string, TokenType>> = Object.fromEntries(
  [...new Set<string>([...RESERVED_WORDS, ...PLACED_WORDS])].map((word) => [
    word,
    createToken({
      name: `Word_${word.replaceAll('-', '_')}`,
      pattern: word,
      label: `\`${word}\``,
      categories: (RESERVED_WORDS as readonly string[]).includes(word) ? [] : [Identifier],
    }),
  ]),
);

/** The token type of a word; a word that is not in the table is a fault of the grammar. */
export function word(text: string): TokenType {
  const type = WORDS[text];
  if (type === undefined) throw new Error(`the word ${text} is missing from grammar/words.ts`);
  return type;
}

/** What the lexer looks for, in this order. */
export const LEXED_TOKENS: TokenType[] = [
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
