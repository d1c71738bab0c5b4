import type { InstantMs, ZoneTable } from '../time/types.ts';
import { BusinessDates } from './business-dates.ts';
import { NoZoneError, type Calendar, type Stretch } from './calendar.ts';
import { RowByRow } from './row-by-row.ts';
import { HorizonError, WIDEST_HORIZON, type Horizon } from './horizon.ts';

/** A calendar that never closes: open time is elapsed time, and there is no table to build. */
export class AlwaysOpenCalendar extends RowByRow implements Calendar {
  readonly name: string;
  readonly zone: string | null;
  readonly horizon: Horizon = WIDEST_HORIZON;
  readonly #zoneTable: ZoneTable | null;
  #dates: BusinessDates | null = null;

  constructor(name: string, zoneTable: ZoneTable | null) {
    super();
    this.name = name;
    this.zone = zoneTable?.zone ?? null;
    this.#zoneTable = zoneTable;
  }

  add(t: InstantMs, ms: number): InstantMs {
    if (!(ms >= 0)) throw new RangeError(`a budget of ${ms} ms cannot be added`);
    this.#require(t);
    return this.#reach(t + ms);
  }

  subtract(t: InstantMs, ms: number): InstantMs {
    if (!(ms >= 0)) throw new RangeError(`a budget of ${ms} ms cannot be subtracted`);
    this.#require(t);
    return this.#reach(t - ms);
  }

  between(from: InstantMs, to: InstantMs): number {
    this.#require(from);
    this.#require(to);
    return to - from;
  }

  isOpen(t: InstantMs): boolean {
    this.#require(t);
    return true;
  }

  nextOpen(t: InstantMs): InstantMs {
    this.#require(t);
    return t;
  }

  prevOpen(t: InstantMs): InstantMs {
    this.#require(t);
    return t;
  }

  nextClose(t: InstantMs): null {
    this.#require(t);
    return null;
  }

  /** The one stretch has no end that could be named, so any count but 0 throws a `HorizonError`. */
  periods(t: InstantMs, count: number): Stretch[] {
    this.#require(t);
    if (count > 0) throw new HorizonError(this.name, this.horizon);
    return [];
  }

  addDays(t: InstantMs, days: number): InstantMs {
    if (this.#zoneTable === null) throw new NoZoneError(this.name);
    this.#dates ??= new BusinessDates(this, this.#zoneTable);
    return this.#dates.addDays(t, days);
  }

  edgesBetween(from: InstantMs, to: InstantMs): number[] {
    if (!(from < to)) return [];
    this.#require(from);
    this.#reach(to);
    return [from, to];
  }

  #require(t: InstantMs): void {
    if (!(t >= this.horizon.from && t < this.horizon.to)) throw new HorizonError(this.name, this.horizon);
  }

  /** An end may lie at the horizon's edge, like the closing instants of other calendars. */
  #reach(t: InstantMs): InstantMs {
    if (!(t >= this.horizon.from && t <= this.horizon.to)) throw new HorizonError(this.name, this.horizon);
    return t;
  }
}
