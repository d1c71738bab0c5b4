/** Work as it counts: the engine subtracts prefix sums of open time, the reference looks at each minute. */
import * as fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { chargedQuantity } from '../../src/engine/entitlement/charged-quantity.ts';
import { countPiece } from '../../src/engine/entitlement/worked-time.ts';
import { chargedByMinutes, workedMinutes } from '../../src/reference/index.ts';
import { LAW, pairOf, runs } from './against-reference.ts';
import { calendarCase } from './calendar-arbitrary.ts';

const MINUTE = 60_000;
const minutes = (max: number) => fc.integer({ min: 0, max });

const rounding = fc
  .record({
    step: fc.constantFrom(5, 15, 30, 60),
    grace: minutes(59),
    order: fc.constantFrom('before splitting' as const, 'after splitting' as const),
  })
  .map(({ step, grace, order }) => ({
    seconds: step * 60,
    graceSeconds: Math.min(grace, step - 1) * 60,
    period: null,
    perTicket: false,
    order,
  }));

const terms = fc.record({
  leastMinutes: fc.oneof(fc.constant(0), minutes(150)),
  freeBelowMinutes: fc.oneof(fc.constant(0), minutes(30)),
  rounding: fc.option(rounding),
  parts: fc.constantFrom('split at edge' as const, 'by start' as const, 'whole' as const),
  outsideIsDearer: fc.boolean(),
});

const rate = fc.record({
  quantity: fc
    .integer({ min: 0, max: 5 })
    .map((amount) => ({ kind: 'units', thing: 'hours', amount: String(amount) }) as const),
  of: fc.record({
    kind: fc.constantFrom('first' as const, 'per started' as const, 'per' as const),
    seconds: fc.constantFrom(15, 30, 45, 60, 90).map((each) => each * 60),
  }),
});

describe('work', () => {
  it(
    'counts inside and outside a calendar as its minutes do, rounded and split as is said',
    () => {
      fc.assert(
        fc.property(calendarCase, terms, minutes(3000), minutes(900), (each, said, begin, length) => {
          const { calendar, reference } = pairOf(each);
          const from = Math.floor(each.focus / MINUTE) * MINUTE - 1500 * MINUTE + begin * MINUTE;
          const to = from + length * MINUTE;
          const { leastMinutes, freeBelowMinutes, outsideIsDearer, ...rest } = said;
          const counted = countPiece(
            { leastSeconds: leastMinutes * 60, freeBelowSeconds: freeBelowMinutes * 60, ...rest },
            { calendars: [calendar], dearest: outsideIsDearer ? [1, 0] : [0, 1] },
            { from, to },
          );
          const { inside, outside } = workedMinutes(reference, said, from, to);
          expect(counted).toEqual([inside * MINUTE, outside * MINUTE]);
        }),
        runs(300),
      );
    },
    LAW.timeout,
  );

  it('is charged by stretches as it is minute by minute', () => {
    fc.assert(
      fc.property(fc.array(rate, { minLength: 1, maxLength: 4 }), minutes(400), (rates, worked) => {
        // Only a first stretch is followed by another.
        const last = rates.findIndex(({ of }) => of.kind !== 'first');
        const stages = last === -1 ? rates : rates.slice(0, last + 1);
        const charged = chargedQuantity(stages, new Fraction(worked * 60));
        expect(charged.valueOf()).toBeCloseTo(chargedByMinutes(stages, worked), 9);
      }),
      runs(500),
    );
  });
});
