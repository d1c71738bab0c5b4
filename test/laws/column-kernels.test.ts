/** Columns by WebAssembly against columns by plain JavaScript: the same bytes, and the same errors of the same rows. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HorizonError, type Calendar } from '../../src/engine/index.ts';
import { columnSpace } from '../../src/engine/kernel/column-space.ts';
import { fastColumns } from '../../src/engine/kernel/fast-columns.ts';
import { BLOCK } from '../../src/engine/kernel/kernel-memory.ts';
import { engineOf } from '../engine/lower-calendar.ts';
import { instantOf, LAW, runs } from './against-reference.ts';
import { budget, calendarCase, DAY_MS, spot, type CalendarCase } from './calendar-arbitrary.ts';

interface Columns {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly out: Float64Array;
  readonly flags: Uint8Array;
}

type Ask = (on: Calendar, columns: Columns) => void;

const ASKS: readonly Ask[] = [
  (on, { starts, out }) => on.addEach(starts, 3_600_000, out),
  (on, { starts, out }) => on.subtractEach(starts, 7_200_001, out),
  (on, { starts, ends, out }) => on.betweenEach(starts, ends, out),
  (on, { starts, out }) => on.nextOpenEach(starts, out),
  (on, { starts, flags }) => on.isOpenEach(starts, flags),
  // Over the column that is read.
  (on, { starts, out }) => {
    out.set(starts);
    on.addEach(out, 60_000, out);
  },
  (on, { starts, ends, out }) => {
    out.set(ends);
    on.betweenEach(starts, out, out);
  },
];

/** Rows near what is asked for, over and over; some are none, no whole ms, far off, or outside what is covered. */
function rowsOf(
  given: CalendarCase,
  times: readonly number[],
  rows: number,
  odd: boolean,
): readonly number[] {
  return Array.from({ length: rows }, (_, i) => {
    const t = times[i % times.length] as number;
    if (i % 13 === 7) return NaN;
    if (i % 17 === 3) return given.focus + (i % 19) * 20 * DAY_MS;
    if (odd && i % 29 === 28) return t + 0.25;
    if (odd && i === rows - 2) return 1e15;
    return t;
  });
}

/** The bytes that are written, or what is thrown. */
function answersOf(ask: Ask, on: Calendar, columns: Columns): unknown {
  columns.out.fill(-7);
  columns.flags.fill(7);
  try {
    ask(on, columns);
  } catch (error) {
    if (!(error instanceof HorizonError)) throw error;
    return { message: error.message, row: error.row };
  }
  const { out, flags } = columns;
  return Buffer.concat([
    new Uint8Array(out.buffer, out.byteOffset, out.byteLength),
    new Uint8Array(flags.buffer, flags.byteOffset, flags.byteLength),
  ]).toString('base64');
}

describe('a column by WebAssembly', LAW, () => {
  it('is that of plain JavaScript to the byte, copied or in place, whatever its length', () => {
    const seen = { bytes: 0, errors: 0 };
    const space = columnSpace();
    const [starts, ends, out] = [0, 1, 2].map(() => space.float64(BLOCK + 50)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const flags = space.uint8(BLOCK + 52);
    fc.assert(
      fc.property(
        calendarCase,
        fc.array(spot, { minLength: 1, maxLength: 40 }),
        fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: BLOCK - 3, max: BLOCK + 50 })),
        fc.boolean(),
        budget,
        (given, spots, rows, odd, ms) => {
          const fresh = (kernel: 'javascript' | 'webassembly') =>
            engineOf(given.contract, given.ticket, fastColumns(kernel)).calendar(0);
          const some = fresh('javascript');
          const times = rowsOf(
            given,
            spots.map((each) => instantOf(given, some, each)),
            rows,
            odd,
          );
          const copied: Columns = {
            starts: Float64Array.from(times),
            ends: Float64Array.from(times).reverse(),
            out: new Float64Array(rows),
            flags: new Uint8Array(rows),
          };
          const inPlace: Columns = {
            starts: starts.subarray(0, rows),
            ends: ends.subarray(0, rows),
            out: out.subarray(0, rows),
            flags: flags.subarray(0, rows),
          };
          inPlace.starts.set(copied.starts);
          inPlace.ends.set(copied.ends);
          for (const ask of [...ASKS, ((on, each) => on.addEach(each.starts, ms, each.out)) satisfies Ask]) {
            const expected = answersOf(ask, fresh('javascript'), copied);
            expect(answersOf(ask, fresh('webassembly'), copied)).toEqual(expected);
            expect(answersOf(ask, fresh('webassembly'), inPlace)).toEqual(expected);
            seen[typeof expected === 'string' ? 'bytes' : 'errors'] += 1;
          }
        },
      ),
      runs(40),
    );
    expect(seen.bytes).toBeGreaterThan(50);
    expect(seen.errors).toBeGreaterThan(10);
  });
});
