import { describe, expect, it } from 'vitest';
import { durationWords } from '../../src/report/duration-words.ts';

const MIN = 60_000;
const H = 60 * MIN;
const D = 24 * H;

describe('elapsed time in words', () => {
  it.each([
    [0, '0 s'],
    [1, 'under 1 s'],
    [40_000, '40 s'],
    [59_600, '1 min'],
    [90_000, '1 min 30 s'],
    [12 * MIN + 20_000, '12 min'],
    [59 * MIN + 29_999, '59 min'],
    [59 * MIN + 30_000, '1 h'],
    [2 * H + 15 * MIN, '2 h 15 min'],
    [2 * H, '2 h'],
    [23 * H + 59 * MIN + 40_000, '1 d'],
    [3 * D + 4 * H, '3 d 4 h'],
    [3 * D + 23 * H + 45 * MIN, '4 d'],
    [232 * D + 23 * H, '232 d 23 h'],
    [116_157 * D + 2 * H, '116,157 d 2 h'],
    [-90 * MIN, '-1 h 30 min'],
  ])('%d ms is %s', (ms, words) => {
    expect(durationWords(ms)).toBe(words);
  });

  it('never carries a smaller unit to its full size', () => {
    for (let ms = 0; ms < 4 * D; ms += 7_919) expect(durationWords(ms)).not.toMatch(/\b(60 s|60 min|24 h)\b/);
  });
});
