/**
 * What Ink is given in place of a row: one character that stands for its number. Ink takes styled text apart letter by letter
 * and puts it together again, each frame and the whole of it, which is five sixths of the time that a key then takes; what it
 * is there for is to say where on the screen a row goes.
 */
const FIRST = 0xe000;
/** The characters that Unicode leaves to private use. */
const MOST = 0x1900;

/** @throws {RangeError} for a row below the height that any terminal has */
export function markOf(row: number): string {
  if (row >= MOST) throw new RangeError('a screen has fewer rows');
  return String.fromCharCode(FIRST + row);
}

/** The lines of the screen out of a frame of Ink's: in place of each mark the row for which it stands. */
export function linesIn(frame: string, rows: readonly string[]): readonly string[] {
  return frame.split('\n').map((line) => rows[line.charCodeAt(0) - FIRST] ?? '');
}
