/** The date of the stream's moment: hours that count, and what the desk did with the tickets that are about. */
import { beforeAll, describe, expect, test } from 'vitest';
import { streamScreenRows } from '../../../src/tui/screens/stream/stream-rows.ts';
import type { ReadyModel } from '../../../src/tui/model.ts';
import { isReady } from '../../../src/tui/state/state.ts';
import type { TuiState } from '../../../src/tui/state/state.ts';
import { startState, update } from '../../../src/tui/state/update.ts';
import { unicodeGlyphs } from '../../../src/tui/text/glyphs.ts';
import { shippedModel } from '../shipped.ts';

let model: ReadyModel;
beforeAll(async () => {
  model = await shippedModel('simulations/express.sim', 1);
});

function after(columns: number, rows: number, ...keys: readonly string[]): TuiState {
  return keys.reduce<TuiState>(
    (state, key) => update(state, { kind: 'key', key }),
    startState(model, { columns, rows }),
  );
}

function shown(state: TuiState): readonly string[] {
  if (!isReady(state) || state.stream === null) throw new Error('the stream is there');
  return streamScreenRows(state, state.stream, unicodeGlyphs).map((row) =>
    row.map(({ text }) => text).join(''),
  );
}

/** The rows between the ruler and the legend. */
function day(rows: readonly string[]): readonly string[] {
  const from = rows.findIndex((row) => /^ \w{3} \d{4}-\d\d-\d\d +0 /.test(row));
  const to = rows.findIndex((row) => row.includes('○ opened'));
  return from === -1 ? [] : rows.slice(from + 1, to);
}

describe('the day of the stream', () => {
  test('shades the hours in which each plan counts: Moscow works from ten to seven, the others always', () => {
    const [office = '', always = ''] = day(shown(after(160, 50, '2', 'n')));
    const lane = office.slice(24, 24 + 120);
    expect(lane).toBe(`${'·'.repeat(50)}${'█'.repeat(45)}${'·'.repeat(25)}`);
    expect(always.slice(24, 24 + 120)).toBe('█'.repeat(120));
  });

  test('draws a ticket from its opening to the moment and no further, and its deadline ahead', () => {
    const state = after(160, 50, '2', 'n');
    const now = state.stream?.now ?? NaN;
    const { time } = model.wallClock.read(now);
    const cell = Math.floor((Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) / 12);
    const tickets = day(shown(state))
      .slice(3)
      .filter((row) => row.trim() !== '');
    expect(tickets.length).toBeGreaterThan(0);
    for (const row of tickets) {
      const lane = row.slice(24);
      expect(lane.slice(cell + 1).replaceAll(/[ │]/g, '')).toBe('');
      expect(lane.slice(0, cell + 1).trim()).not.toBe('');
    }
    expect(tickets.join('')).toContain('│');
  });

  test('shows what the desk did with tickets that it has worked on', () => {
    // Twelve hours later, at four hours a second, it is evening.
    const played = Array.from({ length: 12 }).reduce<TuiState>(
      (state) => update(state, { kind: 'tick', elapsedMs: 250 }),
      after(160, 50, '2', 'n', ' '),
    );
    const rows = day(shown(played)).slice(3);
    const lanes = rows.map((row) => row.slice(24)).join('');
    expect(lanes).toContain(unicodeGlyphs.worked);
    expect(lanes).toContain(unicodeGlyphs.opened);
  });

  test('gives way to the list of tickets on a small screen, and keeps the hours', () => {
    const small = shown(after(80, 24, '2', ...Array.from({ length: 12 }, () => 'n')));
    const at = small.findIndex((row) => /^ \w{3} \d{4}-\d\d-\d\d +0 /.test(row));
    expect(small[at + 1]).toContain(`${'·'.repeat(20)}${'█'.repeat(18)}${'·'.repeat(10)}`);
    expect(small.slice(at).findIndex((row) => row.startsWith(' opened'))).toBe(4);
    expect(small.slice(at).length).toBeGreaterThan(7);
    expect(day(shown(after(120, 40, '2', 'n'))).length).toBeGreaterThan(5);
  });
});
