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
    let i = 0;
    try {
      for (; i < starts.length; i += 1) {
        const t = starts[i] as number;
        out[i] = Number.isNaN(t) ? NaN : this.add(t, typeof ms === 'number' ? ms : (ms[i] as number));
      }
    } catch (error) {
      throw inRow(error, i);
    }
  }

  subtractEach(ends: Float64Array, ms: number | Float64Array, out: Float64Array): void {
    let i = 0;
    try {
      for (; i < ends.length; i += 1) {
        const t = ends[i] as number;
        out[i] = Number.isNaN(t) ? NaN : this.subtract(t, typeof ms === 'number' ? ms : (ms[i] as number));
      }
    } catch (error) {
      throw inRow(error, i);
    }
  }

  betweenEach(from: Float64Array, to: Float64Array, out: Float64Array): void {
    let i = 0;
    try {
      for (; i < from.length; i += 1) {
        const [a, b] = [from[i] as number, to[i] as number];
        out[i] = Number.isNaN(a) || Number.isNaN(b) ? NaN : this.between(a, b);
      }
    } catch (error) {
      throw inRow(error, i);
    }
  }

  isOpenEach(at: Float64Array, out: Uint8Array): void {
    let i = 0;
    try {
      for (; i < at.length; i += 1) {
        const t = at[i] as number;
        out[i] = !Number.isNaN(t) && this.isOpen(t) ? 1 : 0;
      }
    } catch (error) {
      throw inRow(error, i);
    }
  }

  nextOpenEach(at: Float64Array, out: Float64Array): void {
    let i = 0;
    try {
      for (; i < at.length; i += 1) {
        const t = at[i] as number;
        out[i] = Number.isNaN(t) ? NaN : this.nextOpen(t);
      }
    } catch (error) {
      throw inRow(error, i);
    }
  }

  prevOpenEach(at: Float64Array, out: Float64Array): void {
    let i = 0;
    try {
      for (; i < at.length; i += 1) {
        const t = at[i] as number;
        out[i] = Number.isNaN(t) ? NaN : this.prevOpen(t);
      }
    } catch (error) {
      throw inRow(error, i);
    }
  }

  nextCloseEach(at: Float64Array, out: Float64Array): void {
    let i = 0;
    try {
      for (; i < at.length; i += 1) {
        const t = at[i] as number;
        out[i] = Number.isNaN(t) ? NaN : (this.nextClose(t) ?? NaN);
      }
    } catch (error) {
      throw inRow(error, i);
    }
  }

  addDaysEach(starts: Float64Array, days: number | Int32Array, out: Float64Array): void {
    let i = 0;
    try {
      for (; i < starts.length; i += 1) {
        const t = starts[i] as number;
        out[i] = Number.isNaN(t)
          ? NaN
          : this.addDays(t, typeof days === 'number' ? days : (days[i] as number));
      }
    } catch (error) {
      throw inRow(error, i);
    }
  }
}
