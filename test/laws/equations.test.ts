/** What must hold of open time whatever the calendar, with nothing but the engine to say so. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/engine/index.ts';
import { engineOf } from '../engine/lower-calendar.ts';
import { instantOf, LAW, runs } from './against-reference.ts';
import { budget, calendarCase, DAY_MS, spot, type CalendarCase, type Spot } from './calendar-arbitrary.ts';

/** A calendar that has a month of open time after and before the focus or so, and an instant. */
function located(given: CalendarCase, at: Spot): { readonly calendar: Calendar; readonly t: number } | null {
  const calendar = engineOf(given.contract, given.ticket).calendar(0);
  const [from, to] = [given.focus - 700 * DAY_MS, given.focus + 700 * DAY_MS];
  const isEnough =
    calendar.between(from, given.focus) > 3 * DAY_MS && calendar.between(given.focus, to) > 3 * DAY_MS;
  return isEnough ? { calendar, t: instantOf(given, calendar, at) } : null;
}

function forAnyCalendar(check: (calendar: Calendar, t: number, ms: number, other: number) => void): void {
  fc.assert(
    fc.property(calendarCase, spot, spot, budget, (given, at, besides, ms) => {
      const found = located(given, at);
      fc.pre(found !== null);
      const other = instantOf(given, found.calendar, besides);
      check(found.calendar, found.t, ms, other);
    }),
    runs(150),
  );
}

describe('open time', LAW, () => {
  it('between an instant and its deadline is the budget', () => {
    forAnyCalendar((calendar, t, ms) => {
      expect(calendar.between(t, calendar.add(t, ms))).toBe(ms);
    });
  });

  it('runs out at the deadline and not a millisecond before', () => {
    forAnyCalendar((calendar, t, ms) => {
      const due = calendar.add(t, ms);
      if (ms === 0) expect(due).toBe(t);
      else expect(calendar.between(t, due - 1)).toBe(ms - 1);
    });
  });

  it('counted backwards mirrors it: the latest instant since which the budget has passed', () => {
    forAnyCalendar((calendar, t, ms) => {
      const began = calendar.subtract(t, ms);
      expect(calendar.between(began, t)).toBe(ms);
      if (ms === 0) expect(began).toBe(t);
      else expect(calendar.between(began + 1, t)).toBe(ms - 1);
    });
  });

  it('makes no later start due earlier, and no larger budget either', () => {
    forAnyCalendar((calendar, t, ms, other) => {
      const [first, second] = t < other ? [t, other] : [other, t];
      expect(calendar.add(first, ms)).toBeLessThanOrEqual(calendar.add(second, ms));
      expect(calendar.add(t, ms)).toBeLessThanOrEqual(calendar.add(t, ms + 1));
    });
  });

  it('adds up over an instant between, and changes sign when reversed', () => {
    forAnyCalendar((calendar, t, ms, other) => {
      const middle = t + ms;
      expect(calendar.between(t, middle) + calendar.between(middle, other)).toBe(calendar.between(t, other));
      expect(calendar.between(other, t)).toBe(0 - calendar.between(t, other));
    });
  });

  it('opens at the next opening, and is closed all the way there', () => {
    forAnyCalendar((calendar, t) => {
      const opens = calendar.nextOpen(t);
      expect(calendar.isOpen(opens)).toBe(true);
      expect(calendar.between(t, opens)).toBe(0);
      expect(opens === t).toBe(calendar.isOpen(t));
    });
  });

  it('lies in stretches that are apart, and the stretches hold all of it', () => {
    forAnyCalendar((calendar, t) => {
      const edges = calendar.edgesBetween(t, t + 20 * DAY_MS);
      const stretches = edges.length / 2;
      for (let i = 1; i < edges.length; i += 1) expect(edges[i]).toBeGreaterThan(edges[i - 1] as number);
      let sum = 0;
      for (let i = 0; i < stretches; i += 1) sum += (edges[2 * i + 1] as number) - (edges[2 * i] as number);
      expect(sum).toBe(calendar.between(t, t + 20 * DAY_MS));
      // All but the last, which the span may have cut, are the periods that follow.
      const periods = calendar.periods(t, Math.max(stretches - 1, 0)).flatMap(({ from, to }) => [from, to]);
      expect(periods).toEqual(edges.slice(0, periods.length));
    });
  });

  it('comes out the same whichever instants were asked about before', () => {
    fc.assert(
      fc.property(
        calendarCase,
        spot,
        budget,
        fc.array(fc.integer({ min: -700, max: 700 }), { maxLength: 4 }),
        (given, at, ms, days) => {
          const found = located(given, at);
          fc.pre(found !== null);
          const { t } = found;
          const fresh = engineOf(given.contract, given.ticket).calendar(0);
          for (const day of days) fresh.isOpen(given.focus + day * DAY_MS);
          expect(fresh.add(t, ms)).toBe(found.calendar.add(t, ms));
          expect(fresh.subtract(t, ms)).toBe(found.calendar.subtract(t, ms));
        },
      ),
      runs(100),
    );
  });

  it('is the same in columns as one by one', () => {
    forAnyCalendar((calendar, t, ms, other) => {
      const starts = Float64Array.of(t, other, t);
      const ends = Float64Array.of(other, t, t);
      const due = new Float64Array(3);
      const open = new Float64Array(3);
      calendar.addEach(starts, ms, due);
      calendar.betweenEach(starts, ends, open);
      expect([...due]).toEqual([...starts].map((start) => calendar.add(start, ms)));
      expect([...open]).toEqual([...starts].map((start, i) => calendar.between(start, ends[i] as number)));
    });
  });
});
