import xterm from '@xterm/headless';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { bindingsOf } from '../../../src/tui/input/keymap.ts';
import type { ReadyModel } from '../../../src/tui/model.ts';
import { frameDiff } from '../../../src/tui/painter/frame-diff.ts';
import { screens } from '../../../src/tui/screens/registry.ts';
import { screenLines } from '../../../src/tui/screens/screen-lines.ts';
import { currentScreen, isReady, type TuiState } from '../../../src/tui/state/state.ts';
import { startState, update, type TuiEvent } from '../../../src/tui/state/update.ts';
import { asciiGlyphs, unicodeGlyphs } from '../../../src/tui/text/glyphs.ts';
import { createTheme, type ThemeName } from '../../../src/tui/text/theme.ts';
import { textWidth } from '../../../src/tui/text/width.ts';
import { fixtureModel } from '../fixture.ts';
import { shippedModel } from '../shipped.ts';

/** Frames that a walk through the screens paints one over the other, and walks; together 2,000. */
const FRAMES = 50;
const WALKS = 40;

const models: ReadyModel[] = [
  // Wide characters, marks that join, ids from a stranger's file, names that fit nowhere.
  fixtureModel({
    tickets: 90,
    runs: 3,
    plans: ['金', 'プレミアムサポート', '👩‍🚒 Fire', 'A plan with a name far too long for any column', 'é́'],
    metrics: ['acknowledge', 'respond', '解決'],
    regions: ['Ελλάδα', '日本', 'APJ'],
    id: (ticket) => `${ticket % 2 === 0 ? '票' : '\x1b[31m\n'}${String(ticket)}`,
  }),
  fixtureModel({ tickets: 0 }),
];
beforeAll(async () => {
  models.push(await shippedModel('simulations/express.sim', 1));
});

const bound = [...new Set(screens.flatMap(({ name }) => bindingsOf(name).flatMap(({ keys }) => keys)))];
/** Most walks go somewhere: from the overview to any screen, and then about on it. */
const ways = screens.flatMap(({ key }) => (key === null ? [] : [key]));
const key = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ways) },
  { weight: 10, arbitrary: fc.constantFrom(...bound.filter((one) => one !== 'q')) },
  { weight: 4, arbitrary: fc.constantFrom('enter', 'down', 'up', 'tab', 'end', 'home') },
  // To a ticket lead a list and Enter.
  { weight: 3, arbitrary: fc.constantFrom('enter', '3') },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }) },
  { weight: 1, arbitrary: fc.constantFrom('wheel-up', 'wheel-down') },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(50), fc.nat(150)).map((at) => `click ${at.map(String).join(' ')}`),
  },
);
const size = fc.record({ columns: fc.integer({ min: 20, max: 180 }), rows: fc.integer({ min: 5, max: 60 }) });
const event: fc.Arbitrary<TuiEvent> = fc.oneof(
  { weight: 14, arbitrary: key.map((pressed) => ({ kind: 'key' as const, key: pressed })) },
  { weight: 2, arbitrary: fc.nat(250).map((elapsedMs) => ({ kind: 'tick' as const, elapsedMs })) },
  { weight: 2, arbitrary: size.map((to) => ({ kind: 'resized' as const, size: to })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'news' as const }) },
  {
    weight: 1,
    arbitrary: fc.string().map((message) => ({
      kind: 'problem' as const,
      problem: { doing: 'write 票.csv', message, help: null },
    })),
  },
);
const walk = fc.record({
  model: fc.nat(2),
  size,
  ascii: fc.boolean(),
  theme: fc.constantFrom<ThemeName | null>(null, '16', 'dark', 'light', 'colour-blind'),
  events: fc.array(event, { minLength: FRAMES, maxLength: FRAMES }),
});

/** What is asked of the world is not done, but for a simulation under changes, which is there at once. */
function step(state: TuiState, next: TuiEvent): TuiState {
  const after = update(state, next);
  const asked = after.effects.find(({ kind }) => kind === 'rerun');
  const taken = update(after, { kind: 'effects taken' });
  return asked?.kind !== 'rerun' || !isReady(taken)
    ? taken
    : update(taken, {
        kind: 'rerun',
        rerun: { changes: asked.changes, model: taken.model, status: 'done' },
      });
}

const visited = new Set<string>();

test('every one of 2,000 frames of a walk through all screens is on the terminal as it was meant', async () => {
  await fc.assert(
    fc.asyncProperty(walk, async ({ model, size: first, ascii, theme: name, events }) => {
      const terminal = new xterm.Terminal({
        cols: first.columns,
        rows: first.rows,
        allowProposedApi: true,
        scrollback: 50,
      });
      terminal.write('\x1b[?7l\x1b[31mrubbish left behind\r\non two lines');
      const theme = createTheme(ascii ? asciiGlyphs : unicodeGlyphs, name !== null, name ?? '16');
      let state = startState(models[model] as ReadyModel, first);
      let shown: readonly string[] | null = null;
      for (const next of events) {
        const before = state.size;
        state = step(state, next);
        visited.add(state.overlay?.kind ?? (state.palette === null ? currentScreen(state) : 'palette'));
        const { columns, rows } = state.size;
        if (columns !== before.columns || rows !== before.rows) {
          terminal.resize(columns, rows);
          shown = null;
        }
        const lines = screenLines(state, theme);
        await new Promise<void>((resolve) => {
          terminal.write(frameDiff(shown, lines, state.size), resolve);
        });
        shown = lines;
        expect(lines).toHaveLength(rows);
        const { active } = terminal.buffer;
        for (const [row, line] of lines.entries()) {
          const wanted = line.replace(/\x1b\[[\d;]*m/g, '');
          expect(textWidth(wanted)).toBe(columns);
          // Terminals do not agree on how wide what joins is; what stands before it is where it belongs.
          const text = wanted.split(/\p{Extended_Pictographic}/u)[0] ?? '';
          expect(active.getLine(active.baseY + row)?.translateToString(true)).toSatisfy((is: string) =>
            is.padEnd(wanted.length).startsWith(text),
          );
        }
      }
      terminal.dispose();
    }),
    { numRuns: WALKS, examples: [] },
  );
  for (const { name } of screens) expect(visited).toContain(name);
  for (const over of ['keys', 'notes', 'problems', 'palette']) expect(visited).toContain(over);
});
