/** Two calendars asked together answer as the calendar that the compiler makes of both. */
import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { type Calendar, HorizonError, type How, loadPlan, Together } from '../../src/engine/index.ts';
import type { PlanCalendarBody } from '../../src/plan/model.ts';
import { agree, instantOf, LAW, pairOf, runs } from './against-reference.ts';
import { budget, calendarCase, spot, type CalendarCase } from './calendar-arbitrary.ts';

const hows = fc.constantFrom<How>('and', 'or', 'except');

function bodyOf(how: How, first: PlanCalendarBody, second: PlanCalendarBody): PlanCalendarBody {
  switch (how) {
    case 'and':
      return { kind: 'intersection', of: [first, second] };
    case 'or':
      return { kind: 'union', of: [first, second] };
    case 'except':
      return { kind: 'difference', from: first, minus: second };
  }
}

/** The calendar of a case and its other one: together, and as the compiler joins them. */
function bothWays(given: CalendarCase, how: How): { readonly together: Together; readonly joined: Calendar } {
  const { plan } = pairOf(given).engine;
  const [first, second] = plan.calendars;
  if (first === undefined || second === undefined) throw new Error('a case has two calendars');
  const joined = { ...first, name: 'Joined', body: bodyOf(how, first.body, second.body) };
  const engine = loadPlan({ ...plan, calendars: [first, second, joined] });
  return {
    together: new Together(engine.calendar(0), how, engine.calendar(1)),
    joined: engine.calendar(2),
  };
}

/** An answer, or that there is none within what the calendars cover. */
function within(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    if (error instanceof HorizonError) return 'outside';
    throw error;
  }
}

describe('two calendars asked together', LAW, () => {
  it('answer as the calendar that is made of both', () => {
    fc.assert(
      fc.property(
        calendarCase,
        hows,
        fc.array(spot, { minLength: 3, maxLength: 8 }),
        budget,
        (given, how, at, ms) => {
          const { together, joined } = bothWays(given, how);
          const ends = [joined.horizon.from, joined.horizon.to - 1, joined.horizon.to];
          const instants = [...at.map((each) => instantOf(given, joined, each)), ...ends];
          const other = instants[0] as number;
          for (const t of instants) {
            const same = (ask: (of: Calendar | Together) => unknown) =>
              agree(
                t,
                () => within(() => ask(joined)),
                () => within(() => ask(together)),
              );
            same((of) => of.isOpen(t));
            same((of) => of.add(t, ms));
            same((of) => of.nextOpen(t));
            same((of) => of.between(t, other));
          }
        },
      ),
      runs(80),
    );
  });

  it('answer in a row of three as the calendar that is made of all', () => {
    fc.assert(
      fc.property(calendarCase, spot, spot, budget, (given, from, to, ms) => {
        const { plan } = pairOf(given).engine;
        const [first, second] = plan.calendars;
        if (first === undefined || second === undefined) throw new Error('a case has two calendars');
        const always: PlanCalendarBody = { kind: 'always' };
        const body = bodyOf('except', bodyOf('except', always, first.body), second.body);
        const engine = loadPlan({ ...plan, calendars: [first, second, { ...first, body }] });
        const joined = engine.calendar(2);
        const rest = new Together(engine.calendar(0), 'or', engine.calendar(1));
        const t = instantOf(given, joined, from);
        const u = instantOf(given, joined, to);
        const whole = new Together({ ...ALL_TIME }, 'except', engine.calendar(0));
        const left = new Together(whole, 'except', engine.calendar(1));
        agree(
          t,
          () => within(() => [joined.isOpen(t), joined.between(t, u), joined.add(t, ms)]),
          () => within(() => [left.isOpen(t), left.between(t, u), left.add(t, ms)]),
        );
        agree(
          t,
          () => within(() => u - t),
          () => within(() => left.between(t, u) + rest.between(t, u)),
        );
      }),
      runs(60),
    );
  });
});

const ALL_TIME = {
  name: 'all time',
  horizon: null,
  add: (t: number, ms: number) => t + ms,
  between: (from: number, to: number) => to - from,
  isOpen: () => true,
  nextOpen: (t: number) => t,
};
