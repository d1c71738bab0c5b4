import type { PlanCalendarBody } from '../plan/model.ts';
import { MS_PER_DAY, MS_PER_SECOND } from '../time/units.ts';
import type { InstantMs } from '../time/types.ts';
import { buildOpenTable } from './build-open-table.ts';
import { BusinessDates } from './business-dates.ts';
import { NoZoneError, type Calendar, type Stretch } from './calendar.ts';
import type { ColumnAnswerer } from './column-answerer.ts';
import { betweenRows, openRows, shiftRows } from './column-loops.ts';
import type { AsksOverColumns, ColumnQuestion } from './column-question.ts';
import { expandCalendar, zoneOf, type ZoneTables } from '../plan/expand-calendar.ts';
import { HorizonError, inRow, type Horizon } from './horizon.ts';
import {
  closeOf,
  firstInstantOf,
  isOpenAt,
  lastInstantOf,
  openingOf,
  rowOf,
  workAt,
  type OpenTable,
} from './open-table.ts';
import { RowByRow } from './row-by-row.ts';
import { growWindow } from './window.ts';

/** A first window reaches so far to either side of the first instant asked for. */
const FIRST_MARGIN_MS = 800 * MS_PER_DAY;

const NO_TABLE = buildOpenTable([], 0, 0);

/**
 * A calendar by its table. The table covers a window around the instants asked for and grows by need up to the
 * horizon. A class because that table is a cache.
 */
export class TableCalendar extends RowByRow implements Calendar, AsksOverColumns {
  readonly name: string;
  readonly zone: string | null;
  readonly horizon: Horizon;
  readonly #body: PlanCalendarBody;
  readonly #zones: ZoneTables;
  #table: OpenTable = NO_TABLE;
  #stored: (() => OpenTable | null) | null;
  #dates: BusinessDates | null = null;
  readonly #columns: ColumnAnswerer;

  /** @param stored a table that was made before, to be opened when an instant is asked for; null where there is none */
  constructor(
    name: string,
    zone: string | null,
    horizon: Horizon,
    body: PlanCalendarBody,
    zones: ZoneTables,
    columns: ColumnAnswerer,
    stored: (() => OpenTable | null) | null = null,
  ) {
    super();
    this.name = name;
    this.zone = zone;
    this.horizon = horizon;
    this.#body = body;
    this.#zones = zones;
    this.#stored = stored;
    this.#columns = columns;
  }

  add(t: InstantMs, ms: number): InstantMs {
    let table = this.#tableAt(t);
    if (!(ms > 0)) return orNothing(t, ms);
    let work = workAt(table, t) + ms;
    while (work > table.total) {
      table = this.#growRight();
      work = workAt(table, t) + ms;
    }
    return firstInstantOf(table, work);
  }

  subtract(t: InstantMs, ms: number): InstantMs {
    let table = this.#tableAt(t);
    if (!(ms > 0)) return orNothing(t, ms);
    let work = workAt(table, t) - ms;
    while (work < 0) {
      table = this.#growLeft();
      work = workAt(table, t) - ms;
    }
    return lastInstantOf(table, work);
  }

  between(from: InstantMs, to: InstantMs): number {
    this.#tableAt(from);
    const table = this.#tableAt(to);
    return workAt(table, to) - workAt(table, from);
  }

