import { describe, expect, it } from 'vitest';
import { percentDigits } from '../../src/report/share-words.ts';

describe('a share in per cent', () => {
  it('is 100.0 only when nothing was missed, and 0.0 only when nothing was met', () => {
    expect(percentDigits(1)).toBe('100.0');
    expect(percentDigits(9_999 / 10_000)).toBe('99.9');
    expect(percentDigits(0)).toBe('0.0');
    expect(percentDigits(1 / 10_000)).toBe('0.1');
    expect(percentDigits(0.8963)).toBe('89.6');
  });
});
