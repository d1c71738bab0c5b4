/** One row of comma-separated values with quotes in it, read field by field as RFC 4180 has them. */

const QUOTE = 34;
const CR = 13;

export interface CsvRow {
  readonly values: readonly string[];
  /** Offset at which the next row begins. */
  readonly next: number;
  /** Lines of the file that this row takes, more than one where a quoted field holds line breaks. */
  readonly lines: number;
  /** False when a closing quote is followed by something other than a delimiter or the end of the line. */
  readonly wellQuoted: boolean;
}

/**
 * The row that begins at `from`; null when the text ends before the row does.
 *
 * @param last whether the text's end is the file's end
 */
export function scanCsvRow(text: string, from: number, delimiter: string, last: boolean): CsvRow | null {
  const values: string[] = [];
  let lines = 1;
  let wellQuoted = true;
  let at = from;
  for (;;) {
    const quoted = text.charCodeAt(at) === QUOTE ? scanQuoted(text, at) : null;
    if (quoted === 'incomplete') return null;
    const tailStart = quoted === null ? at : quoted.next;
    const lineEnd = text.indexOf('\n', tailStart);
    if (lineEnd === -1 && !last) return null;
    const rowEnd = lineEnd === -1 ? text.length : lineEnd;
    const delimiterAt = text.indexOf(delimiter, tailStart);
    const lastField = delimiterAt === -1 || delimiterAt > rowEnd;
    const stop = lastField ? rowEnd : delimiterAt;
    const crlf = lastField && stop > tailStart && text.charCodeAt(stop - 1) === CR;
    const tail = text.slice(tailStart, crlf ? stop - 1 : stop);
    if (quoted === null) values.push(tail);
    else {
      values.push(quoted.value + tail);
      lines += quoted.lineBreaks;
      if (tail !== '') wellQuoted = false;
    }
    if (lastField) return { values, next: rowEnd + 1, lines, wellQuoted };
    at = stop + 1;
  }
}

interface Quoted {
  readonly value: string;
  /** Offset just past the closing quote. */
  readonly next: number;
  readonly lineBreaks: number;
}

function scanQuoted(text: string, openingQuote: number): Quoted | 'incomplete' {
  let value = '';
  let at = openingQuote + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close === -1) return 'incomplete';
    value += text.slice(at, close);
    // A quote at the text's end may be half of a doubled one: the row has no end yet then, and is read again.
    if (text.charCodeAt(close + 1) !== QUOTE) {
      return { value, next: close + 1, lineBreaks: value.split('\n').length - 1 };
    }
    value += '"';
    at = close + 2;
  }
}
