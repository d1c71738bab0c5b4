import type { InstantMs } from '../time/types.ts';
import { MS_PER_DAY } from '../time/units.ts';
import type { Calendar } from './calendar.ts';
import { HorizonError, intersectHorizons, type Horizon } from './horizon.ts';

/** How two calendars make one: open where both are, where one is, or where the first is and the second is not. */
export type How = 'and' | 'or' | 'except';

/** What the first of two has to answer: a calendar, two calendars together, or time itself. */
export interface Countable extends Pick<Calendar, 'name' | 'add' | 'between' | 'isOpen' | 'nextOpen'> {
  /** Null for what knows all of time. */
  readonly horizon: Horizon | null;
}

/**
 * Two calendars as one, for a question that comes up with a ticket. No table is made of them and no answer allocates
 * anything; each is what the calendar answers that the compiler makes of the same words. An answer takes a step for each time
 * that the second one opens or shuts on the way, so the one that does so less often goes second.
 *
 *     first         |====|  |====|    |====|
 *     second           |-----|      |------------
 *     and              |=|  |=|       |====|
 *     except        |==|      |==|
 *
 * @throws {HorizonError} from every method, where the question or its answer lies outside what both cover.
 */
export class Together implements Countable {
  readonly name: string;
  readonly horizon: Horizon;
  readonly #first: Countable;
  readonly #how: How;
  readonly #second: Calendar;

  constructor(first: Countable, how: How, second: Calendar) {
    this.name = `${first.name} ${how} ${second.name}`;
    this.horizon = first.horizon === null ? second.horizon : intersectHorizons(first.horizon, second.horizon);
    this.#first = first;
    this.#how = how;
    this.#second = second;
  }

  /** Whether `t` lies in open time. */
  isOpen(t: InstantMs): boolean {
    this.#require(t);
    return this.#isAll(t) || (this.#isFirst(t) && this.#first.isOpen(t));
  }

  /** Open time between two instants; negative when `to` comes first. */
  between(from: InstantMs, to: InstantMs): number {
    this.#require(from);
    this.#require(to);
    if (to < from) return 0 - this.between(to, from);
    let open = 0;
    for (let at = from; at < to;) {
      const next = this.#endOfPart(at, to);
      open += this.#openIn(at, next);
      at = next;
    }
    return open;
  }

  /** The earliest instant by which `ms` of open time have passed since `t`: `t` itself for none. */
  add(t: InstantMs, ms: number): InstantMs {
    this.#require(t);
    if (ms === 0) return t;
    if (!(ms > 0)) throw new RangeError(`a budget of ${ms} ms cannot be counted`);
    const last = this.horizon.to - 1;
    let at = t;
    let left = ms;
    for (let reach = Math.max(ms, MS_PER_DAY); at < last; reach *= 2) {
      const limit = Math.min(t + reach, last);
      while (at < limit) {
        const next = this.#endOfPart(at, limit);
        const open = this.#openIn(at, next);
        if (open >= left) return this.#isAll(at) ? at + left : this.#first.add(at, left);
        left -= open;
        at = next;
      }
    }
    if (left === 1 && this.isOpen(last)) return last + 1;
    throw new HorizonError(this.name, this.horizon);
  }

  /** The first open instant at or after `t`. */
  nextOpen(t: InstantMs): InstantMs {
    this.#require(t);
    const last = this.horizon.to - 1;
    let at = t;
    for (let reach = MS_PER_DAY; at < last; reach *= 2) {
      const limit = Math.min(t + reach, last);
      while (at < limit) {
        const next = this.#endOfPart(at, limit);
        if (this.#openIn(at, next) > 0) return this.#isAll(at) ? at : this.#first.nextOpen(at);
        at = next;
      }
    }
    if (this.isOpen(last)) return last;
    throw new HorizonError(this.name, this.horizon);
  }

  /** Whether all time of the part that begins then is open, whatever the first says. */
  #isAll(at: InstantMs): boolean {
    return this.#how === 'or' && this.#second.isOpen(at);
  }

  /** Whether it is the first that says what is open of the part. */
  #isFirst(at: InstantMs): boolean {
    return this.#second.isOpen(at) === (this.#how === 'and');
  }

  /** Open time of a part: from an instant to one at or before which the second next opens or shuts. */
  #openIn(at: InstantMs, end: InstantMs): number {
    if (this.#isAll(at)) return end - at;
    return this.#isFirst(at) ? this.#first.between(at, end) : 0;
  }

  /** Where the second next opens or shuts, or the limit where that comes first: it is not asked beyond it. */
  #endOfPart(at: InstantMs, limit: InstantMs): InstantMs {
    const open = this.#second.between(at, limit);
    if (!this.#second.isOpen(at)) return open === 0 ? limit : this.#second.nextOpen(at);
    return open === limit - at ? limit : (this.#second.nextClose(at) ?? limit);
  }

  /** What one of the two does not cover is not answered from the other alone. */
  #require(t: InstantMs): void {
    const { from, to } = this.horizon;
    if (!(t >= from && t < to)) throw new HorizonError(this.name, this.horizon);
  }
}
