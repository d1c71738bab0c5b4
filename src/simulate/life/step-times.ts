import type { InstantMs } from '../../time/types.ts';
import type { DeskObserver, Fate } from '../desk/desk-model.ts';

/** When each ticket began and ended each step, in ms, a ticket's steps side by side; NaN for what did not happen. */
export interface StepTimes {
  readonly began: Float64Array;
  readonly ended: Float64Array;
  /** 1 where the step stopped the clock that it is said to stop. */
  readonly stopped: Uint8Array;
}

/** Writes down when steps begin and end, and passes on what happens to who else watches the desk. */
export class StepRecorder implements DeskObserver, StepTimes {
  readonly began: Float64Array;
  readonly ended: Float64Array;
  readonly stopped: Uint8Array;
  readonly #steps: number;
  readonly #next: DeskObserver | null;

  constructor(tickets: number, steps: number, next: DeskObserver | null) {
    this.began = new Float64Array(tickets * steps).fill(NaN);
    this.ended = new Float64Array(tickets * steps).fill(NaN);
    this.stopped = new Uint8Array(tickets * steps);
    this.#steps = steps;
    this.#next = next;
  }

  begins(ticket: number, step: number, team: number, now: InstantMs): void {
    const at = ticket * this.#steps + step;
    // Work that was set aside begins once, though several agents do it.
    if (Number.isNaN(this.began[at])) this.began[at] = now;
    this.#next?.begins(ticket, step, team, now);
  }

  ends(ticket: number, step: number, now: InstantMs): void {
    this.ended[ticket * this.#steps + step] = now;
    this.#next?.ends(ticket, step, now);
  }

  stops(ticket: number, step: number): void {
    this.stopped[ticket * this.#steps + step] = 1;
    this.#next?.stops?.(ticket, step);
  }

  setAside(ticket: number, step: number, now: InstantMs): void {
    this.#next?.setAside?.(ticket, step, now);
  }

  left(ticket: number, fate: Fate, now: InstantMs): void {
    this.#next?.left?.(ticket, fate, now);
  }
}
