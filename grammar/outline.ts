/**
 * The outline of a file: which clauses there are and which block each belongs to, read from line ends and braces
 * alone. It comes before the grammar proper, so that a mistake inside a clause cannot reach its neighbours.
 *
 *     plan Gold extends Basic {      <- an entry: head `plan Gold extends Basic`, with a block
 *       coverage resolve in 24x7     <-   an entry: head alone
 *     }
 */
import { type ILexingError, type IToken, Lexer } from 'chevrotain';
import {
  ALL_TOKENS,
  Bar,
  Close,
  Comma,
  Comment,
  DotDot,
  Equal,
  LeftParen,
  NewLine,
  Open,
  RightParen,
  Semicolon,
  Text,
} from './tokens.ts';

export interface Outline {
  readonly entries: readonly OutlineEntry[];
  /** Comments after the last entry. */
  readonly dangling: readonly IToken[];
  readonly problems: readonly OutlineProblem[];
}

export interface OutlineEntry {
  /** The tokens of the clause, without comments. Never empty. */
  readonly head: readonly IToken[];
  readonly block: OutlineBlock | null;
  /** Comments on lines of their own before the entry. */
  readonly leading: readonly IToken[];
  /** Comments inside the clause or behind it on its lines, in order. */
  readonly trailing: readonly IToken[];
}

export interface OutlineBlock {
  readonly open: IToken;
  /** Null when the block is never closed. */
  readonly close: IToken | null;
  readonly entries: readonly OutlineEntry[];
  /** Comments on the line of the opening brace. */
  readonly opening: readonly IToken[];
  /** Comments before the closing brace. */
  readonly dangling: readonly IToken[];
}

export type OutlineProblem =
  | {
      readonly kind: 'unknown characters';
      readonly offset: number;
      readonly length: number;
      readonly text: string;
    }
  | {
      readonly kind: 'unclosed block';
      readonly open: IToken;
      readonly head: readonly IToken[];
      readonly before: IToken | null;
    }
  | { readonly kind: 'stray close'; readonly close: IToken }
  | { readonly kind: 'block without head'; readonly open: IToken };

/** A line that ends in one of these goes on in the next. */
const GOES_ON_AFTER = new Set([
  'and',
  'or',
  'except',
  'then',
  'when',
  'for',
  'in',
  'to',
  'of',
  'by',
  'not',
  'per',
  'at',
]);
/** A line that begins with one of these belongs to the one before; no clause begins with them. */
const GOES_ON_BEFORE = new Set(['and', 'or', 'except', 'then', 'when', 'for']);

/** Words that begin a declaration: at the left margin inside a block that is never closed they show where its `}` is missing. */
const DECLARATIONS = new Set([
  'contract', 'facts', 'activity', 'metric', 'severities', 'regions', 'calendar', 'plan', 'clock', 'scenario', 'simulation', 'holidays', 'rule',
]); // prettier-ignore

const lexer = new Lexer(ALL_TOKENS, {
  positionTracking: 'onlyOffset',
  ensureOptimizations: false,
  skipValidations: true,
});

/** Splits a text into its tokens, comments and line ends included. */
export function tokenize(text: string): {
  readonly tokens: readonly IToken[];
  readonly errors: readonly ILexingError[];
} {
  return lexer.tokenize(text);
}

/**
 * Reads the outline of a file. Indentation means nothing while every block is closed; where one is not, the
 * declarations at the left margin say which.
 */
export function readOutline(text: string): Outline {
  const { tokens, errors } = tokenize(text);
  const problems: OutlineProblem[] = errors.map((error) => ({
    kind: 'unknown characters',
    offset: error.offset,
    length: Math.max(1, error.length),
    text: text.slice(error.offset, error.offset + Math.max(1, error.length)),
  }));
  const outline = new OutlineReader(text, tokens, [...problems], false).read();
  return outline.problems.some((problem) => problem.kind === 'unclosed block')
    ? new OutlineReader(text, tokens, problems, true).read()
    : outline;
}

/**
 * Whether a line break between two tokens that follow each other leaves them in one clause, so that a long clause
 * may be broken there.
 */
export function mayBreakBetween(last: IToken, next: IToken): boolean {
  return goesOnAfter(last) || goesOnBefore(next) || (last.tokenType === Text && next.tokenType === Text);
}

function goesOnAfter(last: IToken): boolean {
  const type = last.tokenType;
  if (type === Comma || type === Bar || type === Equal || type === DotDot || type === LeftParen) return true;
  return GOES_ON_AFTER.has(last.image);
}

function goesOnBefore(next: IToken): boolean {
  return beginsWithSign(next) || GOES_ON_BEFORE.has(next.image);
}

/** Signs that go on from the line before, though not from the paragraph before. */
function beginsWithSign(next: IToken): boolean {
  const type = next.tokenType;
  return type === Comma || type === Bar || type === RightParen || type === Open;
}

interface OpenBlock {
  readonly open: IToken;
  readonly head: IToken[];
  readonly leading: IToken[];
  readonly trailing: IToken[];
  readonly opening: IToken[];
  readonly entries: OutlineEntry[];
}

