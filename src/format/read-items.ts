import type { Token } from '../../grammar/token.ts';
import {
  mayBreakBetween,
  type Outline,
  type OutlineBlock,
  type OutlineEntry,
} from '../../grammar/outline.ts';
import type { Item, Word } from './item.ts';

/** Reads the items of a file from its outline, which must be without problems; `text` is where it was read from. */
export function readItems(text: string, outline: Outline): readonly Item[] {
  return new ItemReader(text).readBlock([], outline.entries, outline.dangling);
}

/** An item before it is known whether a blank line stands above it. */
interface Placed {
  readonly start: number;
  readonly end: number;
  readonly make: (blankBefore: boolean) => Item;
}

class ItemReader {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The items of a block or a file; `first` are comments that move to its beginning. */
  readBlock(
    first: readonly Token[],
    entries: readonly OutlineEntry[],
    dangling: readonly Token[],
  ): readonly Item[] {
    const placed = [
      ...first.map(placeComment),
      ...entries.flatMap((entry, i) => [
        ...entry.leading.map(placeComment),
        ...(entry.block === null
          ? this.#placeClause(entry, entries[i + 1] ?? null)
          : this.#placeBlock(entry, entry.block)),
      ]),
      ...dangling.map(placeComment),
    ];
    return placed.map((item, i) => {
      const above = placed[i - 1];
      return item.make(above !== undefined && this.#hasBlankLine(above.end, item.start));
    });
  }

  #placeClause(entry: OutlineEntry, next: OutlineEntry | null): Placed[] {
    const last = entry.head[entry.head.length - 1] as Token;
    const after = entry.trailing.filter((comment) => comment.startOffset > last.startOffset);
    const { behind, below } = this.#split(last, after);
    const words = this.#words(entry.head, entry.trailing);
    const following = next?.head[0];
    const semicolon = following !== undefined && mayBreakBetween(last, following);
    return [
      {
        start: startOf(entry),
        end: endOf(behind ?? last),
        make: (blankBefore) => ({
          kind: 'clause',
          blankBefore,
          words,
          semicolon,
          behind: behind === null ? null : commentText(behind),
        }),
      },
      ...below.map(placeComment),
    ];
  }

  /** Comments between the head and its brace move behind the brace; only the first of them has room there. */
  #placeBlock(entry: OutlineEntry, block: OutlineBlock): Placed[] {
    const { open, close } = block;
    if (close === null) throw new Error('a block that is never closed cannot be formatted');
    const last = entry.head[entry.head.length - 1] as Token;
    const inHead = entry.trailing.filter((comment) => comment.startOffset < last.startOffset);
    const beforeOpen = entry.trailing.filter(
      (comment) => comment.startOffset > last.startOffset && comment.startOffset < open.startOffset,
    );
    const afterClose = entry.trailing.filter((comment) => comment.startOffset > close.startOffset);
    const [opening = null, ...first] = [...beforeOpen, ...block.opening];
    const { behind, below } = this.#split(close, afterClose);
    const head = this.#words(entry.head, inHead);
    const items = this.readBlock(first, block.entries, block.dangling);
    const onOneLine =
      !this.#text.slice(open.startOffset, close.startOffset).includes('\n') &&
      items.length === 1 &&
      items[0]?.kind === 'clause' &&
      opening === null &&
      inHead.length === 0;
    return [
      {
        start: startOf(entry),
        end: endOf(behind ?? close),
        make: (blankBefore) => ({
          kind: 'block',
          blankBefore,
          head,
          onOneLine,
          opening: opening === null ? null : commentText(opening),
          items,
          behind: behind === null ? null : commentText(behind),
        }),
      },
      ...below.map(placeComment),
    ];
  }

  /** The tokens of a clause, each with the comments before the next; what follows the last is the item's business. */
  #words(tokens: readonly Token[], comments: readonly Token[]): Word[] {
    let taken = 0;
    return tokens.map((token, i) => {
      const next = tokens[i + 1];
      const here: Token[] = [];
      while (next !== undefined && (comments[taken]?.startOffset ?? Infinity) < next.startOffset) {
        here.push(comments[taken++] as Token);
      }
      const { behind, below } = this.#split(token, here);
      return {
        token,
        behind: behind === null ? null : commentText(behind),
        below: below.map(commentText),
      };
    });
  }

  /** Tells the comment on the line of a token from those on the lines below. */
  #split(token: Token, comments: readonly Token[]): { behind: Token | null; below: readonly Token[] } {
    const [first, ...rest] = comments;
    if (first === undefined) return { behind: null, below: [] };
    return this.#text.slice(endOf(token), first.startOffset).includes('\n')
      ? { behind: null, below: comments }
      : { behind: first, below: rest };
  }

  #hasBlankLine(start: number, end: number): boolean {
    return /\n\s*\n/.test(this.#text.slice(start, end));
  }
}

function placeComment(comment: Token): Placed {
  return {
    start: comment.startOffset,
    end: endOf(comment),
    make: (blankBefore) => ({ kind: 'comment', blankBefore, text: commentText(comment) }),
  };
}

/** A comment without the blanks, or the carriage return, at the end of its line. */
export function commentText(comment: Token): string {
  return comment.image.trimEnd();
}

function startOf(entry: OutlineEntry): number {
  return (entry.head[0] as Token).startOffset;
}

function endOf(token: Token): number {
  return token.startOffset + token.image.length;
}
