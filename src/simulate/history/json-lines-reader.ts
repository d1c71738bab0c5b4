/**
 * JSON Lines: an object a line. A field is a key of that object; its value is a text, a number or a truth value
 * (read as the text it is written as), and null is a missing one. A value of another kind that the mapping asks for
 * makes the row unreadable. Empty lines are skipped.
 */
import type { LogFailure, LogReader, RowSink } from './log-rows.ts';
import { missingField } from './missing-field.ts';

/** A longer line than this is not one row of a log. */
const LONGEST_LINE = 1 << 20;
/** As many names are kept for a hint. */
const MOST_NAMES = 1000;

/** @param wanted keys, each once, the ticket's id first */
export function createJsonLinesReader(wanted: readonly string[], sink: RowSink): LogReader {
  const present = new Set<string>();
  let rest = '';
  let line = 0;
  let objects = 0;

  function takeLine(text: string): void {
    line += 1;
    const trimmed = text.trim();
    if (trimmed === '') return;
    const row = parseObject(trimmed);
    if (row === null) {
      sink.badRow('no JSON object', line, '');
      return;
    }
    objects += 1;
    for (const key of row.keys()) {
      if (present.size < MOST_NAMES || wanted.includes(key)) present.add(key);
    }
    const fields = wanted.map((key) => fieldText(row.get(key)));
    const other = wanted.find((_, slot) => fields[slot] === null);
    const texts = fields.map((field) => field ?? '');
    if (other === undefined) sink.row(texts, line);
    else sink.badRow(`a value of \`${other}\` that is no text or number`, line, texts[0] ?? '');
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
    if (rest.length <= LONGEST_LINE) return null;
    const message = `line ${String(line + 1)} of the log is longer than a million characters`;
    return { message, help: 'JSON Lines has an object a line' };
  }

  return {
    write: (text) => read(line === 0 && rest === '' ? text.replace(/^\uFEFF/, '') : rest + text),
    end() {
      if (rest !== '') takeLine(rest);
      if (objects === 0) return { message: 'no line of the log is a JSON object', help: null };
      const missing = wanted.find((key) => !present.has(key));
      return missing === undefined ? null : missingField('field', missing, [...present]);
    },
  };
}

function parseObject(text: string): ReadonlyMap<string, unknown> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return new Map(Object.entries(value));
}

/** The text of a value, `''` for none, null for a value that is no single text. */
function fieldText(value: unknown): string | null {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
