import { afterEach, describe, expect, it, vi } from 'vitest';
import { FasterWay } from '../../../src/engine/kernel/faster-way.ts';

afterEach(() => vi.restoreAllMocks());

let now = 5000;

/** Has a block of work take so many ms, by a clock that stands still else. */
function timed(faster: FasterWay, way: 'plain' | 'kernel', ms: number): boolean {
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  const isDone = faster.time(way, () => {
    now += ms;
    return true;
  });
  clock.mockRestore();
  return isDone;
}

/** One of a kind whose first blocks have gone by, which are not counted. */
function warm(kind: string): FasterWay {
  const before = new FasterWay(kind);
  for (let i = 0; i < 64; i += 1) {
    timed(before, 'kernel', 1);
    timed(before, 'plain', 1);
  }
  expect(before.known).toBeNull();
  return new FasterWay(kind);
}

/** Blocks in turns, each way its own; what is known behind each pair. */
function inTurns(
  faster: FasterWay,
  kernel: readonly number[],
  plain: readonly number[],
): readonly (string | null)[] {
  return kernel.map((ms, i) => {
    timed(faster, 'kernel', ms);
    timed(faster, 'plain', plain[i] as number);
    return faster.known;
  });
}

const TWO = new Array<number>(12).fill(2);

describe('the faster way', () => {
  it('is not known before twelve blocks of each', () => {
    const known = inTurns(warm('twelve'), new Array<number>(12).fill(1), TWO);
    expect(known).toEqual([...new Array<null>(11).fill(null), 'kernel']);
    const kernelAlone = warm('one of them');
    for (let i = 0; i < 30; i += 1) timed(kernelAlone, 'kernel', 1);
    expect(kernelAlone.known).toBeNull();
    const plainAlone = warm('the other');
    for (let i = 0; i < 30; i += 1) timed(plainAlone, 'plain', 1);
    expect(plainAlone.known).toBeNull();
  });

  it('is that of the lower median, whatever single blocks take and in which order', () => {
    const oftenOne = [900, 1, 1, 10, 1, 900, 1, 1, 1, 900, 1, 1];
    expect(inTurns(warm('outliers'), oftenOne, TWO).at(-1)).toBe('kernel');
    expect(inTurns(warm('outliers of the other'), TWO, oftenOne).at(-1)).toBe('plain');
    // As numbers, of which 10 is more than 9.
    const nine = new Array<number>(12).fill(9);
    const ten = [10, 10, 10, 10, 10, 10, 10, 100, 100, 100, 100, 100];
    expect(inTurns(warm('tens'), ten, nine).at(-1)).toBe('plain');
    expect(inTurns(warm('tens of the other'), nine, ten).at(-1)).toBe('kernel');
    const half = [3, 3, 3, 3, 3, 3, 1, 1, 1, 1, 1, 1];
    expect(inTurns(warm('half'), half, TWO).at(-1)).toBe('plain');
  });

  it('is plain JavaScript where neither is', () => {
    expect(inTurns(warm('neither'), TWO, TWO).at(-1)).toBe('plain');
  });

  it('is found by turns, of which the kernel has the first', () => {
    for (const faster of [new FasterWay('turns'), warm('turns when warm')]) {
      expect(faster.next).toBe('kernel');
      timed(faster, 'kernel', 1);
      expect(faster.next).toBe('plain');
      timed(faster, 'plain', 1);
      expect(faster.next).toBe('kernel');
    }
  });

  it('does not count a block that was not done', () => {
    const faster = warm('not done');
    expect(faster.time('kernel', () => false)).toBe(false);
    expect(faster.next).toBe('kernel');
    expect(timed(faster, 'kernel', 1)).toBe(true);
    for (let i = 0; i < 11; i += 1) faster.time('kernel', () => false);
    for (let i = 0; i < 12; i += 1) timed(faster, 'plain', 1);
    expect(faster.known).toBeNull();
  });

  it('counts from the first block on where the first blocks of its kind have gone by, and of no other kind', () => {
    warm('gone by');
    expect(inTurns(new FasterWay('gone by'), TWO, TWO).at(-1)).toBe('plain');
    expect(inTurns(new FasterWay('another'), TWO, TWO).at(-1)).toBeNull();
  });
});
