import { lineText, positionAt } from '../../text/source.ts';
import type { Place } from '../diagnostic.ts';
import type { Params } from '../registry.ts';
import { columnName } from './column-name.ts';

/** What other tables call the column of which the rows are; some leave it empty. */
const SEVERITIES = /^(?:|severity|sev|priority|prio|level|class|urgency|impact)(?:\s+(?:level|class))?$/i;

/** A table with bars around its lines, and what to write instead. */
export interface PastedTable {
  readonly place: Place;
  readonly params: Params<'syntax/foreign-form'>;
}

/** The pasted table in a line of which a place lies; null where there is none. */
export function pastedTable({ source, span }: Place): PastedTable | null {
  const { lineStarts } = source;
  const line = positionAt(source, span.start).line;
  const isOfTable = (number: number): boolean => /^\s*\|/.test(lineText(source, number));
  if (!isOfTable(line)) return null;
  let first = line;
  while (first > 1 && isOfTable(first - 1)) first -= 1;
  let last = line;
  while (last < lineStarts.length && isOfTable(last + 1)) last += 1;
  const begin = (lineStarts[first - 1] ?? 0) + (/^\s*/.exec(lineText(source, first))?.[0].length ?? 0);
  const end = (lineStarts[last - 1] ?? 0) + lineText(source, last).trimEnd().length;
  const text = source.text.slice(begin, end);
  const table = rewritten(text);
  if (table === null) return null;
  const advice = {
    problem: 'begins a table with bars around its lines',
    help: 'write bars between the cells alone, and nothing above the severities: `respond | resolve`, `P1  1 h | 4 h`',
  };
  const written = lineText(source, first).trim();
  const params = { written, instead: [table], applicability: 'safe', advice } as const;
  return { place: { source, span: { start: begin, end } }, params };
}

/**
 * A table as Markdown and wikis write it, with bars around each line and a line of dashes below the first, as a table of
 * the language; null where a text is none. Its columns are lined up by the formatter.
 */
function rewritten(text: string): string | null {
  const lines = text.split('\n').map((line) => line.trim());
  if (lines.length < 2 || !lines.every((line) => line.startsWith('|'))) return null;
  const [header, ...rows] = lines
    .map(cellsOf)
    .filter((cells) => !cells.every((cell) => /^:?-+:?$/.test(cell)));
  if (header === undefined || rows.length === 0) return null;
  const isNamed = SEVERITIES.test(header[0] ?? '') || rows.every((row) => row.length === header.length);
  const columns = (isNamed ? header.slice(1) : header).map(columnName).join(' | ');
  const written = rows.map(([name = '', ...cells]) => `${rowName(name)}  ${cells.join(' | ')}`);
  return [`    ${columns}`, ...written].join('\n    ');
}

function cellsOf(line: string): readonly string[] {
  const inner = line.replace(/^\|/, '').replace(/\|$/, '');
  return inner.split('|').map((cell) =>
    cell
      .replace(/<br\s*\/?>/gi, ' ')
      .replace(/(?:\*\*|__|`)(.*?)(?:\*\*|__|`)/g, '$1')
      .trim(),
  );
}

/** Several severities of a row stand with commas between them; one of several words in quotes. */
function rowName(written: string): string {
  return written
    .replace(/:$/, '')
    .split(/\s*(?:,|\/|&)\s*/)
    .map((name) => (/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) ? name : `"${name}"`))
    .join(', ');
}
