import { describe, expect, test } from 'vitest';
import { philox4x32 } from '../../../src/simulate/random/philox.ts';

/** The known answers of Random123 for `philox4x32 10`: counter, key, block. */
const KNOWN = [
  ['00000000 00000000 00000000 00000000', '00000000 00000000', '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
  ['ffffffff ffffffff ffffffff ffffffff', 'ffffffff ffffffff', '408f276d 41c83b0e a20bc7c6 6d5451fd'],
  ['243f6a88 85a308d3 13198a2e 03707344', 'a4093822 299f31d0', 'd16cfe09 94fdcceb 5001e420 24126ea1'],
] as const;

describe('philox4x32', () => {
  test.each(KNOWN)('gives the Random123 block of counter %s under key %s', (counter, key, expected) => {
    const [c0, c1, c2, c3] = words(counter);
    const [k0, k1] = words(key);
    const block = new Uint32Array(4);
    philox4x32(c0 ?? NaN, c1 ?? NaN, c2 ?? NaN, c3 ?? NaN, k0 ?? NaN, k1 ?? NaN, block);
    expect([...block].map((word) => word.toString(16).padStart(8, '0')).join(' ')).toBe(expected);
  });

  test('does not care whether a word is given signed or unsigned', () => {
    const unsigned = new Uint32Array(4);
    const signed = new Uint32Array(4);
    philox4x32(0xfffffff0, 0x80000000, 3, 4, 0x9abcdef0, 6, unsigned);
    philox4x32(0xfffffff0 | 0, 0x80000000 | 0, 3, 4, 0x9abcdef0 | 0, 6, signed);
    expect(signed).toEqual(unsigned);
  });
});

function words(text: string): number[] {
  return text.split(' ').map((word) => Number.parseInt(word, 16));
}
