import type { ColumnQuestion } from './column-question.ts';

/**
 * What answers whole columns of a calendar of hours. Whatever it is, the answers are the same to the last bit; `fastColumns` of
 * `surety/columns` makes one that is faster where columns are long.
 */
export interface ColumnAnswerer {
  /**
   * Writes the answers of all rows of a question.
   * @throws {HorizonError} with the first row whose answer is not known.
   */
  answer(question: ColumnQuestion): void;
}

/** Plain JavaScript: the default, and what the others are held to. */
export const PLAIN_COLUMNS: ColumnAnswerer = {
  answer: (question) => question.plain(0, question.rows),
};
