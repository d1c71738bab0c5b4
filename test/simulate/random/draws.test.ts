import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compiledDraws, MOST_RISING } from '../../../src/simulate/random/compiled-draws.ts';
import '../../seed.ts';
import { createDraws, distinctPurposes, PLAIN_DRAWS, purposeOf } from '../../../src/simulate/random/draws.ts';

const STREAM = purposeOf('incidents');
const SEVERITY = purposeOf('severity');

describe('createDraws', () => {
  test('gives the same number for the same address, whatever was drawn between', () => {
    const draws = createDraws(7, 3);
    const first = draws.uniform(STREAM, 17, SEVERITY, 0);
    draws.uniform(STREAM, 18, SEVERITY, 5);
    expect(draws.uniform(STREAM, 17, SEVERITY, 0)).toBe(first);
    expect(createDraws(7, 3).uniform(STREAM, 17, SEVERITY, 0)).toBe(first);
  });

  test('gives another number when any part of the address differs', () => {
    const numbers = [
      createDraws(7, 3).uniform(STREAM, 17, SEVERITY, 1),
      createDraws(8, 3).uniform(STREAM, 17, SEVERITY, 1),
      createDraws(7 + 2 ** 32, 3).uniform(STREAM, 17, SEVERITY, 1),
      createDraws(7, 4).uniform(STREAM, 17, SEVERITY, 1),
      createDraws(7, 3).uniform(purposeOf('requests'), 17, SEVERITY, 1),
      createDraws(7, 3).uniform(STREAM, 18, SEVERITY, 1),
      createDraws(7, 3).uniform(STREAM, 17, purposeOf('channel'), 1),
      createDraws(7, 3).uniform(STREAM, 17, SEVERITY, 2),
    ];
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('takes the largest seed, replication and index', () => {
    const draws = createDraws(Number.MAX_SAFE_INTEGER, 65_535);
    expect(draws.uniform(STREAM, 0, SEVERITY, 65_535)).not.toBe(draws.uniform(STREAM, 0, SEVERITY, 65_534));
  });

  test('draws the same bits by WebAssembly as in plain JavaScript, whatever the words', () => {
    const compiled = compiledDraws();
    expect(compiled).not.toBeNull();
    const word = fc.oneof(
      fc.integer(),
      fc.nat({ max: 0xffffffff }),
      fc.constantFrom(0, -1, 2 ** 31, -(2 ** 31), 2 ** 32 - 1),
    );
    const fours = fc.integer({ min: 1, max: MOST_RISING / 4 });
    fc.assert(
      fc.property(word, word, word, word, word, word, fours, (first, c1, c2, c3, k0, k1, count) => {
        const [one, other] = [new Float64Array(4 * count), new Float64Array(4 * count)];
        compiled?.rising(one, first, c1, c2, c3, k0, k1);
        PLAIN_DRAWS.rising(other, first, c1, c2, c3, k0, k1);
        expect(one).toEqual(other);
        expect(compiled?.uniform(first, c1, c2, c3, k0, k1)).toBe(one[0]);
        expect(PLAIN_DRAWS.uniform(first + 1, c1, c2, c3, k0, k1)).toBe(one[1]);
      }),
      { numRuns: 2000 },
    );
  });

  test('gives tickets that are asked for in order the numbers of their addresses, whichever are left out', () => {
    const draws = createDraws(7, 3);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 90 }), { maxLength: 40 }), fc.nat({ max: 5 }), (gaps, index) => {
        const rising = draws.rising(STREAM, SEVERITY, index);
        let ticket = 0;
        for (const gap of gaps) {
          ticket += gap;
          expect(rising.of(ticket)).toBe(draws.uniform(STREAM, ticket, SEVERITY, index));
        }
      }),
    );
  });

  test('never leaves the open unit interval, and fills it evenly', () => {
    const draws = createDraws(1, 0);
    const n = 100_000;
    const cells = new Array<number>(20).fill(0);
    for (let i = 0; i < n; i += 1) {
      const u = draws.uniform(STREAM, i, SEVERITY, 0);
      if (!(u > 0 && u < 1)) throw new Error(`draw ${i} is ${u}`);
      cells[Math.floor(u * 20)]! += 1;
    }
    const expected = n / 20;
    const chiSquare = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 19 degrees of freedom: 99.9 % lie below 43.8.
    expect(chiSquare).toBeLessThan(43.8);
  });
});

describe('purposeOf', () => {
  test('tells names apart that differ in one letter, in case or in script', () => {
    const names = ['work first look', 'work first looks', 'Work first look', 'работа', 'работб', ''];
    expect(new Set(names.map(purposeOf)).size).toBe(names.length);
  });

  test('is FNV-1a over UTF-16 units, so that it never changes between versions', () => {
    expect(purposeOf('')).toBe(0x811c9dc5 | 0);
    // FNV-1a of the bytes 61 00.
    expect(purposeOf('a') >>> 0).toBe(0x2b24d044);
  });
});

describe('distinctPurposes', () => {
  test('keeps the word of a name whatever stands before it', () => {
    expect(distinctPurposes(['b'])[0]).toBe(distinctPurposes(['a', 'b'])[1]);
  });

  test('gives repeated names different words', () => {
    expect(new Set(distinctPurposes(['a', 'a', 'a'])).size).toBe(3);
  });
});
