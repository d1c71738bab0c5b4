/** The kernel of WebAssembly against the scalar functions, on tables of every shape. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftable } from '../../../src/engine/column-loops.ts';
import { BLOCK, kernelAlone, KernelMemory, notesOf } from '../../../src/engine/kernel/kernel-memory.ts';
import { placedBytes } from '../../../src/engine/kernel/place-table.ts';
import {
  firstInstantOf,
  isOpenAt,
  lastInstantOf,
  workAt,
  type OpenTable,
} from '../../../src/engine/open-table.ts';
import { chance, DAY, drawn, instantsOf, tableOf } from '../drawn-table.ts';

const HOUR = 3_600_000;

const memory = kernelAlone()!;
const { kernel, staged, stagedBytes, left } = memory;
const [first, second, out] = staged;
const notes = notesOf(0);

/** Shorter than a block, and a whole number of fours, by asking the last again. */
function columnOf(instants: readonly number[]): readonly number[] {
  const rows = instants.slice(0, BLOCK);
  return [...rows, ...Array.from({ length: -rows.length & 3 }, () => rows.at(-1) ?? 0)];
}

/** What the table answers; null where that lies outside its window. */
function shifted(table: OpenTable, t: number, ms: number): number | null {
  if (!(t >= table.from && t < table.to)) return null;
  const work = workAt(table, t) + ms;
  if (work < 0 || work > table.total || (work === table.total && ms <= 0)) return null;
  return ms > 0 ? firstInstantOf(table, work) : lastInstantOf(table, work);
}

/** How many fours the kernel leaves of a column; null where no row of it has an answer in the table. */
function shiftBy(table: OpenTable, column: readonly number[], ms: number): number | null {
  const window = shiftable(table, ms);
  if (window === null) return null;
  first.set(column);
  const early = ms > 0 ? 1 : 0;
  const addresses = [first.byteOffset, out.byteOffset] as const;
  const { low, high } = window;
  return kernel.shift(memory.place(table)!, column.length, ...addresses, low, high, ms - early, early, notes);
}

/** The rows that the kernel did not leave. */
function answered(rows: number, lefts: number): readonly number[] {
  const isLeft = new Set(left.subarray(0, lefts));
  return Array.from({ length: rows }, (_, row) => row).filter((row) => !isLeft.has(row & ~3));
}

const budget = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: 1, max: 100 }).map((hours) => hours * HOUR),
  fc.integer({ min: 1, max: 60 * DAY * 1000 }),
);

