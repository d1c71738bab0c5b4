import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bindingsOf } from '../../../src/tui/input/keymap.ts';
import type { ReadyModel } from '../../../src/tui/model.ts';
import { bodyRows } from '../../../src/tui/screens/body-rows.ts';
import { footRow, headRows } from '../../../src/tui/screens/head-rows.ts';
import { worstShown } from '../../../src/tui/screens/coverage/coverage-state.ts';
import { chartsOf } from '../../../src/tui/screens/distributions/charts.ts';
import { bodyHeight, layoutOf } from '../../../src/tui/screens/layout.ts';
import { overlayRows } from '../../../src/tui/screens/overlay/overlay-rows.ts';
import { matching, paletteEntries } from '../../../src/tui/screens/palette/palette-entries.ts';
import { screens } from '../../../src/tui/screens/registry.ts';
import { focusOf } from '../../../src/tui/screens/stream/focus-of.ts';
import { lastTop } from '../../../src/tui/screens/ticket/ticket-state.ts';
import { knobsIn } from '../../../src/tui/screens/what-if/what-if-state.ts';
import { currentScreen, isReady } from '../../../src/tui/state/state.ts';
import type { TuiState } from '../../../src/tui/state/state.ts';
import { startState, update } from '../../../src/tui/state/update.ts';
import type { TuiEvent } from '../../../src/tui/state/update.ts';
import { countUpTo } from '../../../src/tui/tape/count-up-to.ts';
import { asciiGlyphs, unicodeGlyphs } from '../../../src/tui/text/glyphs.ts';
import { rowWidth } from '../../../src/tui/text/row.ts';
import { fixtureModel } from '../fixture.ts';
import { shippedModel } from '../shipped.ts';

const shipped = await shippedModel('simulations/express.sim', 1);
const models = [
  shipped,
  fixtureModel(),
  fixtureModel({ tickets: 0 }),
  fixtureModel({ tickets: 1, plans: ['Only'], metrics: ['resolve'], regions: [] }),
  fixtureModel({ tickets: 60, plans: [], runs: 2 }),
  fixtureModel({
    tickets: 90,
    runs: 3,
    plans: ['Gold', 'プレミアムサポート', 'A plan with a name far too long for any column', 'D', 'E', 'F'],
    metrics: ['acknowledge', 'respond', 'update', 'workaround', 'resolve'],
    regions: ['Ελλάδα', '日本', 'APJ'],
    id: (ticket) => `${ticket % 2 === 0 ? '票' : '\x1b[31m\n'}${String(ticket)}`,
  }),
];

// Every key of every screen, whichever screens there are.
const bound = [...new Set(screens.flatMap(({ name }) => bindingsOf(name).flatMap(({ keys }) => keys)))];
/** Names of screens and of actions, as they are typed into the palette. */
const named = screens.flatMap(({ name }) => [
  name,
  ...bindingsOf(name).map(({ short, does }) => short ?? does),
]);
const key = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...bound, '?', 'escape', 'enter', 'backspace') },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }) },
  { weight: 1, arbitrary: fc.constantFrom('wheel-up', 'wheel-down') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(70), fc.nat(210))
      .map(([row, column]) => `click ${String(row)} ${String(column)}`),
  },
);
const size = fc.record({ columns: fc.integer({ min: 1, max: 210 }), rows: fc.integer({ min: 1, max: 70 }) });
/** An event, or what is typed into the palette and entered. */
type Happening = TuiEvent | { readonly kind: 'named'; readonly name: string };
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: key.map((pressed) => ({ kind: 'key' as const, key: pressed })) },
  { weight: 1, arbitrary: fc.constantFrom(...named).map((name) => ({ kind: 'named' as const, name })) },
  { weight: 1, arbitrary: size.map((to) => ({ kind: 'resized' as const, size: to })) },
  { weight: 1, arbitrary: fc.nat(300).map((elapsedMs) => ({ kind: 'tick' as const, elapsedMs })) },
  { weight: 1, arbitrary: fc.constantFrom(...models).map((model) => ({ kind: 'model' as const, model })) },
);
const start = fc.tuple(fc.constantFrom(...models), size).map(([model, at]) => startState(model, at));

function after(state: TuiState, keys: readonly string[]): TuiState {
  return keys.reduce((next, pressed) => update(next, { kind: 'key', key: pressed }), state);
}

function happen(state: TuiState, one: Happening): TuiState {
  if (one.kind !== 'named') return update(state, one);
  return after(state, ['escape', 'escape', ':', ...one.name, 'enter']);
}

