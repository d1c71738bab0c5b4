import type { InstantMs } from '../time/types.ts';

/** Opening instants that are looked at, half-open. */
export interface Span {
  readonly from: InstantMs;
  readonly to: InstantMs;
}

/**
 * Opening instants, half-open, over which a deadline keeps still (slope 0) or moves with the opening (slope 1). At `t`
 * it is `due + slope * (t - from)`. Infinity stands for no deadline at all, NaN for one that cannot be known.
 */
export interface Piece extends Span {
  readonly due: InstantMs;
  readonly slope: 0 | 1;
}

/**
 * The deadline of every opening instant of a span: pieces in order that tile it, no two of which could be one.
 *
 *     due │        ╱           Eight hours of an office: while it is open the deadline moves with the
 *         │   ____╱            opening, while it is shut it keeps still, and it jumps over each night at
 *         │  ╱                 the instant from which the hours reach into the next day.
 *         │ ╱
 *         └──────────── opened
 */
export type Line = readonly Piece[];

export function dueAt(piece: Piece, t: InstantMs): InstantMs {
  return piece.slope === 0 ? piece.due : piece.due + (t - piece.from);
}

/** The piece of a line that holds an instant; undefined outside the line's span. */
export function pieceAt(line: Line, t: InstantMs): Piece | undefined {
  const found = line[firstEndingAfter(line, t)];
  return found !== undefined && found.from <= t ? found : undefined;
}

function firstEndingAfter(line: Line, t: InstantMs): number {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((line[middle] as Piece).to <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One piece for the whole of a span. */
export function steady({ from, to }: Span, due: number): Line {
  return from < to ? [{ from, to, due, slope: 0 }] : [];
}

/** The part of a line within a span that the line's own holds. */
export function slice(line: Line, { from, to }: Span): Line {
  const parts: Piece[] = [];
  for (let i = firstEndingAfter(line, from); i < line.length; i += 1) {
    const piece = line[i] as Piece;
    if (piece.from >= to) break;
    const start = Math.max(piece.from, from);
    parts.push({ from: start, to: Math.min(piece.to, to), due: dueAt(piece, start), slope: piece.slope });
  }
  return parts;
}

/** Puts a piece at the end of a line, or lengthens the last one where the two are one straight line. */
export function append(line: Piece[], { from, to, due, slope }: Piece): void {
  const last = line.at(-1);
  if (last !== undefined && last.to === from) {
    // A piece of one instant is as straight as any.
    const lastSlope = last.to - last.from === 1 ? slope : last.slope;
    const ownSlope = to - from === 1 ? lastSlope : slope;
    const goesOn = lastSlope === ownSlope && last.due + ownSlope * (from - last.from) === due;
    if (goesOn) {
      line[line.length - 1] = { from: last.from, to, due: last.due, slope: ownSlope };
      return;
    }
  }
  line.push({ from, to, due, slope });
}
