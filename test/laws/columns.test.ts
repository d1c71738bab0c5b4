/** Columns against the same questions one by one, of a calendar that nobody asked before. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HorizonError, type Calendar } from '../../src/engine/index.ts';
import { engineOf } from '../engine/lower-calendar.ts';
import { instantOf, LAW, runs } from './against-reference.ts';
import { budget, calendarCase, DAY_MS, spot } from './calendar-arbitrary.ts';

const spots = fc.array(spot, { minLength: 1, maxLength: 40 });
const days = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 40, maxLength: 40 });

/** The answers one by one; null where one of them is outside the horizon. */
function oneByOne(count: number, ask: (row: number) => number | null): readonly number[] | null {
  try {
    return Array.from({ length: count }, (_, row) => ask(row) ?? NaN);
  } catch (error) {
    if (error instanceof HorizonError) return null;
    throw error;
  }
}

function column(count: number, ask: (out: Float64Array) => void): readonly number[] | null {
  const out = new Float64Array(count);
  return oneByOne(count, (row) => {
    if (row === 0) ask(out);
    return out[row] as number;
  });
}

describe('a column', LAW, () => {
  it('is answered as its rows are, in whatever order they stand', () => {
    fc.assert(
      fc.property(
        calendarCase,
        spots,
        budget,
        fc.array(budget, { minLength: 40, maxLength: 40 }),
        days,
        (given, at, ms, budgets, counts) => {
          const calendar = engineOf(given.contract, given.ticket).calendar(0);
          // Far rows make the table grow while the column is worked.
          const times = at.map((each, i) =>
            i % 7 === 5 ? given.focus + i * 40 * DAY_MS : instantOf(given, calendar, each),
          );
          const starts = Float64Array.from(times, (t, i) => (i % 5 === 3 ? NaN : t));
          const ends = starts.toReversed();
          const ask = (what: (on: Calendar, out: Float64Array) => void): readonly number[] | null => {
            const fresh = engineOf(given.contract, given.ticket).calendar(0);
            return column(starts.length, (out) => what(fresh, out));
          };
          const each = (what: (t: number, row: number) => number | null): readonly number[] | null =>
            oneByOne(starts.length, (row) =>
              Number.isNaN(starts[row]) ? NaN : what(starts[row] as number, row),
            );

          expect(ask((on, out) => on.addEach(starts, ms, out))).toEqual(each((t) => calendar.add(t, ms)));
          expect(ask((on, out) => on.subtractEach(starts, ms, out))).toEqual(
            each((t) => calendar.subtract(t, ms)),
          );
          const varying = Float64Array.from(budgets);
          expect(ask((on, out) => on.addEach(starts, varying, out))).toEqual(
            each((t, row) => calendar.add(t, budgets[row] as number)),
          );
          expect(ask((on, out) => on.subtractEach(starts, varying, out))).toEqual(
            each((t, row) => calendar.subtract(t, budgets[row] as number)),
          );
          expect(ask((on, out) => on.betweenEach(starts, ends, out))).toEqual(
            each((t, row) => (Number.isNaN(ends[row]) ? NaN : calendar.between(t, ends[row] as number))),
          );
          expect(ask((on, out) => on.nextOpenEach(starts, out))).toEqual(each((t) => calendar.nextOpen(t)));
          expect(ask((on, out) => on.prevOpenEach(starts, out))).toEqual(each((t) => calendar.prevOpen(t)));
          expect(ask((on, out) => on.nextCloseEach(starts, out))).toEqual(each((t) => calendar.nextClose(t)));
          const [count] = counts;
          expect(ask((on, out) => on.addDaysEach(starts, count as number, out))).toEqual(
            each((t) => calendar.addDays(t, count as number)),
          );
          expect(ask((on, out) => on.addDaysEach(starts, Int32Array.from(counts), out))).toEqual(
            each((t, row) => calendar.addDays(t, counts[row] as number)),
          );
          expect(
            ask((on, out) => {
              const open = new Uint8Array(starts.length);
              on.isOpenEach(starts, open);
              out.set(open);
            }),
          ).toEqual(
            each((t) => (calendar.isOpen(t) ? 1 : 0))?.map((open) => (Number.isNaN(open) ? 0 : open)),
          );
        },
      ),
      runs(40),
    );
  });
});
