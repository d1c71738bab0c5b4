import { expect, test } from 'vitest';
import { type ColourFlag, hasColour } from '../../src/cli/colour.ts';

test.each<[string, ColourFlag, NodeJS.ProcessEnv, boolean, boolean]>([
  ['a terminal has colours', 'auto', {}, true, true],
  ['a pipe has none', 'auto', {}, false, false],
  ['the flag beats everything', 'always', { NO_COLOR: '1', TERM: 'dumb' }, false, true],
  ['and so does its no', 'never', { FORCE_COLOR: '1' }, true, false],
  ['NO_COLOR beats FORCE_COLOR', 'auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ['an empty NO_COLOR says nothing', 'auto', { NO_COLOR: '' }, true, true],
  ['FORCE_COLOR reaches a pipe', 'auto', { FORCE_COLOR: '1' }, false, true],
  ['FORCE_COLOR=0 means no', 'auto', { FORCE_COLOR: '0' }, true, false],
  ['a dumb terminal has none', 'auto', { TERM: 'dumb' }, true, false],
])('%s', (_, flag, env, isTerminal, expected) => {
  expect(hasColour(flag, env, isTerminal)).toBe(expected);
});