/** A cursor over the tokens with a stack of blocks that are open. */
class OutlineReader {
  readonly #text: string;
  readonly #tokens: readonly IToken[];
  readonly #problems: OutlineProblem[];
  readonly #stack: OpenBlock[] = [];
  readonly #top: OutlineEntry[] = [];
  #head: IToken[] = [];
  #leading: IToken[] = [];
  #trailing: IToken[] = [];
  /** Where comments on the line of the last token belong. */
  #behind: IToken[] | null = null;
  /** How far `#nextOnLaterLine` has looked. */
  #ahead = 0;
  readonly #marginsCount: boolean;

  constructor(text: string, tokens: readonly IToken[], problems: OutlineProblem[], marginsCount: boolean) {
    this.#text = text;
    this.#tokens = tokens;
    this.#problems = problems;
    this.#marginsCount = marginsCount;
  }

  read(): Outline {
    for (let i = 0; i < this.#tokens.length; i++) {
      const token = this.#tokens[i] as IToken;
      if (token.tokenType === NewLine) {
        if (this.#head.length > 0 && !this.#goesOn(i)) this.#endEntry();
        if (this.#head.length === 0) this.#behind = null;
        continue;
      }
      if (token.tokenType === Comment) {
        this.#comment(token);
        continue;
      }
      if (token.tokenType === Semicolon) this.#endEntry();
      else if (token.tokenType === Open) this.#openBlock(token);
      else if (token.tokenType === Close) this.#closeBlock(token);
      else this.#take(token);
    }
    this.#endEntry();
    const dangling = this.#takeLeading();
    while (this.#stack.length > 0) this.#closeUnclosed(null, dangling.splice(0));
    return { entries: this.#top, dangling, problems: this.#problems };
  }

  #take(token: IToken): void {
    if (this.#head.length === 0) {
      if (this.#marginsCount && this.#stack.length > 0 && this.#beginsDeclaration(token)) {
        const leading = this.#leading;
        this.#leading = [];
        while (this.#stack.length > 0) this.#closeUnclosed(token, []);
        this.#leading = leading;
      }
    }
    this.#head.push(token);
    this.#behind = this.#trailing;
  }

  #comment(token: IToken): void {
    if (this.#head.length > 0) this.#trailing.push(token);
    else if (this.#behind !== null) this.#behind.push(token);
    else this.#leading.push(token);
  }

  #endEntry(): void {
    if (this.#head.length === 0) return;
    const trailing = this.#trailing;
    this.#entries().push({
      head: this.#head,
      block: null,
      leading: this.#takeLeading(),
      trailing,
    });
    this.#resetHead();
    this.#behind = trailing;
  }

  #openBlock(open: IToken): void {
    if (this.#head.length === 0) this.#problems.push({ kind: 'block without head', open });
    const opening: IToken[] = [];
    this.#stack.push({
      open,
      head: this.#head,
      leading: this.#takeLeading(),
      trailing: this.#trailing,
      opening,
      entries: [],
    });
    this.#resetHead();
    this.#behind = opening;
  }

  #closeBlock(close: IToken): void {
    this.#endEntry();
    const block = this.#stack.pop();
    if (block === undefined) {
      this.#problems.push({ kind: 'stray close', close });
      return;
    }
    const dangling = this.#takeLeading();
    const trailing = this.#finish(block, close, dangling);
    this.#behind = trailing;
  }

  #closeUnclosed(before: IToken | null, dangling: IToken[]): void {
    const block = this.#stack.pop();
    if (block === undefined) return;
    this.#problems.push({ kind: 'unclosed block', open: block.open, head: block.head, before });
    this.#finish(block, null, dangling);
  }

  /** Turns an open block into an entry of its parent; returns where comments behind its end belong. */
  #finish(block: OpenBlock, close: IToken | null, dangling: IToken[]): IToken[] {
    if (block.head.length > 0) {
      this.#entries().push({
        head: block.head,
        block: { open: block.open, close, entries: block.entries, opening: block.opening, dangling },
        leading: block.leading,
        trailing: block.trailing,
      });
    }
    return block.trailing;
  }

  #entries(): OutlineEntry[] {
    return this.#stack[this.#stack.length - 1]?.entries ?? this.#top;
  }

  #takeLeading(): IToken[] {
    const leading = this.#leading;
    this.#leading = [];
    return leading;
  }

  #resetHead(): void {
    this.#head = [];
    this.#trailing = [];
  }

  #beginsDeclaration(token: IToken): boolean {
    return DECLARATIONS.has(token.image) && this.#text[token.startOffset - 1] === '\n';
  }

  /** Whether the clause before the line break at index `i` goes on behind it. */
  #goesOn(i: number): boolean {
    const last = this.#head[this.#head.length - 1] as IToken;
    const next = this.#nextOnLaterLine(i);
    if (next === null || !mayBreakBetween(last, next)) return false;
    return !beginsWithSign(next) || goesOnAfter(last) || this.#sameParagraph(i);
  }

  /** The first token behind index `i` that is neither a line end nor a comment; looked for once a stretch. */
  #nextOnLaterLine(i: number): IToken | null {
    for (this.#ahead = Math.max(this.#ahead, i + 1); this.#ahead < this.#tokens.length; this.#ahead++) {
      const token = this.#tokens[this.#ahead] as IToken;
      if (token.tokenType !== NewLine && token.tokenType !== Comment) return token;
    }
    return null;
  }

  #sameParagraph(i: number): boolean {
    return this.#tokens[i + 1]?.tokenType !== NewLine;
  }
}
