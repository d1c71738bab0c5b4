import type { InstantMs } from '../../time/types.ts';

/** The open time of a team, in ms. Behind the horizon of the calendar nothing is open. */
export interface ShiftCalendar {
  /** The earliest instant by which `openMs` of open time have passed since `start`; NaN behind the horizon. */
  add(start: InstantMs, openMs: number): InstantMs;
  /** Open time in `[from, to)`, within the horizon. */
  between(from: InstantMs, to: InstantMs): number;
  isOpen(at: InstantMs): boolean;
  /** `at` itself when open; Infinity when it does not open again within the horizon. */
  nextOpen(at: InstantMs): InstantMs;
  /** End of the stretch that is open at `at`: at most the horizon, Infinity for one that never ends. */
  closeAfter(at: InstantMs): InstantMs;
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
      this.#openUntil = this.#calendar.closeAfter(now);
      return true;
    }
    this.#closedUntil = this.#calendar.nextOpen(now);
    return false;
  }

  /** The next opening, to be asked while closed; Infinity when there is none within the horizon. */
  nextOpen(now: InstantMs): InstantMs {
    return this.isOpen(now) ? now : this.#closedUntil;
  }

  /** The end of the stretch that is open now, to be asked while open. */
  closes(now: InstantMs): InstantMs {
    return this.isOpen(now) ? this.#openUntil : now;
  }

  /** When work of `workMs` that starts now ends, if it stops at each closing and goes on; NaN beyond the horizon. */
  endOfWork(now: InstantMs, workMs: number): InstantMs {
    return now + workMs <= this.#openUntil && this.isOpen(now)
      ? now + workMs
      : this.#calendar.add(now, workMs);
  }

  /** Open time in `[from, to)`. */
  openTime(from: InstantMs, to: InstantMs): number {
    return this.#calendar.between(from, to);
  }
}
