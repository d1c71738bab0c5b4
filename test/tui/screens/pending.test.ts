import { describe, expect, test } from 'vitest';
import type { Pending, ReadyModel } from '../../../src/tui/model.ts';
import { screenLines } from '../../../src/tui/screens/screen-lines.ts';
import type { TuiState } from '../../../src/tui/state/state.ts';
import { startState, update } from '../../../src/tui/state/update.ts';
import { unicodeGlyphs } from '../../../src/tui/text/glyphs.ts';
import { createTheme } from '../../../src/tui/text/theme.ts';
import { fixtureModel } from '../fixture.ts';

// Whoever answers may take longer than a key waits.

const theme = createTheme(unicodeGlyphs, false);
const pending: Pending = { kind: 'pending', progress: 0 };

/** The fixture, whose answers are worked out until `release`. */
function slowModel(): { readonly model: ReadyModel; readonly release: () => void } {
  const model = fixtureModel({ plans: ['Standard', 'Premium'] });
  let there = false;
  const slow =
    <Given extends readonly unknown[], Answer>(ask: (...given: Given) => Answer) =>
    (...given: Given): Answer | Pending =>
      there ? ask(...given) : pending;
  return {
    model: {
      ...model,
      explain: slow(model.explain),
      differ: slow(model.differ),
      happenings: slow(model.happenings),
      desk: slow(model.desk),
      advise: slow(model.advise),
      weeks: slow(model.weeks),
    },
    release: () => {
      there = true;
    },
  };
}

function press(state: TuiState, keys: readonly string[]): TuiState {
  return keys.reduce((shown, key) => update(shown, { kind: 'key', key }), state);
}

const size = { columns: 120, rows: 30 };
const linesOf = (state: TuiState): readonly string[] =>
  screenLines(state, theme).map((row) => row.replace(/\x1b\[[\d;]*m/g, ''));
const ways = {
  overview: [],
  'a ticket': ['enter', 'enter'],
  'why plans differ': ['enter', 'enter', 'd'],
  'what happened': ['enter', 'enter', 'p'],
  'the stream': ['2', 'n', 'n'],
  advice: ['6'],
};

describe.each(Object.entries(ways))('%s, whose answers are worked out', (_, keys) => {
  test('is there at once, and looks the same in the end as where they were there from the beginning', () => {
    const { model, release } = slowModel();
    const { model: quick, release: released } = slowModel();
    released();
    const asked = press(startState(model, size), keys);
    expect(linesOf(asked)).toHaveLength(size.rows);
    release();
    expect(linesOf(update(asked, { kind: 'news' }))).toEqual(linesOf(press(startState(quick, size), keys)));
  });
});

test('a ticket says what is being worked out, and has its timelines already', () => {
  const { model } = slowModel();
  const shown = linesOf(press(startState(model, size), ['enter', 'enter'])).join('\n');
  expect(shown).toContain('Standard, respond: being worked out …');
  expect(shown).toMatch(/the desk +being worked out …/);
  expect(shown).toMatch(/›Standard .*missed/);
});

test('a move of the page ends that the section gone to is kept at its top', () => {
  const { model, release } = slowModel();
  const asked = press(startState(model, size), ['enter', 'enter', 'd', 'home']);
  release();
  expect(update(asked, { kind: 'news' }).ticket?.top).toBe(0);
});

test('the key that opens a clause says to press it again, and is not told that there is none', () => {
  const { model, release } = slowModel();
  const asked = press(startState(model, size), ['enter', 'o']);
  expect(asked.notice).toBe('the clause is being worked out: press the key again');
  expect(asked.effects).toEqual([]);
  release();
  expect(press(asked, ['o']).effects).toEqual([{ kind: 'edit', file: 'fixture.plan', line: 41 }]);
});

test('a ticket is not exported before all that is said of it is there', () => {
  const { model, release } = slowModel();
  const typed = ['e', 'end', ...Array.from('.csv'), 'enter'];
  const asked = press(startState(model, size), ['enter', 'enter', ...typed]);
  expect(asked.effects).toEqual([]);
  release();
  expect(press(asked, ['enter']).effects).toHaveLength(1);
});