function expectInRange(state: TuiState): void {
  expect(state.path[0]).toBe('overview');
  if (state.model.kind !== 'ready') return;
  const { outcome } = state.model;
  const inList = (at: number, count: number): void => {
    expect(Number.isInteger(at)).toBe(true);
    expect(at).toBeGreaterThanOrEqual(0);
    expect(at).toBeLessThan(Math.max(1, count));
  };
  inList(state.overview.plan, outcome.plans.length);
  if (state.tickets !== null) {
    const { list, rows } = state.tickets;
    inList(list.at, rows.length);
    expect(list.top).toBeLessThanOrEqual(list.at);
  }
  if (state.stream !== null) {
    const { tape, now } = state.stream;
    expect(now).toBeGreaterThanOrEqual(tape.from);
    expect(now).toBeLessThanOrEqual(tape.to);
    expect(focusOf(state.stream)).toBeLessThan(Math.max(1, countUpTo(tape.opened, now)));
  }
  if (state.ticket !== null && isReady(state)) {
    expect(state.ticket.top).toBeLessThanOrEqual(lastTop(state, state.ticket));
  }
  for (const list of [state.coverage?.list, state.distributions?.list, state['what-if']?.knobs]) {
    if (list === undefined) continue;
    expect(list.at).toBeGreaterThanOrEqual(0);
    expect(list.top).toBeGreaterThanOrEqual(0);
    expect(list.top).toBeLessThanOrEqual(list.at);
  }
  if (state.coverage !== null && isReady(state)) {
    const waits = worstShown(state, state.coverage).length;
    inList(state.coverage.list.at, waits);
    inList(state.coverage.plan, outcome.plans.length);
  }
  if (state.distributions !== null && isReady(state))
    inList(state.distributions.list.at, chartsOf(state, state.distributions).rows);
  if (state['what-if'] !== null && isReady(state)) inList(state['what-if'].knobs.at, knobsIn(state).length);
  if (state.palette !== null && isReady(state)) {
    const { text, at } = state.palette;
    inList(at, matching(paletteEntries(state), text, state.typed['palette'] ?? []).length);
  }
  if (state.overlay !== null && isReady(state))
    inList(state.overlay.top, overlayRows(state, state.overlay).length);
  if (currentScreen(state) === 'ticket') inList(state.ticket?.ticket ?? -1, outcome.tickets.count);
}

function expectRowsThatFit(state: TuiState): void {
  if (layoutOf(state.size) === 'too small') return;
  for (const glyphs of [unicodeGlyphs, asciiGlyphs]) {
    const rows = [
      ...headRows(state),
      ...bodyRows(state, glyphs).slice(0, bodyHeight(state.size)),
      footRow(state),
    ];
    for (const row of rows) expect(rowWidth(row)).toBeLessThanOrEqual(state.size.columns);
  }
}

