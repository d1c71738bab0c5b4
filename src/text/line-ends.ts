/**
 * A text whose lines end in LF, with the line ends of another: CRLF where the first line of that one ends so. A checkout
 * with other line ends is the same file.
 */
export function withLineEndsOf(other: string, text: string): string {
  return /^[^\n]*\r\n/.test(other) ? text.replaceAll('\n', '\r\n') : text;
}
