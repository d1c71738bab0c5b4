/**
 * Comma-separated values as RFC 4180 has them: quoted fields may hold delimiters, line breaks and doubled quotes;
 * lines end in LF or CRLF. Two departures, both common in exports: another delimiter, and a quote inside a field
 * that did not begin with one stands for itself.
 *
 * Only the wanted columns are cut out of a row, and a row without quotes (nearly all of them) is found with
 * `indexOf` alone: that is what makes a log of five million fields a matter of a second.
 */
import { scanCsvRow } from './csv-row.ts';
import type { LogFailure, LogReader, RowSink } from './log-rows.ts';
import { missingField } from './missing-field.ts';

export interface CsvLayout {
  /** One character; null for that by which the header line has the wanted columns. */
  readonly delimiter: string | null;
  /** Names of the columns where the file has no header line; null where its first line names them. */
  readonly columns: readonly string[] | null;
}

/** A row longer than this is not one: a quote was left open, or the file is something else. */
const LONGEST_ROW = 1 << 20;
const CR = 13;

/** @param wanted names of columns, each once, the ticket's id first */
export function createCsvReader(
  layout: CsvLayout,
  wanted: readonly string[],
  sink: RowSink,
  optional: ReadonlySet<string> = new Set(),
): LogReader {
  let delimiter = layout.delimiter ?? ',';
  /** The wanted values of the row in hand. */
  const fields = wanted.map(() => '');
  /** For each column of the file its place in `fields`, or -1; null until the header has been read. */
  let slots: Int32Array | null = null;
  let rest = '';
  let line = 1;
  let begun = false;

  const isThere = (names: readonly string[]): boolean =>
    wanted.every((name) => optional.has(name) || placeOf(name, names) !== -1);

  function placeColumns(names: readonly string[]): LogFailure | null {
    const places = new Int32Array(names.length).fill(-1);
    for (const [slot, name] of wanted.entries()) {
      const column = placeOf(name, names);
      if (column === -1 && optional.has(name)) continue;
      if (column === -1) return otherDelimiter(names) ?? missingField('column', name, names);
      if (names[column] === name && names.includes(name, column + 1)) return doubledColumn(name);
      places[column] = slot;
    }
    slots = places;
    return null;
  }

  function finishRow(columns: number, expected: number): void {
    if (columns === expected) sink.row(fields, line);
    else sink.badRow(columns < expected ? 'too few fields' : 'too many fields', line, fields[0] ?? '');
  }

  /** Takes a row with quotes, or the header. Answers where the next row begins, -1 when the row is incomplete. */
  function takeQuotedRow(text: string, at: number, last: boolean): number | LogFailure {
    if (slots === null && layout.delimiter === null) delimiter = delimiterOf(text, at, last, isThere);
    const row = scanCsvRow(text, at, delimiter, last);
    if (row === null) return -1;
    if (slots === null) {
      const failure = placeColumns(row.values);
      if (failure !== null) return failure;
    } else {
      fields.fill('');
      for (const [column, value] of row.values.entries()) {
        const slot = slots[column] ?? -1;
        if (slot !== -1) fields[slot] = value;
      }
      if (row.wellQuoted) finishRow(row.values.length, slots.length);
      else sink.badRow('text after a closing quote', line, fields[0] ?? '');
    }
    line += row.lines;
    return row.next;
  }

  /** Takes the complete rows of `text` and keeps what is left. `last`: no more text will come. */
  function read(text: string, last: boolean): LogFailure | null {
    let at = 0;
    // Kept from row to row, so that a file without quotes is searched for one once.
    let quote = -1;
    let nextDelimiter = -1;
    while (at < text.length) {
      let lineEnd = text.indexOf('\n', at);
      if (lineEnd === -1) {
        if (!last) break;
        lineEnd = text.length;
      }
      if (quote < at) quote = indexFrom(text, '"', at);

      if (slots === null || quote < lineEnd) {
        const next = takeQuotedRow(text, at, last);
        if (typeof next !== 'number') return next;
        if (next === -1) break;
        at = next;
        continue;
      }

      const end = lineEnd > at && text.charCodeAt(lineEnd - 1) === CR ? lineEnd - 1 : lineEnd;
      if (end > at) {
        fields.fill('');
        let column = 0;
        for (let start = at; ;) {
          if (nextDelimiter < start) nextDelimiter = indexFrom(text, delimiter, start);
          const stop = nextDelimiter < end ? nextDelimiter : end;
          const slot = slots[column] ?? -1;
          if (slot !== -1) fields[slot] = text.slice(start, stop);
          column += 1;
          if (stop === end) break;
          start = stop + 1;
        }
        finishRow(column, slots.length);
      }
      line += 1;
      at = lineEnd + 1;
    }
    rest = text.slice(at);
    return rest.length > LONGEST_ROW || (last && rest !== '') ? endlessRow(line, rest.includes('"')) : null;
  }

  if (layout.columns !== null) {
    const failure = placeColumns(layout.columns);
    if (failure !== null) return { write: () => failure, end: () => failure };
  }
  return {
    write(text) {
      if (text === '') return null;
      const whole = begun || !text.startsWith('\uFEFF') ? rest + text : text.slice(1);
      begun = true;
      return read(whole, false);
    },
    end() {
      const failure = read(rest, true);
      if (failure !== null) return failure;
      return begun && slots !== null ? null : { message: 'the log is empty', help: null };
    },
  };
}

