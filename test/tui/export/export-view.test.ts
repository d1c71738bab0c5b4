import { describe, expect, test } from 'vitest';
import { screens } from '../../../src/tui/screens/registry.ts';
import { tableCsv, tableJson, tableText } from '../../../src/tui/export/view-table.ts';
import { currentScreen, isReady } from '../../../src/tui/state/state.ts';
import type { ReadyState, TuiState } from '../../../src/tui/state/state.ts';
import { openingState, startState, update } from '../../../src/tui/state/update.ts';
import { readQuery } from '../../../src/tui/tickets/query-text.ts';
import { selectTickets } from '../../../src/tui/tickets/query.ts';
import { arrivedSoFar } from '../../../src/tui/screens/stream/stream-state.ts';
import { call } from '../../cli/call.ts';
import { fixtureModel } from '../fixture.ts';
import { shippedModel } from '../shipped.ts';

const model = fixtureModel();

function press(state: TuiState, keys: readonly string[]): ReadyState {
  const next = keys.reduce((so, key) => update(so, { kind: 'key', key }), state);
  if (!isReady(next)) throw new Error('the outcome is there');
  return next;
}

function after(keys: readonly string[]): ReadyState {
  return press(startState(model, { columns: 120, rows: 40 }), keys);
}

function written(keys: readonly string[], file: string): string {
  const effect = after([...keys, 'e', ...Array.from(file), 'enter']).effects.at(-1);
  if (effect?.kind !== 'write') throw new Error('nothing is written');
  expect(effect.path).toBe(file);
  return effect.content;
}

describe('an export', () => {
  const table = {
    name: 'x',
    columns: ['a', 'b, c'],
    rows: [
      ['say "hi"', 1],
      ['two\nlines', null],
    ],
  } as const;

  test('quotes in CSV what would fall apart without', () => {
    expect(tableCsv(table)).toBe('a,"b, c"\n"say ""hi""",1\n"two\nlines",\n');
  });

  test('is an object a row in JSON', () => {
    expect(JSON.parse(tableJson(table, { title: 'T' }))).toEqual({
      view: 'x',
      title: 'T',
      rows: [
        { a: 'say "hi"', 'b, c': 1 },
        { a: 'two\nlines', 'b, c': null },
      ],
    });
  });

  test('stands in columns as text', () => {
    expect(tableText({ name: 'x', columns: ['who', 'n'], rows: [['long name', 7]] })).toBe(
      'who        n\nlong name  7\n',
    );
  });

  test('of the list holds every ticket of it, not only those in sight', () => {
    const keys = ['3', 'f', ...Array.from('missed:Premium'), 'enter'];
    const count = after(keys).tickets?.rows.length ?? 0;
    expect(count).toBeGreaterThan(0);
    expect(written(keys, 'a.csv').trimEnd().split('\n').length).toBe(count + 1);
    expect((JSON.parse(written(keys, 'a.json')) as { rows: unknown[] }).rows.length).toBe(count);
    expect(written(keys, 'a.txt')).toContain('INC');
  });

  test('of the overview has the figures of the summary', () => {
    const { rows } = JSON.parse(written([], 'a.json')) as { rows: Record<string, unknown>[] };
    const overall = model.summary.plans[1]?.metrics[0]?.overall;
    expect(rows[0]?.['Enhanced met']).toBe(overall?.met);
    expect(rows[0]?.['Enhanced missed']).toBe(overall?.missed);
    expect(rows[0]?.['Enhanced median seconds']).toBe((overall?.wait?.median ?? 0) / 1000);
  });

  test.each(['1', '2', '3', '4', '5'])('of the screen behind %s is text that says what it is of', (key) => {
    const text = written([key], 'a.txt');
    expect(text.startsWith('Service desk\ntimes on the screen in Europe/London')).toBe(true);
    expect(text.split('\n').length).toBeGreaterThan(6);
  });

  test('does not write to a name that says no format, and keeps the line to be put right', () => {
    const state = after(['e', ...Array.from('tickets.xls'), 'enter']);
    expect(state.effects).toEqual([]);
    expect(state.prompt?.text).toBe('tickets.xls');
  });
});

