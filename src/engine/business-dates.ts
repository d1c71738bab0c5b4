import { MS_PER_DAY, MS_PER_SECOND, SECONDS_PER_DAY } from '../time/units.ts';
import { localToInstant, segmentAt, wallClockAt, type WallClock } from '../time/zone-arithmetic.ts';
import type { DaySeconds, EpochDay, InstantMs, ZoneTable } from '../time/types.ts';
import type { Calendar } from './calendar.ts';
import { HorizonError } from './horizon.ts';
import { growWindow, type Window } from './window.ts';

/** A first window reaches so many days to either side of the first date asked for. */
const FIRST_MARGIN_DAYS = 800;

/** The business dates of a window of dates, with direct indexes both ways. */
interface DateTable extends Window {
  /** Business dates of the window, rising. */
  readonly dates: Int32Array;
  /** `rank[d - from]` is the number of business dates before `d`; one entry more than the window has dates. */
  readonly rank: Int32Array;
  /** When each date begins, in ms, if the clock runs evenly through it; NaN if it does not. */
  readonly midnights: Float64Array;
  /** Added to an instant it makes the days since 1970 those of the window, but for dates of another offset. */
  readonly shift: number;
}

const DAYS_A_MS = 1 / MS_PER_DAY;

/**
 * The dates of one zone on which a calendar opens. A date counts as soon as one of its instants is open. Every
 * method throws a `HorizonError` for dates that do not lie wholly within the calendar's horizon. A class because
 * the table of dates is a cache that grows by need.
 */
export class BusinessDates {
  /** First date known and the one after the last. */
  readonly limit: Window;
  readonly #calendar: Calendar;
  readonly #zone: ZoneTable;
  /** Instants at which both the calendar and the zone's clock are known, half-open. */
  readonly #from: InstantMs;
  readonly #to: InstantMs;
  #table: DateTable | null = null;

