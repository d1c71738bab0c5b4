/**
 * The TextMate grammar, for editors, from the tables of words and the tokens. A word is shown as a word of the
 * language where it is one: the first of a clause in the block that has it, the others inside the clauses whose rules
 * read them. Everywhere else it is a name.
 */
import { Alternation, type IProduction, NonTerminal, Terminal, type TokenType } from 'chevrotain';
import { contextsFrom, firstWords, formOf, rowOf, rulesOf } from '../grammar/clauses.ts';
import { patternOf, tokenText } from '../grammar/ebnf.ts';
import * as tokens from '../grammar/tokens.ts';
import { BLOCK_CONTEXTS, type Context } from '../grammar/clause-rules.ts';
import { RESERVED_WORDS } from '../grammar/words.ts';

interface Pattern {
  readonly [key: string]: unknown;
}

const NAME = patternOf(tokens.Identifier);
const END_OF_WORD = '(?![\\p{L}\\p{N}_-])';
const RESERVED = `(?:${RESERVED_WORDS.join('|')})${END_OF_WORD}`;
const START = '(?:^|(?<=[{;]))\\s*';
/** A clause goes on behind these; the end of a line ends it otherwise. */
const END = '(?=[;{}#])|(?<![,|=(])$';

export function textMateGrammar(): Pattern {
  const contexts = contextsFrom('file');
  const rules = [...new Set(contexts.flatMap(rulesOf))];
  return {
    name: 'Surety',
    scopeName: 'source.surety',
    fileTypes: ['plan', 'sim'],
    patterns: [{ include: '#in-file' }],
    repository: Object.fromEntries([
      ...contexts.map((context) => [`in-${context}`, { patterns: clausesIn(context) }]),
      ...rules.map((rule) => [rule, { patterns: [...ownWords(rule), { include: '#parts' }] }]),
      ['parts', { patterns: PARTS }],
    ]),
  };
}

function clausesIn(context: Context): readonly Pattern[] {
  const row = rowOf(context);
  return [
    ...rulesOf(context)
      .filter((rule) => firstWords(rule, context).length > 0)
      .map((rule) => clauseOf(rule, context)),
    ...(row === undefined ? [] : [rowPattern(row)]),
    { include: '#parts' },
  ];
}

/** A clause from its first word to its end. */
function clauseOf(rule: string, context: Context): Pattern {
  const words = firstWords(rule, context).join('|');
  const inside = BLOCK_CONTEXTS[rule];
  if (inside !== undefined) return headOf(rule, words, inside);
  return {
    begin: `${START}(${words})${END_OF_WORD}`,
    beginCaptures: { 1: { name: 'keyword.other.clause.surety' } },
    end: END,
    patterns: [{ include: `#${rule}` }],
  };
}

/** The head of a block, with the name that it declares where it has one, and the block. */
function headOf(rule: string, words: string, inside: Context): Pattern {
  return {
    begin: `${START}(${words})${END_OF_WORD}(?:[ \\t]+(?!${RESERVED})(${NAME}))?`,
    beginCaptures: {
      1: { name: 'keyword.control.block.surety' },
      2: { name: 'entity.name.type.surety' },
    },
    end: '(?<=\\})|(?=[;}])|(?<![,|=(])$',
    patterns: [blockOf(inside), { include: `#${rule}` }],
  };
}

function blockOf(context: Context): Pattern {
  return {
    begin: '\\{',
    beginCaptures: { 0: { name: 'punctuation.section.block.begin.surety' } },
    end: '\\}',
    endCaptures: { 0: { name: 'punctuation.section.block.end.surety' } },
    patterns: [{ include: `#in-${context}` }],
  };
}

/** A row, which begins with a name or a value. */
function rowPattern(rule: string): Pattern {
  return {
    begin: `${START}(?=[^\\s{}#;])`,
    end: END,
    patterns: [{ include: `#${rule}` }],
  };
}

/** The words that a rule reads behind its first, those of its parts included. */
function ownWords(rule: string): readonly Pattern[] {
  const reserved: readonly string[] = RESERVED_WORDS;
  const words = [...wordsIn(formOf(rule).rest, new Set([rule]))].filter((word) => !reserved.includes(word));
  if (words.length === 0) return [];
  const longestFirst = words.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return [
    {
      match: `(?<![\\p{L}\\p{N}_-])(?:${longestFirst.join('|')})${END_OF_WORD}`,
      name: 'keyword.other.surety',
    },
  ];
}

function wordsIn(productions: readonly IProduction[], seen: Set<string>): Set<string> {
  const words = new Set<string>();
  for (const production of productions) {
    if (production instanceof Terminal) {
      const text = tokenText(production.terminalType);
      if (/^"[a-z]/.test(text)) words.add(text.slice(1, -1));
    } else if (production instanceof NonTerminal) {
      if (seen.has(production.nonTerminalName)) continue;
      seen.add(production.nonTerminalName);
      for (const word of wordsIn(formOf(production.nonTerminalName).rest, seen)) words.add(word);
    } else if (production instanceof Alternation || 'definition' in production) {
      for (const word of wordsIn(production.definition as readonly IProduction[], seen)) words.add(word);
    }
  }
  return words;
}

function value(token: TokenType, name: string): Pattern {
  return { match: patternOf(token), name: `${name}.surety` };
}

/** In the order in which the lexer tries them: a longer form before the shorter one that begins like it. */
const PARTS: readonly Pattern[] = [
  { match: '#\\s*surety:.*$', name: 'comment.line.number-sign.directive.surety' },
  { match: '#.*$', name: 'comment.line.number-sign.surety' },
  {
    match: patternOf(tokens.Text),
    name: 'string.quoted.double.surety',
  },
  value(tokens.FixedOffset, 'constant.other.zone'),
  value(tokens.ZoneName, 'constant.other.zone'),
  value(tokens.Instant, 'constant.numeric.instant'),
  value(tokens.DateToken, 'constant.numeric.date'),
  value(tokens.Time, 'constant.numeric.time'),
  value(tokens.MonthDay, 'constant.numeric.date'),
  value(tokens.RoundTheClock, 'constant.language.calendar'),
  value(tokens.FiveDays, 'constant.language.calendar'),
  value(tokens.Percent, 'constant.numeric.share'),
  value(tokens.Factor, 'constant.numeric.factor'),
  value(tokens.TzdataVersion, 'constant.numeric.version'),
  {
    match: `(${patternOf(tokens.NumberToken)})[ \\t]+(?!${RESERVED})(${NAME})`,
    captures: { 1: { name: 'constant.numeric.surety' }, 2: { name: 'keyword.other.unit.surety' } },
  },
  value(tokens.NumberToken, 'constant.numeric'),
  value(tokens.WeekdayToken, 'constant.language.weekday'),
  {
    match: `(?<![\\p{L}\\p{N}_-])${RESERVED}`,
    name: 'keyword.operator.word.surety',
  },
  { match: NAME, name: 'variable.other.surety' },
  { match: '\\.\\.|[|=<>!]+', name: 'keyword.operator.surety' },
  { match: '[,;()]', name: 'punctuation.separator.surety' },
];
