/**
 * Rows of a log, whatever its format: what the readers yield and the ticket ledger takes in. A row is one event
 * (or one ticket, in an export that has a row a ticket), cut down to the fields that the mapping asks for.
 */

/** Why nothing can be made of a log: one message for people, and what to do about it. */
export interface LogFailure {
  readonly message: string;
  readonly help: string | null;
}

export interface RowSink {
  /**
   * The wanted fields in the order they were asked for, the ticket's id first; `''` for one that the row lacks.
   * The array is the reader's own and is filled anew for the next row.
   */
  row(fields: readonly string[], line: number): void;
  /** A row that cannot be read. `id` is what stands where the ticket's id should, `''` for nothing. */
  badRow(reason: string, line: number, id: string): void;
}

/**
 * A parser that is pushed pieces of text and pushes rows into its sink. Both calls answer with the reason to give
 * up on the whole log, or null; after a failure the reader must not be used again.
 */
export interface LogReader {
  write(text: string): LogFailure | null;
  end(): LogFailure | null;
}
