/** Random promises over the calendar `C` of a case, and the same as the compiler writes them. */
import * as fc from 'fast-check';
import type { CheckedDays, CheckedLimit, CheckedPromise } from '../../src/check/model.ts';
import type { PlanLimit, PlanPromise } from '../../src/plan/model.ts';

const RESOLVE = { kind: 'due', metric: 'resolve' } as const;

const timeOfDay = fc.integer({ min: 0, max: 96 }).map((quarters) => quarters * 900);

const days: fc.Arbitrary<CheckedDays> = fc
  .record({
    kind: fc.constant('days'),
    unit: fc.constantFrom(
      'business day',
      'business day',
      'calendar day',
      'month',
      'end of week',
      'end of month',
      'end of quarter',
      'end of year',
    ),
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
  })
  // A period ends with this one or the next.
  .map((each) => (each.unit.startsWith('end of') ? { ...each, count: each.count % 2 } : each));

const simple: fc.Arbitrary<CheckedLimit> = fc.oneof(
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

export const limitArbitrary: fc.Arbitrary<CheckedLimit> = fc.oneof(
  { weight: 8, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('pick'),
      pick: fc.constantFrom('later', 'earlier'),
      of: fc.array(simple, { minLength: 2, maxLength: 3 }),
    }),
  },
);

/** Nothing is counted back by the end of a period, and no dates are not counted: see `target/not-counted-back`. */
const back = simple.filter(
  (each) => each.kind !== 'days' || (!each.unit.startsWith('end of') && each.count > 0),
);

/** Counted from, or back from, the deadline of the promise that a case has for `resolve`. */
const relative: fc.Arbitrary<CheckedPromise> = fc.oneof(
  limitArbitrary.map((hard) => ({ kind: 'relative', side: 'after', of: RESOLVE, hard, soft: null }) as const),
  back.map((hard) => ({ kind: 'relative', side: 'before', of: RESOLVE, hard, soft: hard }) as const),
);

export const promiseArbitrary: fc.Arbitrary<CheckedPromise> = fc.oneof(
  { weight: 8, arbitrary: limitArbitrary },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('range' as const), soft: limitArbitrary, hard: limitArbitrary }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'word', word: 'best effort' } as const) },
  {
    weight: 1,
    arbitrary: limitArbitrary.map(
      (hard) => ({ kind: 'cadence', hard, soft: null, until: 'resolve' }) as const,
    ),
  },
  { weight: 4, arbitrary: relative },
);

function lowerLimit(from: CheckedLimit, zone: string): PlanLimit {
  switch (from.kind) {
    case 'elapsed':
      return from;
    case 'hours':
      return { ...from, calendar: 0 };
    case 'days':
      return { ...from, calendar: 0, zone };
    case 'pick':
      return { ...from, of: from.of.map((each) => lowerLimit(each, zone)) };
  }
}

export function lowerPromise(from: CheckedPromise, base: CheckedLimit, zone: string): PlanPromise {
  switch (from.kind) {
    case 'word':
      return from;
    case 'range':
      return { ...from, soft: lowerLimit(from.soft, zone), hard: lowerLimit(from.hard, zone) };
    case 'cadence':
      return { ...from, soft: null, hard: lowerLimit(from.hard, zone) };
    case 'relative':
      return {
        kind: 'relative',
        side: from.side,
        metric: 'resolve',
        base: lowerLimit(base, zone),
        soft: from.soft === null ? null : lowerLimit(from.soft, zone),
        hard: lowerLimit(from.hard, zone),
      };
    default:
      return lowerLimit(from, zone);
  }
}
