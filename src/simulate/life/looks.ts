import type { Verdict } from '../../engine/ticket/index.ts';
import type { InstantMs } from '../../time/types.ts';
import { hoursOf, NOT_HOURS } from '../promises.ts';
import { clockRow, speaking } from './clock-row.ts';

/** How a clock of a ticket stood when something about the ticket had just been changed. */
export interface LookedClock {
  readonly at: InstantMs;
  /** When it was stopped; NaN for one that ran. */
  readonly stopped: InstantMs;
  readonly due: InstantMs;
  /** Index into `STATUSES`, of a clock that was stopped. */
  readonly status: number;
  /** What had counted by then, in ms of the promise's calendar. */
  readonly used: number;
  /** That calendar, as `Promises` has it. */
  readonly calendar: number;
}

const NOBODY = { kind: 'unmeasured' } as const;

/** Numbers of a clock in a row: those of `LookedClock`, in its order. */
const WIDTH = 6;

/**
 * What verdicts say to whoever goes on from them, one for each ticket at most. They are columns, since a run keeps thousands of
 * them up to its end.
 */
export class Looks {
  readonly #metrics: readonly string[];
  readonly #rowOf = new Map<number, number>();
  #rows = new Float64Array(0);
  #count = 0;

  constructor(metrics: readonly string[]) {
    this.#metrics = metrics;
  }

  has(ticket: number): boolean {
    return this.#rowOf.has(ticket);
  }

  forget(ticket: number): void {
    this.#rowOf.delete(ticket);
  }

  /**
   * Keeps what a verdict says; nothing where a clock does not just run or is not stopped, counts something else than hours, or
   * was broken already.
   * @param verdict of an instant, with what was used by then
   */
  keep(ticket: number, verdict: Verdict): void {
    const width = WIDTH * this.#metrics.length;
    const row = this.#count * width;
    if (row + width > this.#rows.length) this.#grow(row + width);
    const rows = this.#rows;
    for (const [clock, metric] of this.#metrics.entries()) {
      const its = speaking(verdict.clocks.filter(({ target }) => target.metric === metric));
      if (its === undefined) return;
      const { due, stopped, status, used } = clockRow(verdict, metric, NOBODY);
      const calendar = hoursOf(its.target.promise);
      const isOver = !Number.isNaN(stopped);
      const runsOn = its.status === 'running' && its.breached === null && calendar !== NOT_HOURS;
      if (!runsOn && !isOver) return;
      const at = row + WIDTH * clock;
      rows[at] = verdict.at;
      rows[at + 1] = stopped;
      rows[at + 2] = due;
      rows[at + 3] = status;
      rows[at + 4] = isOver ? used : (its.used ?? NaN);
      rows[at + 5] = calendar;
    }
    this.#rowOf.set(ticket, row);
    this.#count += 1;
  }

  /** @throws {Error} for a ticket of which nothing is kept. */
  of(ticket: number, clock: number): LookedClock {
    const row = this.#rowOf.get(ticket);
    if (row === undefined) throw new Error('the ticket was not looked at');
    const number = (place: number) => this.#rows[row + WIDTH * clock + place] as number;
    return {
      at: number(0),
      stopped: number(1),
      due: number(2),
      status: number(3),
      used: number(4),
      calendar: number(5),
    };
  }

  #grow(least: number): void {
    const rows = new Float64Array(Math.max(2 * this.#rows.length, least, 64 * WIDTH));
    rows.set(this.#rows);
    this.#rows = rows;
  }
}
