import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeKeys, flushKeys } from '../../../src/tui/input/decode-keys.ts';

function keysOf(chunks: readonly string[]): readonly string[] {
  let pending = '';
  const keys: string[] = [];
  for (const chunk of chunks) {
    const decoded = decodeKeys(pending, chunk);
    keys.push(...decoded.keys);
    pending = decoded.pending;
  }
  return [...keys, ...flushKeys(pending)];
}

describe('keys', () => {
  test.each([
    ['several letters in one chunk', 'jjk', ['j', 'j', 'k']],
    ['arrows, both ways of sending them', '\x1b[A\x1bOB', ['up', 'down']],
    ['page keys', '\x1b[5~\x1b[6~', ['page-up', 'page-down']],
    ['Enter, Tab, Backspace', '\r\t\x7f', ['enter', 'tab', 'backspace']],
    ['Ctrl-C amid letters', 'a\x03b', ['a', 'ctrl-c', 'b']],
    ['Escape alone', '\x1b', ['escape']],
    ['Escape twice', '\x1b\x1b', ['escape', 'escape']],
    ['Escape and a letter typed quickly', '\x1bq', ['escape', 'q']],
    ['Escape before an arrow', '\x1b\x1b[A', ['escape', 'up']],
    ['a letter of two UTF-16 units', '😀é', ['😀', 'é']],
    ['a click where the left button goes down', '\x1b[<0;10;20M', ['click 19 9']],
    ['nothing where it goes up, and for other buttons', '\x1b[<0;10;20m\x1b[<2;10;20M\x1b[<32;1;1M', []],
    ['the wheel', '\x1b[<64;1;1M\x1b[<65;80;24M', ['wheel-up', 'wheel-down']],
    ['nothing for focus and paste marks', '\x1b[I\x1b[200~x\x1b[201~', ['x']],
    ['nothing for a function key', '\x1b[15~', []],
    ['an unfinished sequence as what was typed', '\x1b[', ['escape', '[']],
  ])('%s', (_, typed, keys) => {
    expect(keysOf([typed])).toEqual(keys);
  });

  const piece = fc.constantFrom(
    'j',
    ' ',
    '\r',
    '\x1b[A',
    '\x1bOC',
    '\x1b[5~',
    '\x1b[<0;1;2M',
    '\x03',
    'é',
    '\x7f',
  );

  test('are the same however the terminal cuts its chunks', () => {
    fc.assert(
      fc.property(fc.array(piece), fc.array(fc.nat(60)), (pieces, cuts) => {
        const typed = pieces.join('');
        const at = [0, ...cuts.filter((cut) => cut < typed.length).sort((a, b) => a - b), typed.length];
        const chunks = at.slice(1).map((end, place) => typed.slice(at[place], end));
        expect(keysOf(chunks)).toEqual(keysOf([typed]));
      }),
    );
  });

  test('never hold back or invent text, whatever arrives', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (chunks) => {
        for (const key of keysOf(chunks)) expect(key).not.toBe('');
        const { pending } = decodeKeys('', chunks.join(''));
        expect(pending === '' || pending.startsWith('\x1b')).toBe(true);
      }),
    );
  });
});
