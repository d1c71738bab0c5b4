import type { OpenTable } from './open-table.ts';

/**
 * A question over columns, in the three ways in which rows of it can be answered: all the same, to the last bit.
 *
 * `plain` answers rows by loops over the table; `byHand` answers one, and makes the table grow where it has to; what the kernel
 * of WebAssembly does follows from the rest.
 */
export interface ColumnQuestion {
  /** Who is asked: what is learnt of its questions is kept with it. */
  readonly asked: object;
  readonly kind: 'shift' | 'between' | 'is open';
  readonly rows: number;
  /** What is asked of; where a question has one column, it is both. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** As long as the columns; it may be one of them. */
  readonly out: Float64Array | Uint8Array;
  /** By how many ms instants are shifted; more than none is added, less is subtracted, and none is the next opening. */
  readonly ms: number;
  /** The table as it is now. */
  table(): OpenTable;
  /** Writes the answers of rows `from` to `to`, and throws as `byHand` does. */
  plain(from: number, to: number): void;
  /**
   * The answer for what stands in a row of the columns.
   * @throws {HorizonError} where that is not known.
   */
  byHand(first: number, second: number): number;
}

/** A calendar that can put its questions over columns as such: one that has a table. */
export interface AsksOverColumns {
  /** Instants shifted by so many ms of open time. */
  shiftQuestion(from: Float64Array, ms: number, out: Float64Array): ColumnQuestion;
  betweenQuestion(from: Float64Array, to: Float64Array, out: Float64Array): ColumnQuestion;
  openQuestion(at: Float64Array, out: Uint8Array): ColumnQuestion;
}

export function asksOverColumns<Given extends object>(calendar: Given): calendar is Given & AsksOverColumns {
  return 'shiftQuestion' in calendar;
}
