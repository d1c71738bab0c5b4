import { bodyHeight } from '../screens/layout.ts';
import type { Screen } from '../screens/screen.ts';
import { ask } from '../state/effect.ts';
import type { ReadyState, TuiState } from '../state/state.ts';
import { unicodeGlyphs } from '../text/glyphs.ts';
import { rowText } from '../text/row.ts';
import { printable } from '../text/width.ts';
import { promptStart } from '../widgets/prompt/prompt.ts';
import { formatOf, FORMATS, tableCsv, tableJson, tableText } from './view-table.ts';

/** Writes what a screen shows to a file, in the format of the file's ending; null of a screen without a table. */
export function exportView(state: ReadyState, screen: Screen, typed: string): TuiState {
  const path = typed.trim();
  if (path === '') return state;
  const format = formatOf(path);
  const table = screen.table?.(state) ?? null;
  // What cannot be written stays at the foot to be put right.
  if (format === null || (format !== 'txt' && table === null)) {
    return { ...state, prompt: promptStart('export', typed) };
  }
  const { outcome, wallClock } = state.model;
  if (format === 'csv' && table !== null)
    return ask(state, { kind: 'write', path, content: tableCsv(table) });
  if (format === 'json' && table !== null) {
    const about = { title: outcome.title, zone: 'UTC', tzdata: outcome.plan.tzdata, source: outcome.source };
    return ask(state, { kind: 'write', path, content: tableJson(table, about) });
  }
  const head = `${outcome.title}\ntimes on the screen in ${wallClock.zone}, in tables in UTC; time-zone data ${outcome.plan.tzdata}\n\n`;
  const rows = screen
    .rows(state, unicodeGlyphs)
    .slice(0, bodyHeight(state.size))
    .map((row) => printable(rowText(row)).trimEnd());
  // A list is written whole, not only the part in sight; whatever else there is, as it stands on the screen.
  const body =
    screen.name === 'tickets' && table !== null ? tableText(table) : `${rows.join('\n').trimEnd()}\n`;
  return ask(state, { kind: 'write', path, content: head + body });
}

/** What is wrong with the name of a file, or what will be written. */
export function exportHint(state: ReadyState, screen: Screen, typed: string): string {
  const format = formatOf(typed.trim());
  if (format === null) return `end it in .${FORMATS.join(', .')}  Tab names some `;
  if (format !== 'txt' && (screen.table?.(state) ?? null) === null)
    return 'this screen has no table: end it in .txt ';
  const { txt, csv, json } = { txt: 'text', csv: 'comma-separated values', json: 'JSON' };
  return `${{ txt, csv, json }[format]}  Enter writes, Esc leaves `;
}

export function exportNames(screen: Screen, typed: string): readonly string[] {
  const stem = typed.trim().replace(/\.[a-z]*$/i, '') || screen.name;
  return FORMATS.map((format) => `${stem}.${format}`);
}
