import type { PlanCalendarBody } from '../plan/model.ts';
import { MS_PER_DAY, MS_PER_SECOND } from '../time/units.ts';
import type { InstantMs } from '../time/types.ts';
import { BusinessDates } from './business-dates.ts';
import { NoZoneError, type Calendar, type Stretch } from './calendar.ts';
import { expandCalendar, zoneOf, type ZoneTables } from './expand-calendar.ts';
import { HorizonError, type Horizon } from './horizon.ts';
import {
  BEFORE,
  buildOpenTable,
  LASTS,
  openBefore,
  OPENS,
  ROW,
  rowAtInstant,
  rowAtWork,
  type OpenTable,
} from './open-table.ts';
import { growWindow } from './window.ts';

/** A first window reaches so far to either side of the first instant asked for. */
const FIRST_MARGIN_MS = 800 * MS_PER_DAY;

const NO_TABLE = buildOpenTable([], 0, 0);

/**
 * A calendar by its table. The table covers a window around the instants asked for and grows by need up to the
 * horizon. A class because that table is a cache.
 */
export class TableCalendar implements Calendar {
  readonly name: string;
  readonly zone: string | null;
  readonly horizon: Horizon;
  readonly #body: PlanCalendarBody;
  readonly #zones: ZoneTables;
  #table: OpenTable = NO_TABLE;
  #dates: BusinessDates | null = null;

  constructor(
    name: string,
    zone: string | null,
    horizon: Horizon,
    body: PlanCalendarBody,
    zones: ZoneTables,
  ) {
    this.name = name;
    this.zone = zone;
    this.horizon = horizon;
    this.#body = body;
    this.#zones = zones;
  }

  add(t: InstantMs, ms: number): InstantMs {
    let table = this.#tableAt(t);
    if (!(ms >= 0)) throw new RangeError(`a budget of ${ms} ms cannot be added`);
    if (ms === 0) return t;
    let work = openBefore(table, t) + ms;
    while (work > table.total) {
      table = this.#growRight();
      work = openBefore(table, t) + ms;
    }
    // The last row with less than `work` before it: with a whole budget, the last with at most half a ms less.
    const row = rowAtWork(table, work - 0.5);
    return (table.rows[row + OPENS] as number) + work - (table.rows[row + BEFORE] as number);
  }

  subtract(t: InstantMs, ms: number): InstantMs {
    let table = this.#tableAt(t);
    if (!(ms >= 0)) throw new RangeError(`a budget of ${ms} ms cannot be subtracted`);
    if (ms === 0) return t;
    let work = openBefore(table, t) - ms;
    while (work < 0) {
      table = this.#growLeft();
      work = openBefore(table, t) - ms;
    }
    const row = rowAtWork(table, work);
    return (table.rows[row + OPENS] as number) + work - (table.rows[row + BEFORE] as number);
  }

  between(from: InstantMs, to: InstantMs): number {
    this.#tableAt(from);
    const table = this.#tableAt(to);
    return openBefore(table, to) - openBefore(table, from);
  }

  isOpen(t: InstantMs): boolean {
    const table = this.#tableAt(t);
    const row = rowAtInstant(table, t);
    return t - (table.rows[row + OPENS] as number) < (table.rows[row + LASTS] as number);
  }

  nextOpen(t: InstantMs): InstantMs {
    let table = this.#tableAt(t);
    for (;;) {
      const row = rowAtInstant(table, t);
      if (t - (table.rows[row + OPENS] as number) < (table.rows[row + LASTS] as number)) return t;
      if (row + ROW < table.rows.length) return table.rows[row + ROW + OPENS] as number;
      table = this.#growRight();
    }
  }

  prevOpen(t: InstantMs): InstantMs {
    let table = this.#tableAt(t);
    for (;;) {
      const row = rowAtInstant(table, t);
      const opens = table.rows[row + OPENS] as number;
      const lasts = table.rows[row + LASTS] as number;
      // Row 0 is no stretch of the calendar, only the window's start.
      if (row > 0) return t - opens < lasts ? t : opens + lasts;
      table = this.#growLeft();
    }
  }

  nextClose(t: InstantMs): InstantMs {
    return this.#stretchFrom(t).to;
  }

  periods(t: InstantMs, count: number): Stretch[] {
    const stretches: Stretch[] = [];
    for (let at = t; stretches.length < count;) {
      const stretch = this.#stretchFrom(at);
      stretches.push(stretch);
      at = stretch.to;
    }
    return stretches;
  }

  addDays(t: InstantMs, days: number): InstantMs {
    if (this.zone === null) throw new NoZoneError(this.name);
    this.#dates ??= new BusinessDates(this, zoneOf(this.#zones, this.zone));
    return this.#dates.addDays(t, days);
  }

  edgesBetween(from: InstantMs, to: InstantMs): number[] {
    if (!(from < to)) return [];
    this.#tableAt(from);
    const table = this.#tableAt(to - 1);
    const edges: number[] = [];
    for (let row = rowAtInstant(table, from); row < table.rows.length; row += ROW) {
      const opens = Math.max(table.rows[row + OPENS] as number, from);
      if (opens >= to) break;
      const closes = Math.min((table.rows[row + OPENS] as number) + (table.rows[row + LASTS] as number), to);
      if (opens < closes) edges.push(opens, closes);
    }
    return edges;
  }

  addEach(starts: Float64Array, ms: number, out: Float64Array): void {
    for (let i = 0; i < starts.length; i += 1) out[i] = this.add(starts[i] as number, ms);
  }

  betweenEach(from: Float64Array, to: Float64Array, out: Float64Array): void {
    for (let i = 0; i < from.length; i += 1) out[i] = this.between(from[i] as number, to[i] as number);
  }

  /** The rest of the stretch that holds `t`, or the next one, with its true end. */
  #stretchFrom(t: InstantMs): Stretch {
    const from = this.nextOpen(t);
    for (;;) {
      const table = this.#tableAt(from);
      const row = rowAtInstant(table, from);
      const to = (table.rows[row + OPENS] as number) + (table.rows[row + LASTS] as number);
      // A stretch that reaches the window's end may go on behind it.
      if (to < table.to) return { from, to };
      this.#growRight();
    }
  }

  #tableAt(t: InstantMs): OpenTable {
    const table = this.#table;
    return t >= table.from && t < table.to ? table : this.#grow(t);
  }

  #growRight(): OpenTable {
    return this.#grow(this.#table.to);
  }

  #growLeft(): OpenTable {
    return this.#grow(this.#table.from - 1);
  }

  #grow(at: InstantMs): OpenTable {
    const present = this.#table === NO_TABLE ? null : this.#table;
    const window = growWindow(present, at, this.horizon, FIRST_MARGIN_MS);
    if (window === null) throw new HorizonError(this.name, this.horizon);
    const from = Math.floor(window.from / MS_PER_SECOND);
    const to = Math.ceil(window.to / MS_PER_SECOND);
    this.#table = buildOpenTable(expandCalendar(this.#body, this.#zones, from, to), from, to);
    return this.#table;
  }
}
