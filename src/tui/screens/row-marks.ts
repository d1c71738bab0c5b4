/**
 * What Ink is given in place of a row: one character that stands for its number. Ink takes styled text apart letter by letter
 * and puts it together again, each frame and the whole of it, which is five sixths of the time that a key then takes; what it
 * is there for is to say where on the screen a row goes.
 *
 * The first rows have signs of ASCII: Ink measures each mark, and the first other character that it measures makes it compile
 * all that Unicode knows of emoji, which takes longer than to lay a screen out.
 */
const FIRST_SIGN = 0x21;
const SIGNS = 0x7f - FIRST_SIGN;
/** The characters that Unicode leaves to private use. */
const FIRST_PRIVATE = 0xe000;
const PRIVATE = 0x1900;

/** @throws {RangeError} for a row below the height that any terminal has */
export function markOf(row: number): string {
  if (row >= SIGNS + PRIVATE) throw new RangeError('a screen has fewer rows');
  return String.fromCharCode(row < SIGNS ? FIRST_SIGN + row : FIRST_PRIVATE + row - SIGNS);
}

/** The lines of the screen out of a frame of Ink's: in place of each mark the row for which it stands. */
export function linesIn(frame: string, rows: readonly string[]): readonly string[] {
  return frame.split('\n').map((line) => rows[rowOf(line.charCodeAt(0))] ?? '');
}

function rowOf(code: number): number {
  return code >= FIRST_PRIVATE ? code - FIRST_PRIVATE + SIGNS : code - FIRST_SIGN;
}
