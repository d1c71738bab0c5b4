import type { CstNode } from '../../grammar/concrete-tree.ts';
import { found } from '../../grammar/messages.ts';
import { type OutlineEntry, tokenize } from '../../grammar/outline.ts';
import type { ClauseRule } from '../../grammar/parser.ts';
import { type Mistake, readClause } from '../../grammar/read-clause.ts';
import { END, type Token } from '../../grammar/token.ts';
import { Comment, Dash, LeftParen, NewLine, RightParen, UnclosedText, WORDS } from '../../grammar/tokens.ts';
import { BLOCK_CONTEXTS, CLAUSE_RULES, type Context, ROW_RULES } from '../../grammar/clause-rules.ts';
import type { Collector } from '../diagnostics/collector.ts';
import { type Foreign, foreignForms } from '../diagnostics/foreign-form.ts';
import type { Code, Params } from '../diagnostics/registry.ts';
import { pastedTable } from '../diagnostics/foreign/pasted-table.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import { synonymAmong } from '../diagnostics/synonyms.ts';
import { positionAt, type SourceFile, type Span } from '../text/source.ts';
import { examplesOf } from './clause-examples.ts';
import { tokenSpan } from './cst.ts';
import { nameOfWords } from './name-of-words.ts';
import { lacksComma, narrowedTooEarly } from './out-of-order.ts';

const NOT = WORDS['not'];

/** A clause that the grammar has read. */
export interface ReadClause {
  readonly rule: ClauseRule;
  readonly cst: CstNode;
  /** The head alone. */
  readonly span: Span;
  readonly entry: OutlineEntry;
}

/** Reads single clauses and reports, for each, at most one mistake. */
export class ClauseReader {
  readonly source: SourceFile;
  readonly #collector: Collector;

  /** Lines with characters that were reported and left out: what stands there cannot be what the author meant. */
  readonly #strangeLines: ReadonlySet<number>;

  constructor(source: SourceFile, collector: Collector, unknownCharacters: readonly number[]) {
    this.source = source;
    this.#collector = collector;
    this.#strangeLines = new Set(unknownCharacters.map((offset) => positionAt(source, offset).line));
  }

  /** The clause read by the rule that its first word or its context asks for; null when it cannot be read. */
  read(entry: OutlineEntry, context: Context, path: readonly string[]): ReadClause | null {
    if (this.#isStrange(entry)) return null;
    const rule = this.#ruleFor(entry, context, path);
    if (rule === null) return null;
    const cst = this.readAs(entry, rule, path);
    if (cst === null) {
      this.#readWithin(entry, rule, path);
      return null;
    }
    const span = headSpan(entry);
    const opensBlock = BLOCK_CONTEXTS[rule] !== undefined;
    // A calendar that is put together from others may have one, to say whose dates count.
    const needsBlock = opensBlock && !(rule === 'calendarHead' && cst.children['Equal'] !== undefined);
    if (entry.block !== null && !opensBlock) {
      this.#report('syntax/no-block-here', tokenSpan(entry.block.open), { clause: firstWord(entry) }, path);
      return null;
    }
    if (entry.block === null && needsBlock) {
      this.#report('syntax/block-missing', span, { clause: firstWord(entry) }, path);
      return null;
    }
    return { rule, cst, span, entry };
  }

  /** Reads the clauses of a block whose head cannot be read, for the mistakes that they have themselves. */
  #readWithin(head: OutlineEntry, rule: ClauseRule, path: readonly string[]): void {
    const { block } = head;
    const context = BLOCK_CONTEXTS[rule];
    if (context === undefined || block === null || block.close === null) return;
    // A head that goes on in the next line may have taken in that of another block.
    if (textOf(this.source, headSpan(head)).includes('\n')) return;
    // The first row of a table names its columns, and what is wrong with that hangs on the rows.
    const isTable = context === 'targets' || context === 'matrix';
    for (const entry of isTable ? block.entries.slice(1) : block.entries) {
      const clause = this.read(entry, context, path);
      if (clause !== null) this.#readWithin(entry, clause.rule, path);
    }
  }

  /** Whether a rule would read the clause; nothing is reported. */
  isA(entry: OutlineEntry, rule: ClauseRule): boolean {
    return readClause(rule, entry.head).mistake === null;
  }

  /** Reports a table whose first row is none that names its columns. */
  reportMissingHeader(row: OutlineEntry, path: readonly string[]): void {
    this.#report('syntax/header-missing', headSpan(row), {}, path);
  }

  /** Reports a block that has no rows and is nothing without them. */
  reportEmpty(head: OutlineEntry, rows: readonly OutlineEntry[], path: readonly string[]): boolean {
    if (rows.length > 0 || head.block?.close === null) return false;
    this.#report('syntax/empty-block', headSpan(head), { clause: firstWord(head) }, path);
    return true;
  }

