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

  it('are apart by what both know, whatever changes one has before and after', () => {
    const long = { ...table(0, [50, 60], [500, 0], [1500, 60]), to: 2000 };
    expect(offsetsApart(long, { ...table(60), from: 100 })).toEqual([{ from: 500, to: 1000 }]);
    expect(offsetsApart({ ...table(60), from: 100 }, long)).toEqual([{ from: 500, to: 1000 }]);
    expect(offsetsApart({ ...table(0, [1000, 60]), to: 2000 }, table(0))).toEqual([]);
    expect(offsetsApart(table(0), { ...table(0, [1000, 60]), to: 2000 })).toEqual([]);
  });

  it('are apart in the order of time where their changes come in turn', () => {
    const one = table(0, [300, 60], [400, 0]);
    const other = table(0, [100, 60], [200, 0], [350, 60], [700, 0]);
    expect(offsetsApart(one, other)).toEqual([
      { from: 100, to: 200 },
      { from: 300, to: 350 },
      { from: 400, to: 700 },
    ]);
  });
});
