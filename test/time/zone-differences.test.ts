import { describe, expect, it } from 'vitest';
import type { ZoneTable } from '../../src/time/types.ts';
import { offsetsApart } from '../../src/time/zone-differences.ts';

const table = (offset: number, ...changes: readonly (readonly [number, number])[]): ZoneTable => ({
  zone: 'Area/Place',
  from: 0,
  to: 1000,
  transitions: changes.map(([second]) => second),
  offsets: [offset, ...changes.map(([, after]) => after)],
});

describe('two tables of a zone', () => {
  it('are nowhere apart when their offsets are the same, though one may name a change that changes nothing', () => {
    const plain = table(3600, [100, 7200]);
    expect(offsetsApart(plain, plain)).toEqual([]);
    expect(offsetsApart(plain, table(3600, [50, 3600], [100, 7200]))).toEqual([]);
  });

  it('are apart from the change that only one has to the next that both have', () => {
    const abolished = table(3600);
    const kept = table(3600, [200, 7200], [300, 3600], [500, 7200], [700, 3600]);
    const apart = [
      { from: 200, to: 300 },
      { from: 500, to: 700 },
    ];
    expect(offsetsApart(abolished, kept)).toEqual(apart);
    expect(offsetsApart(kept, abolished)).toEqual(apart);
  });

  it('are apart in one stretch where their offsets differ in two ways one after the other', () => {
    expect(offsetsApart(table(0), table(0, [10, 60], [20, 120], [30, 0]))).toEqual([{ from: 10, to: 30 }]);
  });

  it('are apart to the end, and from the start, of what both know', () => {
    expect(offsetsApart(table(0), table(0, [900, 60]))).toEqual([{ from: 900, to: 1000 }]);
    expect(offsetsApart(table(0), { ...table(60), from: 100, to: 2000 })).toEqual([{ from: 100, to: 1000 }]);
    expect(offsetsApart(table(0), { ...table(60), from: 1000, to: 2000 })).toEqual([]);
  });
});
