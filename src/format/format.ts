import { readOutline } from '../../grammar/outline.ts';
import { findObstacles, type Obstacle } from './find-obstacles.ts';
import { layOut } from './lay-out.ts';
import { printLines } from './print-lines.ts';
import { readItems } from './read-items.ts';
import { findDifference } from './same-contents.ts';

export type FormatResult =
  | { readonly kind: 'formatted'; readonly text: string }
  | {
      readonly kind: 'unreadable';
      /** In the order of the text, at least one. */
      readonly obstacles: readonly [Obstacle, ...Obstacle[]];
    };

/**
 * The canonical form of a file: what its author wrote, laid out in the one way. It follows from the outline and the
 * tokens alone, so a clause with a mistake in it, or of a later version of the language, is laid out like any other;
 * only a text whose clauses cannot be told apart is unreadable.
 *
 * @throws Error when the result, read again, does not have the same clauses and comments: a fault of the formatter.
 */
export function format(text: string): FormatResult {
  const outline = readOutline(text);
  const [first, ...rest] = findObstacles(text, outline.problems);
  if (first !== undefined) return { kind: 'unreadable', obstacles: [first, ...rest] };
  const formatted = printLines(layOut(readItems(text, outline), 'file', 0));
  const difference = findDifference(text, formatted);
  if (difference !== null) throw new Error(`formatting would change the file: ${difference}`);
  return { kind: 'formatted', text: formatted };
}
