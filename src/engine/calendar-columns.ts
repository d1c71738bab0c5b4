/**
 * The questions of a calendar over columns of instants: typed arrays in, a typed array out, nothing made in between.
 *
 * A row that is NaN is no instant, and so is its answer; whether it is open, it is not. `out` has a place for each row and
 * may be one of the columns. What is outside the horizon throws a `HorizonError` with the first row of which that is so, and
 * leaves `out` answered up to some row before it.
 */
export interface CalendarColumns {
  /** `out[i] = add(starts[i], ms)`; with a column of budgets, by `ms[i]`. */
  addEach(starts: Float64Array, ms: number | Float64Array, out: Float64Array): void;
  /** `out[i] = subtract(ends[i], ms)`; with a column of budgets, by `ms[i]`. */
  subtractEach(ends: Float64Array, ms: number | Float64Array, out: Float64Array): void;
  /** `out[i] = between(from[i], to[i])`. */
  betweenEach(from: Float64Array, to: Float64Array, out: Float64Array): void;
  /** `out[i]` is 1 where `isOpen(at[i])`, else 0. */
  isOpenEach(at: Float64Array, out: Uint8Array): void;
  /** `out[i] = nextOpen(at[i])`. */
  nextOpenEach(at: Float64Array, out: Float64Array): void;
  /** `out[i] = prevOpen(at[i])`. */
  prevOpenEach(at: Float64Array, out: Float64Array): void;
  /** `out[i] = nextClose(at[i])`; NaN where the calendar never closes. */
  nextCloseEach(at: Float64Array, out: Float64Array): void;
  /** `out[i] = addDays(starts[i], days)`; with a column of counts, by `days[i]`. */
  addDaysEach(starts: Float64Array, days: number | Int32Array, out: Float64Array): void;
}
