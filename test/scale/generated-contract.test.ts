import { describe, expect, test } from 'vitest';
import { generateContract } from '../../bench/generate-contract.mjs';
import { briefly, lintText } from '../check/findings.ts';

describe('the generated contract', () => {
  test('is as long as was asked, and the same for the same seed', () => {
    const text = generateContract(1000, 7);
    expect(text.split('\n').length).toBeGreaterThan(1000);
    expect(text.split('\n').length).toBeLessThan(1150);
    expect(generateContract(1000, 7)).toBe(text);
    expect(generateContract(1000, 8)).not.toBe(text);
  });

  test('has no finding at all, so that what is found after a change was made by it', () => {
    for (const seed of [1, 2, 3]) expect(briefly(lintText(generateContract(600, seed)))).toEqual([]);
  });
});
