import type { PlanLimit, PlanPromise } from '../plan/model.ts';
import { assertNever } from '../text/assert-never.ts';
import { daysEach } from './day-columns.ts';
import type { Engine } from './engine.ts';

/**
 * `Engine.deadlines`, with every kind of promise counted in columns: hours by their calendar's, dates by `daysEach`, the later
 * or the earlier of several by theirs, and what counts on from another promise by the column of that. `out` may be `starts`.
 * @throws {HorizonError} and {CustomerError} as `Engine.deadlines` does.
 */
export function deadlinesEach(
  engine: Engine,
  promise: PlanPromise,
  starts: Float64Array,
  out: Float64Array,
): void {
  switch (promise.kind) {
    case 'word':
    case 'awaited':
      out.fill(NaN, 0, starts.length);
      return;
    case 'range':
    case 'cadence':
      limitEach(engine, promise.hard, starts, out);
      return;
    case 'relative': {
      if (promise.side === 'before') {
        engine.deadlines(promise, starts, out);
        return;
      }
      // It is never due before its own clock starts.
      const dues = new Float64Array(starts.length);
      deadlinesEach(engine, promise.base, starts, dues);
      limitEach(engine, promise.hard, dues, dues);
      starts.forEach((start, row) => (out[row] = Math.max(dues[row] as number, start)));
      return;
    }
    default:
      limitEach(engine, promise, starts, out);
  }
}

function limitEach(engine: Engine, limit: PlanLimit, starts: Float64Array, out: Float64Array): void {
  switch (limit.kind) {
    case 'elapsed':
    case 'hours':
      engine.deadlines(limit, starts, out);
      return;
    case 'days':
      daysEach(engine, limit, starts, out);
      return;
    case 'pick': {
      const dues = limit.of.map((each) => {
        const due = new Float64Array(starts.length);
        limitEach(engine, each, starts, due);
        return due;
      });
      const pick = limit.pick === 'later' ? Math.max : Math.min;
      for (let row = 0; row < starts.length; row += 1) {
        out[row] = dues.reduce((picked, due) => pick(picked, due[row] as number), dues[0]?.[row] ?? NaN);
      }
      return;
    }
    default:
      assertNever(limit);
  }
}
