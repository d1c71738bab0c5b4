import type { PlanClockPause } from '../../plan/clock-model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { Calendar } from '../calendar.ts';
import { endOfCap, type PauseCap, takenOfCap } from './pause-cap.ts';
import type { ShutHours } from './pauses.ts';

/**
 * The open hours of a calendar during which a clock stands still, while the line that says so holds for the ticket; each
 * stretch of them, or all together, up to a cap. A class, since what has been looked up is kept.
 *
 *     line holds  <----------------->      <-------
 *     calendar        |====|    |======|     |====|
 *     pauses          |====|    |===|        |====|
 */
export class PausingHours implements ShutHours {
  readonly line: PlanClockPause;
  readonly calendar: Calendar;
  readonly #cap: PauseCap | null;
  /** Since when the line holds, and until when, again and again. */
  readonly #windows: number[] = [];
  /** Stretches in order, as far as they were asked for; of those that have a cap alone. */
  #stretches: number[] = [];
  #used = 0;

  constructor(line: PlanClockPause, calendar: Calendar, cap: PauseCap | null) {
    this.line = line;
    this.calendar = calendar;
    this.#cap = cap;
  }

  get holds(): boolean {
    return this.#windows[this.#windows.length - 1] === Infinity;
  }

  begin(at: InstantMs): void {
    this.#windows.push(at, Infinity);
  }

  end(at: InstantMs): void {
    this.#windows[this.#windows.length - 1] = at;
    this.#stretches = [];
    this.#used = 0;
  }

  nextOpen(t: InstantMs): InstantMs {
    if (this.#cap === null) return this.#opensFrom(t);
    const at = this.#capped(t);
    return at === -1 ? Infinity : Math.max(t, this.#stretches[at] as number);
  }

  nextClose(t: InstantMs): InstantMs {
    if (this.#cap === null) return this.#closesAfter(t);
    const at = this.#capped(t);
    return at === -1 ? Infinity : (this.#stretches[at + 1] as number);
  }

  /** The first instant from one on that is open while the line holds. */
  #opensFrom(t: InstantMs): InstantMs {
    for (let i = 0; i < this.#windows.length; i += 2) {
      const to = this.#windows[i + 1] as number;
      if (to <= t) continue;
      const opens = this.calendar.nextOpen(Math.max(t, this.#windows[i] as number));
      if (opens < to) return opens;
    }
    return Infinity;
  }

  #closesAfter(opens: InstantMs): InstantMs {
    const shuts = this.calendar.nextClose(opens) ?? Infinity;
    for (let i = 0; i < this.#windows.length; i += 2) {
      const to = this.#windows[i + 1] as number;
      if (to > opens) return Math.min(shuts, to);
    }
    return shuts;
  }

  /** The place of the stretch in which an instant lies, or of the first after it; -1 for none. */
  #capped(t: InstantMs): number {
    const cap = this.#cap as PauseCap;
    const stretches = this.#stretches;
    for (let i = 0; ; i += 2) {
      if (i === stretches.length && !this.#look(cap)) return -1;
      if ((stretches[i + 1] as number) > t) return i;
    }
  }

  /** Looks up one stretch more. */
  #look(cap: PauseCap): boolean {
    const last = this.#stretches[this.#stretches.length - 2];
    const opens = this.#opensFrom(last === undefined ? -Infinity : this.#closesAfter(last));
    if (opens === Infinity) return false;
    const closes = Math.min(this.#closesAfter(opens), endOfCap(cap, this.#used, opens));
    // What is used up stays so.
    if (closes <= opens) return false;
    this.#used += takenOfCap(cap, opens, closes);
    this.#stretches.push(opens, closes);
    return true;
  }
}
