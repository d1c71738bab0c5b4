import { describe, expect, test } from 'vitest';
import { STATUSES } from '../../../src/simulate/outcome.ts';
import { summarize } from '../../../src/simulate/summarize.ts';
import type { ReadyModel } from '../../../src/tui/model.ts';
import { bodyRows } from '../../../src/tui/screens/body-rows.ts';
import type { TuiState } from '../../../src/tui/state/state.ts';
import { startState, update } from '../../../src/tui/state/update.ts';
import { unicodeGlyphs } from '../../../src/tui/text/glyphs.ts';
import { rowText } from '../../../src/tui/text/row.ts';
import { verdictOf } from '../../../src/tui/tickets/verdict.ts';
import { fixtureModel } from '../fixture.ts';

const size = { columns: 120, rows: 40 };

/** The fixture, in which the plan at a place comes to `become` wherever it missed. */
function withoutMisses(become: 'met' | 'running', everyStatus = false, tickets = 200): ReadyModel {
  const model = fixtureModel({ tickets });
  for (const { status, stopped, due } of model.outcome.plans[2]?.metrics ?? []) {
    status.forEach((code, ticket) => {
      if (STATUSES[code] !== 'missed' && !everyStatus) return;
      status[ticket] = STATUSES.indexOf(become);
      if (become === 'met') stopped[ticket] = due[ticket] ?? NaN;
    });
  }
  return { ...model, summary: summarize(model.outcome) };
}

function press(model: ReadyModel, keys: readonly string[]): TuiState {
  return keys.reduce((state: TuiState, key) => update(state, { kind: 'key', key }), startState(model, size));
}

function shown(state: TuiState): string {
  return bodyRows(state, unicodeGlyphs)
    .map((row) => rowText(row).trim())
    .filter((text) => text !== '')
    .join('\n');
}

const typed = (text: string): readonly string[] => ['f', ...Array.from(text), 'enter'];
/** From the overview to what the third plan missed of its first promise. */
const missedByThird = ['tab', 'tab', 'enter'];

describe('a list without a ticket', () => {
  test('says that the plan kept the promise, of how many tickets, and what became of the others', () => {
    const model = withoutMisses('met');
    const counts = new Map<string, number>();
    for (let ticket = 0; ticket < 200; ticket += 1) {
      const status = verdictOf(model.outcome, 2, 'respond', ticket)?.status ?? '';
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    const of = (status: string): string => String(counts.get(status));
    expect(shown(press(model, missedByThird))).toContain(
      `Premium missed none: it kept respond for ${of('met')} of 200 tickets; the others: ${of('unmeasured')} unmeasured, ${of('running')} running.`,
    );
  });

  test('says so of all tickets where all are kept, and of the only one', () => {
    expect(shown(press(withoutMisses('met', true), missedByThird))).toContain(
      'Premium missed none: it kept respond for all 200 tickets.',
    );
    expect(shown(press(withoutMisses('met', true, 1), missedByThird))).toContain(
      'Premium missed none: it kept respond for the one ticket.',
    );
  });

  test('opens the tightest tickets by Enter, the nearest to its deadline first, and Escape leads back', () => {
    const model = withoutMisses('met');
    const state = press(model, [...missedByThird, 'enter']);
    const rows = state.tickets?.rows ?? new Int32Array();
    expect(rows).toHaveLength(200);
    const spares = Array.from(
      rows,
      (row) => verdictOf(model.outcome, 2, 'respond', row)?.spareMs ?? Infinity,
    );
    expect(spares[0]).toBeGreaterThanOrEqual(0);
    expect(spares).toEqual([...spares].sort((a, b) => a - b));
    expect(press(model, [...missedByThird, 'enter', 'escape']).path).toEqual(['overview']);
  });

  test('keeps the severity that it was opened for when it shows the tightest ones', () => {
    const state = press(withoutMisses('met'), ['down', ...missedByThird, 'enter']);
    expect(state.tickets?.query.filters).toEqual(['severity:S1']);
  });

  test('claims nothing of a plan under which nothing is judged, and offers no tightest ones', () => {
    const model = withoutMisses('running', true);
    const state = press(model, missedByThird);
    expect(shown(state)).toContain('Premium missed none, since nothing is judged: 200 running.');
    expect(shown(state)).not.toContain('Enter');
    expect(press(model, [...missedByThird, 'enter']).tickets).toEqual(state.tickets);
  });

  test('says by what filter it is empty, and which key takes that off', () => {
    const state = press(fixtureModel(), ['3', ...typed('nobody')]);
    expect(shown(state)).toMatch(
      /No ticket passes the filter `nobody`\.\nEsc +takes off the last filter\na +shows all/,
    );
    expect(press(fixtureModel(), ['3', ...typed('nobody'), 'escape']).tickets?.rows).toHaveLength(200);
    expect(shown(press(fixtureModel(), ['3', ...typed('severity:S1'), ...typed('nobody')]))).toContain(
      'No ticket passes all of these filters.',
    );
  });

  test('does not speak of a plan where another filter leaves no ticket to miss', () => {
    const state = press(withoutMisses('met'), [...missedByThird, ...typed('nobody')]);
    expect(shown(state)).not.toContain('Premium missed none');
    expect(shown(state)).toContain('No ticket passes all of these filters.');
  });

  test('says that plans do not differ where that was asked', () => {
    const model = fixtureModel({ plans: ['Standard'] });
    expect(shown(press(model, ['3', ...typed('differ')]))).toContain('The plans do not differ in respond');
  });

  test('says while a filter is typed that nothing matches it yet', () => {
    expect(shown(press(fixtureModel(), ['3', 'f', ...Array.from('nobody')]))).toContain(
      'No ticket matches `nobody`.',
    );
  });

  test('says of a stream without tickets that there are none', () => {
    expect(shown(press(fixtureModel({ tickets: 0 }), ['3']))).toContain(
      'There are no tickets in this stream.',
    );
  });
});