/** What exports are divided by: Jira asks whoever exports, and spreadsheets go by the country. */
const DELIMITERS = [',', ';', '\t', '|', '^'];

/** The first delimiter by which a header line is that of the log wanted; where none is, the one that gives it most columns. */
export function delimiterOf(
  text: string,
  from: number,
  last: boolean,
  isThere: (names: readonly string[]) => boolean,
): string {
  const headers = DELIMITERS.map((each) => scanCsvRow(text, from, each, last)?.values ?? []);
  const fitting = headers.findIndex(isThere);
  const most = Math.max(...headers.map(({ length }) => length));
  return DELIMITERS[fitting === -1 ? headers.findIndex(({ length }) => length === most) : fitting] ?? ',';
}

/**
 * The column of a name; `Comment[2]` is the second of several with the name `Comment`. Help desks have written one name now with
 * capital letters and now without: where no column has it as it is written, the only one that has it in other letters is meant.
 */
function placeOf(name: string, names: readonly string[]): number {
  const column = names.indexOf(name);
  const [, repeated, which] = /^(.*)\[(\d+)\]$/.exec(name) ?? [];
  if (column !== -1) return column;
  if (repeated !== undefined)
    return names.flatMap((each, i) => (each === repeated ? [i] : []))[Number(which) - 1] ?? -1;
  const alike = names.flatMap((each, i) => (each.toLowerCase() === name.toLowerCase() ? [i] : []));
  return alike.length === 1 ? (alike[0] as number) : -1;
}

function indexFrom(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from);
  return at === -1 ? Infinity : at;
}

/** A header that is one long name was written with another delimiter. */
function otherDelimiter(names: readonly string[]): LogFailure | null {
  const [only, ...others] = names;
  const found = only === undefined || others.length > 0 ? undefined : /[;\t|,]/.exec(only)?.[0];
  if (found === undefined) return null;
  return {
    message: 'the header of the log is a single column',
    help: `its names seem to be divided by another character: write \`"delimiter": ${JSON.stringify(found)}\` in \`log\``,
  };
}

function doubledColumn(name: string): LogFailure {
  return {
    message: `the log has two columns named \`${name}\``,
    help: 'ask for one of them by its number, as `Comment[1]`; or rename one in the header, or drop the header and name the columns in the mapping (`log.columns`)',
  };
}

function endlessRow(line: number, quoted: boolean): LogFailure {
  return quoted
    ? {
        message: `line ${String(line)} of the log opens a quote that is never closed`,
        help: 'close it, or double it (`""`) where it is part of the text',
      }
    : {
        message: `line ${String(line)} of the log is longer than a million characters`,
        help: 'is this a table of tickets?',
      };
}
