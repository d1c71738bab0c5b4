import type { StepTable } from '../desk/step-table.ts';
import { IN_LINE, type DeskLog } from './desk-log.ts';

/**
 * What each ticket did at a desk, change by change, one ticket at a time: that of the ticket read last are the rows from
 * `first` up to `end` of the columns, in order of time.
 */
export interface TicketPaths {
  readonly first: number;
  readonly end: number;
  /** When a ticket began to do something, in ms. */
  readonly at: Float64Array;
  /** What it does from then on: a team that works on it, or one of the codes of `desk-log.ts`. */
  readonly does: Int16Array;
  readonly step: Int16Array;
  read(ticket: number): void;
}

/** From a log of a desk, whatever that did. */
export function pathsInLog(log: DeskLog, tickets: number): TicketPaths {
  return new LoggedPaths(log, tickets);
}

/** Of a desk on which a ticket passes each step once, and nobody leaves it: the times of the steps say all. */
export function pathsInTable(table: StepTable): TicketPaths {
  return new StepPaths(table);
}

class LoggedPaths implements TicketPaths {
  first = 0;
  end = 0;
  readonly at: Float64Array;
  readonly does: Int16Array;
  readonly step: Int16Array;
  /** The rows of ticket `i` begin at `starts[i]` and end where the next one's begin. */
  readonly #starts: Uint32Array;

  constructor(log: DeskLog, tickets: number) {
    const { length } = log;
    this.at = new Float64Array(length);
    this.does = new Int16Array(length);
    this.step = new Int16Array(length);
    this.#starts = new Uint32Array(tickets + 1);
    const starts = this.#starts;
    for (let i = 0; i < length; i += 1) starts[(log.ticket[i] as number) + 1]! += 1;
    for (let i = 0; i < tickets; i += 1) starts[i + 1]! += starts[i] as number;
    const next = starts.slice(0, tickets);
    for (let i = 0; i < length; i += 1) {
      const ticket = log.ticket[i] as number;
      const row = next[ticket] as number;
      next[ticket] = row + 1;
      this.at[row] = log.at[i] as number;
      this.does[row] = log.does[i] as number;
      this.step[row] = log.step[i] as number;
    }
  }

  read(ticket: number): void {
    this.first = this.#starts[ticket] as number;
    this.end = this.#starts[ticket + 1] as number;
  }
}

class StepPaths implements TicketPaths {
  readonly first = 0;
  end = 0;
  readonly at: Float64Array;
  readonly does: Int16Array;
  readonly step: Int16Array;
  readonly #table: StepTable;

  constructor(table: StepTable) {
    this.#table = table;
    this.at = new Float64Array(2 * table.steps);
    this.does = new Int16Array(2 * table.steps);
    this.step = new Int16Array(2 * table.steps);
  }

  read(ticket: number): void {
    const { began, ended, team, steps } = this.#table;
    const { at, does } = this;
    const from = ticket * steps;
    let end = 0;
    for (let step = 0; step < steps; step += 1) {
      const start = began[from + step] as number;
      if (Number.isNaN(start)) continue;
      at[end] = start;
      does[end] = team[from + step] as number;
      this.step[end] = step;
      end += 1;
      const stop = ended[from + step] as number;
      if (Number.isNaN(stop)) continue;
      at[end] = stop;
      does[end] = IN_LINE;
      this.step[end] = step;
      end += 1;
    }
    this.end = end;
  }
}
