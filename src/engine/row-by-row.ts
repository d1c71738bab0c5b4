import type { InstantMs } from '../time/types.ts';
import type { CalendarColumns } from './calendar-columns.ts';
import { inRow } from './horizon.ts';

/** Answers columns a row at a time by what a calendar answers to one. */
export abstract class RowByRow implements CalendarColumns {
  abstract add(t: InstantMs, ms: number): InstantMs;
  abstract subtract(t: InstantMs, ms: number): InstantMs;
  abstract between(from: InstantMs, to: InstantMs): number;
  abstract isOpen(t: InstantMs): boolean;
  abstract nextOpen(t: InstantMs): InstantMs;
  abstract prevOpen(t: InstantMs): InstantMs;
  abstract nextClose(t: InstantMs): InstantMs | null;
  abstract addDays(t: InstantMs, days: number): InstantMs;

  addEach(starts: Float64Array, ms: number | Float64Array, out: Float64Array): void {
    answerEach(starts, out, (t, row) => this.add(t, inEach(ms, row)));
  }

  subtractEach(ends: Float64Array, ms: number | Float64Array, out: Float64Array): void {
    answerEach(ends, out, (t, row) => this.subtract(t, inEach(ms, row)));
  }

  betweenEach(from: Float64Array, to: Float64Array, out: Float64Array): void {
    answerEach(from, out, (t, row) => {
      const end = to[row] as number;
      return Number.isNaN(end) ? NaN : this.between(t, end);
    });
  }

  isOpenEach(at: Float64Array, out: Uint8Array): void {
    answerEach(at, out, (t) => Number(this.isOpen(t)));
  }

  nextOpenEach(at: Float64Array, out: Float64Array): void {
    answerEach(at, out, (t) => this.nextOpen(t));
  }

  prevOpenEach(at: Float64Array, out: Float64Array): void {
    answerEach(at, out, (t) => this.prevOpen(t));
  }

  nextCloseEach(at: Float64Array, out: Float64Array): void {
    answerEach(at, out, (t) => this.nextClose(t) ?? NaN);
  }

  addDaysEach(starts: Float64Array, days: number | Int32Array, out: Float64Array): void {
    answerEach(starts, out, (t, row) => this.addDays(t, inEach(days, row)));
  }
}

function inEach(value: number | Float64Array | Int32Array, row: number): number {
  return typeof value === 'number' ? value : (value[row] as number);
}

/** What is no instant has no answer: NaN, which bytes hold as 0. What is thrown names the row. */
export function answerEach(
  at: Float64Array,
  out: Float64Array | Uint8Array,
  answer: (t: InstantMs, row: number) => number,
): void {
  let row = 0;
  try {
    for (; row < at.length; row += 1) {
      const t = at[row] as number;
      out[row] = Number.isNaN(t) ? NaN : answer(t, row);
    }
  } catch (error) {
    throw inRow(error, row);
  }
}
