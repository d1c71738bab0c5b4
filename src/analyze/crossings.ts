import { dueAt, type Line, type Piece } from './piece.ts';

/** What two lines do over a stretch in which neither breaks. */
export interface Meeting {
  readonly from: number;
  readonly to: number;
  /** The first line's deadline less the second's, at `from`. */
  readonly gap: number;
  /** How the gap grows with the opening. */
  readonly rate: -1 | 0 | 1;
}

/** Walks two lines over the span that both have. */
export function meet(a: Line, b: Line, visit: (meeting: Meeting) => void): void {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const one = a[i] as Piece;
    const other = b[j] as Piece;
    const from = Math.max(one.from, other.from);
    const to = Math.min(one.to, other.to);
    if (from < to) {
      const gap = dueAt(one, from) - dueAt(other, from);
      visit({ from, to, gap, rate: (one.slope - other.slope) as -1 | 0 | 1 });
    }
    if (one.to === to) i += 1;
    if (other.to === to) j += 1;
  }
}

/** Instants at which one of two lines overtakes the other, and the millisecond after each. */
export function crossings(a: Line, b: Line): readonly number[] {
  const found: number[] = [];
  meet(a, b, ({ from, to, gap, rate }) => {
    const crossed = from - gap * rate;
    if (rate !== 0 && crossed >= from && crossed < to) found.push(crossed, crossed + 1);
  });
  return found;
}
