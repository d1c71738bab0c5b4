import type { InstantMs } from '../time/types.ts';
import type { CalendarColumns } from './calendar-columns.ts';
import type { Horizon } from './horizon.ts';

/** A stretch of open time, half-open, in ms. */
export interface Stretch {
  readonly from: InstantMs;
  readonly to: InstantMs;
}

/**
 * A set of instants that are open, and the arithmetic of open time on it. `W(t)` is the open time before `t`.
 * Instants and durations are whole milliseconds; durations are not negative.
 * @throws {HorizonError} from every method, when the question or its answer lies outside `horizon`.
 */
export interface Calendar extends CalendarColumns {
  /** As the plan names it: `Office (EMEA)` where the hours hang on the region. Equal calendars have the first one's name. */
  readonly name: string;
  /** Zone whose dates count when days are counted; null when the contract names none. */
  readonly zone: string | null;
  /** The instants about which it can say anything. */
  readonly horizon: Horizon;

  /** The earliest `u >= t` with `W(u) - W(t) = ms`: a closing instant when the budget runs out there, `t` for 0. */
  add(t: InstantMs, ms: number): InstantMs;
  /** The latest `u <= t` with `W(t) - W(u) = ms`; `t` for 0. */
  subtract(t: InstantMs, ms: number): InstantMs;
  /** `W(to) - W(from)`, so negative when `to` comes first. */
  between(from: InstantMs, to: InstantMs): number;
  /** Whether `t` lies in open time; an opening does, a closing does not. */
  isOpen(t: InstantMs): boolean;
  /** The first open instant at or after `t`. */
  nextOpen(t: InstantMs): InstantMs;
  /** The latest instant at or before `t` that is inside open time or at its end. */
  prevOpen(t: InstantMs): InstantMs;
  /** The end of the stretch that holds `t`, or of the next one; null when the calendar never closes. */
  nextClose(t: InstantMs): InstantMs | null;
  /** So many stretches of open time in order, joined where they touch; the first begins at `t` when `t` is open. */
  periods(t: InstantMs, count: number): Stretch[];
  /**
   * Steps so many business dates of the calendar's zone, back when negative, and keeps the wall-clock time (a
   * skipped one moves forward, a doubled one is the first). 0 days is `t` itself. A business date is one on which
   * the calendar opens.
   * @throws {NoZoneError} when the calendar has no zone.
   */
  addDays(t: InstantMs, days: number): InstantMs;
  /** The open stretches within a span as sorted edges `[open, close, …]`, cut at its ends. */
  edgesBetween(from: InstantMs, to: InstantMs): number[];
}

/** Days were to be counted by a calendar that has no zone, so nothing says when a date begins. */
export class NoZoneError extends Error {
  override readonly name = 'NoZoneError';

  constructor(calendar: string) {
    super(`calendar \`${calendar}\` has no zone, so its dates cannot be counted`);
  }
}
