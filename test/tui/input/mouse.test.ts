import { expect, test, vi } from 'vitest';
import { runTui } from '../../../src/tui/index.ts';
import { headRows } from '../../../src/tui/screens/head-rows.ts';
import { screenLines } from '../../../src/tui/screens/screen-lines.ts';
import { currentScreen, type TuiState } from '../../../src/tui/state/state.ts';
import { startState, update } from '../../../src/tui/state/update.ts';
import { rowText } from '../../../src/tui/text/row.ts';
import { unicodeGlyphs } from '../../../src/tui/text/glyphs.ts';
import { createTheme } from '../../../src/tui/text/theme.ts';
import { fixtureModel } from '../fixture.ts';
import { headlessTerminal } from '../headless-terminal.ts';

const model = fixtureModel();
const theme = createTheme(unicodeGlyphs, false);

function after(
  keys: readonly string[],
  from: TuiState = startState(model, { columns: 100, rows: 30 }),
): TuiState {
  return keys.reduce((state, key) => update(state, { kind: 'key', key }), from);
}

const textOf = (state: TuiState): readonly string[] =>
  screenLines(state, theme).map((line) => line.replace(/\x1b\[[\d;]*m/g, ''));

/** Clicks on a text where it stands on the screen. */
function clickOn(state: TuiState, text: string): TuiState {
  const rows = textOf(state);
  const row = rows.findIndex((each) => each.includes(text));
  expect(row, `${text} is on the screen`).not.toBe(-1);
  return after([`click ${String(row)} ${String(rows[row]?.indexOf(text))}`], state);
}

const atCursor = (state: TuiState): string => textOf(state).findLast((row) => row.startsWith('›')) ?? '';

test('a click on a row of a list chooses it, and one more opens it', () => {
  const list = after(['3']);
  const [, wanted = ''] = /^ \S+ \S+ (\S+)/.exec(textOf(list)[12] ?? '') ?? [];
  expect(wanted).toMatch(/^INC/);
  const chosen = clickOn(list, wanted);
  expect(atCursor(chosen)).toContain(wanted);
  expect(currentScreen(chosen)).toBe('tickets');
  const back = clickOn(chosen, / (INC\d+)/.exec(textOf(chosen)[6] ?? '')?.[1] ?? '');
  expect(atCursor(back)).not.toContain(wanted);
  expect(currentScreen(clickOn(chosen, wanted))).toBe('ticket');
});

test.each([
  ['overview', []],
  ['coverage', ['4']],
  ['distributions', ['5']],
])('a click chooses a row two below the cursor on the screen %s', (name, keys) => {
  const state = after(keys);
  expect(currentScreen(state)).toBe(name);
  const cursor = textOf(state).findLastIndex((row) => row.startsWith('›'));
  const clicked = after([`click ${String(cursor + 2)} 4`], state);
  expect(textOf(clicked).findLastIndex((row) => row.startsWith('›'))).toBe(cursor + 2);
  expect(textOf(clicked)[cursor + 2]?.slice(1)).toBe(textOf(state)[cursor + 2]?.slice(1));
});

test('a click chooses a ticket on the stream, where the list moves under the cursor', () => {
  const stream = after(['2', 'g', ...Array.from('2016-04-01'), 'enter']);
  const rows = textOf(stream);
  const wanted = rows[rows.findLastIndex((row) => row.startsWith('›')) - 3] ?? '';
  expect(wanted).toMatch(/ INC\d+/);
  const chosen = clickOn(stream, wanted);
  expect(
    textOf(chosen)
      .findLast((row) => row.startsWith('›'))
      ?.slice(1),
  ).toBe(wanted.slice(1));
  expect(currentScreen(clickOn(chosen, wanted.slice(1)))).toBe('ticket');
});

test('a click on a key at the foot presses it, and a breadcrumb is gone back to', () => {
  const stream = clickOn(after([]), '2 stream');
  expect(currentScreen(stream)).toBe('stream');
  const foot = textOf(after([])).at(-1) ?? '';
  // What it does is as good as the key.
  expect(currentScreen(after([`click 29 ${String(foot.indexOf('tickets', foot.indexOf('3 ')))}`]))).toBe(
    'tickets',
  );
  const ticket = after(['3', 'enter']);
  const crumbs = rowText(headRows(ticket)[1] ?? []);
  expect(crumbs).toContain('overview > tickets > ');
  expect(clickOn(ticket, '> tickets').path).toEqual(['overview', 'tickets']);
  expect(clickOn(ticket, 'overview').path).toEqual(['overview']);
  expect(clickOn(after([]), 'q quit').leaving).toBe(true);
});

test('a click beside everything, on a panel or on a line that is typed changes nothing', () => {
  for (const keys of [[], ['3'], ['3', 'f', 'S'], ['?'], [':'], ['3', 'enter']]) {
    const state = after(keys);
    for (const at of ['0 3', '400 2', '29 99', ...(keys[0] === ':' ? [] : ['2 5'])])
      expect(textOf(after([`click ${at}`], state))).toEqual(textOf(state));
  }
});

test('what the foot has to say is taken away by a click on it, and no key behind it pressed', () => {
  const said = after(['2', 'n']);
  expect(said.notice).not.toBeNull();
  for (let column = 0; column < 100; column += 3) {
    const clicked = after([`click 29 ${String(column)}`], said);
    expect(clicked.notice).toBeNull();
    expect(currentScreen(clicked)).toBe('stream');
    expect(clicked.leaving).toBe(false);
  }
});

test('the wheel scrolls lists and panels, and leaves alone what is typed', () => {
  expect(after(['3', 'wheel-down', 'wheel-down']).tickets?.list.at).toBe(6);
  expect(after(['3', 'wheel-down', 'wheel-up']).tickets?.list.at).toBe(0);
  expect(after(['3', '?', 'wheel-down']).overlay?.top).toBe(3);
  expect(after(['3', 'f', 'S', 'wheel-up', 'wheel-down']).prompt?.text).toBe('S');
});

test.each([
  [true, true],
  [false, false],
])(
  'a terminal is asked for its mouse where that is wanted alone (%s), and lets it go',
  async (mouse, asked) => {
    const terminal = headlessTerminal(80, 24);
    const ended = runTui(model, terminal, { colour: false, ascii: false, mouse });
    await vi.waitFor(async () => expect(await terminal.text()).toContain('Premium'), 3000);
    if (mouse) {
      terminal.type('\x1b[<0;3;24M');
      await vi.waitFor(async () => expect(await terminal.text()).toContain('by opened'), 3000);
    }
    terminal.type('q');
    expect(await ended).toBe(0);
    const written = terminal.written();
    expect(written.includes('\x1b[?1006h')).toBe(asked);
    expect(written.lastIndexOf('\x1b[?1006l') > written.lastIndexOf('\x1b[?1006h')).toBe(asked);
    expect(written.lastIndexOf('\x1b[?1000l') > written.lastIndexOf('\x1b[?1000h')).toBe(asked);
  },
);