describe('the kernel of columns', () => {
  it('adds and subtracts as one by one what it does not leave', () => {
    let count = 0;
    fc.assert(
      fc.property(drawn, chance, budget, fc.boolean(), (given, parts, length, back) => {
        const table = tableOf(given);
        const ms = back ? -length : length;
        const rows = columnOf(instantsOf(given, table, parts));
        const lefts = shiftBy(table, rows, ms);
        if (lefts === null) return;
        const rest = answered(rows.length, lefts);
        expect(rest.map((row) => out[row])).toEqual(rest.map((row) => shifted(table, rows[row]!, ms)));
        count += rest.length;
      }),
      { numRuns: 300 },
    );
    expect(count).toBeGreaterThan(1000);
  });

  it('measures as one by one what it does not leave', () => {
    let count = 0;
    fc.assert(
      fc.property(drawn, chance, chance, (given, parts, others) => {
        const table = tableOf(given);
        const froms = columnOf(instantsOf(given, table, parts));
        const tos = columnOf(instantsOf(given, table, others).toReversed());
        const rows = Math.min(froms.length, tos.length);
        first.set(froms);
        second.set(tos);
        const { byteOffset } = first;
        const place = memory.place(table)!;
        const lefts = kernel.between(place, rows, byteOffset, second.byteOffset, out.byteOffset, notes);
        const rest = answered(rows, lefts);
        const expected = rest.map((row) => workAt(table, tos[row]!) - workAt(table, froms[row]!));
        expect(rest.map((row) => out[row])).toEqual(expected);
        count += rest.length;
      }),
      { numRuns: 300 },
    );
    expect(count).toBeGreaterThan(1000);
  });

  it('says what is open as one by one', () => {
    let count = 0;
    fc.assert(
      fc.property(drawn, chance, (given, parts) => {
        const table = tableOf(given);
        const rows = columnOf(instantsOf(given, table, parts));
        first.set(rows);
        const place = memory.place(table)!;
        const lefts = kernel.isOpen(place, rows.length, first.byteOffset, stagedBytes.byteOffset, notes);
        const rest = answered(rows.length, lefts);
        const expected = rest.map((row) => (isOpenAt(table, rows[row]!) ? 1 : 0));
        expect(rest.map((row) => stagedBytes[row])).toEqual(expected);
        count += rest.length;
      }),
      { numRuns: 300 },
    );
    expect(count).toBeGreaterThan(1000);
  });

  it('leaves four rows of which one is none, no whole number, outside, or answered outside', () => {
    const office = officeTable();
    const inside = 10 * DAY * 1000;
    for (const [odd, ms] of [
      [NaN, HOUR],
      [-1, HOUR],
      [inside + 0.5, HOUR],
      [365 * DAY * 1000, HOUR],
      [Infinity, HOUR],
      [-Infinity, HOUR],
      [1e300, HOUR],
      [364 * DAY * 1000, 9 * HOUR],
      [0, -1],
    ] as const) {
      for (let lane = 0; lane < 4; lane += 1) {
        const four = Array.from({ length: 4 }, (_, i) => (i === lane ? odd : inside));
        const column = [inside, inside, inside, inside, ...four, inside, inside, inside, inside];
        out.fill(-7, 0, column.length);
        expect(shiftBy(office, column, ms)).toBe(1);
        expect(left[0]).toBe(4);
        expect([...out.subarray(4, 8)]).toEqual([-7, -7, -7, -7]);
        expect([out[0], out[8]]).toEqual([shifted(office, inside, ms), shifted(office, inside, ms)]);
      }
    }
  });

  it('answers by the table that is asked, when there were more of them than find room', () => {
    const many = Array.from({ length: 45 }, (_, i) => minutesTable(i + 1, 30_000));
    expect(many.reduce((bytes, table) => bytes + placedBytes(table), 0)).toBeGreaterThan(40_000_000);
    const column = Array.from({ length: 4 }, () => 10 * HOUR);
    for (const table of [...many, ...many]) {
      expect(shiftBy(table, column, HOUR)).toBe(0);
      expect(out[3]).toBe(shifted(table, 10 * HOUR, HOUR));
    }
  });

  it('does not write over a table while somebody reads it', () => {
    const own = new KernelMemory('shared');
    const big = Array.from({ length: 4 }, (_, i) => minutesTable(i + 1, 300_000));
    own.read(1);
    expect(big.map((table) => own.place(table)).filter((place) => place === null)).not.toEqual([]);
    own.read(-1);
    expect(own.place(minutesTable(40, 300_000))).not.toBeNull();
  });

  it('has no room for a table that is larger than all that there is', () => {
    expect(memory.place(minutesTable(1, 1_100_000))).toBeNull();
  });
});

/** Eight hours from nine on every day of a year. */
function officeTable(): OpenTable {
  const edges = Array.from({ length: 730 }, (_, i) => (i % 2 === 0 ? 9 : 17) * 3600 + (i >> 1) * DAY);
  return tableOf({ edges, from: 0, to: 365 * DAY });
}

/** So many seconds of each of so many minutes. */
function minutesTable(seconds: number, minutes: number): OpenTable {
  const edges = Array.from({ length: 2 * minutes }, (_, i) => (i >> 1) * 60 + (i % 2 === 0 ? 0 : seconds));
  return tableOf({ edges, from: 0, to: minutes * 60 });
}
