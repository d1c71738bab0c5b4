import type { TicketEvent } from '../../engine/ticket/index.ts';
import type { InstantMs } from '../../time/types.ts';

/** A ticket whose verdict is still to be written. */
export interface Held {
  readonly ticket: string;
  /** Where its history begins, as it is told. */
  readonly place: string;
  readonly events: TicketEvent[];
  /** The lines of its history as they were read; null where nobody will ask for them. */
  readonly lines: string[] | null;
  /** Whether a line has closed it. */
  isTold: boolean;
}

/** What the holder has to know of a ticket's end. */
export interface End {
  readonly isClosed: boolean;
  readonly reopensUntil: InstantMs | null;
}

/**
 * The tickets of a history whose lines come in the order of time. Those that are over are let go as soon as a line of
 * another ticket is later than all that could still be said of them, so that memory grows with the open tickets alone.
 */
export class HeldTickets {
  readonly #held = new Map<string, Held>();
  /** Closed tickets in the order in which they closed. */
  #closed: string[] = [];
  #first = 0;
  #now: InstantMs = -Infinity;
  /** Until then the first of the closed tickets may be reopened, so that nothing has to be asked. */
  #waitsUntil: InstantMs = -Infinity;

  get(ticket: string): Held | undefined {
    return this.#held.get(ticket);
  }

  take(ticket: string): Held | undefined {
    const held = this.#held.get(ticket);
    this.#held.delete(ticket);
    return held;
  }

  begin(held: Held): void {
    this.#held.set(held.ticket, held);
  }

  /** Takes note of the time of a line, and of the closing that it tells. */
  pass(ticket: string, at: InstantMs, closes: boolean): void {
    if (at > this.#now) this.#now = at;
    if (closes) this.#closed.push(ticket);
  }

  /** Takes out the tickets that are over, but for the one that is being read. */
  letGo(reading: string, endOf: (held: Held) => End, write: (held: Held) => void): void {
    while (this.#first < this.#closed.length && this.#now > this.#waitsUntil) {
      const ticket = this.#closed[this.#first] as string;
      const held = this.#held.get(ticket);
      if (held !== undefined) {
        const last = held.events[held.events.length - 1];
        // Lines of one instant may come in any order, so the closing need not be the last.
        if (ticket === reading || last === undefined || last.at >= this.#now) return;
        const { isClosed, reopensUntil } = endOf(held);
        if (isClosed && reopensUntil !== null) {
          if (reopensUntil >= this.#now) {
            this.#waitsUntil = reopensUntil;
            return;
          }
          this.#held.delete(ticket);
          write(held);
        }
      }
      this.#first += 1;
    }
    if (this.#first > 1000 && 2 * this.#first > this.#closed.length) {
      this.#closed = this.#closed.slice(this.#first);
      this.#first = 0;
    }
  }

  /** Takes out what is left, in the order in which the tickets were begun. */
  takeRest(): readonly Held[] {
    const rest = [...this.#held.values()];
    this.#held.clear();
    return rest;
  }
}
