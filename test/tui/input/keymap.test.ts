import { describe, expect, test } from 'vitest';
import { promptOf } from '../../../src/tui/screens/prompt-of.ts';
import { bindingsOf, commandFor } from '../../../src/tui/input/keymap.ts';
import { screens as registered } from '../../../src/tui/screens/registry.ts';
import { rowText, rowWidth } from '../../../src/tui/text/row.ts';
import { keyLine } from '../../../src/tui/widgets/key-line/key-line.ts';

const screens = registered.map(({ name }) => name);

describe('the keymap', () => {
  test.each(screens)('gives every key of the %s one meaning', (screen) => {
    const keys = bindingsOf(screen).flatMap((binding) => binding.keys);
    expect(keys).toEqual([...new Set(keys)]);
  });

  test.each(screens)('leads out of the %s: back, help and quit are always there', (screen) => {
    expect(commandFor(screen, 'escape')).toEqual({ kind: 'back' });
    expect(commandFor(screen, '?')).toEqual({ kind: 'overlay', overlay: 'keys' });
    expect(commandFor(screen, 'q')).toEqual({ kind: 'quit' });
  });

  test.each(screens)('asks on the %s for no line that nobody reads', (screen) => {
    for (const { command } of bindingsOf(screen)) {
      if (command.kind === 'prompt') expect(promptOf(screen, command.prompt)).not.toBeNull();
    }
  });

  test('has a screen by every name once', () => {
    expect(screens).toEqual([...new Set(screens)]);
    expect(screens[0]).toBe('overview');
  });

  test('knows no key that is bound nowhere', () => {
    expect(commandFor('overview', 'Q')).toBeNull();
  });

  test.each(screens)('ends the foot of the %s with help and quit at every width', (screen) => {
    for (let width = 60; width <= 200; width++) {
      const row = keyLine(screen, width);
      expect(rowWidth(row)).toBe(width);
      expect(rowText(row)).toMatch(/\? keys {2}q quit/);
    }
  });
});
