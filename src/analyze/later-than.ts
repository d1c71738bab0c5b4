import type { InstantMs } from '../time/types.ts';
import { meet, type Meeting } from './crossings.ts';
import { dueAt, type Line, pieceAt } from './piece.ts';

/** A ticket of which one deadline is later than another. */
export interface Apart {
  readonly opened: InstantMs;
  readonly due: InstantMs;
  readonly otherDue: InstantMs;
}

/** How one line lies later than another. A line without a deadline lies later than any that has one. */
export interface Later {
  /** Exactly the first opening. */
  readonly first: InstantMs;
  /** The first opening at a whole minute among those that begin with `first`, else `first` itself. */
  readonly witness: Apart;
  /** The first opening of those with the widest gap. */
  readonly widest: Apart;
  /** How much of the span it holds for. */
  readonly ms: number;
}

export interface Comparison {
  /** Where the first line is later than the other; null where it never is. */
  readonly later: Later | null;
  /** Where it is earlier, told from the other's side. */
  readonly earlier: Later | null;
  /** The first opening of which it cannot be known; null where it always can. */
  readonly open: InstantMs | null;
  /** The length of the span that was compared. */
  readonly ms: number;
}

const MINUTE_MS = 60_000;

/** Holds two lines against each other over the span that both have, instant by instant. */
export function compareLines(a: Line, b: Line): Comparison {
  const later = new LaterSoFar();
  const earlier = new LaterSoFar();
  let open: InstantMs | null = null;
  let ms = 0;
  meet(a, b, (meeting) => {
    const { from, to } = meeting;
    ms += to - from;
    if (Number.isNaN(meeting.gap)) {
      // Two lines without a deadline are alike, and their difference is no number either.
      if (open === null && !isUndated(a, b, from)) open = from;
      return;
    }
    later.see(meeting);
    earlier.see({ from, to, gap: -meeting.gap, rate: -meeting.rate as Meeting['rate'] });
  });
  return { later: later.told(a, b), earlier: earlier.told(b, a), open, ms };
}

function isUndated(a: Line, b: Line, at: InstantMs): boolean {
  return pieceAt(a, at)?.due === Infinity && pieceAt(b, at)?.due === Infinity;
}

/** Gathers where a gap is above nothing. */
class LaterSoFar {
  #first: InstantMs | null = null;
  #witness: InstantMs = NaN;
  #widest = { gap: 0, opened: NaN };
  #ms = 0;

  see({ from, to, gap, rate }: Meeting): void {
    // The part of the stretch with a gap: all of it, or what comes after or before the lines cross.
    const start = gap > 0 ? from : rate === 1 ? from - gap + 1 : to;
    const end = gap > 0 && rate === -1 ? Math.min(to, from + gap) : to;
    if (start >= end) return;
    if (this.#first === null) {
      this.#first = start;
      const minute = Math.ceil(start / MINUTE_MS) * MINUTE_MS;
      this.#witness = minute < end ? minute : start;
    }
    this.#ms += end - start;
    const opened = rate === 1 ? end - 1 : start;
    const most = gap + rate * (opened - from);
    if (most > this.#widest.gap) this.#widest = { gap: most, opened };
  }

  told(line: Line, other: Line): Later | null {
    if (this.#first === null) return null;
    const apart = (opened: InstantMs): Apart => ({
      opened,
      due: at(line, opened),
      otherDue: at(other, opened),
    });
    return {
      first: this.#first,
      witness: apart(this.#witness),
      widest: apart(this.#widest.opened),
      ms: this.#ms,
    };
  }
}

/**
 * A ticket of the widest gap, opened at a whole minute beside it with nearly that gap; the first witness where no minute
 * is as telling.
 */
export function atWholeMinute({ witness, widest }: Later, line: Line, other: Line): Apart {
  const most = widest.due - widest.otherDue;
  if (!Number.isFinite(most)) return witness;
  const beside = [Math.ceil(widest.opened / MINUTE_MS), Math.floor(widest.opened / MINUTE_MS)];
  const telling = beside
    .map((minute) => minute * MINUTE_MS)
    .map((opened): Apart => ({ opened, due: at(line, opened), otherDue: at(other, opened) }))
    .find(({ due, otherDue }) => due > otherDue && due - otherDue >= most - MINUTE_MS);
  return telling ?? witness;
}

function at(line: Line, opened: InstantMs): InstantMs {
  const piece = pieceAt(line, opened);
  return piece === undefined ? NaN : dueAt(piece, opened);
}