  isOpen(t: InstantMs): boolean {
    return isOpenAt(this.#tableAt(t), t);
  }

  nextOpen(t: InstantMs): InstantMs {
    let table = this.#tableAt(t);
    for (;;) {
      const work = workAt(table, t);
      if (work < table.total) return lastInstantOf(table, work);
      table = this.#growRight();
    }
  }

  prevOpen(t: InstantMs): InstantMs {
    let table = this.#tableAt(t);
    if (isOpenAt(table, t)) return t;
    for (;;) {
      const work = workAt(table, t);
      if (work > 0) return firstInstantOf(table, work);
      table = this.#growLeft();
    }
  }

  nextClose(t: InstantMs): InstantMs {
    let table = this.#tableAt(t);
    for (;;) {
      const work = workAt(table, t);
      if (work < table.total) {
        const to = closeOf(table, rowOf(table, work));
        // A stretch that reaches the window's end may go on behind it.
        if (to < table.to) return to;
      }
      table = this.#growRight();
    }
  }

  periods(t: InstantMs, count: number): Stretch[] {
    const stretches: Stretch[] = [];
    for (let at = t; stretches.length < count;) {
      const from = this.nextOpen(at);
      const to = this.nextClose(from);
      stretches.push({ from, to });
      at = to;
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
    for (let row = rowOf(table, workAt(table, from)); row < table.rowCount; row += 1) {
      const opens = Math.max(openingOf(table, row), from);
      if (opens >= to) break;
      const closes = Math.min(closeOf(table, row), to);
      if (opens < closes) edges.push(opens, closes);
    }
    return edges;
  }

  override addEach(starts: Float64Array, ms: number | Float64Array, out: Float64Array): void {
    if (typeof ms === 'number' && ms > 0) this.#columns.answer(this.shiftQuestion(starts, ms, out));
    else super.addEach(starts, ms, out);
  }

  override subtractEach(ends: Float64Array, ms: number | Float64Array, out: Float64Array): void {
    if (typeof ms === 'number' && ms > 0) this.#columns.answer(this.shiftQuestion(ends, -ms, out));
    else super.subtractEach(ends, ms, out);
  }

  override nextOpenEach(at: Float64Array, out: Float64Array): void {
    // The last instant that has no less open time before it: the next opening, or itself within open time.
    this.#columns.answer(this.shiftQuestion(at, 0, out));
  }

  override betweenEach(from: Float64Array, to: Float64Array, out: Float64Array): void {
    this.#columns.answer(this.betweenQuestion(from, to, out));
  }

  override isOpenEach(at: Float64Array, out: Uint8Array): void {
    this.#columns.answer(this.openQuestion(at, out));
  }

  /** Instants to be shifted by so many ms of open time: see `ColumnQuestion`. */
  shiftQuestion(from: Float64Array, ms: number, out: Float64Array): ColumnQuestion {
    const byHand = (t: number) => (Number.isNaN(t) ? NaN : this.#shift(t, ms));
    return this.#questionOf(
      { kind: 'shift', rows: from.length, first: from, second: from, out, ms, byHand },
      (row, end) => shiftRows(this.#table, from, ms, out, row, end),
    );
  }

  betweenQuestion(from: Float64Array, to: Float64Array, out: Float64Array): ColumnQuestion {
    const byHand = (a: number, b: number) => (Number.isNaN(a) || Number.isNaN(b) ? NaN : this.between(a, b));
    return this.#questionOf(
      { kind: 'between', rows: from.length, first: from, second: to, out, ms: 0, byHand },
      (row, end) => betweenRows(this.#table, from, to, out, row, end),
    );
  }

  openQuestion(at: Float64Array, out: Uint8Array): ColumnQuestion {
    const byHand = (t: number) => (!Number.isNaN(t) && this.isOpen(t) ? 1 : 0);
    return this.#questionOf(
      { kind: 'is open', rows: at.length, first: at, second: at, out, ms: 0, byHand },
      (row, end) => openRows(this.#table, at, out, row, end),
    );
  }

  /** `loop` answers rows of which nothing is out of the way, and says how far it came. */
  #questionOf(
    given: Omit<ColumnQuestion, 'asked' | 'table' | 'plain'>,
    loop: (row: number, end: number) => number,
  ): ColumnQuestion {
    const { first, second, out, byHand } = given;
    return {
      ...given,
      asked: this,
      table: () => this.#table,
      plain: (from, to) => {
        for (let [row, held] = [from, 0]; row < to;) {
          const reached = loop(row, to);
          held = rowsByHand(held, reached - row);
          const end = Math.min(reached + held, to);
          row = reached;
          try {
            for (; row < end; row += 1) out[row] = byHand(first[row] as number, second[row] as number);
          } catch (error) {
            throw inRow(error, row);
          }
        }
      },
    };
  }

  #shift(t: InstantMs, ms: number): InstantMs {
    if (ms === 0) return this.nextOpen(t);
    return ms > 0 ? this.add(t, ms) : this.subtract(t, -ms);
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
    if (this.#stored !== null) {
      this.#table = this.#stored() ?? NO_TABLE;
      this.#stored = null;
      return this.#tableAt(at);
    }
    const present = this.#table === NO_TABLE ? null : this.#table;
    const window = growWindow(present, at, this.horizon, FIRST_MARGIN_MS);
    if (window === null) throw new HorizonError(this.name, this.horizon);
    const from = Math.floor(window.from / MS_PER_SECOND);
    const to = Math.ceil(window.to / MS_PER_SECOND);
    this.#table = buildOpenTable(expandCalendar(this.#body, this.#zones, from, to), from, to);
    return this.#table;
  }
}

/** No budget is used up at once; less than none, or none that is a number, is a mistake of the caller. */
function orNothing(t: InstantMs, ms: number): InstantMs {
  if (ms === 0) return t;
  throw new RangeError(`a budget of ${ms} ms cannot be counted`);
}

/**
 * How many rows to answer one by one where a loop over columns ended: four, and more where it hardly moved, since it costs
 * something to enter.
 */
function rowsByHand(before: number, moved: number): number {
  return moved > before ? 4 : Math.min(Math.max(2 * before, 4), 1024);
}
