import { afterEach, describe, expect, it, vi } from 'vitest';
import { fromBase64, toBase64 } from '../../src/engine/base64.ts';

const EXTREMES = Int32Array.of(0, 1, -1, 0x7fffffff, -0x80000000, 0x01020304);
/** More bytes than are turned to characters at once, and not a whole number of such pieces. */
const LONG = Int32Array.from({ length: 2500 }, (_, i) => Math.imul(i, 0x9e3779b1));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('whole numbers as text', () => {
  it('stand least byte first', () => {
    expect(toBase64(Int32Array.of(1))).toBe('AQAAAA==');
    expect(toBase64(Int32Array.of(0x01020304, -1))).toBe('BAMCAf////8=');
    expect(toBase64(new Int32Array(0))).toBe('');
  });

  it('are those that are given, where these are a part of more', () => {
    const all = Int32Array.of(7, 8, 9);
    expect(toBase64(all.subarray(1, 2))).toBe(toBase64(Int32Array.of(8)));
    expect([...all]).toEqual([7, 8, 9]);
  });

  it.each([
    ['the lowest and the highest', EXTREMES],
    ['thousands of them', LONG],
    ['as many as are turned at once', LONG.slice(0, 1024)],
    ['one more', LONG.slice(0, 1025)],
    ['none', new Int32Array(0)],
  ])('are read as they were written: %s', (_, numbers) => {
    const text = toBase64(numbers);
    expect(fromBase64(text)).toEqual(numbers);
    expect(text).toBe(Buffer.from(numbers.buffer).toString('base64'));
  });

  it('are none where the bytes do not come to whole numbers', () => {
    expect(fromBase64('AQAA')).toBeNull();
    expect(fromBase64('AQAAAAE=')).toBeNull();
    expect(fromBase64('no!')).toBeNull();
  });
});

describe('where there is no Node', () => {
  it('are read alike', () => {
    const texts = [EXTREMES, LONG, new Int32Array(0)].map(toBase64);
    vi.stubGlobal('Buffer', undefined);
    const read = [...texts, 'AQAA', 'no!'].map(fromBase64);
    vi.unstubAllGlobals();
    expect(read).toEqual([EXTREMES, LONG, new Int32Array(0), null, null]);
  });
});

describe('on a machine that has the most of its bytes first', () => {
  it('are the same text', async () => {
    // Such a machine tells by this what it is; the numbers are then those of this one turned round.
    vi.stubGlobal('Uint32Array', { of: () => ({ buffer: Uint8Array.of(0, 0, 0, 1).buffer }) });
    vi.resetModules();
    const other = await import('../../src/engine/base64.ts');
    const text = toBase64(Int32Array.of(1, 0x01020304));
    const turned = Int32Array.of(0x01000000, 0x04030201);
    expect(other.toBase64(turned)).toBe(text);
    expect(other.fromBase64(text)).toEqual(turned);
  });
});
