import { beforeAll, describe, expect, test } from 'vitest';
import type { ReadyModel } from '../../../src/tui/model.ts';
import { screenLines } from '../../../src/tui/screens/screen-lines.ts';
import { isReady } from '../../../src/tui/state/state.ts';
import type { TuiState } from '../../../src/tui/state/state.ts';
import { startState, update } from '../../../src/tui/state/update.ts';
import { unicodeGlyphs } from '../../../src/tui/text/glyphs.ts';
import { createTheme } from '../../../src/tui/text/theme.ts';
import { call } from '../../cli/call.ts';
import { shippedModel } from '../shipped.ts';
import { told } from '../told.ts';

const theme = createTheme(unicodeGlyphs, false);
const typing = (text: string): readonly string[] => ['n', ...Array.from(text), 'enter'];
const textOf = (state: TuiState): string => screenLines(state, theme).join('\n').replace(/\s+/g, ' ');

let model: ReadyModel;
beforeAll(async () => {
  model = await shippedModel('simulations/mattermost.sim', 2);
});

function after(keys: readonly string[], columns = 80, rows = 24): TuiState {
  return keys.reduce<TuiState>(
    (state, key) => update(state, { kind: 'key', key }),
    startState(model, { columns, rows }),
  );
}

describe('the advice', () => {
  test('asks what the customer needs where nothing says so, and takes the answer', () => {
    expect(textOf(after([]))).toContain('Nothing says what the customer needs: 6 asks for it.');
    expect(textOf(after(['6']))).toContain('no plan can be recommended');
    const asked = after(['6', ...typing('respond 80% within 4 days')]);
    expect(textOf(asked)).toContain('Enterprise is the');
    expect(textOf(update(asked, { kind: 'key', key: '1' }))).toContain('Enterprise, advised');
    const back = update(asked, { kind: 'key', key: 'u' });
    expect(textOf(back)).toContain('no plan can be recommended');
  });

  test('says of a history, too, why nothing says what a plan costs', () => {
    const { source } = model.outcome;
    const replayed = {
      ...model,
      outcome: { ...model.outcome, source: { ...source, kind: 'replay', log: 'incidents.csv' } as const },
    };
    const shown = startState(replayed as ReadyModel, { columns: 80, rows: 24 });
    expect(textOf(after(['6']))).toContain('costs: the simulation names no `customer`.');
    expect(textOf(update(shown, { kind: 'key', key: '6' }))).toContain(
      'costs: a history has no `customer`, a simulation names it.',
    );
  });

  test('leaves what was typed alone where it cannot be read, and says how it is written', () => {
    const state = after(['6', ...typing('answer 95%')]);
    expect(state.notice).toContain('there is no metric `answer`');
    expect(state.advice?.needs).toEqual([]);
  });

  test('scrolls no further than its end, at any size', () => {
    for (const [columns, rows] of [
      [60, 18],
      [80, 24],
      [160, 50],
    ] as const) {
      const state = after(['6', 'end', ...Array.from({ length: 30 }, () => 'page-down')], columns, rows);
      const lines = screenLines(state, theme);
      expect(lines.length).toBe(rows);
      expect(lines.slice(2, -1).some((line) => line.trim() !== '')).toBe(true);
    }
  });

  test('is what the command says that it copies', async () => {
    const asked = after(['6', ...typing('respond 80% within 4 days for L1, L2'), 'y'], 160, 50);
    if (!isReady(asked)) throw new Error('the outcome is there');
    const command = asked.overlay?.text ?? '';
    const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    expect(words[0]).toBe('surety');
    const { out } = await call([...words.slice(1), '--desks', '1']);
    const said = told(model.advise(asked.advice?.needs ?? [])).sentences;
    expect(said.length).toBeGreaterThan(1);
    for (const sentence of said) expect(out.replace(/\s+/g, ' ')).toContain(sentence);
  });
});

describe('the page of advice on a small screen', () => {
  const pageOf = async (file: string, columns: number): Promise<string> => {
    const asked = update(startState(await shippedModel(file, 1), { columns, rows: 60 }), {
      kind: 'key',
      key: '6',
    });
    return screenLines(asked, theme)
      .map((row) => row.replace(/\x1b\[[\d;]*m/g, '').trimEnd())
      .join('\n');
  };

  test('gives a long label the room that plans leave over, where there are few', async () => {
    const quota = 'for any professional service or technical support';
    expect(await pageOf('simulations/helpdesk.sim', 80)).toContain(`\n ${quota}      0 of 0\n  used\n`);
    expect(await pageOf('simulations/helpdesk.sim', 120)).toContain(`\n ${quota} used  0 of 0\n`);
  });

  test('puts a label that would stand in three lines above its figures', async () => {
    expect(await pageOf('simulations/gold.sim', 80)).toMatch(
      /\n respond 85% within 3 calendar days for S1, S2\n {22}promised to 0\.0 % /,
    );
  });

  test('says that plans are out of sight, and wraps what two plans differ by', async () => {
    const page = await pageOf('simulations/gold.sim', 60);
    expect(page).toContain('\n 2 of 3, Tab    Professional ');
    expect(page).toContain(
      '\n   Gold 0.0 points:\n     met 0 that Professional missed, missed 0 that it met\n',
    );
    expect(page).toContain('week by week of opening, the last 18 of 20\n');
  });

  test('breaks no line between a figure and its per cent', async () => {
    for (const columns of [60, 70, 80, 90]) {
      expect(await pageOf('simulations/gold.sim', columns)).not.toMatch(/\n\s*%/);
    }
  });
});