  constructor(calendar: Calendar, zone: ZoneTable) {
    this.#calendar = calendar;
    this.#zone = zone;
    this.#from = Math.max(calendar.horizon.from, zone.from * MS_PER_SECOND);
    this.#to = Math.min(calendar.horizon.to, zone.to * MS_PER_SECOND);
    this.limit = wholeDates(zone, this.#from, this.#to);
  }

  includes(date: EpochDay): boolean {
    const table = this.#tableAt(date);
    return rankOf(table, date + 1) > rankOf(table, date);
  }

  /** The `count`-th business date on or after a date, 1 for the first. */
  onOrAfter(date: EpochDay, count: number): EpochDay {
    let table = this.#tableAt(date);
    for (;;) {
      const index = rankOf(table, date) + count - 1;
      if (index < table.dates.length) return table.dates[index] as number;
      table = this.#grow(table.to);
    }
  }

  /** The `count`-th business date after a date, 1 for the next. */
  after(date: EpochDay, count: number): EpochDay {
    return this.onOrAfter(date + 1, count);
  }

  /** The `count`-th business date before a date, 1 for the last. */
  before(date: EpochDay, count: number): EpochDay {
    let table = this.#tableAt(date);
    for (;;) {
      const index = rankOf(table, date) - count;
      if (index >= 0) return table.dates[index] as number;
      table = this.#grow(table.from - 1);
    }
  }

  /** What the zone's wall clock reads at an instant. */
  wallClockAt(t: InstantMs): WallClock {
    if (!(t >= this.#from && t < this.#to)) throw this.#outside();
    return wallClockAt(this.#zone, t);
  }

  /** The instant of a wall-clock time on a date, as `localToInstant` finds it. */
  instantAt(date: EpochDay, daySeconds: DaySeconds, ms = 0): InstantMs {
    if (!(date >= this.limit.from && date < this.limit.to)) throw this.#outside();
    return localToInstant(this.#zone, date, daySeconds, ms);
  }

  /** See `Calendar.addDays`. */
  addDays(t: InstantMs, days: number): InstantMs {
    const table = this.#table;
    if (table === null || days === 0) return this.#addDaysByClock(t, days);
    // Where the clock runs evenly at both ends, the time since midnight is the same.
    const { midnights, rank, dates } = table;
    let day = ((t + table.shift) * DAYS_A_MS) | 0;
    let past = t - (midnights[day] as number);
    if (past < 0 || past >= MS_PER_DAY) {
      day += past < 0 ? -1 : 1;
      past = t - (midnights[day] as number);
    }
    if (!(past >= 0 && past < MS_PER_DAY)) return this.#addDaysByClock(t, days);
    const index = days > 0 ? (rank[day + 1] as number) + days - 1 : (rank[day] as number) + days;
    if (!(index >= 0 && index < dates.length)) return this.#addDaysByClock(t, days);
    const due = (midnights[(dates[index] as number) - table.from] as number) + past;
    return Number.isNaN(due) ? this.#addDaysByClock(t, days) : due;
  }

  #addDaysByClock(t: InstantMs, days: number): InstantMs {
    const { epochDay, daySeconds, ms } = this.wallClockAt(t);
    if (days === 0) return t;
    const date = days > 0 ? this.after(epochDay, days) : this.before(epochDay, -days);
    return this.instantAt(date, daySeconds, ms);
  }

  #outside(): HorizonError {
    return new HorizonError(this.#calendar.name, this.#calendar.horizon);
  }

  #tableAt(date: EpochDay): DateTable {
    const table = this.#table;
    return table !== null && date >= table.from && date < table.to ? table : this.#grow(date);
  }

  #grow(date: EpochDay): DateTable {
    const window = growWindow(this.#table, date, this.limit, FIRST_MARGIN_DAYS);
    if (window === null) throw this.#outside();
    this.#table = buildDateTable(this.#calendar, this.#zone, window);
    return this.#table;
  }
}

function rankOf(table: DateTable, date: EpochDay): number {
  return table.rank[date - table.from] as number;
}

/** The dates of which no instant lies outside a span. */
function wholeDates(zone: ZoneTable, from: InstantMs, to: InstantMs): Window {
  if (from >= to) return { from: 0, to: 0 };
  const first = wallClockAt(zone, from);
  const last = wallClockAt(zone, to - 1);
  const startsWhole = first.daySeconds === 0 && first.ms === 0;
  const endsWhole = last.daySeconds === SECONDS_PER_DAY - 1 && last.ms === MS_PER_SECOND - 1;
  return { from: first.epochDay + (startsWhole ? 0 : 1), to: last.epochDay + (endsWhole ? 1 : 0) };
}

/** Marks, segment of the zone by segment, every date that an open stretch touches. */
function buildDateTable(calendar: Calendar, zone: ZoneTable, window: Window): DateTable {
  const open = new Uint8Array(window.to - window.from);
  // No offset reaches a full day, so all instants of these dates lie within a day of them in UTC.
  const from = Math.max((window.from - 1) * SECONDS_PER_DAY * MS_PER_SECOND, calendar.horizon.from);
  const to = Math.min((window.to + 1) * SECONDS_PER_DAY * MS_PER_SECOND, calendar.horizon.to);
  const edges = calendar.edgesBetween(from, to);
  for (let i = 0; i < edges.length; i += 2) {
    const closes = (edges[i + 1] as number) / MS_PER_SECOND;
    let start = (edges[i] as number) / MS_PER_SECOND;
    for (let segment = segmentAt(zone, start); start < closes; segment += 1) {
      const end = Math.min(zone.transitions[segment] ?? closes, closes);
      const offset = zone.offsets[segment] as number;
      const first = Math.floor((start + offset) / SECONDS_PER_DAY);
      const last = Math.floor((end - 1 + offset) / SECONDS_PER_DAY);
      // `fill` takes negative positions from the end, so the part before the window is cut off by hand.
      if (last >= window.from) open.fill(1, Math.max(first - window.from, 0), last - window.from + 1);
      start = end;
    }
  }
  const rank = new Int32Array(open.length + 1);
  open.forEach((isOpen, i) => (rank[i + 1] = (rank[i] as number) + isOpen));
  const dates = new Int32Array(rank[open.length] as number);
  open.forEach((isOpen, i) => {
    if (isOpen === 1) dates[rank[i] as number] = window.from + i;
  });
  const { offset, midnights } = readMidnights(zone, window);
  return {
    ...window,
    dates,
    rank,
    midnights,
    shift: (offset - window.from * SECONDS_PER_DAY) * MS_PER_SECOND,
  };
}

/** When the dates of a window begin, and the offset by which the last of them do. */
function readMidnights(
  zone: ZoneTable,
  window: Window,
): { readonly offset: number; readonly midnights: Float64Array } {
  const midnights = new Float64Array(window.to - window.from).fill(NaN);
  let segment = segmentAt(zone, (window.from - 2) * SECONDS_PER_DAY);
  for (let day = window.from; day < window.to; day += 1) {
    for (;;) {
      const midnight = day * SECONDS_PER_DAY - (zone.offsets[segment] as number);
      const next = zone.transitions[segment] ?? Infinity;
      if (midnight >= next) segment += 1;
      else {
        const isEven =
          midnight >= (zone.transitions[segment - 1] ?? -Infinity) && midnight + SECONDS_PER_DAY <= next;
        if (isEven) midnights[day - window.from] = midnight * MS_PER_SECOND;
        break;
      }
    }
  }
  return { offset: zone.offsets[segment] as number, midnights };
}