  readAs(entry: OutlineEntry, rule: ClauseRule, path: readonly string[]): CstNode | null {
    if (this.#isStrange(entry)) return null;
    const unclosed = entry.head.find((token) => token.tokenType === UnclosedText);
    if (unclosed !== undefined) {
      if (this.#lacksBrace(entry)) return null;
      this.#report('syntax/unclosed-text', tokenSpan(unclosed), {}, path);
      return null;
    }
    const deep = tooDeep(entry.head);
    if (deep !== null) {
      this.#report('syntax/nested-too-deeply', tokenSpan(deep), { most: MOST_NESTED }, path);
      return null;
    }
    const { tree, mistake } = readClause(rule, entry.head);
    if (mistake === null) {
      const isNamed =
        rule === 'targetHeader' && SEVERITY_COLUMN.test(firstWord(entry)) && entry.head.length > 1;
      return isNamed && this.#reportForeign(headSpan(entry), rule, path, () => true) ? null : tree;
    }
    if (this.#lacksBrace(entry)) return null;
    const isRow = HEADERS.has(rule) || (Object.values(ROW_RULES) as string[]).includes(rule);
    const place = this.#placeOf(mistake, entry);
    if (rule === 'targetHeader' && this.#reportPasted(headSpan(entry), path)) return null;
    if (this.#reportForeign(place, isRow ? rule : firstWord(entry), path, this.#isReadable(entry, rule))) {
      return null;
    }
    const name = nameOfWords(entry.head, mistake, rule);
    if (name !== null) {
      this.#report('syntax/name-of-words', name, { name: textOf(this.source, name) }, path);
      return null;
    }
    if (!isRow && this.#reportOutOfOrder(entry, mistake, rule, path)) return null;
    if (rule === 'targetRow' && mistake.token.tokenType === Dash) {
      this.#report('syntax/dash-as-cell', tokenSpan(mistake.token), {}, path);
      return null;
    }
    const clause = isRow ? null : firstWord(entry);
    const problem = isRow ? inRow(mistake, rule) : mistake.message;
    this.#report(
      'syntax/unexpected',
      place,
      { problem, clause, examples: examplesOf(rule, wordsUpTo(entry, mistake)) },
      path,
    );
    return null;
  }

  #ruleFor(entry: OutlineEntry, context: Context, path: readonly string[]): ClauseRule | null {
    if (context in ROW_RULES) return ROW_RULES[context as keyof typeof ROW_RULES];
    const rules: Readonly<Record<string, string>> = CLAUSE_RULES[context as keyof typeof CLAUSE_RULES];
    const first = entry.head[0];
    const word = firstWord(entry);
    const rule = Object.hasOwn(rules, word) ? rules[word] : undefined;
    if (rule !== undefined) return rule as ClauseRule;
    if (first === undefined) return null;
    const isKnown = ({ params: { instead } }: Foreign): boolean =>
      instead.some(
        (text) => Object.hasOwn(rules, /^\S*/.exec(text.trim())?.[0] ?? '') || text.startsWith('#'),
      );
    if (this.#reportForeign(tokenSpan(first), '', path, isKnown)) return null;
    const candidates = Object.keys(rules);
    const contexts = CONTEXTS.filter(
      (other) => other in CLAUSE_RULES && Object.hasOwn(CLAUSE_RULES[other], word),
    ).map((other) => CONTEXT_NAMES[other]);
    // Most clauses of a block are heads of the file as well; the block is the likelier home.
    const blocks = contexts.filter((name) => name !== CONTEXT_NAMES.file);
    const elsewhere = blocks.length > 0 ? blocks : contexts;
    const nearest = nearestWord(word, candidates) ?? synonymAmong('clause', word, candidates);
    const owner = CONTEXT_NAMES[context as keyof typeof CLAUSE_RULES];
    this.#report(
      'syntax/unknown-clause',
      tokenSpan(first),
      { word, context: owner, candidates, nearest, elsewhere },
      path,
    );
    return null;
  }

  /** Reports what stands at a place where it is known from other documents; says whether it is. */
  #reportForeign(
    span: Span,
    within: string,
    path: readonly string[],
    isMeant: (foreign: Foreign) => boolean,
  ): boolean {
    for (const foreign of foreignForms({ source: this.source, span }, within)) {
      if (!isMeant(foreign)) continue;
      this.#report('syntax/foreign-form', foreign.place.span, foreign.params, path);
      return true;
    }
    return false;
  }

  /** Whether what is to be written instead is read; what stands behind it may have a mistake of its own. */
  #isReadable(entry: OutlineEntry, rule: ClauseRule): (foreign: Foreign) => boolean {
    const { start, end } = headSpan(entry);
    return ({ place: { span }, params: { instead } }) => {
      const [text] = instead;
      if (text === undefined) return true;
      const before = this.source.text.slice(Math.min(start, span.start), span.start);
      const { tokens } = tokenize(before + text + this.source.text.slice(span.end, Math.max(end, span.end)));
      const clause = tokens.filter(({ tokenType }) => tokenType !== NewLine && tokenType !== Comment);
      const { mistake } = readClause(rule, clause);
      if (mistake === null || mistake.token === END) return true;
      return mistake.token.startOffset >= before.length + text.trimEnd().length;
    };
  }

  /** Reports a table with bars around its lines; says whether it is one. */
  #reportPasted(span: Span, path: readonly string[]): boolean {
    const table = pastedTable({ source: this.source, span });
    if (table !== null) this.#report('syntax/foreign-form', table.place.span, table.params, path);
    return table !== null;
  }

