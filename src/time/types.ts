/**
 * The words of time that every stage shares. Types alone: nothing here computes.
 *
 * Instants are integers of milliseconds on the UTC line (no leap seconds). Intervals are half-open: they hold
 * their start and not their end. Hours are elapsed time, days are dates; the two are never mixed.
 */

/** Milliseconds since 1970-01-01T00:00:00Z, a whole number. */
export type InstantMs = number;

/**
 * A date of the civil calendar, written `YYYY-MM-DD`.
 * @pattern ^\d{4}-\d{2}-\d{2}$
 */
export type CivilDate = string;

/** Days since 1970-01-01 of a civil date, a whole number. */
export type EpochDay = number;

/**
 * Seconds after the midnight that begins a civil date, by the wall clock: 0 to 86400.
 * @minimum 0
 * @maximum 86400
 */
export type DaySeconds = number;

/** Day of the week by ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A stretch of wall-clock time inside one civil date, half-open, `from < to`. */
export interface DayInterval {
  readonly from: DaySeconds;
  readonly to: DaySeconds;
}

/** Dates from the first to the last, both ends included. */
export interface DateRange {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** A day of every year, such as 24 December. 29 February exists in leap years alone. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** The first day of every fiscal year, as `04-01`. */
export type FiscalYear = `${number}-${number}`;

/** Which dates a dated line speaks of: dates of given years, or the same days of every year (may wrap a year's end). */
export type DateSet =
  | { readonly kind: 'range'; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: 'yearly'; readonly from: MonthDay; readonly to: MonthDay }
  /** The first (1) to fourth, or the last, of a weekday in a month (1 to 12), or in every month where it is null. */
  | {
      readonly kind: 'nth weekday';
      readonly which: 1 | 2 | 3 | 4 | 'last';
      readonly weekday: Weekday;
      readonly month: number | null;
    }
  /** From one date to another, and the same again every so many days, from then on. */
  | { readonly kind: 'cycle'; readonly from: CivilDate; readonly to: CivilDate; readonly turnDays: number }
  /**
   * From one weekday to another, which may lie in the week after, of the weeks whose number by ISO 8601 is odd, or even.
   * The week in which the first weekday lies decides.
   */
  | {
      readonly kind: 'weeks';
      readonly from: Weekday;
      readonly to: Weekday;
      readonly number: 'odd' | 'even';
    };

/**
 * The offsets of one zone over a span of years, as a table.
 * `offsets[i]` (seconds east of UTC) is in force from `transitions[i - 1]` up to `transitions[i]` (seconds since
 * 1970, UTC); `offsets[0]` before the first. So `offsets` is one longer than `transitions`.
 */
export interface ZoneTable {
  readonly zone: string;
  /** First and last instant (seconds, half-open) for which the table was looked up. */
  readonly from: number;
  readonly to: number;
  readonly transitions: readonly number[];
  readonly offsets: readonly number[];
}
