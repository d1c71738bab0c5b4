import type { InstantMs } from '../time/types.ts';
import { append, type Line, type Piece, type Span } from './piece.ts';

/** A count of time as a function of the instant from which it is counted. */
export interface Counting {
  /** Where the count ends, as the engine has it. */
  readonly at: (t: InstantMs) => InstantMs;
  /**
   * Instants at which the count may begin to run otherwise, in any order, some perhaps outside the span. Between two of
   * them it keeps still or moves with the instant, or it keeps still until it is overtaken and moves with it from then
   * on: what is past is due at once.
   */
  readonly breaks: (span: Span) => readonly number[];
}

/** The line of a count. Every piece is asked for at both its ends, so one that is no straight line is found out. */
export function lineOf({ at, breaks }: Counting, span: Span): Line {
  const line: Piece[] = [];
  let from = span.from;
  for (const next of sorted([...breaks(span), span.to])) {
    if (next <= from || next > span.to) continue;
    appendStraight(line, at, from, next);
    from = next;
  }
  return line;
}

function appendStraight(line: Piece[], at: Counting['at'], from: InstantMs, to: InstantMs): void {
  const due = at(from);
  const last = at(to - 1);
  if (last === due + (to - 1 - from)) append(line, { from, to, due, slope: 1 });
  else if (last === due) append(line, { from, to, due, slope: 0 });
  else if (due > from && due < to && last === to - 1 && at(due - 1) === due) {
    append(line, { from, to: due, due, slope: 0 });
    append(line, { from: due, to, due, slope: 1 });
  } else {
    const [first, end] = [from, to - 1].map((t) => new Date(t).toISOString());
    throw new Error(`a deadline is no straight line from ${first} to ${end}`);
  }
}

export function sorted(instants: readonly number[]): readonly number[] {
  for (let i = 1; i < instants.length; i += 1) {
    if ((instants[i] as number) < (instants[i - 1] as number)) return [...Float64Array.from(instants).sort()];
  }
  return instants;
}
