/** Tables of open time that a compiled plan may carry, so that whoever loads it need not make them. */
import type { InstantMs } from '../time/types.ts';

export interface PlanTables {
  /** How tables are laid out; those of another layout are left aside and made anew. */
  readonly layout: number;
  /** Version of the time-zone data by which they were made: that of the plan, or they are left aside. */
  readonly tzdata: string;
  /** First and last year in UTC, both included, with a day to either side; a table covers what its calendar knows of them. */
  readonly fromYear: number;
  readonly toYear: number;
  /** Each once: equal calendars share one. */
  readonly tables: readonly PlanTable[];
  /** For each calendar the index of its table; null for one that needs none, or hangs on what a ticket says. */
  readonly tableOf: readonly (number | null)[];
}

/** A table by its numbers and its records; what they mean is said where the engine reads them. */
export interface PlanTable {
  readonly from: InstantMs;
  readonly to: InstantMs;
  readonly slotOrigin: InstantMs;
  readonly slotMs: number;
  readonly stepMs: number;
  /** Open ms in all. */
  readonly total: number;
  /** Where in the records the steps begin, and where the rows do. */
  readonly steps: number;
  readonly rows: number;
  readonly rowCount: number;
  /** The records: whole numbers of 32 bits, least byte first, in base64. */
  readonly records: string;
  /**
   * A digest of the layout, of the hours and holidays of the calendar, of the offsets of its zones and of all of the above. A
   * table whose seal does not fit the plan around it is left aside and made anew.
   */
  readonly seal: string;
}
