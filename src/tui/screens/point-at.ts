import type { Key } from '../input/decode-keys.ts';
import { bindingsOf } from '../input/keymap.ts';
import type { Click } from '../input/mouse.ts';
import { currentScreen, isReady, type ReadyState, type TuiState } from '../state/state.ts';
import { unicodeGlyphs } from '../text/glyphs.ts';
import { rowText, type Row, type Run } from '../text/row.ts';
import { textWidth } from '../text/width.ts';
import { bodyRows } from './body-rows.ts';
import { footRow, headRows } from './head-rows.ts';
import { layoutOf } from './layout.ts';

/** Rows of the head; the last of them has the breadcrumbs. */
const HEAD = 2;

/**
 * What a click comes to, by what is to be seen there: a key of the foot is pressed, a breadcrumb is gone back to, a row of a
 * list is chosen, and one that is chosen already is opened. Anywhere else it is nothing.
 */
export function pointAt(
  state: ReadyState,
  { row, column }: Click,
  press: (state: TuiState, key: Key) => TuiState,
): TuiState {
  if (layoutOf(state.size) === 'too small' || state.prompt !== null) return state;
  if (row === HEAD - 1)
    return state.palette === null && state.overlay === null ? backTo(state, column) : state;
  if (row === state.size.rows - 1) return pressAtFoot(state, column, press);
  if (row < HEAD || row >= state.size.rows || state.overlay !== null) return state;
  return choose(state, row - HEAD, press);
}

function backTo(state: ReadyState, column: number): TuiState {
  const crumbs = (headRows(state)[HEAD - 1] ?? []).slice(1, 1 + state.path.length);
  const before = 1;
  const place = placeAt(crumbs, column - before);
  return place === -1 || place >= state.path.length - 1
    ? state
    : { ...state, path: state.path.slice(0, place + 1) };
}

function pressAtFoot(
  state: ReadyState,
  column: number,
  press: (state: TuiState, key: Key) => TuiState,
): TuiState {
  if (state.palette !== null || state.notice !== null || state.overlay !== null) return state;
  const foot = footRow(state);
  const at = placeAt(foot, column);
  // A key and what it does are two runs: the first of them is the key.
  const shown = [foot[at], foot[at - 1]].find((run) => run?.tone === 'accent')?.text;
  const key = bindingsOf(currentScreen(state)).find((one) => one.shown === shown && one.short !== null)
    ?.keys[0];
  return key === undefined ? state : press(state, key);
}

/** Place of the run that covers a cell; -1 for none. */
function placeAt(row: Row | readonly Run[], column: number): number {
  let end = 0;
  return column < 0 ? -1 : row.findIndex(({ text }) => (end += textWidth(text)) > column);
}

/**
 * By the keys that move the cursor, until it is on what was clicked: every screen has a list of its own, and one mark for its
 * cursor. Some move the cursor over the list, some the list under the cursor.
 */
function choose(state: ReadyState, wanted: number, press: (state: TuiState, key: Key) => TuiState): TuiState {
  const rows = bodyTexts(state);
  const at = cursorRow(rows);
  const text = rows[wanted]?.slice(1);
  if (at === -1 || text === undefined) return state;
  if (at === wanted) return press(state, 'enter');
  let moved: TuiState = state;
  for (let left = Math.abs(wanted - at); left > 0; left -= 1) {
    moved = press(moved, wanted > at ? 'down' : 'up');
    if (!isReady(moved)) return state;
    const shown = bodyTexts(moved);
    const cursor = cursorRow(shown);
    const hasListMoved = shown[wanted]?.slice(1) !== text;
    if ((cursor === wanted || hasListMoved) && shown[cursor]?.slice(1) === text) return moved;
  }
  // It is no row of the list.
  return state;
}

function bodyTexts(state: ReadyState): readonly string[] {
  return bodyRows(state, unicodeGlyphs).map(rowText);
}

/** Above the list a plan may be marked so too. */
function cursorRow(rows: readonly string[]): number {
  return rows.findLastIndex((row) => row.startsWith(unicodeGlyphs.cursor));
}
