import { describe, expect, test } from 'vitest';
import { choiceOf, NOTHING } from '../../../src/simulate/random/choice.ts';

describe('choiceOf', () => {
  test('cuts the unit interval by weight, each part half-open', () => {
    const choose = choiceOf([1, 1, 2]);
    expect([0.1, 0.24999, 0.25, 0.49999, 0.5, 0.99999].map(choose)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  test('chooses nothing from nothing', () => {
    expect(choiceOf([])(0.5)).toBe(-1);
    expect(choiceOf([])).toBe(NOTHING);
  });

  test('never chooses an entry of weight zero, wherever it stands', () => {
    const choose = choiceOf([0, 0.1, 0, 0.2, 0]);
    for (const u of [2 ** -53, 0.2, 0.3333, 0.5, 1 - 2 ** -53]) expect([1, 3]).toContain(choose(u));
  });

  test('weights matter by their ratios alone', () => {
    const small = choiceOf([2, 3, 90, 5]);
    const large = choiceOf([200, 300, 9000, 500]);
    for (let i = 0.5; i < 1000; i += 1) expect(large(i / 1000)).toBe(small(i / 1000));
  });
});
