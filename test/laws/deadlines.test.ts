import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedDays, CheckedPromise } from '../../src/check/model.ts';
import type { PlanLimit } from '../../src/plan/model.ts';
import { deadlineBy, WalkLimitError } from '../../src/reference/index.ts';
import { agree, instantOf, LAW, pairOf, runs } from './against-reference.ts';
import { calendarCase, spot } from './calendar-arbitrary.ts';

const timeOfDay = fc.integer({ min: 0, max: 96 }).map((quarters) => quarters * 900);

const days: fc.Arbitrary<CheckedDays> = fc.record({
  kind: fc.constant('days'),
  unit: fc.constantFrom('business day', 'business day', 'calendar day', 'month'),
  count: fc.integer({ min: 0, max: 6 }),
  calendar: fc.constant('C'),
  end: fc.oneof(
    fc.constant({ kind: 'same time' } as const),
    fc.constant({ kind: 'close' } as const),
    timeOfDay.map((time) => ({ kind: 'clock', time }) as const),
  ),
  receipt: fc.constantFrom('next opening', 'as received'),
  dayOne: fc.constantFrom('day of receipt', 'day after'),
  cutOff: fc.option(timeOfDay),
  endOutside: fc.constantFrom('next opening', 'previous close', 'stays'),
});

const limit = fc.oneof(
  { weight: 6, arbitrary: days },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('hours' as const),
      seconds: fc.integer({ min: 0, max: 40 * 3600 }),
      calendar: fc.constant('C'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('elapsed' as const),
      seconds: fc.integer({ min: 0, max: 9 * 86_400 }),
    }),
  },
);

const promise: fc.Arbitrary<CheckedPromise> = fc.oneof(
  { weight: 8, arbitrary: limit },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('range' as const), soft: limit, hard: limit }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'word', word: 'best effort' } as const) },
);

function lowerLimit(from: Exclude<CheckedPromise, { kind: 'range' | 'word' }>, zone: string): PlanLimit {
  if (from.kind === 'elapsed') return from;
  return from.kind === 'hours' ? { ...from, calendar: 0 } : { ...from, calendar: 0, zone };
}

describe('deadlines', LAW, () => {
  it('fall where the reference finds them, for every kind of promise', () => {
    let asked = 0;
    let givenUp = 0;
    fc.assert(
      fc.property(
        calendarCase,
        spot,
        fc.array(promise, { minLength: 3, maxLength: 6 }),
        (given, at, promises) => {
          const { engine, reference } = pairOf(given);
          const t = instantOf(given, engine.calendar(0), at);
          const zone = engine.calendar(0).zone ?? 'UTC';
          for (const checked of promises) {
            const compiled =
              checked.kind === 'word'
                ? checked
                : checked.kind === 'range'
                  ? { ...checked, soft: lowerLimit(checked.soft, zone), hard: lowerLimit(checked.hard, zone) }
                  : lowerLimit(checked, zone);
            asked += 1;
            try {
              agree(
                t,
                () => deadlineBy(() => reference, checked, t),
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
