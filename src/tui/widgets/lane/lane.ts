import type { InstantMs } from '../../../time/types.ts';
import type { Row, Run, Tone } from '../../text/row.ts';

/** A stretch of time drawn as a line of cells: what was going on, and marks for what happened. */
export interface Lane {
  readonly from: InstantMs;
  readonly to: InstantMs;
  /** What holds at an instant: the glyph of a cell is that of its middle. */
  readonly at: (instant: InstantMs) => { readonly glyph: string; readonly tone: Tone };
  /** In the order of drawing: a later one covers an earlier one. Those outside the lane are left out. */
  readonly marks: readonly { readonly at: InstantMs; readonly glyph: string; readonly tone: Tone }[];
}

export function laneRow({ from, to, at, marks }: Lane, width: number): Row {
  if (width <= 0) return [];
  const span = Math.max(1, to - from);
  const cells = Array.from({ length: width }, (_, cell): Run => {
    const { glyph, tone } = at(from + ((cell + 0.5) * span) / width);
    return { text: glyph, tone };
  });
  for (const mark of marks) {
    const cell = cellAt(mark.at, from, to, width);
    if (cell !== null) cells[cell] = { text: mark.glyph, tone: mark.tone };
  }
  return joinRuns(cells);
}

/** The cell that holds an instant, both ends included; null outside. */
export function cellAt(at: InstantMs, from: InstantMs, to: InstantMs, width: number): number | null {
  if (!(at >= from && at <= to)) return null;
  return Math.min(width - 1, Math.floor(((at - from) / Math.max(1, to - from)) * width));
}

/** Neighbours of one look in one run: every change of colour costs time. */
export function joinRuns(runs: readonly Run[]): Row {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.tone === run.tone) joined[joined.length - 1] = { text: last.text + run.text, tone: run.tone };
    else joined.push(run);
  }
  return joined;
}
