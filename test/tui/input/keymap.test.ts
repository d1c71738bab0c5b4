import { describe, expect, test } from 'vitest';
import { bindingsOf, commandFor } from '../../../src/tui/input/keymap.ts';
import { rowText, rowWidth } from '../../../src/tui/text/row.ts';
import { keyLine } from '../../../src/tui/widgets/key-line/key-line.ts';

const screens = ['overview', 'stream', 'tickets', 'ticket'] as const;

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

  test('knows no key that is bound nowhere', () => {
    expect(commandFor('overview', 'Z')).toBeNull();
  });

  test.each(screens)('ends the foot of the %s with help and quit at every width', (screen) => {
    for (let width = 60; width <= 200; width++) {
      const row = keyLine(screen, width);
      expect(rowWidth(row)).toBe(width);
      expect(rowText(row)).toMatch(/\? keys {2}q quit/);
    }
  });
});