  /** Reports a comma that is missing, or a clause that is narrowed before its end; says whether it is that. */
  #reportOutOfOrder(
    { head }: OutlineEntry,
    mistake: Mistake,
    rule: ClauseRule,
    path: readonly string[],
  ): boolean {
    if (lacksComma(head, mistake, rule)) {
      this.#report('syntax/comma-missing', tokenSpan(mistake.token), { before: mistake.token.image }, path);
      return true;
    }
    const early = narrowedTooEarly(head, mistake, rule);
    if (early === null) return false;
    const [narrowing, rest] = [early.narrowing, early.rest].map((span) => textOf(this.source, span)) as [
      string,
      string,
    ];
    const span = { start: early.narrowing.start, end: early.rest.end };
    this.#report('syntax/narrowed-too-early', span, { narrowing, rest }, path);
    return true;
  }

  #isStrange(entry: OutlineEntry): boolean {
    if (this.#strangeLines.size === 0) return false;
    const { start, end } = headSpan(entry);
    const last = positionAt(this.source, end).line;
    for (let line = positionAt(this.source, start).line; line <= last; line++) {
      if (this.#strangeLines.has(line)) return true;
    }
    return false;
  }

  #placeOf(mistake: Mistake, entry: OutlineEntry): Span {
    if (mistake.token !== END) return tokenSpan(mistake.token);
    const last = entry.head[entry.head.length - 1];
    return last === undefined ? headSpan(entry) : tokenSpan(last);
  }

  /** Whether the brace that opens the clause's block was missing, which is reported by itself. */
  #lacksBrace(entry: OutlineEntry): boolean {
    return entry.block !== null && entry.head.includes(entry.block.open);
  }

  #report<C extends SyntaxCode>(code: C, span: Span, params: Params<C>, path: readonly string[]): void {
    this.#collector.report(code, { source: this.source, span }, params, { path });
  }
}

type SyntaxCode = Extract<Code, `syntax/${string}`>;

/** Deeper than anybody reads, and far from what reading it costs in stack. */
const MOST_NESTED = 50;

/** The parenthesis or `not` with which a clause is nested too deeply to be read; null where it is not. */
function tooDeep(head: readonly Token[]): Token | null {
  let parens = 0;
  let nots = 0;
  for (const token of head) {
    if (token.tokenType === LeftParen) parens += 1;
    else if (token.tokenType === RightParen) parens -= 1;
    nots = token.tokenType === NOT ? nots + 1 : token.tokenType === LeftParen ? nots : 0;
    if (parens + nots > MOST_NESTED) return token;
  }
  return null;
}

/** How a context is called in a message. */
const CONTEXT_NAMES = {
  file: 'a file',
  contract: 'a contract',
  calendar: 'a calendar',
  season: 'a season',
  plan: 'a plan',
  clock: 'a clock',
  scenario: 'a scenario',
  simulation: 'a simulation',
  arrivals: 'arrivals',
  event: 'an event of arrivals',
  desk: 'a desk',
} as const satisfies Record<keyof typeof CLAUSE_RULES, string>;

const CONTEXTS = Object.keys(CONTEXT_NAMES) as readonly (keyof typeof CLAUSE_RULES)[];

/** What other tables call the column of which the rows are. */
const SEVERITY_COLUMN = /^(?:severity|sev|priority|prio)$/i;

/** Rules of the rows that name the columns of a table. */
const HEADERS: ReadonlySet<string> = new Set(['targetHeader', 'matrixHeader']);

/** A row that is not at its end where it should be lacks a bar, or says more than its kind of row can. */
function inRow(mistake: Mistake, rule: ClauseRule): string {
  if (rule === 'targetRow' && (mistake.kind === 'no way on' || mistake.kind === 'nothing there')) {
    return `expected a promise, such as \`4 h\` or \`best effort\`, found ${found(mistake.token)}`;
  }
  if (mistake.kind !== 'not at the end') return mistake.message;
  const isTable = HEADERS.has(rule) || rule === 'targetRow' || rule === 'matrixRow';
  return isTable
    ? `expected \`|\` before ${found(mistake.token)}`
    : `the row should end before ${found(mistake.token)}`;
}

/** The words that could be read, for the example that is most like them. */
function wordsUpTo({ head }: OutlineEntry, mistake: Mistake): readonly string[] {
  const at = head.indexOf(mistake.token);
  return head.slice(0, at === -1 ? head.length : Math.max(at, 1)).map(({ image }) => image);
}

function textOf({ text }: SourceFile, { start, end }: Span): string {
  return text.slice(start, end);
}

export function firstWord(entry: OutlineEntry): string {
  return entry.head[0]?.image ?? '';
}

export function headSpan(entry: OutlineEntry): Span {
  const first = entry.head[0];
  const last = entry.head[entry.head.length - 1];
  return { start: first?.startOffset ?? 0, end: last === undefined ? 0 : tokenSpan(last).end };
}
