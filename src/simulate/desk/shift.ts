import type { InstantMs } from '../../time/types.ts';

/** The open time of a team, in ms. Answers beyond the horizon of the calendar are NaN. */
export interface ShiftCalendar {
  /** The earliest instant by which `openMs` of open time have passed since `start`. */
  add(start: InstantMs, openMs: number): InstantMs;
  isOpen(at: InstantMs): boolean;
  /** `at` itself when open. */
  nextOpen(at: InstantMs): InstantMs;
  /** End of the stretch that is open at `at`, or of the next one. */
  nextClose(at: InstantMs): InstantMs;
}

/** Where a team stands in its calendar, for instants that never go back: most questions cost one comparison. */
export class Shift {
  readonly #calendar: ShiftCalendar;
  #openUntil = -Infinity;
  #closedUntil = -Infinity;

  constructor(calendar: ShiftCalendar) {
    this.#calendar = calendar;
  }

  isOpen(now: InstantMs): boolean {
    if (now < this.#openUntil) return true;
    if (now < this.#closedUntil) return false;
    if (this.#calendar.isOpen(now)) {
      const close = this.#calendar.nextClose(now);
      // Open up to the horizon: nothing is known after it.
      this.#openUntil = Number.isNaN(close) ? Infinity : close;
      return true;
    }
    const open = this.#calendar.nextOpen(now);
    this.#closedUntil = Number.isNaN(open) ? Infinity : open;
    return false;
  }

  /** The next opening, to be asked while closed; Infinity when there is none within the horizon. */
  nextOpen(now: InstantMs): InstantMs {
    return this.isOpen(now) ? now : this.#closedUntil;
  }

  /** When work of `workMs` that starts now ends; NaN beyond the horizon. */
  endOfWork(now: InstantMs, workMs: number): InstantMs {
    return now + workMs <= this.#openUntil && this.isOpen(now)
      ? now + workMs
      : this.#calendar.add(now, workMs);
  }
}
