import type { InstantMs } from '../../time/types.ts';
import type { DeskObserver, Fate } from '../desk/desk-model.ts';

/** What a ticket does from an entry of the log on. A team's number, from 0, says that the team works on it. */
export const WAITS = -1;
/** In line for its next step, if it has one. */
export const IN_LINE = -2;
/** In line again: its work was interrupted or handed over. */
export const SET_ASIDE = -3;
/** It is gone: given up, or turned away. */
export const GONE = -4;

/** Writes down what becomes of every ticket, change by change, and passes it on to who else watches the desk. */
export class DeskLog implements DeskObserver {
  /** Entries, in the order of time. */
  length = 0;
  ticket: Int32Array;
  at: Float64Array;
  does: Int16Array;
  step: Int16Array;
  readonly #next: DeskObserver | null;

  /** Has room for each step of each ticket; where work is set aside, it makes more. */
  constructor(tickets: number, steps: number, next: DeskObserver | null) {
    const room = 2 * tickets * steps + 16;
    this.ticket = new Int32Array(room);
    this.at = new Float64Array(room);
    this.does = new Int16Array(room);
    this.step = new Int16Array(room);
    this.#next = next;
  }

  begins(ticket: number, step: number, team: number, now: InstantMs): void {
    this.#add(ticket, step, team === -1 ? WAITS : team, now);
    this.#next?.begins(ticket, step, team, now);
  }

  ends(ticket: number, step: number, now: InstantMs): void {
    this.#add(ticket, step, IN_LINE, now);
    this.#next?.ends(ticket, step, now);
  }

  setAside(ticket: number, step: number, now: InstantMs): void {
    this.#add(ticket, step, SET_ASIDE, now);
    this.#next?.setAside?.(ticket, step, now);
  }

  left(ticket: number, fate: Fate, now: InstantMs): void {
    this.#add(ticket, 0, GONE, now);
    this.#next?.left?.(ticket, fate, now);
  }

  #add(ticket: number, step: number, does: number, now: InstantMs): void {
    const place = this.length;
    if (place === this.at.length) this.#grow();
    this.ticket[place] = ticket;
    this.at[place] = now;
    this.does[place] = does;
    this.step[place] = step;
    this.length = place + 1;
  }

  #grow(): void {
    const room = this.at.length * 2;
    const { ticket, at, does, step } = this;
    (this.ticket = new Int32Array(room)).set(ticket);
    (this.at = new Float64Array(room)).set(at);
    (this.does = new Int16Array(room)).set(does);
    (this.step = new Int16Array(room)).set(step);
  }
}
