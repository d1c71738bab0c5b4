/** The loops over columns against the scalar functions: they come as far as they may, and are right as far as they come. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betweenRows, openRows, shiftRows } from '../../src/engine/column-loops.ts';
import {
  firstInstantOf,
  isOpenAt,
  lastInstantOf,
  workAt,
  type OpenTable,
} from '../../src/engine/open-table.ts';
import { chance, DAY, drawn, instantsOf, tableOf } from './drawn-table.ts';
import { FACTOR, runs } from '../laws/runs.ts';

const HOUR = 3_600_000;

/** No row of it is searched, so nothing stands in a loop's way but the window. */
const office = tableOf({
  edges: Array.from({ length: 730 }, (_, i) => (i % 2 === 0 ? 9 : 17) * 3600 + (i >> 1) * DAY),
  from: 0,
  to: 365 * DAY,
});

/** What the table answers; null where that lies outside its window. */
function shifted(table: OpenTable, t: number, ms: number): number | null {
  if (!(t >= table.from && t < table.to)) return null;
  const work = workAt(table, t) + ms;
  if (work > table.total || work < 0) return null;
  return ms > 0 ? firstInstantOf(table, work) : lastInstantOf(table, work);
}

const budget = fc.oneof(
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1, max: 100 }).map((hours) => hours * HOUR),
  fc.integer({ min: 1, max: 60 * DAY * 1000 }),
);

describe('a loop over columns', () => {
  it('adds and subtracts as one by one', () => {
    let answered = 0;
    fc.assert(
      fc.property(drawn, chance, budget, fc.boolean(), (given, parts, ms, back) => {
        const table = tableOf(given);
        const starts = Float64Array.from(instantsOf(given, table, parts));
        for (let row = 0; row < starts.length; row += 1) {
          const out = new Float64Array(starts.length).fill(-7);
          const end = shiftRows(table, starts, back ? -ms : ms, out, row, starts.length);
          expect([...out.subarray(row, end)]).toEqual(
            [...starts.subarray(row, end)].map((t) => shifted(table, t, back ? -ms : ms)),
          );
          expect([...out.subarray(end)]).toEqual(Array.from(out.subarray(end), () => -7));
          answered += end - row;
          row = end;
        }
      }),
      runs(300),
    );
    expect(answered).toBeGreaterThan(1000 * Math.min(FACTOR, 1));
  });

  it('measures as one by one', () => {
    let answered = 0;
    fc.assert(
      fc.property(drawn, chance, chance, (given, parts, others) => {
        const table = tableOf(given);
        const from = Float64Array.from(instantsOf(given, table, parts));
        const to = Float64Array.from(instantsOf(given, table, others).toReversed());
        const rows = Math.min(from.length, to.length);
        for (let row = 0; row < rows; row += 1) {
          const out = new Float64Array(rows).fill(-7);
          const end = betweenRows(table, from, to, out, row, rows);
          for (let i = row; i < end; i += 1) {
            expect(out[i]).toBe(workAt(table, to[i] as number) - workAt(table, from[i] as number));
          }
          expect([...out.subarray(end)]).toEqual(Array.from(out.subarray(end), () => -7));
          answered += end - row;
          row = end;
        }
      }),
      runs(300),
    );
    expect(answered).toBeGreaterThan(1000 * Math.min(FACTOR, 1));
  });

  it('says what is open as one by one', () => {
    let answered = 0;
    fc.assert(
      fc.property(drawn, chance, (given, parts) => {
        const table = tableOf(given);
        const at = Float64Array.from(instantsOf(given, table, parts));
        for (let row = 0; row < at.length; row += 1) {
          const out = new Uint8Array(at.length).fill(7);
          const end = openRows(table, at, out, row, at.length);
          const expected = [...at.subarray(row, end)].map((t) => (isOpenAt(table, t) ? 1 : 0));
          expect([...out.subarray(row, end)]).toEqual(expected);
          expect([...out.subarray(end)]).toEqual(Array.from(out.subarray(end), () => 7));
          answered += end - row;
          row = end;
        }
      }),
      { numRuns: 300 },
    );
    expect(answered).toBeGreaterThan(1000);
  });

  it('comes to the end of a column of which every row lies within the window, or to the rows there that fill no two or four', () => {
    const starts = Float64Array.from({ length: 101 }, (_, i) => i * 5 * HOUR);
    const ends = starts.map((t) => t + 7 * HOUR);
    const out = new Float64Array(101);
    expect(shiftRows(office, starts, 3 * HOUR, out, 0, 101)).toBe(100);
    expect(
      shiftRows(
        office,
        ends.map((t) => t + 20 * DAY * 1000),
        -3 * HOUR,
        out,
        1,
        101,
      ),
    ).toBe(101);
    expect(betweenRows(office, starts, ends, out, 0, 101)).toBe(100);
  });

  it('ends before the two or four of a row that is none, lies outside, or has its answer there', () => {
    const inside = 10 * DAY * 1000;
    for (const [odd, ms] of [
      [NaN, HOUR],
      [-1, HOUR],
      [365 * DAY * 1000, HOUR],
      [Infinity, HOUR],
      [1e300, HOUR],
      [364 * DAY * 1000, 9 * HOUR],
      [0, -1],
    ] as const) {
      const starts = Float64Array.of(inside, inside, inside, odd, inside, inside);
      const out = new Float64Array(6).fill(-7);
      expect(shiftRows(office, starts, ms, out, 0, 6)).toBe(2);
      expect(out[2]).toBe(-7);
    }
    for (const odd of [NaN, -1, 365 * DAY * 1000, Infinity]) {
      for (let place = 4; place < 8; place += 1) {
        const other = new Float64Array(8).fill(inside);
        const column = other.with(place, odd);
        const out = new Float64Array(8).fill(-7);
        expect(betweenRows(office, column, other, out, 0, 8)).toBe(4);
        expect(betweenRows(office, other, column, out, 0, 8)).toBe(4);
        expect([...out.subarray(4)]).toEqual([-7, -7, -7, -7]);
      }
    }
  });

  it('answers nothing for a budget that no window holds, or that is no number', () => {
    const starts = new Float64Array(4).fill(DAY * 1000);
    for (const ms of [office.total + 1, 1e300, Infinity, -Infinity, NaN]) {
      expect(shiftRows(office, starts, ms, new Float64Array(4), 0, 4)).toBe(0);
    }
  });

  it('leaves a column of more rows than it can number to the scalar functions', () => {
    const column = new Float64Array(4).fill(DAY * 1000);
    const out = new Float64Array(4).fill(-7);
    expect(shiftRows(office, column, HOUR, out, 0, 2 ** 30)).toBe(0);
    expect(betweenRows(office, column, column, out, 0, 2 ** 30)).toBe(0);
    expect(openRows(office, column, new Uint8Array(4), 0, 2 ** 30)).toBe(0);
    expect([...out]).toEqual([-7, -7, -7, -7]);
  });

  it('may write over the column it reads', () => {
    const starts = Float64Array.from({ length: 10 }, (_, i) => i * 30 * HOUR);
    const expected = starts.map((t) => shifted(office, t, 9 * HOUR) as number);
    shiftRows(office, starts, 9 * HOUR, starts, 0, 10);
    expect(starts).toEqual(expected);
  });
});
