import { beforeAll, describe, expect, test } from 'vitest';
import type { ReadyModel } from '../../../src/tui/model.ts';
import { screenLines } from '../../../src/tui/screens/screen-lines.ts';
import { screens } from '../../../src/tui/screens/registry.ts';
import { isReady, type ReadyState, type TuiState } from '../../../src/tui/state/state.ts';
import { startState, update, type TuiEvent } from '../../../src/tui/state/update.ts';
import { unicodeGlyphs } from '../../../src/tui/text/glyphs.ts';
import { createTheme } from '../../../src/tui/text/theme.ts';
import { elapsedText, shareText } from '../../../src/tui/text/figures.ts';
import { whatIfTable } from '../../../src/tui/screens/what-if/what-if-table.ts';
import { call } from '../../cli/call.ts';
import { runAgainHere, shippedModel } from '../shipped.ts';

// `y` on each screen, and the command that it copies, run: what it prints is what the screen shows.

const size = { columns: 160, rows: 50 };
const theme = createTheme(unicodeGlyphs, false);
const WAYS: { readonly [name: string]: readonly string[] } = {
  overview: [],
  stream: ['2', ...Array.from({ length: 12 }, () => 'n')],
  tickets: ['3', 'f', ...Array.from('severity:P1 missed:Premium'), 'enter', 's', 's', 's'],
  ticket: ['tab', 'tab', 'enter', 'down', 'enter'],
  coverage: ['4', ']', ']'],
  distributions: ['5', 'tab', 'down', 'down', 'down'],
  advice: ['6', 'n', ...Array.from('respond 80% within 4 h for P1'), 'enter'],
  'what-if': ['w', ...Array.from({ length: 5 }, () => '+'), 'enter'],
};

let model: ReadyModel;
beforeAll(async () => {
  model = await shippedModel('simulations/express.sim', 1);
});

/** The screen after keys, with what was asked to be run again done. */
async function shownAfter(keys: readonly string[]): Promise<ReadyState> {
  let state: TuiState = startState(model, size);
  for (const event of keys.map((key): TuiEvent => ({ kind: 'key', key }))) {
    state = update(state, event);
    const asked = state.effects.find((effect) => effect.kind === 'rerun');
    state = update(state, { kind: 'effects taken' });
    if (asked?.kind !== 'rerun' || !isReady(state)) continue;
    const { changes } = asked;
    for await (const again of runAgainHere(state.model, changes).models)
      state = update(state, { kind: 'rerun', rerun: { changes, model: again, status: 'done' } });
  }
  if (!isReady(state)) throw new Error('the figures are there');
  return state;
}

/** What the copied command prints; it goes through the same door as one that is typed. */
async function printed(state: ReadyState): Promise<string> {
  const copied = update(state, { kind: 'key', key: 'y' });
  const command = copied.overlay?.text ?? '';
  expect(copied.effects.at(-1)).toMatchObject({ kind: 'copy', text: command });
  // As a shell takes it apart: words, some of them partly in single quotes.
  const words = [...command.matchAll(/(?:'[^']*'|[^\s'])+/g)].map(([word]) => word.replaceAll("'", ''));
  expect(words[0]).toBe('surety');
  const { code, out, err } = await call([...words.slice(1)], { columns: 200 });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

function linesOf(state: ReadyState): readonly string[] {
  return screenLines(state, theme).map((row) => row.replace(/\x1b\[[\d;]*m/g, ''));
}

/** The first words of the rows of a printed list: the tickets, in its order. */
function listed(out: string): readonly string[] {
  return out
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split(/\s+/)[0] ?? '');
}

function idsOf(rows: Iterable<number>): readonly string[] {
  return Array.from(rows, (row) => model.outcome.tickets.id(row));
}

