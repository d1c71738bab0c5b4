/**
 * One slip of the hand is one mistake, so it gets about one message, whatever it is. `node bench/mutants.mjs` slips more
 * often, elsewhere, and shows the slips with the most to say about them.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { judgeMutants, type Judged } from './judge-mutants.ts';
import { written } from './load-corpus.ts';

const COUNT = 2000;
const SEED = 1;

async function judged(count: number): Promise<readonly Judged[]> {
  const all: Judged[] = [];
  for await (const mutant of judgeMutants(count, SEED)) all.push(mutant);
  return all;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe('one slip of the hand', () => {
  let mutants: readonly Judged[] = [];

  beforeAll(async () => {
    mutants = await judged(COUNT);
  }, 120_000);

  it('is no reason to crash', () => {
    expect(mutants.flatMap(({ name, slip, crash }) => (crash === null ? [] : [name, slip, crash]))).toEqual([]);
  });

  it('is told about once, on average', () => {
    const errors = sum(mutants.map((mutant) => mutant.errors));
    const caught = mutants.filter((mutant) => mutant.errors > 0).length;
    expect(errors / mutants.length).toBeLessThan(1.25);
    expect(errors / caught).toBeLessThan(1.5);
    expect(sum(mutants.map(({ added }) => added)) / mutants.length).toBeLessThan(1.5);
  });

  it('is told about at most three times in any one file, on average', () => {
    for (const name of new Set(mutants.map((mutant) => mutant.name))) {
      const added = mutants.filter((mutant) => mutant.name === name).map((mutant) => mutant.added);
      expect(sum(added) / added.length, name).toBeLessThan(3);
    }
  });

  it('is told about, or means something else, or changes the layout alone', () => {
    const lost = mutants.filter(({ silent }) => silent === 'lost');
    expect(lost.map(({ name, slip }) => `${name}: ${slip}`)).toEqual([]);
    // What holds of nothing says nothing.
    const kinds = new Set(mutants.map(({ silent }) => silent));
    expect(kinds).toEqual(new Set(['not silent', 'means something else', 'written another way']));
  });

  it('is told about in less than a second', () => {
    expect(Math.max(...mutants.map(({ ms }) => ms))).toBeLessThan(1000);
  });

  it('is told about in reading order, at places inside the file, each with a way out', () => {
    for (const { name, path, slip, findings } of mutants) {
      for (const { place, help, level, code } of findings) {
        const { span, source } = place;
        expect(span.start, `${name}: ${slip}: ${code}`).toBeGreaterThanOrEqual(0);
        expect(span.end, `${name}: ${slip}: ${code}`).toBeGreaterThanOrEqual(span.start);
        expect(span.end, `${name}: ${slip}: ${code}`).toBeLessThanOrEqual(source.text.length);
        if (level === 'error') expect(help ?? '', `${name}: ${slip}: ${code}`).not.toBe('');
      }
      const own = findings.filter(({ place }) => place.source.name === path);
      const starts = own.map(({ place }) => place.span.start);
      expect(starts, `${name}: ${slip}`).toEqual([...starts].sort((a, b) => a - b));
    }
  });

  it('is told about in the same words each time', async () => {
    const again = await judged(200);
    const before = mutants.slice(0, again.length);
    expect(again.map(({ findings }) => written(findings))).toEqual(
      before.map(({ findings }) => written(findings)),
    );
  }, 60_000);
});
