/**
 * The grammar as written down, for people: rendered from the parser and the word tables, so that it cannot differ
 * from what is accepted. `surety.ebnf` is its output.
 */
import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
  type TokenType,
} from 'chevrotain';
import { GOES_ON_AFTER, GOES_ON_BEFORE } from './line-continuation.ts';
import { ALL_TOKENS, Close, Comment, NewLine, Open, Semicolon, UnclosedText, WhiteSpace } from './tokens.ts';
import { contextsFrom, FIRST_ROWS, firstWords, formOf, rowOf, RULE_NAMES, rulesOf } from './clauses.ts';
import { BLOCK_CONTEXTS, type Context } from './clause-rules.ts';
import { RESERVED_WORDS } from './words.ts';

const LINE_WIDTH = 110;

const HEADER = `\
/* The grammar of Surety, rendered from the parser and the word tables; run \`npx vitest run test/grammar -u\` to
   render it anew. "x" is the word or the sign x, Name a token of the last section; ? is at most once, * any
   number of times, + at least once. */
`;

const OUTLINE = [
  `\
/* Line ends and braces alone say where a clause begins and ends; each is then read by itself. A clause ends
   with its line, at ";" or before "}". Its line goes on in the next one
     - behind , | = .. ( and the words ${[...GOES_ON_AFTER].join(' ')}
     - before | , ) { (not over a blank line) and the words ${[...GOES_ON_BEFORE].join(' ')}
     - between two texts, which are one.
   A comment, from # to the end of its line, may stand wherever a line may end. */`,
  '',
  'outline ::= entry*',
  'entry ::= clause (block | ";" | end-of-line)',
  'block ::= "{" entry* "}"',
];

/** How tightly a piece of a production binds: a choice, a sequence, or one thing. */
type Binding = 'choice' | 'sequence' | 'single';

interface Piece {
  readonly text: string;
  readonly binding: Binding;
}

/** The whole grammar in EBNF, one section a block, then the parts they share, then the tokens. */
export function renderEbnf(): string {
  const written = new Set<string>();
  const sections = contextsFrom('file').map((context) => renderContext(context, written));
  const parts = RULE_NAMES.filter((name) => !written.has(name));
  return [
    HEADER,
    section('the outline', OUTLINE),
    ...sections,
    section('parts of clauses', parts.map(renderRule)),
    section('tokens', renderTokens()),
  ].join('\n');
}

function renderContext(context: Context, written: Set<string>): string {
  const names = rulesOf(context);
  const productions = names.filter((name) => !written.has(name)).map(renderRule);
  for (const name of names) written.add(name);
  return section(context === 'file' ? 'the file' : `the ${context} block`, [
    renderEntries(context),
    ...(productions.length > 0 ? ['', ...productions] : []),
  ]);
}

function renderEntries(context: Context): string {
  const [header, row] = [FIRST_ROWS[context], rowOf(context)];
  if (row !== undefined) {
    const rows = header === undefined ? `${kebab(row)}*` : `${kebab(header)} ${kebab(row)}*`;
    return `${context}-block ::= "{" ${rows} "}"`;
  }
  const entries = rulesOf(context).map((rule) => {
    const here = firstWords(rule, context);
    const note = here.length < firstWords(rule).length ? ` /* ${here.join(', ')} */` : '';
    const inside = BLOCK_CONTEXTS[rule];
    return `${kebab(rule)}${inside === undefined ? '' : ` ${inside}-block?`}${note}`;
  });
  const head = context === 'file' ? 'file' : `${context}-block`;
  const [open, close] = context === 'file' ? ['(', ')*'] : ['"{" (', ')* "}"'];
  const indent = ' '.repeat(head.length + 5 + open.length - 1);
  return `${head} ::= ${open} ${entries.join(`\n${indent}| `)} ${close}`;
}

/** A rule; its first token, which the outline's tables choose it by, is shown as the words it may be. */
export function renderRule(name: string): string {
  const { words, rest } = formOf(name);
  const head = `${kebab(name)} ::= `;
  const [only, ...more] = rest;
  const pieces = rest.map((part) => render(part));
  const { text } = sequence(words.length === 0 ? pieces : [choice(words.map(quoted)), ...pieces]);
  if (head.length + text.length <= LINE_WIDTH || words.length > 0 || more.length > 0)
    return wrap(head + text, head.length);
  return head + alternativesOf(only).join(`\n${' '.repeat(head.length - 2)}| `);
}

/** The choices of a rule that is nothing but a choice. */
function alternativesOf(production: IProduction | undefined): string[] {
  if (!(production instanceof Alternation)) return production === undefined ? [] : [render(production).text];
  return production.definition.map((part) => render(part).text);
}