describe('the state of the screen', () => {
  test('survives any keys, ticks, resizes and new outcomes, with every cursor on something that exists', () => {
    fc.assert(
      fc.property(start, fc.array(happening, { maxLength: 60 }), (first, events) => {
        let state = first;
        for (const one of events) {
          state = happen(state, one);
          expectInRange(state);
        }
        expectRowsThatFit(state);
      }),
      { numRuns: 300 },
    );
  });

  test('comes home by Escape from wherever the keys have led', () => {
    fc.assert(
      fc.property(start, fc.array(happening, { maxLength: 40 }), (first, events) => {
        const lost = events.reduce(happen, first);
        // One for what lies over the screen, one for each screen on the way and for each filter of the list.
        const filters = lost.tickets?.query.filters ?? [];
        const home = after(lost, ['escape', 'escape', ...[...lost.path, ...filters].map(() => 'escape')]);
        expect(home.path).toEqual(['overview']);
        expect(home.overlay).toBeNull();
        expect(home.prompt).toBeNull();
        expect(home.palette).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  test('keeps what is shown while more replications are made', () => {
    const model: ReadyModel = { ...fixtureModel(), arriving: { done: 1, of: 4 } };
    const shown = after(startState(model, { columns: 80, rows: 24 }), ['2']);
    const loading = { kind: 'loading', title: '', plans: [], progress: 0.5 } as const;
    expect(update(shown, { kind: 'model', model: loading })).toEqual(shown);
  });

  test('does not leave for Escape or Backspace, only for q', () => {
    const state = startState(fixtureModel(), { columns: 80, rows: 24 });
    expect(after(state, ['escape', 'backspace', 'escape']).leaving).toBe(false);
    expect(after(state, ['q']).leaving).toBe(true);
  });

  test('takes q as a letter while a filter is typed', () => {
    const typing = after(startState(fixtureModel(), { columns: 80, rows: 24 }), ['3', 'f', 'q']);
    expect(typing.leaving).toBe(false);
    expect(typing.prompt?.text).toBe('q');
  });

  test('lets q leave while the outcome is not there yet', () => {
    const loading = startState(
      { kind: 'loading', title: '', plans: [], progress: null },
      { columns: 80, rows: 24 },
    );
    expect(after(loading, ['2', 'enter', 'q']).leaving).toBe(true);
  });
});

test('an accounting scrolled to its end is shown from its beginning again where a larger screen holds it whole', () => {
  const small = { columns: 80, rows: 24 };
  const found = after(startState(fixtureModel(), small), [
    '3',
    'f',
    'S',
    '3',
    'enter',
    'enter',
    'right',
    'end',
  ]);
  expect(found.ticket?.top).toBeGreaterThan(0);
  expect(update(found, { kind: 'resized', size: { columns: 80, rows: 70 } }).ticket?.top).toBe(0);
  expect(update(found, { kind: 'resized', size: { columns: 80, rows: 20 } }).ticket?.top).toBe(
    found.ticket?.top,
  );
});

describe('time on the stream', () => {
  const played = after(startState(fixtureModel(), { columns: 80, rows: 24 }), ['2', ' ']);

  test('stands still while paused, and passes by the speed while playing', () => {
    const paused = after(played, [' ']);
    const tick = { kind: 'tick', elapsedMs: 500 } as const;
    expect(update(paused, tick)).toBe(paused);
    expect((update(played, tick).stream?.now ?? 0) - (played.stream?.now ?? 0)).toBe(2 * 3_600_000);
  });

  test('stands still behind another screen', () => {
    const away = after(played, ['1']);
    expect(update(away, { kind: 'tick', elapsedMs: 500 })).toBe(away);
  });

  test('stops at the end of the tape, and starts over from there', () => {
    let state = after(played, ['+', '+', '+', '+', '+', '+']);
    for (let i = 0; i < 400; i++) state = update(state, { kind: 'tick', elapsedMs: 250 });
    expect(state.stream?.now).toBe(state.stream?.tape.to);
    expect(state.stream?.playing).toBe(false);
    expect(after(state, [' ']).stream?.now).toBe(state.stream?.tape.from);
  });

  test('goes to the next miss and points at its ticket', () => {
    const state = after(played, ['n']);
    const { stream, model } = state;
    if (stream === null || model.kind !== 'ready') throw new Error('the stream is shown');
    const earliest = Math.min(...stream.tape.plans.map((plan) => plan.missed[0] ?? Infinity));
    expect(stream.now).toBe(earliest);
    const ticket = stream.tape.order[focusOf(stream)] ?? -1;
    expect(stream.tape.plans.some((plan) => plan.missedTickets[0] === ticket)).toBe(true);
    expect(state.notice).toContain(model.outcome.tickets.id(ticket));
  });

  test('steps back over what it stepped forward', () => {
    const there = after(played, [' ', '.', '.', '.']);
    const back = after(there, [',']);
    expect(back.stream?.now).toBeLessThan(there.stream?.now ?? 0);
    expect(after(back, ['.']).stream?.now).toBe(there.stream?.now);
  });

  test.each([
    ['2016-04-01', '2016-03-31T23:00:00.000Z'],
    ['04-01 14:30', '2016-04-01T13:30:00.000Z'],
  ])('goes to %s as London reads it', (typed, instant) => {
    const state = after(played, ['g', ...Array.from(typed), 'enter']);
    expect(new Date(state.stream?.now ?? 0).toISOString()).toBe(instant);
    expect(state.stream?.playing).toBe(false);
  });

  test('goes to a ticket when it arrives, in any case of letters', () => {
    const state = after(played, ['g', ...Array.from('inc0000007'), 'enter']);
    const { stream } = state;
    if (stream === null) throw new Error('the stream is shown');
    expect(stream.tape.order[focusOf(stream)]).toBe(7);
  });

  test.each([
    ['2016-02-30', 'there is no 2016-02-30'],
    ['2016-04-01 14:75', 'there is no'],
    ['nonsense', 'no ticket `nonsense`'],
    ['2020-01-01', 'there is no'],
    ['2017-01-01', 'its end'],
  ])('says why it cannot go to %s, and stays inside the stream', (typed, notice) => {
    const state = after(played, ['g', ...Array.from(typed), 'enter']);
    expect(state.notice).toContain(notice);
    expect(state.stream?.now).toBeLessThanOrEqual(state.stream?.tape.to ?? 0);
  });
});

test('more replications of the same simulation leave one where one is, with every cursor in range', () => {
  const first = { ...fixtureModel({ tickets: 60, runs: 2 }), arriving: { done: 2, of: 3 } };
  const whole = fixtureModel({ tickets: 90, runs: 3 });
  const size = { columns: 80, rows: 24 };
  const more = { kind: 'model', model: whole } as const;
  for (const keys of [['down'], ['2', '.', '.'], ['3', 'end'], ['3', 'enter', 'end'], ['?'], [':', 's']]) {
    const before = after(startState(first, size), keys);
    const grown = update(before, more);
    expect(grown.path).toEqual(before.path);
    expect(grown.overlay).toEqual(before.overlay);
    expect(grown.palette).toEqual(before.palette);
    expect(isReady(grown) && grown.model.outcome).toBe(whole.outcome);
    expectInRange(grown);
  }
  // The whole is followed by another outcome only: nothing of this one means anything in it.
  expect(update(after(startState(whole, size), ['3']), more).path).toEqual(['overview']);
});
