import { afterEach, describe, expect, it, vi } from 'vitest';
import { columnSpace } from '../../../src/engine/kernel/column-space.ts';
import { homeOf, memoryOf } from '../../../src/engine/kernel/space-memory.ts';

afterEach(() => vi.unstubAllGlobals());

describe('a space for columns', () => {
  it('has columns of as many rows as are asked for, all zero, none of them on another', () => {
    const space = columnSpace();
    const columns = [space.float64(3), space.uint8(5), space.float64(1000), space.uint8(1), space.float64(0)];
    expect(columns.map(({ length }) => length)).toEqual([3, 5, 1000, 1, 0]);
    expect(columns.map(({ constructor }) => constructor)).toEqual([
      Float64Array,
      Uint8Array,
      Float64Array,
      Uint8Array,
      Float64Array,
    ]);
    expect(columns.every((column) => column.every((value) => value === 0))).toBe(true);
    columns.forEach((column, i) => column.fill(i + 1));
    expect(columns.map((column) => new Set(column))).toEqual([
      new Set([1]),
      new Set([2]),
      new Set([3]),
      new Set([4]),
      new Set(),
    ]);
  });

  it('is where its columns are, also those of before it grew', () => {
    const space = columnSpace();
    const memory = memoryOf(space);
    expect(memory).not.toBeNull();
    const early = space.float64(10);
    const late = space.float64(20_000_000);
    expect(late.buffer.byteLength).toBeGreaterThan(early.buffer.byteLength);
    expect(homeOf([early])).toBe(memory);
    expect(homeOf([late])).toBe(memory);
    expect(homeOf([early, late])).toBe(memory);
  });

  it('is no other space', () => {
    const [one, other] = [columnSpace(), columnSpace()];
    expect(memoryOf(one)).not.toBe(memoryOf(other));
    const columns = [one.float64(4), other.float64(4)] as const;
    expect(homeOf([columns[0]])).not.toBe(homeOf([columns[1]]));
    expect(homeOf(columns)).toBeNull();
    expect(homeOf([columns[0], new Float64Array(4)])).toBeNull();
    expect(homeOf([new Float64Array(4), columns[0]])).toBeNull();
    expect(homeOf([])).toBeNull();
    expect(memoryOf({})).toBeNull();
  });

  it('is known before it has a column', () => {
    expect(memoryOf(columnSpace())).not.toBeNull();
  });

  it('has columns like any others where there is no WebAssembly', () => {
    vi.stubGlobal('WebAssembly', undefined);
    const space = columnSpace();
    expect(memoryOf(space)).toBeNull();
    const [instants, bytes] = [space.float64(7), space.uint8(9)];
    expect([instants.length, bytes.length]).toEqual([7, 9]);
    expect([instants.byteOffset, instants.buffer.byteLength, bytes.buffer.byteLength]).toEqual([0, 56, 9]);
    expect(homeOf([instants])).toBeNull();
  });
});
