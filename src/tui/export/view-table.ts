/** What a screen shows as a table, for a file: figures as numbers, instants as texts in UTC. */
export interface ViewTable {
  /** Of what: `tickets`, `overview`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** Null where there is none. */
export type Value = string | number | boolean | null;

export const FORMATS = ['txt', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** The format that the ending of a file asks for; null for any other ending. */
export function formatOf(path: string): Format | null {
  return FORMATS.find((format) => path.toLowerCase().endsWith(`.${format}`)) ?? null;
}

/** RFC 4180, with line feeds: a head, then a line a row. */
export function tableCsv({ columns, rows }: ViewTable): string {
  return [columns, ...rows].map((row) => `${row.map(csvValue).join(',')}\n`).join('');
}

function csvValue(value: Value): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An object a row, by the names of the columns. */
export function tableJson(
  { name, columns, rows }: ViewTable,
  about: { readonly [field: string]: unknown },
): string {
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map((column, place) => [column, row[place] ?? null])),
  );
  return `${JSON.stringify({ view: name, ...about, rows: objects }, null, 2)}\n`;
}

/** Columns as wide as what is in them, figures at the right. */
export function tableText({ columns, rows }: ViewTable): string {
  const texts = [columns, ...rows].map((row) => row.map((value) => (value === null ? '' : String(value))));
  const widths = columns.map((_, place) =>
    texts.reduce((most, row) => Math.max(most, row[place]?.length ?? 0), 0),
  );
  const isFigure = columns.map((_, place) => rows.every((row) => typeof row[place] !== 'string'));
  return texts
    .map((row) =>
      row
        .map((text, place) =>
          isFigure[place] === true ? text.padStart(widths[place] ?? 0) : text.padEnd(widths[place] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}
