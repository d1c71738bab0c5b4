/**
 * JSON: an object a line, or the objects of the first list of a document. A field is a key of that object, or the way
 * through nested ones; its value is a text, a number or a truth value (read as the text it is written as), and null is
 * a missing one. A value of another kind that the mapping asks for makes the row unreadable. Empty lines are skipped.
 */
import { type JsonObject, fieldAt, isObject, textOfField } from './json-field.ts';
import { createJsonList } from './json-list.ts';
import { createJsonRows } from './json-rows.ts';
import type { LogFailure, LogReader, RowSink } from './log-rows.ts';
import type { JsonEvents } from './mapping.ts';
import { missingField } from './missing-field.ts';
import type { TimeReader } from './time-format.ts';

/** A longer object than this is not one ticket of a log. */
const LONGEST = 1 << 24;
/** As many names are kept for a hint. */
const MOST_NAMES = 1000;

export interface JsonLayout {
  readonly events: JsonEvents | null;
  /** Fields that the log may lack. */
  readonly optional: ReadonlySet<string>;
}

const ONE_ROW: JsonLayout = { events: null, optional: new Set() };

interface Taken {
  take(text: string, line: number): void;
  end(): LogFailure | null;
}

/** @param wanted fields, each once, the ticket's id first */
export function createJsonLinesReader(
  wanted: readonly string[],
  sink: RowSink,
  layout: JsonLayout = ONE_ROW,
  readTime: TimeReader = () => NaN,
): LogReader {
  const objects = takeObjects(wanted, sink, layout, readTime, 'no line of the log is a JSON object');
  let rest = '';
  let line = 0;

  function takeLine(text: string): void {
    line += 1;
    const trimmed = text.trim();
    if (trimmed !== '') objects.take(trimmed, line);
  }

  function read(text: string): LogFailure | null {
    let at = 0;
    for (;;) {
      const end = text.indexOf('\n', at);
      if (end === -1) break;
      takeLine(text.slice(at, end));
      at = end + 1;
    }
    rest = text.slice(at);
    if (rest.length <= LONGEST) return null;
    const message = `line ${String(line + 1)} of the log is longer than sixteen million characters`;
    return {
      message,
      help: 'JSON Lines has an object a line; of a document with a list write `"format": "json"`',
    };
  }

  return {
    write: (text) => read(line === 0 && rest === '' ? text.replace(/^\uFEFF/, '') : rest + text),
    end() {
      if (rest !== '') takeLine(rest);
      return objects.end();
    },
  };
}

/** The same of a whole document: the objects of its first list, or of the list by a name. */
export function createJsonReader(
  wanted: readonly string[],
  sink: RowSink,
  layout: JsonLayout & { readonly list: string | null },
  readTime: TimeReader,
): LogReader {
  const none =
    layout.list === null
      ? 'the log holds no list of JSON objects'
      : `the log holds no list of JSON objects named \`${layout.list}\``;
  const objects = takeObjects(wanted, sink, layout, readTime, none);
  const list = createJsonList(layout.list, LONGEST, (text, line) => {
    objects.take(text, line);
  });
  return {
    write: (text) => list.write(text),
    end: () => list.end() ?? objects.end(),
  };
}

function takeObjects(
  wanted: readonly string[],
  sink: RowSink,
  { events, optional }: JsonLayout,
  readTime: TimeReader,
  none: string,
): Taken {
  const rowsOf = createJsonRows(events, wanted, readTime);
  const present = new Set<string>();
  const unseen = new Set(wanted);
  let count = 0;
  return {
    take(text, line) {
      const object = parseObject(text);
      if (object === null) {
        sink.badRow('no JSON object', line, '');
        return;
      }
      count += 1;
      if (present.size < MOST_NAMES) for (const key of Object.keys(object)) present.add(key);
      for (const field of unseen) if (fieldAt(object, field) !== undefined) unseen.delete(field);
      const problem = rowsOf(object, (fields) => {
        const other = wanted.find((_, slot) => fields[slot] === null);
        const texts = fields.map((field) => field ?? '');
        if (other === undefined) sink.row(texts, line);
        else sink.badRow(`a value of \`${other}\` that is no text or number`, line, texts[0] ?? '');
      });
      if (problem !== null) sink.badRow(problem, line, textOfField(fieldAt(object, wanted[0] ?? '')) ?? '');
    },
    end() {
      if (count === 0) return { message: none, help: null };
      const missing = [...unseen].find((field) => !optional.has(field) && !isMade(field, events));
      return missing === undefined ? null : missingField('field', missing, [...present]);
    },
  };
}

/** Fields of rows that are made of lists need not be in the object. */
function isMade(field: string, events: JsonEvents | null): boolean {
  if (events === null) return false;
  const { changes, lists } = events;
  return (
    field === 'at' ||
    field === 'row' ||
    field.startsWith('change.') ||
    changes?.of.has(field) === true ||
    lists.some(({ name }) => field.startsWith(`${name}.`))
  );
}

function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
