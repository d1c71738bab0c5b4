import { describe, expect, test } from 'vitest';
import { bodyRows } from '../../../src/tui/screens/body-rows.ts';
import { screens } from '../../../src/tui/screens/registry.ts';
import { currentScreen } from '../../../src/tui/state/state.ts';
import type { TuiState } from '../../../src/tui/state/state.ts';
import { startState, update } from '../../../src/tui/state/update.ts';
import { unicodeGlyphs } from '../../../src/tui/text/glyphs.ts';
import { rowText } from '../../../src/tui/text/row.ts';
import { promptStart, remember, typeKey } from '../../../src/tui/widgets/prompt/prompt.ts';
import { fixtureModel } from '../fixture.ts';

const start = startState(fixtureModel(), { columns: 100, rows: 60 });
const press = (state: TuiState, ...keys: readonly string[]): TuiState =>
  keys.reduce((next, key) => update(next, { kind: 'key', key }), state);
const shown = (state: TuiState): readonly string[] => bodyRows(state, unicodeGlyphs).map(rowText);

describe('the palette', () => {
  test('leads to every screen that can be opened, by its name', () => {
    for (const { name, open } of screens) {
      if (open !== null) expect(currentScreen(press(start, ':', ...Array.from(name), 'enter'))).toBe(name);
    }
  });

  test('finds an action by any words of what it does', () => {
    const found = shown(press(start, '2', ':', ...Array.from('missed any')));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('next miss');
  });

  test('does the one chosen with the arrows, and round about', () => {
    const down = press(start, ':', ...Array.from('stream'), 'down', 'up', 'enter');
    expect(currentScreen(down)).toBe('stream');
  });

  test('completes a name by Tab, and gives what follows it to the line that it asks for', () => {
    const asked = press(start, '2', ':', 'g', 'o', ' ', 't', 'tab');
    expect(asked.palette?.text).toBe('go to');
    const there = press(asked, ...Array.from(' 2016-04-01'), 'enter');
    expect(there.prompt).toBeNull();
    expect(new Date(there.stream?.now ?? 0).toISOString()).toBe('2016-03-31T23:00:00.000Z');
  });

  test('has what was chosen lately first, and Escape leaves it and all else as it was', () => {
    const again = press(start, ':', ...Array.from('stream'), 'enter', 'escape', ':');
    expect(shown(again)[0]).toContain('the stream of tickets');
    expect(press(again, 'escape').palette).toBeNull();
    expect(press(again, 'escape').path).toEqual(['overview']);
  });

  test('stays open where nothing is called so', () => {
    const lost = press(start, ':', ...Array.from('zzz'), 'enter');
    expect(lost.palette?.text).toBe('zzz');
    expect(shown(lost)[0]).toContain('nothing here is called so');
  });
});

describe('a line that is typed', () => {
  const typed = (keys: readonly string[], before: readonly string[] = []) => {
    let prompt = promptStart('jump');
    for (const key of keys) {
      const step = typeKey(prompt, key, before, (text) => [`${text}one`, `${text}two`]);
      if (step.kind !== 'typing') return step;
      prompt = step.prompt;
    }
    return prompt.text;
  };

  test('brings back what was entered before by Up, the latest first, and what is new by Down', () => {
    const before = ['first', 'second'];
    expect(typed(['up'], before)).toBe('second');
    expect(typed(['up', 'up', 'up'], before)).toBe('first');
    expect(typed(['up', 'up', 'down', 'down'], before)).toBe('');
  });

  test('goes through what Tab makes of it, from what was typed', () => {
    expect(typed(['a', 'tab'])).toBe('aone');
    expect(typed(['a', 'tab', 'tab'])).toBe('atwo');
    expect(typed(['a', 'tab', 'tab', 'tab'])).toBe('aone');
    expect(typed(['a', 'shift-tab'])).toBe('atwo');
    expect(typed(['a', 'tab', 'b'])).toBe('aoneb');
  });

  test('loses a word by Ctrl-W and everything by Ctrl-U', () => {
    expect(typed([...Array.from('to be'), 'ctrl-w'])).toBe('to ');
    expect(typed([...Array.from('to be'), 'ctrl-u'])).toBe('');
  });

  test('is remembered once, as the latest, and nothing is not', () => {
    expect(remember(['a', 'b'], 'a')).toEqual(['b', 'a']);
    expect(remember(['a'], '  ')).toEqual(['a']);
  });
});
