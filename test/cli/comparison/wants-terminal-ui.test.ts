import { describe, expect, test } from 'vitest';
import { wantsTerminalUi } from '../../../src/cli/comparison/wants-terminal-ui.ts';

type Around = Parameters<typeof wantsTerminalUi>[1];

function around(env: NodeJS.ProcessEnv, terminals = { stdin: true, out: true }): Around {
  const { stdin, out } = terminals;
  return { env, stdin: { isTerminal: stdin }, out: { isTerminal: out } } as unknown as Around;
}

describe('the terminal UI', () => {
  test('is for a person at a terminal', () => {
    expect(wantsTerminalUi({}, around({ TERM: 'xterm' }))).toBe(true);
    expect(wantsTerminalUi({}, around({ TERM: 'xterm', CI: 'false', INK_SCREEN_READER: 'false' }))).toBe(
      true,
    );
  });

  test.each([
    ['a terminal that cannot draw', { TERM: 'dumb' }],
    ['a build', { TERM: 'xterm', CI: '1' }],
    ['a screen reader', { TERM: 'xterm', INK_SCREEN_READER: 'true' }],
  ])('gives way to text for %s', (_, env) => {
    expect(wantsTerminalUi({}, around(env))).toBe(false);
  });

  test('gives way to text where either end is no terminal, and where text was asked for', () => {
    expect(wantsTerminalUi({}, around({}, { stdin: false, out: true }))).toBe(false);
    expect(wantsTerminalUi({}, around({}, { stdin: true, out: false }))).toBe(false);
    expect(wantsTerminalUi({ plain: true }, around({}))).toBe(false);
  });
});