describe('the command of a screen', () => {
  test('stands in a panel and goes to the clipboard', () => {
    const state = after(['y']);
    expect(state.overlay).toMatchObject({
      kind: 'command',
      text: 'surety simulate service-desk.sim --seed 2016 --runs 1 --plain',
    });
    expect(state.effects.at(-1)).toMatchObject({ kind: 'copy', text: state.overlay?.text });
    expect(press(state, ['escape']).overlay).toBeNull();
  });

  test('of a list asks for exactly its tickets', () => {
    const state = after(['3', 'F', 's', 's', 'f', ...Array.from('!severity:S1 wait>2h'), 'enter', 'y']);
    const text = state.overlay?.text ?? '';
    const lines = [...text.matchAll(/--list (?:'([^']*)'|(\S+))/g)].map(([, quoted, bare]) => quoted ?? bare);
    const read = readQuery(model.outcome, model.wallClock, lines.join('\n'));
    if (read.kind === 'problem') throw new Error(read.message);
    expect([...selectTickets(model.outcome, read.query, model.wallClock)]).toEqual([
      ...(state.tickets?.rows ?? []),
    ]);
    expect(state.tickets?.rows.length).toBeGreaterThan(0);
  });

  test('of a ticket asks for it alone', () => {
    const state = after(['3', 'enter', 'y']);
    expect(state.overlay?.text).toMatch(/--list 'metric:respond sort:opened' --list id:INC\d+$/);
  });

  test('of the hours asks for the calendar of the week in the zone', () => {
    expect(after(['4', 'y']).overlay?.text).toBe(
      'surety calendar fixture.plan Office --from 2016-03-07 --zone Europe/London',
    );
    expect(after(['4', 'enter', 'y']).overlay?.text).toContain('surety why fixture.plan --severity S1');
  });
});

describe('a table of the stream and of a ticket', () => {
  test('has the tickets that have arrived by the moment, and no other', () => {
    const keys = ['2', 'n', 'n'];
    const { stream } = after(keys);
    const { rows } = JSON.parse(written(keys, 'a.json')) as { rows: { ticket: string; opened: string }[] };
    expect(rows.length).toBeGreaterThan(1);
    const now = stream?.now ?? NaN;
    expect(rows.every(({ opened }) => Date.parse(opened) <= now)).toBe(true);
    const all = model.outcome.tickets.opened.filter((at) => at <= now).length;
    expect(rows.length).toBe(all);
  });

  test('has of a ticket what each plan promised, how it was counted and what happened', () => {
    const { rows } = JSON.parse(written(['3', 'F', 'enter'], 'a.json')) as {
      rows: { plan: string; what: string }[];
    };
    const plans = model.summary.plans.map(({ name }) => name);
    expect([...new Set(rows.map(({ plan }) => plan))]).toEqual(plans);
    for (const what of ['promise', 'counts', 'happened'])
      expect(rows.some((row) => row.what === what)).toBe(true);
    expect(written(['3', 'F', 'enter'], 'a.csv').trimEnd().split('\n')).toHaveLength(rows.length + 1);
  });
});

test('the command of the stream prints the tickets that have arrived', async () => {
  const shipped = await shippedModel('simulations/express.sim', 2);
  const state = press(startState(shipped, { columns: 120, rows: 40 }), ['2', 'n', 'N', 'y']);
  const words = [...(state.overlay?.text ?? '').matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );
  expect(words[0]).toBe('surety');
  const { out, code } = await call(words.slice(1));
  expect(code).toBe(0);
  const { stream } = state;
  const arrived = stream === null ? new Int32Array(0) : arrivedSoFar(stream);
  const ids = Array.from(arrived, (ticket) => shipped.outcome.tickets.id(ticket));
  expect(ids.length).toBeGreaterThan(2);
  const printed = out.split('\n').flatMap((line) => /^\d+-\d+/.exec(line)?.[0] ?? []);
  expect(printed).toEqual(ids);
});

describe('a view that a session begins with', () => {
  const view = { path: 'slow.view', text: 'metric:resolve sort:-late\nseverity:S2\n' };
  const size = { columns: 120, rows: 40 };

  test('is shown as soon as there are tickets', () => {
    const loading = { kind: 'loading', title: '', plans: [], progress: null } as const;
    const state = update(openingState(loading, size, view), { kind: 'model', model });
    expect(state.path).toEqual(['overview', 'tickets']);
    expect(state.tickets?.query).toMatchObject({ metric: 'resolve', filters: ['severity:S2'] });
    expect(openingState(model, size, view).path).toEqual(['overview', 'tickets']);
  });

  test('says what cannot be read of it, and shows the overview', () => {
    const state = openingState(model, size, { path: 'bad.view', text: 'metric:dance' });
    expect(state.path).toEqual(['overview']);
    expect(state.notice).toContain('bad.view: no metric `dance`');
  });
});

describe('the clause of a line', () => {
  test.each([
    ['the overview', []],
    ['the list', ['3']],
    ['a ticket', ['3', 'enter']],
    ['the hours', ['4']],
  ])('opens in the editor from %s', (_, keys) => {
    const effect = after([...keys, 'o']).effects.at(-1);
    expect(effect).toMatchObject({ kind: 'edit', file: 'fixture.plan' });
  });

  test('is none where nothing is pointed at', () => {
    const state = after(['5', 'o']);
    expect(state.effects).toEqual([]);
    expect(state.notice).toContain('no clause');
  });
});

describe('the zone of the times', () => {
  test('goes through those of the contract and its customers, and comes round', () => {
    const zones = [1, 2, 3].map(
      (presses) => after(new Array<string>(presses).fill('z')).model.wallClock.zone,
    );
    expect(zones).toEqual(['Asia/Tokyo', 'UTC', 'Europe/London']);
    expect(after(['z']).notice).toContain('customers in APJ');
  });

  test('is any that is typed, in any case where it is known', () => {
    expect(after(['Z', ...Array.from('asia/tokyo'), 'enter']).model.wallClock.zone).toBe('Asia/Tokyo');
    expect(after(['Z', ...Array.from('America/New_York'), 'enter']).model.wallClock.zone).toBe(
      'America/New_York',
    );
    const wrong = after(['Z', ...Array.from('Mars/Base'), 'enter']);
    expect(wrong.notice).toContain('no time zone');
    expect(wrong.model.wallClock.zone).toBe('Europe/London');
  });

  test('moves the dates of a filter with it', () => {
    const london = after(['3', 'f', ...Array.from('opened:2016-03-15'), 'enter']);
    const tokyo = press(london, ['z']);
    expect(tokyo.tickets?.query).toEqual(london.tickets?.query);
    expect([...(tokyo.tickets?.rows ?? [])]).not.toEqual([...(london.tickets?.rows ?? [])]);
  });

  test('stays as more replications arrive', () => {
    const growing = startState({ ...model, arriving: { done: 1, of: 2 } }, { columns: 120, rows: 40 });
    const tokyo = press(growing, ['z']);
    const grown = update(tokyo, { kind: 'model', model });
    expect(isReady(grown) ? grown.model.wallClock.zone : '').toBe('Asia/Tokyo');
    expect(currentScreen(grown)).toBe('overview');
  });

  test('is there on every screen', () => {
    expect(screens.length).toBeGreaterThan(4);
    for (const key of ['1', '2', '3', '4', '5'])
      expect(after([key, 'z']).model.wallClock.zone).toBe('Asia/Tokyo');
  });
});
