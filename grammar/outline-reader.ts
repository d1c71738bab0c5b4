import type { Token } from './token.ts';
import { beginsWithSign, goesOnAfter, mayBreakBetween } from './line-continuation.ts';
import type { Outline, OutlineEntry, OutlineProblem } from './outline.ts';
import { Close, Comment, Equal, NewLine, Open, Semicolon, Text } from './tokens.ts';

/** Words that begin a declaration with a block: at the left margin inside a block that is never closed they show where its `}` is missing. */
const DECLARATIONS = new Set([
  'contract', 'facts', 'severities', 'matrix', 'regions', 'calendar', 'plan', 'clock', 'scenario', 'simulation', 'holidays',
  'targets', 'unreviewed',
]); // prettier-ignore

/** Words that begin a declaration of one line. */
const LINES = new Set(['activity', 'metric', 'rule']);

/** Words that begin a block inside another. */
const INNER_BLOCKS = new Set(['targets', 'season', 'arrivals', 'hours', 'work', 'wait', 'patience', 'desk']);

interface OpenBlock {
  readonly open: Token;
  /** Column of the line on which the head begins. */
  readonly indent: number;
  readonly head: Token[];
  readonly leading: Token[];
  readonly trailing: Token[];
  readonly opening: Token[];
  readonly entries: OutlineEntry[];
}

