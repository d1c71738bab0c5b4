import type { InstantMs } from '../../time/types.ts';

/** When each ticket began and ended each step, in ms, a ticket's steps side by side; NaN for what did not happen. */
export interface StepTimes {
  readonly began: Float64Array;
  readonly ended: Float64Array;
  /** 1 where the step stopped the clock that it is said to stop. */
  readonly stopped: Uint8Array;
}

/** What a desk writes down of the steps of tickets as it works on them. */
export class StepTable implements StepTimes {
  readonly began: Float64Array;
  readonly ended: Float64Array;
  readonly stopped: Uint8Array;
  /** The team that began the step, -1 for a wait; says nothing of a step that did not begin. */
  readonly team: Int16Array;
  /** How many steps a ticket has. */
  readonly steps: number;

  constructor(tickets: number, steps: number) {
    this.began = new Float64Array(tickets * steps).fill(NaN);
    this.ended = new Float64Array(tickets * steps).fill(NaN);
    this.stopped = new Uint8Array(tickets * steps);
    this.team = new Int16Array(tickets * steps);
    this.steps = steps;
  }

  /** Forgets what happened to so many tickets. */
  clear(tickets: number): void {
    const rows = tickets * this.steps;
    this.began.fill(NaN, 0, rows);
    this.ended.fill(NaN, 0, rows);
    this.stopped.fill(0, 0, rows);
  }

  begins(ticket: number, step: number, team: number, now: InstantMs): void {
    const at = ticket * this.steps + step;
    // Work that was set aside begins once, though several agents do it.
    if (!Number.isNaN(this.began[at])) return;
    this.began[at] = now;
    this.team[at] = team;
  }

  ends(ticket: number, step: number, now: InstantMs): void {
    this.ended[ticket * this.steps + step] = now;
  }

  stops(ticket: number, step: number): void {
    this.stopped[ticket * this.steps + step] = 1;
  }
}
