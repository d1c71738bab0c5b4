/** Deadlines of columns of openings against those one by one, for every kind of promise, in long columns and in short ones. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanPromise } from '../../src/plan/model.ts';
import { deadlinesEach } from '../../src/engine/deadline-columns.ts';
import { HorizonError, type Engine } from '../../src/engine/index.ts';
import { fastColumns } from '../../src/engine/kernel/fast-columns.ts';
import { engineOf } from '../engine/lower-calendar.ts';
import { instantOf, LAW, runs } from './against-reference.ts';
import { calendarCase, DAY_MS, spot } from './calendar-arbitrary.ts';
import { limitArbitrary, lowerPromise, promiseArbitrary } from './promise-arbitrary.ts';

/** One by one; the row of the first that is not known, where there is one. */
function oneByOne(
  engine: Engine,
  promise: PlanPromise,
  starts: Float64Array,
): readonly number[] | { row: number } {
  const dues: number[] = [];
  for (const [row, start] of starts.entries()) {
    try {
      const deadline = Number.isNaN(start) ? null : engine.deadline(promise, start);
      dues.push(deadline?.kind === 'due' ? deadline.due : NaN);
    } catch (error) {
      if (!(error instanceof HorizonError)) throw error;
      return { row };
    }
  }
  return dues;
}

function together(
  engine: Engine,
  promise: PlanPromise,
  starts: Float64Array,
): readonly number[] | { row: number } {
  const column = starts.slice();
  try {
    deadlinesEach(engine, promise, column, column);
  } catch (error) {
    if (!(error instanceof HorizonError) || error.row === null) throw error;
    return { row: error.row };
  }
  return [...column];
}

describe('a column of deadlines', LAW, () => {
  it('falls where those of its rows do, by plain JavaScript and by WebAssembly', () => {
    const seen = { days: 0, dues: 0, errors: 0 };
    fc.assert(
      fc.property(
        calendarCase,
        fc.array(spot, { minLength: 1, maxLength: 60 }),
        limitArbitrary,
        fc.array(promiseArbitrary, { minLength: 3, maxLength: 6 }),
        fc.constantFrom(60, 300),
        fc.boolean(),
        (given, spots, base, promises, rows, isFar) => {
          const engine = engineOf(given.contract, given.ticket);
          const fast = engineOf(given.contract, given.ticket, fastColumns('webassembly'));
          const calendar = engine.calendar(0);
          const times = spots.map((each) => instantOf(given, calendar, each));
          const starts = Float64Array.from({ length: rows }, (_, i) => {
            if (i % 9 === 4) return NaN;
            const t = (times[i % times.length] as number) + (i % 5) * 7 * 3_600_001;
            return isFar && i === rows - 7 ? t + 3000 * DAY_MS : t;
          });
          for (const checked of promises) {
            const promise = lowerPromise(checked, base, calendar.zone ?? 'UTC');
            const expected = oneByOne(engine, promise, starts);
            const found = together(engine, promise, starts);
            // A range is looked at by its hard end alone, so that a soft one that is not known ends nothing.
            if ('row' in expected && !('row' in found)) continue;
            if ('row' in expected || 'row' in found) {
              expect('row' in expected && 'row' in found).toBe(true);
              seen.errors += 1;
            } else {
              expect(found).toEqual(expected);
              seen.dues += found.filter((due) => !Number.isNaN(due)).length;
              if (promise.kind === 'days' && rows === 300) seen.days += 1;
            }
            expect(together(fast, promise, starts)).toEqual(found);
          }
        },
      ),
      runs(60),
    );
    expect(seen.dues).toBeGreaterThan(2000);
    expect(seen.days).toBeGreaterThan(3);
    expect(seen.errors).toBeGreaterThan(0);
  });
});
