import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import type { Stretch } from '../../src/engine/index.ts';
import { agree, agreeOnInstant, agreeUpTo, instantOf, LAW, pairOf, runs } from './against-reference.ts';
import { budget, calendarCase, spot } from './calendar-arbitrary.ts';

const spots = fc.array(spot, { minLength: 3, maxLength: 8 });

describe('the engine answers as the reference does', LAW, () => {
  it('whether an instant is open, and the edges of open time around it', () => {
    fc.assert(
      fc.property(calendarCase, spots, (given, at) => {
        const { calendar, reference } = pairOf(given);
        for (const t of at.map((each) => instantOf(given, calendar, each))) {
          agree(
            t,
            () => reference.isOpen(t),
            () => calendar.isOpen(t),
          );
          agreeOnInstant(
            t,
            () => reference.nextOpen(t),
            () => calendar.nextOpen(t),
          );
          agreeOnInstant(
            t,
            () => reference.prevOpen(t),
            () => calendar.prevOpen(t),
          );
          agreeOnInstant(
            t,
            () => reference.nextClose(t),
            () => calendar.nextClose(t),
          );
        }
      }),
      runs(40),
    );
  });

  it('when a budget runs out, and when it must have begun', () => {
    fc.assert(
      fc.property(calendarCase, spots, budget, (given, at, ms) => {
        const { calendar, reference } = pairOf(given);
        for (const t of at.map((each) => instantOf(given, calendar, each))) {
          agreeOnInstant(
            t,
            () => reference.add(t, ms),
            () => calendar.add(t, ms),
          );
          agreeOnInstant(
            t,
            () => reference.subtract(t, ms),
            () => calendar.subtract(t, ms),
          );
        }
      }),
      runs(50),
    );
  });

  it('how much open time lies between two instants, either way round', () => {
    fc.assert(
      fc.property(calendarCase, spots, spot, (given, from, to) => {
        const { calendar, reference } = pairOf(given);
        const b = instantOf(given, calendar, to);
        for (const a of from.map((each) => instantOf(given, calendar, each))) {
          agree(
            a,
            () => reference.between(a, b),
            () => calendar.between(a, b),
          );
        }
      }),
      runs(40),
    );
  });

  it('which stretches of open time follow an instant', () => {
    fc.assert(
      fc.property(calendarCase, spot, fc.integer({ min: 1, max: 8 }), (given, at, count) => {
        const { calendar, reference } = pairOf(given);
        const t = instantOf(given, calendar, at);
        agreeUpTo<readonly Stretch[]>(
          t,
          () => reference.periods(t, count),
          () => calendar.periods(t, count),
          (stretches) => stretches.at(-1)?.to ?? NaN,
        );
      }),
      runs(40),
    );
  });

  it('which instant lies some business dates away', () => {
    fc.assert(
      fc.property(calendarCase, spot, fc.integer({ min: -8, max: 8 }), (given, at, days) => {
        const { calendar, reference } = pairOf(given);
        const t = instantOf(given, calendar, at);
        agreeOnInstant(
          t,
          () => reference.addDays(t, days),
          () => calendar.addDays(t, days),
        );
      }),
      runs(50),
    );
  });
});
