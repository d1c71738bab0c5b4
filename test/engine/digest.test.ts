import { describe, expect, it } from 'vitest';
import { Digest } from '../../src/engine/digest.ts';

const hex = (...texts: readonly string[]): string =>
  texts.reduce((digest, text) => digest.text(text), new Digest()).hex;

describe('a digest', () => {
  it('of a text stays what it is, since tables are stored with theirs', () => {
    expect(hex()).toBe('811c9dc501000193');
    expect(hex('')).toBe('050c5d1f3d2fa671');
    expect(hex('a')).toBe('2c24d1d7301c344d');
    expect(hex('Mon..Fri 09:00-17:00, Zürich')).toBe('1eb373980385ec7c');
    expect(new Digest().numbers(Int32Array.of(0, -1, 0x7fffffff)).hex).toBe('e57a2f8a9ab60f49');
  });

  it('is sixteen digits, whatever it begins with', () => {
    const all = Array.from({ length: 2000 }, (_, i) => hex(String(i)));
    expect(all.filter((each) => !/^[0-9a-f]{16}$/.test(each))).toEqual([]);
    expect(all.some((each) => each.startsWith('0'))).toBe(true);
    expect(new Set(all).size).toBe(all.length);
  });

  it('tells where one piece ends and the next begins, and in which order they come', () => {
    const all = [hex('ab'), hex('a', 'b'), hex('', 'ab'), hex('ab', ''), hex('b', 'a')];
    expect(new Set(all).size).toBe(all.length);
  });

  it('hangs on every bit of a number', () => {
    const of = (value: number) => new Digest().numbers(Int32Array.of(value, 5)).hex;
    const all = [of(0), ...Array.from({ length: 32 }, (_, bit) => of(1 << bit))];
    expect(new Set(all).size).toBe(33);
    expect(new Set(all.map((each) => each.slice(0, 8))).size).toBe(33);
    expect(new Set(all.map((each) => each.slice(8))).size).toBe(33);
  });

  it('may be read before it goes on', () => {
    const digest = new Digest().text('a');
    expect([digest.hex, digest.hex]).toEqual([hex('a'), hex('a')]);
    expect(digest.text('b').hex).toBe(hex('a', 'b'));
  });
});
