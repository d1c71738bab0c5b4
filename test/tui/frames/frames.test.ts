import { beforeAll, describe, expect, test, vi } from 'vitest';
import { whatIf } from '../../../src/simulate/what-if.ts';
import { runTui } from '../../../src/tui/index.ts';
import type { ReadyModel, TuiModel } from '../../../src/tui/model.ts';
import { isReady, type TuiState } from '../../../src/tui/state/state.ts';
import { startState, update, type TuiEvent } from '../../../src/tui/state/update.ts';
import { asciiGlyphs, unicodeGlyphs } from '../../../src/tui/text/glyphs.ts';
import { createTheme } from '../../../src/tui/text/theme.ts';
import { headlessTerminal } from '../headless-terminal.ts';
import { modelOf, shippedModel } from '../shipped.ts';
import { LETTERS, paint, type Painted } from './painted.ts';
import { views, type View } from './views.ts';

// Every screen at three sizes, as a terminal shows it, in `frames/*.txt`; rows in which colour matters have how they look
// below them. After a change that you meant, `npx vitest run test/tui/frames -u` writes the files anew: read the diff.

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 160, rows: 50 },
] as const;
const plain = createTheme(unicodeGlyphs, false);
const coloured = createTheme(unicodeGlyphs, true);

let model: ReadyModel;
beforeAll(async () => {
  model = await shippedModel('simulations/express.sim', 2);
});

/** Asked for by a view: the same draws under its changes. */
function runAgain({ simulation, outcome }: ReadyModel, changes: Parameters<typeof whatIf>[2]): ReadyModel {
  if (simulation === null) throw new Error('there is a simulation');
  const changed = whatIf(simulation, outcome.plan, changes);
  if (changed.kind === 'wrong') throw new Error(changed.message);
  return modelOf(changed.simulation, changed.plan);
}

const ran = new Map<string, ReadyModel>();

/** The state after what is pressed, with what was asked for done. */
function stateOf(
  { keys, model: first, events = [] }: View,
  size: { columns: number; rows: number },
): TuiState {
  const pressed = keys.map((key): TuiEvent => ({ kind: 'key', key }));
  return [...events, ...pressed].reduce(
    (state: TuiState, event) => {
      const next = update(state, event);
      const asked = next.effects.find((effect) => effect.kind === 'rerun');
      const taken = update(next, { kind: 'effects taken' });
      if (asked?.kind !== 'rerun' || !isReady(taken)) return taken;
      const name = JSON.stringify(asked.changes);
      const again = ran.get(name) ?? runAgain(taken.model, asked.changes);
      ran.set(name, again);
      return update(taken, {
        kind: 'rerun',
        rerun: { changes: asked.changes, model: again, status: 'done' },
      });
    },
    startState(first ?? model, size),
  );
}

/** The version of the time-zone data is that of the Node that runs the test. */
const withoutVersion = (row: string): string => row.replace(/\btz 20\d\d[a-z]/, 'tz 20yyx');

/** The frame, and below it the rows that were asked for with their looks. */
function golden(view: View, inPlain: Painted, inColour: Painted): string {
  const wanted = view.coloured.map((pattern) => {
    const row = inColour.rows.findIndex((text) => pattern.test(text));
    expect(row, `a row of ${view.name} that matches ${String(pattern)}`).not.toBe(-1);
    return row;
  });
  const looks = [...new Set(wanted)]
    .sort((a, b) => a - b)
    .flatMap((row) => {
      const number = String(row + 1).padStart(2);
      return [
        `${number} |${inColour.rows[row] ?? ''}`,
        `   |${inColour.looks[row] ?? ''}`,
        // Without colour, where that is not the same.
        ...(inPlain.looks[row] === inColour.looks[row] ? [] : [` - |${inPlain.looks[row] ?? ''}`]),
      ];
    });
  const legend =
    looks.length === 0 ? [] : ['', `(${LETTERS}; - without colour)`, ...looks.map(withoutVersion)];
  const shown = inBrief(inPlain.rows.map(withoutVersion));
  return `${[...shown, ...legend].map((row) => row.trimEnd()).join('\n')}\n`;
}

/** Three empty rows and more in one line. */
function inBrief(rows: readonly string[]): readonly string[] {
  return rows
    .join('\n')
    .replace(/(?<=\n|^)(?:\n){3,}/g, (empty) => `(${String(empty.length)} empty rows)\n`)
    .split('\n');
}

describe.each(views)('$name', (view) => {
  test.each(view.sizes ?? SIZES)('looks as it did at $columns x $rows', async (size) => {
    const state = stateOf(view, size);
    const inPlain = await paint(state, plain);
    const inColour = await paint(state, coloured);
    expect(inPlain.rows.join('\n')).toMatch(view.shows);
    expect(inColour.rows).toEqual(inPlain.rows);
    // No word of the foot is cut.
    expect(inPlain.rows.at(-1)).not.toMatch(/q(?: q?u?i?)?$/);
    const modes = new Set(inPlain.bytes.match(/(?<=\x1b\[)[\d;]*(?=m)/g));
    // Bold, dim and inverse are no colours.
    expect([...modes].filter((mode) => !['0', '1', '2', '7'].includes(mode))).toEqual([]);
    await expect(golden(view, inPlain, inColour)).toMatchFileSnapshot(
      `golden/${view.name}.${String(size.columns)}x${String(size.rows)}.txt`,
    );
  });

  test('is made of ASCII alone where that is asked for, and has the same shape', async () => {
    for (const size of view.sizes ?? SIZES) {
      const { bytes } = await paint(stateOf(view, size), createTheme(asciiGlyphs, false));
      expect(bytes).toMatch(/^[\x1b\x20-\x7e]*$/);
    }
  });
});

const TYPED: { readonly [key: string]: string } = {
  tab: '\t',
  enter: '\r',
  down: '\x1b[B',
  escape: '\x1b',
};

describe('a session, in which Ink lays the rows out,', () => {
  const ofKeys = views.filter(({ model: first, events }) => first === undefined && events === undefined);
  test.each(ofKeys)('shows $name as the frame has it', async (view) => {
    const [, size] = SIZES;
    const wanted = await paint(stateOf(view, size), plain);
    const terminal = headlessTerminal(size.columns, size.rows);
    const rerun: NonNullable<Parameters<typeof runTui>[3]>['rerun'] = (shown, changes) => ({
      models: (async function* (): AsyncGenerator<TuiModel> {
        yield await Promise.resolve(ran.get(JSON.stringify(changes)) ?? runAgain(shown, changes));
      })(),
      stop: () => Promise.resolve(),
    });
    const ended = runTui(model, terminal, { colour: false, ascii: false }, { rerun });
    for (const key of view.keys) terminal.type(TYPED[key] ?? key);
    await vi.waitFor(
      async () => {
        // The last key may leave a notice of what a terminal does with a clipboard.
        const shown = await terminal.rows();
        expect(shown.slice(0, -1)).toEqual(wanted.rows.slice(0, -1));
      },
      { timeout: 10_000, interval: 10 },
    );
    terminal.type('\x03');
    expect(await ended).toBe(130);
  });
});