function render(production: IProduction): Piece {
  if (production instanceof Terminal) return single(tokenText(production.terminalType));
  if (production instanceof NonTerminal) return single(kebab(production.nonTerminalName));
  if (production instanceof Alternation) return choice(production.definition.map((part) => render(part)));
  if (production instanceof Option) return single(`${group(inside(production))}?`);
  if (production instanceof Repetition) return single(`${group(inside(production))}*`);
  if (production instanceof RepetitionMandatory) return single(`${group(inside(production))}+`);
  if (production instanceof RepetitionWithSeparator) {
    return single(`(${separated(inside(production), production.separator)})?`);
  }
  if (production instanceof RepetitionMandatoryWithSeparator) {
    return { text: separated(inside(production), production.separator), binding: 'sequence' };
  }
  if (production instanceof Alternative) return inside(production);
  throw new Error('the grammar has a production of an unknown kind');
}

function inside({ definition }: { readonly definition: readonly IProduction[] }): Piece {
  return sequence(definition.map((part) => render(part)));
}

function separated(piece: Piece, separator: TokenType): string {
  const text = piece.binding === 'choice' ? group(piece) : piece.text;
  return `${text} (${tokenText(separator)} ${text})*`;
}

function sequence(pieces: readonly Piece[]): Piece {
  if (pieces.length === 1) return pieces[0] as Piece;
  const texts = pieces.map((piece) => (piece.binding === 'choice' ? group(piece) : piece.text));
  return { text: texts.join(' '), binding: 'sequence' };
}

function choice(pieces: readonly Piece[]): Piece {
  if (pieces.length === 1) return pieces[0] as Piece;
  return { text: pieces.map((piece) => piece.text).join(' | '), binding: 'choice' };
}

function single(text: string): Piece {
  return { text, binding: 'single' };
}

function quoted(text: string): Piece {
  return single(`"${text}"`);
}

function group(piece: Piece): string {
  return piece.binding === 'single' ? piece.text : `(${piece.text})`;
}

/** Tokens that the outline takes for itself. */
const OF_THE_OUTLINE = new Set<TokenType>([
  WhiteSpace,
  NewLine,
  Comment,
  UnclosedText,
  Semicolon,
  Open,
  Close,
]);

function renderTokens(): string[] {
  const named = ALL_TOKENS.filter((token) => !OF_THE_OUTLINE.has(token) && tokenText(token) === token.name);
  const width = Math.max(...named.map((token) => token.name.length));
  return [
    wrap(`/* Identifier is any word but a reserved one: ${RESERVED_WORDS.join(', ')}. */`, 3),
    '',
    ...named.map((token) => `${token.name.padEnd(width)} ::= /${patternOf(token)}/`),
  ];
}

/** A word or a sign in quotes, the name of any other token. */
export function tokenText(token: TokenType): string {
  const literal = patternOf(token)
    .replace(/\\b$/, '')
    .replace(/\\([^a-zA-Z0-9])/g, '$1');
  const isLiteral = /^(?:[\w-]+|[^\w\s[\]]{1,2})$/.test(literal) && token.name !== 'Comment';
  return isLiteral ? `"${literal}"` : token.name;
}

export function patternOf({ PATTERN }: TokenType): string {
  if (typeof PATTERN === 'string') return PATTERN;
  if (PATTERN instanceof RegExp) return PATTERN.source;
  return PATTERN !== undefined && 'source' in PATTERN ? String(PATTERN.source) : '';
}

export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function section(title: string, lines: readonly string[]): string {
  const rule = `/* ---- ${title} `;
  return `${rule}${'-'.repeat(LINE_WIDTH - rule.length - 3)} */\n\n${lines.join('\n')}\n`;
}

/** Breaks a line where fewest parentheses are open; what follows stands `indent` blanks inside. */
function wrap(line: string, indent: number): string {
  if (line.length <= LINE_WIDTH) return line;
  const at = breakOf(line, indent);
  if (at === null) return line;
  return `${line.slice(0, at)}\n${wrap(' '.repeat(indent) + line.slice(at + 1), indent)}`;
}

/** Index of the blank at which to break a line; null where none is in reach. */
function breakOf(line: string, indent: number): number | null {
  let best: { readonly at: number; readonly depth: number } | null = null;
  let depth = 0;
  for (const { 0: piece, index } of line.slice(0, LINE_WIDTH + 1).matchAll(/"[^"]*"| |[()]/g)) {
    if (piece === '(') depth++;
    if (piece === ')') depth--;
    const isInReach = index > Math.max(indent, LINE_WIDTH / 3) && line[index - 1] !== '|';
    if (piece === ' ' && isInReach && (best === null || depth <= best.depth)) best = { at: index, depth };
  }
  return best?.at ?? null;
}
