import { paintedWidth } from '../text/width.ts';

/** A terminal's size in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

const beginSynchronized = '\x1b[?2026h';
const endSynchronized = '\x1b[?2026l';

/**
 * The bytes that turn the shown lines into the next ones, empty when nothing differs. `shown` is null when nothing
 * is known about the screen (at the start, after a resize or a resume); then every row is written.
 *
 * Lines are written over, never cleared first: a cleared line flickers. What a shorter line leaves behind is erased
 * to the end of the row, but only then: on a full row "erase to the end" would take its last cell.
 */
export function frameDiff(shown: readonly string[] | null, next: readonly string[], size: Size): string {
  let bytes = '';
  for (let row = 0; row < size.rows; row++) {
    const line = next[row] ?? '';
    if (shown !== null && (shown[row] ?? '') === line) continue;
    const erase = paintedWidth(line) < size.columns ? '\x1b[K' : '';
    bytes += `\x1b[${row + 1};1H${line}\x1b[0m${erase}`;
  }
  return bytes === '' ? '' : beginSynchronized + bytes + endSynchronized;
}
