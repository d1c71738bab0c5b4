import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineBy, WalkLimitError } from '../../src/reference/index.ts';
import { agree, instantOf, LAW, pairOf, runs } from './against-reference.ts';
import { calendarCase, spot } from './calendar-arbitrary.ts';
import { limitArbitrary, lowerPromise, promiseArbitrary } from './promise-arbitrary.ts';

describe('deadlines', LAW, () => {
  it('fall where the reference finds them, for every kind of promise', () => {
    let asked = 0;
    let givenUp = 0;
    fc.assert(
      fc.property(
        calendarCase,
        spot,
        limitArbitrary,
        fc.array(promiseArbitrary, { minLength: 3, maxLength: 6 }),
        (given, at, base, promises) => {
          const { engine, reference } = pairOf(given);
          const t = instantOf(given, engine.calendar(0), at);
          const zone = engine.calendar(0).zone ?? 'UTC';
          for (const checked of promises) {
            const compiled = lowerPromise(checked, base, zone);
            asked += 1;
            try {
              agree(
                t,
                () =>
                  deadlineBy(
                    () => reference,
                    checked,
                    t,
                    () => base,
                  ),
                () => engine.deadline(compiled, t),
              );
            } catch (error) {
              if (!(error instanceof WalkLimitError)) throw error;
              givenUp += 1;
            }
          }
        },
      ),
      runs(60),
    );
    // Sparse calendars end some walks; were it most of them, the law would say nothing.
    expect(givenUp).toBeLessThan(asked / 4);
  });
});
