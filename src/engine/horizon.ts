import type { CivilDate, InstantMs } from '../time/types.ts';
import { FIRST_YEAR, LAST_YEAR } from '../time/units.ts';

/** The span of instants about which a calendar can say anything, half-open. */
export interface Horizon {
  readonly from: InstantMs;
  readonly to: InstantMs;
  /** First and last date covered, by the clock that the limit was read from. */
  readonly firstDate: CivilDate;
  readonly lastDate: CivilDate;
  /** What ends it, in words. */
  readonly reason: string;
}

/** The widest span any calendar covers: 1970 to 2099 in UTC. */
export const WIDEST_HORIZON: Horizon = {
  from: Date.UTC(FIRST_YEAR, 0, 1),
  to: Date.UTC(LAST_YEAR + 1, 0, 1),
  firstDate: `${FIRST_YEAR}-01-01`,
  lastDate: `${LAST_YEAR}-12-31`,
  reason: 'the years that the engine covers',
};

/** The instants that both cover. */
export function intersectHorizons(a: Horizon, b: Horizon): Horizon {
  const later = a.from >= b.from ? a : b;
  const earlier = a.to <= b.to ? a : b;
  return {
    from: later.from,
    to: Math.max(earlier.to, later.from),
    firstDate: later.firstDate,
    lastDate: earlier.lastDate,
    reason: later === WIDEST_HORIZON ? earlier.reason : later.reason,
  };
}

/**
 * A question, or its answer, lies outside what a calendar covers. Nothing is guessed there: holidays are not listed,
 * or offsets are not known.
 */
export class HorizonError extends Error {
  override readonly name = 'HorizonError';
  /** The calendar's name in the contract. */
  readonly calendar: string;
  /** First and last date covered. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The first row of a column that asked for it, from 0; null where no column was asked. */
  readonly row: number | null;
  readonly #horizon: Horizon;

  constructor(calendar: string, horizon: Horizon, row: number | null = null) {
    const { firstDate, lastDate, reason } = horizon;
    super(
      `the answer lies outside what calendar \`${calendar}\` covers: ${firstDate} to ${lastDate} (${reason})` +
        (row === null ? '' : `; it was asked for in row ${row}`),
    );
    this.calendar = calendar;
    this.from = firstDate;
    this.to = lastDate;
    this.row = row;
    this.#horizon = horizon;
  }

  /** The same of a row of a column. */
  inRow(row: number): HorizonError {
    return new HorizonError(this.calendar, this.#horizon, row);
  }
}

/** What was thrown as a row of a column was answered, with that row where it is a `HorizonError`. */
export function inRow(error: unknown, row: number): unknown {
  return error instanceof HorizonError ? error.inRow(row) : error;
}
