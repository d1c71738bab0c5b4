import { describe, expect, test } from 'vitest';
import { ALLOWED, slowerThanItWas } from '../../bench/gate/slower-than-it-was.mjs';

describe('the gate on speed', () => {
  const recorded = { add: 8, compile: 2_000_000 };

  test('lets what takes as long as it did, or as long as is allowed, through without a word', () => {
    expect(slowerThanItWas(recorded, recorded)).toEqual({ slower: [], stale: [] });
    expect(slowerThanItWas({ add: 8 * ALLOWED, compile: 1_900_000 }, recorded)).toEqual({
      slower: [],
      stale: [],
    });
  });

  test('says in one line what is slower than it was, and how much', () => {
    const { slower, stale } = slowerThanItWas({ add: 28, compile: 7_000_000 }, recorded);
    expect(slower).toEqual([
      'slower than it was: add takes 28 reads, it took 8; 3.5 times, allowed are 3',
      'slower than it was: compile takes 7,000,000 reads, it took 2,000,000; 3.5 times, allowed are 3',
    ]);
    expect(stale).toEqual([]);
  });

  test('asks for a new record where one holds to nothing any more, or where there is none', () => {
    const { slower, stale } = slowerThanItWas({ add: 2, compile: 2_000_000, isOpen: 4 }, recorded);
    expect(slower).toEqual([]);
    expect(stale).toEqual(['faster than it was: add takes 2 reads, it took 8', 'isOpen is not recorded']);
  });

  test('does not take what is no longer measured for fast', () => {
    expect(slowerThanItWas({ add: 8 }, recorded).slower).toEqual(['compile is recorded and not measured']);
  });
});
