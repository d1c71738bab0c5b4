import type { Palette } from '../../../diagnostics/palette.ts';
import { wrap } from '../../../text/wrap.ts';
import type { PlanOrigin } from '../../../plan/model.ts';

/** What an account is written on. */
export interface Page {
  readonly width: number;
  readonly palette: Palette;
  /** The contract, which the heading names: clauses in it are told by their lines alone. */
  readonly file: string;
}

/** A row of an account: figures that stand under each other, what is to be said of them, and the clause. */
export interface LedgerRow {
  readonly figures: readonly string[];
  readonly words: string;
  readonly origin: PlanOrigin | null;
  readonly tone: 'counted' | 'not counted' | 'mark';
}

/**
 * Rows with their figures in columns, and the words beside them, wrapped to the width; where a clause stands is behind them.
 *
 *     Wed 2026-06-03 16:30  + 30 min  = 30 min  `Office` is open: Wed
 *                                               09:00-17:00  desk.plan:12
 */
export function ledgerLines(rows: readonly LedgerRow[], indent: number, page: Page): readonly string[] {
  const { palette } = page;
  const columns = Math.max(0, ...rows.map(({ figures }) => figures.length));
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...rows.map(({ figures }) => figures[i]?.length ?? 0)),
  );
  return rows.flatMap(({ figures, words, origin, tone }) => {
    const own = figures.map((figure, i) =>
      i === 0 ? figure.padEnd(widths[i] ?? 0) : figure.padStart(widths[i] ?? 0),
    );
    const stub = own.join('  ');
    const set = (text: string): string =>
      tone === 'counted' ? palette.good(text) : tone === 'mark' ? palette.strong(text) : palette.faint(text);
    const margin = indent + (stub === '' ? 0 : stub.length + 2);
    const lines = besideClause(words, origin, margin, page);
    return lines.map((line, i) =>
      `${' '.repeat(indent)}${i === 0 ? `${set(stub)}${stub === '' ? '' : '  '}` : ' '.repeat(margin - indent)}${line}`.trimEnd(),
    );
  });
}

/** Words, wrapped, and behind them the clause where it still fits. */
export function besideClause(
  words: string,
  origin: PlanOrigin | null,
  margin: number,
  { file, width: whole, palette }: Page,
): readonly string[] {
  const width = Math.max(20, whole - margin);
  const lines = wrap(words, width);
  if (origin === null) return lines;
  const place =
    origin.file === file ? `line ${String(origin.line)}` : `${origin.file}:${String(origin.line)}`;
  const last = lines[lines.length - 1] ?? '';
  if (last.length + 2 + place.length <= width) {
    return [...lines.slice(0, -1), `${last}  ${palette.faint(place)}`];
  }
  return [...lines, palette.faint(place)];
}
