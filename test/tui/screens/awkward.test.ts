import { describe, expect, test } from 'vitest';
import type { ReadyModel } from '../../../src/tui/model.ts';
import { screenLines } from '../../../src/tui/screens/screen-lines.ts';
import { startState, update } from '../../../src/tui/state/update.ts';
import { unicodeGlyphs } from '../../../src/tui/text/glyphs.ts';
import { createTheme } from '../../../src/tui/text/theme.ts';
import type { TuiState } from '../../../src/tui/state/state.ts';
import { fixtureModel } from '../fixture.ts';

// What no shipped simulation has: many plans, and names for which no screen has room.

const theme = createTheme(unicodeGlyphs, false);
const long = 'A name of sixty letters for a plan that nobody would ever use';
const wide = 'プレミアムサポート契約二十四時間三百六十五日対応';

function shown(model: ReadyModel, keys: readonly string[], columns = 80, rows = 24): readonly string[] {
  const state = keys.reduce<TuiState>(
    (before, key) => update(before, { kind: 'key', key }),
    startState(model, { columns, rows }),
  );
  return screenLines(state, theme).map((row) => row.replace(/\x1b\[[\d;]*m/g, '').trimEnd());
}

describe('forty plans', () => {
  const names = Array.from({ length: 40 }, (_, place) => `Plan ${String(place).padStart(2, '0')}`);
  const model = fixtureModel({ plans: names, tickets: 60 });

  test('leave room on the stream for the desk and the tickets, and Tab brings those out of sight', () => {
    const rows = shown(model, ['2', 'n', 'n', 'n']);
    expect(rows.join('\n')).toContain('plans 1-6 of 40, Tab');
    expect(rows.some((row) => row.startsWith(' desk, Plan 00'))).toBe(true);
    expect(rows.some((row) => /^›\d\d-\d\d \d\d:\d\d/.test(row))).toBe(true);
    const last = shown(model, ['2', 'n', 'shift-tab']).join('\n');
    expect(last).toContain('plans 35-40 of 40, Tab');
    expect(last).toMatch(/^›Plan 39 /m);
  });

  test('leave room on a ticket for its account, and Tab brings those out of sight', () => {
    const rows = shown(model, ['3', 'enter']).join('\n');
    expect(rows).toContain('plans 1-5 of 40, Tab');
    expect(rows).toMatch(/^ Plan 00, respond: /m);
    expect(shown(model, ['3', 'enter', 'shift-tab']).join('\n')).toMatch(/^›Plan 39 /m);
  });
});

describe('names for which there is no room', () => {
  const base = fixtureModel({ plans: [long, wide], tickets: 60 });
  const model = { ...base, outcome: { ...base.outcome, title: `${long}, ${wide}` } };

  test.each([60, 80, 120])(
    'do not push out how many tickets there are, nor the week, at %i columns',
    (columns) => {
      expect(shown(model, [], columns)[0]).toMatch(/… 60 tickets, seed 2016, 1 run\b/);
      expect(shown(model, ['4'], columns)[2]).toMatch(/2016-03-07 to 03-13$/);
    },
  );

  test('give way to the clause of a plan, of its account and of a reason', () => {
    expect(shown(model, ['4']).find((row) => row.includes('  Office'))).toMatch(
      /…  Office  fixture\.plan:12$/,
    );
    const ticket = shown(model, ['3', 'enter']);
    const head = ticket.findIndex((row) => row === ` ${long}, respond:`);
    expect(ticket[head + 1]).toMatch(/^ {3}16 h in Office, due .* fixture\.plan:41$|^ {5}/);
    const page = shown(model, ['3', 'enter', 'd'], 80, 40).join('\n');
    expect(page).toContain(` Why ${long} and\n ${wide} differ`);
  });
});

describe('a stream without tickets', () => {
  test('has no clock that would show some other time', () => {
    const rows = shown(fixtureModel({ tickets: 0 }), ['2']);
    expect(rows.join('\n')).toContain('There are no tickets in this stream.');
    expect(rows.join('\n')).not.toMatch(/19\d\d|20\d\d-/);
    // Nor do any of its keys find one.
    expect(shown(fixtureModel({ tickets: 0 }), ['2', ' ', 'n', 'enter', '.'])).toHaveLength(24);
  });

  test('says so of a run among others, and which key leads on', () => {
    const rows = shown(fixtureModel({ tickets: 1, runs: 2 }), ['2', ']']);
    expect(rows.join('\n')).toContain('No ticket came in run 2 of 2: ] goes to the next one.');
    expect(shown(fixtureModel({ tickets: 1, runs: 2 }), ['2', ']', ']']).join('\n')).toContain('run 1 of 2');
  });

  test('has a column of regions only where the contract has any', () => {
    const plain = { tickets: 3, plans: ['Only'] };
    expect(shown(fixtureModel(plain), ['2', 'n']).join('\n')).toContain('severity  region');
    expect(shown(fixtureModel({ ...plain, regions: [] }), ['2', 'n']).join('\n')).not.toContain('region');
  });
});

test('a terminal of 20 x 5 is told whole that it is too small, and how to leave', () => {
  expect(shown(fixtureModel(), [], 20, 5)).toEqual([
    'The terminal is too',
    'small',
    '20 x 5, needed 60 x',
    '18',
    'q quits',
  ]);
});
