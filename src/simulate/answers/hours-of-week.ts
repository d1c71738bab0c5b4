import { MS_PER_DAY } from '../../time/units.ts';
import type { InstantMs, ZoneTable } from '../../time/types.ts';
import { segmentAt } from '../../time/zone-arithmetic.ts';

const MS_PER_HOUR = 3_600_000;
export const HOURS_OF_WEEK = 168;
/** 1970-01-01 was a Thursday. */
const MONDAY_OFFSET_MS = 3 * MS_PER_DAY;
const MS_PER_WEEK = 7 * MS_PER_DAY;

/** Reads wall clocks of one zone; fastest for instants that lie near each other. Beyond its table a zone stands still. */
export class WallWeek {
  readonly #table: ZoneTable;
  #from = Infinity;
  #to = -Infinity;
  #offsetMs = 0;

  constructor(table: ZoneTable) {
    this.#table = table;
  }

  /** Hour of the week, 0 for Monday 00:00 to 167. */
  hourOf(instant: InstantMs): number {
    const inWeek = (this.#local(instant) + MONDAY_OFFSET_MS) % MS_PER_WEEK;
    return Math.floor((inWeek < 0 ? inWeek + MS_PER_WEEK : inWeek) / MS_PER_HOUR);
  }

  /** Number of the week, from Monday to Sunday; 0 holds 1970-01-01. */
  weekOf(instant: InstantMs): number {
    return Math.floor((this.#local(instant) + MONDAY_OFFSET_MS) / MS_PER_WEEK);
  }

  /** The next full hour of the wall clock, or the change of the offset where that comes first. */
  nextHour(instant: InstantMs): InstantMs {
    const local = this.#local(instant);
    const next = instant + MS_PER_HOUR - (((local % MS_PER_HOUR) + MS_PER_HOUR) % MS_PER_HOUR);
    return Math.min(next, this.#to);
  }

  #local(instant: InstantMs): number {
    if (!(instant >= this.#from && instant < this.#to)) this.#find(instant);
    return instant + this.#offsetMs;
  }

  #find(instant: InstantMs): void {
    const { transitions, offsets } = this.#table;
    const segment = segmentAt(this.#table, Math.floor(instant / 1000));
    this.#from = segment === 0 ? -Infinity : (transitions[segment - 1] as number) * 1000;
    this.#to = segment < transitions.length ? (transitions[segment] as number) * 1000 : Infinity;
    this.#offsetMs = (offsets[segment] as number) * 1000;
  }
}

/** The hours of a span by the wall clock, one after the other; a change of the offset cuts one. */
export class HourSlots {
  /** Where each begins, and behind them the end of the span. */
  readonly starts: Float64Array;
  /** Hour of the week of each. */
  readonly hourOfWeek: Uint8Array;

  constructor(week: WallWeek, from: InstantMs, to: InstantMs) {
    const starts: number[] = [];
    for (let at = from; at < to; at = week.nextHour(at)) starts.push(at);
    this.hourOfWeek = Uint8Array.from(starts, (at) => week.hourOf(at));
    this.starts = Float64Array.from([...starts, to]);
  }

  /** The slot that holds an instant of the span, or its end. */
  slotOf(instant: InstantMs): number {
    const { starts } = this;
    const last = starts.length - 1;
    let slot = Math.min(last, Math.floor((instant - (starts[0] as number)) / MS_PER_HOUR));
    while ((starts[slot] as number) > instant) slot -= 1;
    while (slot < last && (starts[slot + 1] as number) <= instant) slot += 1;
    return slot;
  }

  /** Sums of slots as sums of hours of the week. */
  byHourOfWeek(ofSlots: Float64Array): Float64Array {
    const byHour = new Float64Array(HOURS_OF_WEEK);
    this.hourOfWeek.forEach((hour, slot) => (byHour[hour]! += ofSlots[slot] as number));
    return byHour;
  }
}

/** The Monday with which a week begins, as days since 1970. */
export function mondayOf(week: number): number {
  return week * 7 - 3;
}