describe('the command that a screen copies prints what it shows:', () => {
  test('every screen has one', () => {
    expect(Object.keys(WAYS).sort()).toEqual(screens.map(({ name }) => name).sort());
  });

  test('of the overview, each share and each count of misses', async () => {
    const out = await printed(await shownAfter(WAYS['overview'] ?? []));
    const blocks = out.split(/\n(?=\w+\n {8})/).slice(1);
    for (const { name: plan, metrics } of model.summary.plans) {
      for (const { metric, bySeverity } of metrics) {
        const block = blocks.find((text) => text.startsWith(`${metric}\n`)) ?? '';
        const column = model.summary.plans.findIndex(({ name }) => name === plan);
        for (const { name, figures } of bySeverity) {
          const { met = NaN, judged = NaN } = figures.attainment ?? {};
          const part = block.split(/\n(?=\S)/).find((text) => text.startsWith(`${name} `)) ?? '';
          const figuresOf = (row: string): readonly string[] =>
            (new RegExp(`${row} +(.*)`).exec(part)?.[1] ?? '').split(/ {2,}/);
          expect(figuresOf('attained')[column]).toBe(shareText(met, judged).replace('%', ' %'));
          expect(figuresOf('missed')[column]).toBe(`${String(figures.missed)} of ${String(judged)}`);
        }
      }
    }
  });

  test('of the list, its tickets in its order', async () => {
    const state = await shownAfter(WAYS['tickets'] ?? []);
    expect(state.tickets?.rows.length).toBeGreaterThan(1);
    expect(listed(await printed(state))).toEqual(idsOf(state.tickets?.rows ?? []));
  });

  test('of a ticket, that ticket with its verdict under each plan', async () => {
    const state = await shownAfter(WAYS['ticket'] ?? []);
    const out = await printed(state);
    expect(listed(out)).toEqual(idsOf([state.ticket?.ticket ?? -1]));
    const shown = linesOf(state).join('\n');
    const verdicts =
      out
        .trimEnd()
        .split('\n')[1]
        ?.match(/\b(?:met|missed)\b/g) ?? [];
    expect(verdicts).toHaveLength(3);
    model.summary.plans.forEach(({ name }, plan) => {
      expect(shown).toMatch(new RegExp(`^[› ]${name} .* ${verdicts[plan] ?? ''}\\b`, 'm'));
    });
  });

  test('of the stream, the tickets that have arrived', async () => {
    const state = await shownAfter(WAYS['stream'] ?? []);
    const { tape, now = NaN } = state.stream ?? {};
    const arrived = (tape?.order ?? new Int32Array()).filter(
      (row) => (model.outcome.tickets.opened[row] ?? NaN) <= now,
    );
    expect(arrived.length).toBeGreaterThan(2);
    expect(listed(await printed(state))).toEqual(idsOf(arrived));
  });

  test('of a histogram, the tickets of the bar at the cursor', async () => {
    const state = await shownAfter(WAYS['distributions'] ?? []);
    const bar = await shownAfter([...(WAYS['distributions'] ?? []), 'enter']);
    expect(bar.tickets?.rows.length).toBeGreaterThan(1);
    expect(listed(await printed(state))).toEqual(idsOf(bar.tickets?.rows ?? []));
    const cursor = linesOf(state).findLast((row) => row.startsWith('›')) ?? '';
    expect(cursor).toContain(` ${String(bar.tickets?.rows.length)} `);
  });

  test('of the hours, each date of the week with how long it is open', async () => {
    const state = await shownAfter(WAYS['coverage'] ?? []);
    const days = linesOf(state).flatMap((row) => {
      const [, date, open] =
        /^ ((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d\d-\d\d) .* (\d+ h(?: \d+ min)?|closed)\b/.exec(row) ?? [];
      return date === undefined || open === undefined ? [] : [[date, open] as const];
    });
    expect(days.length).toBeGreaterThanOrEqual(7);
    const out = await printed(state);
    for (const [date, open] of days.slice(0, 7)) {
      const [weekday, day] = date.split(' ');
      expect(out).toMatch(new RegExp(`${weekday ?? ''} \\d{4}-${day ?? ''} .* ${open}\\b`));
    }
  });

  test('of the longest wait, its deadline and how the time is counted', async () => {
    const state = await shownAfter([...(WAYS['coverage'] ?? []), 'enter']);
    const out = await printed(state);
    const [worst] = [state.model.coverage.worst('respond')].flat().filter((one) => 'waitMs' in one);
    if (worst === undefined) throw new Error('there is a longest wait');
    expect(linesOf(state).join('\n')).toContain(`it may wait ${elapsedText(worst.waitMs)}`);
    // The deadline that the screen comes to is the one that is printed.
    const due = state.model.wallClock.read(worst.opened + worst.waitMs);
    expect(out).toContain(`${due.date} ${due.time.slice(0, 5)}`);
    expect(out).toContain(worst.promise);
  });

  test('of the advice, each sentence', async () => {
    const state = await shownAfter(WAYS['advice'] ?? []);
    const out = (await printed(state)).replace(/\s+/g, ' ');
    const shown = linesOf(state).slice(2).join(' ').replace(/\s+/g, ' ');
    const [said = ''] = shown.split(' As typed:');
    expect(said.length).toBeGreaterThan(40);
    for (const sentence of said.trim().split(/(?<=\.) (?=[A-Z0-9])/)) expect(out).toContain(sentence);
  });

  test('of what-if, each count of misses before and after', async () => {
    const state = await shownAfter(WAYS['what-if'] ?? []);
    const out = await printed(state);
    const table = whatIfTable(state);
    if (table === null) throw new Error('it was run');
    const blocks = out.split(/\n(?=\w+\n {8})/).slice(1);
    let compared = 0;
    for (const row of table.rows) {
      const value = (column: string): string => String(row[table.columns.indexOf(column)] ?? '');
      if (value('severity') === 'all') continue;
      const block = blocks.find((text) => text.startsWith(`${value('promise')}\n`));
      const part = block?.split(/\n(?=\S)/).find((text) => text.startsWith(`${value('severity')} `));
      if (part === undefined) continue;
      for (const [time, column] of ['before', 'after'].flatMap((one) => [[one, `missed ${one}`] as const])) {
        const figures = (new RegExp(`missed ${time} +(.*)`).exec(part)?.[1] ?? '').split(/ {2,}/);
        const wanted = model.summary.plans.map(({ name }) => value(`${name} ${column}`));
        expect(figures.map((figure) => figure.split(' ')[0])).toEqual(wanted);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(8);
  });
});