/** A cursor over the tokens with a stack of blocks that are open. */
export class OutlineReader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #problems: OutlineProblem[];
  readonly #stack: OpenBlock[] = [];
  readonly #top: OutlineEntry[] = [];
  #head: Token[] = [];
  #leading: Token[] = [];
  #trailing: Token[] = [];
  /** Where comments on the line of the last token belong. */
  #behind: Token[] | null = null;
  /** How far `#nextOnLaterLine` has looked. */
  #ahead = 0;
  /** Whether the token now read is the first of its line. */
  #beginsLine = true;
  /** Column at which the line now read begins, counted from 0. */
  #indent = 0;
  /** The same of the clause now read, when it began. */
  #headBeganLine = true;
  #headIndent = 0;
  readonly #layout: 'ignored' | 'margin' | 'indentation';

  constructor(
    text: string,
    tokens: readonly Token[],
    problems: readonly OutlineProblem[],
    layout: 'ignored' | 'margin' | 'indentation',
  ) {
    this.#text = text;
    this.#tokens = tokens;
    this.#problems = [...problems];
    this.#layout = layout;
  }

  read(): Outline {
    for (let i = 0; i < this.#tokens.length; i++) {
      const token = this.#tokens[i] as Token;
      this.#beginsLine = i === 0 || this.#tokens[i - 1]?.tokenType === NewLine;
      if (this.#beginsLine) this.#indent = this.#columnOf(token);
      if (token.tokenType === NewLine) {
        if (this.#head.length > 0 && !this.#goesOn(i)) {
          const next = this.#layout === 'indentation' ? this.#nextOnLaterLine(i) : null;
          if (next !== null && this.#lacksOpening(next)) this.#openUnopened();
          else this.#endEntry();
        }
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

  #take(token: Token): void {
    if (this.#head.length === 0) {
      const leading = this.#leading;
      this.#leading = [];
      while (this.#shouldBeClosedBefore(token)) this.#closeUnclosed(token, []);
      this.#leading = leading;
      this.#headBeganLine = this.#beginsLine;
      this.#headIndent = this.#indent;
    }
    this.#head.push(token);
    this.#behind = this.#trailing;
  }

  /** Whether the layout says that the innermost block ends before this clause. */
  #shouldBeClosedBefore(token: Token): boolean {
    const block = this.#stack[this.#stack.length - 1];
    if (block === undefined || this.#layout === 'ignored') return false;
    if (this.#layout === 'margin') return this.#beginsDeclaration(token);
    return this.#beginsLine && this.#indent <= block.indent;
  }

  /** Whether the clause just read has a block whose `{` is missing, by what follows it. */
  #lacksOpening(next: Token): boolean {
    const [first] = this.#head;
    if (first === undefined || !this.#headBeganLine || next.tokenType === Open) return false;
    const hasBlock =
      this.#stack.length > 0
        ? INNER_BLOCKS.has(first.image)
        : DECLARATIONS.has(first.image) && !this.#head.some((token) => token.tokenType === Equal);
    if (!hasBlock) return false;
    const column = this.#columnOf(next);
    return column > this.#headIndent || (next.tokenType === Close && column === this.#headIndent);
  }

  #openUnopened(): void {
    const head = this.#head;
    const open = head[head.length - 1] as Token;
    this.#problems.push({ kind: 'unopened block', head });
    this.#openBlock(open);
  }

  #comment(token: Token): void {
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

  #openBlock(open: Token): void {
    if (this.#head.length === 0) {
      this.#problems.push({ kind: 'block without head', open });
      // Right behind the brace of another block it is a slip, and no block.
      if (this.#layout === 'indentation' && !this.#beginsLine && this.#isEmpty()) return;
    }
    const opening: Token[] = [];
    this.#stack.push({
      open,
      indent: this.#head.length === 0 ? this.#indent : this.#headIndent,
      head: this.#head,
      leading: this.#takeLeading(),
      trailing: this.#trailing,
      opening,
      entries: [],
    });
    this.#resetHead();
    this.#behind = opening;
  }

  #closeBlock(close: Token): void {
    this.#endEntry();
    if (this.#layout === 'indentation') {
      const open = (): OpenBlock | undefined => this.#stack[this.#stack.length - 1];
      while (this.#beginsLine && (open()?.indent ?? 0) > this.#indent) this.#closeUnclosed(close, []);
      if ((open()?.indent ?? 0) < this.#indent) {
        this.#problems.push({ kind: 'stray close', close });
        return;
      }
    }
    const block = this.#stack.pop();
    if (block === undefined) {
      this.#problems.push({ kind: 'stray close', close });
      return;
    }
    const dangling = this.#takeLeading();
    const trailing = this.#finish(block, close, dangling);
    this.#behind = trailing;
  }

  #closeUnclosed(before: Token | null, dangling: Token[]): void {
    const block = this.#stack.pop();
    if (block === undefined) return;
    this.#problems.push({ kind: 'unclosed block', open: block.open, head: block.head, before });
    this.#finish(block, null, dangling);
  }

  /** Turns an open block into an entry of its parent; returns where comments behind its end belong. */
  #finish(block: OpenBlock, close: Token | null, dangling: Token[]): Token[] {
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

  /** Whether nothing stands yet in the innermost block. */
  #isEmpty(): boolean {
    return this.#stack[this.#stack.length - 1]?.entries.length === 0;
  }

  #entries(): OutlineEntry[] {
    return this.#stack[this.#stack.length - 1]?.entries ?? this.#top;
  }

  #takeLeading(): Token[] {
    const leading = this.#leading;
    this.#leading = [];
    return leading;
  }

  #resetHead(): void {
    this.#head = [];
    this.#trailing = [];
  }

  #beginsDeclaration(token: Token): boolean {
    const begins = DECLARATIONS.has(token.image) || LINES.has(token.image);
    return begins && token.image !== 'targets' && this.#beginsLine && this.#indent === 0;
  }

  /** Column of the first token of a line; a byte order mark takes none. */
  #columnOf(first: Token): number {
    const lineStart = this.#text.lastIndexOf('\n', first.startOffset - 1) + 1;
    return first.startOffset - lineStart - (this.#text[lineStart] === '\uFEFF' ? 1 : 0);
  }

  /** Whether the clause before the line break at index `i` goes on behind it. */
  #goesOn(i: number): boolean {
    const last = this.#head[this.#head.length - 1] as Token;
    const next = this.#nextOnLaterLine(i);
    if (next === null || !mayBreakBetween(last, next)) return false;
    // A row may begin with a name in quotes, so a text goes on from another only where it stands further in.
    if (last.tokenType === Text && next.tokenType === Text) {
      return this.#columnOf(next) > this.#headIndent;
    }
    return !beginsWithSign(next) || goesOnAfter(last) || this.#sameParagraph(i);
  }

  /** The first token behind index `i` that is neither a line end nor a comment; looked for once a stretch. */
  #nextOnLaterLine(i: number): Token | null {
    for (this.#ahead = Math.max(this.#ahead, i + 1); this.#ahead < this.#tokens.length; this.#ahead++) {
      const token = this.#tokens[this.#ahead] as Token;
      if (token.tokenType !== NewLine && token.tokenType !== Comment) return token;
    }
    return null;
  }

  #sameParagraph(i: number): boolean {
    return this.#tokens[i + 1]?.tokenType !== NewLine;
  }
}
