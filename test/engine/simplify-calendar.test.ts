import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simplifyCalendar } from '../../src/engine/simplify-calendar.ts';
import { expandCalendar } from '../../src/plan/expand-calendar.ts';
import type { PlanCalendarBody, PlanCivilHours } from '../../src/plan/model.ts';
import { ORIGIN } from './checked-contract.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';
import {
  limitedTo,
  planClosure,
  planHolidays,
  planHours,
  planSeason,
  ROUND_THE_CLOCK,
  SHUT,
  weekOf,
} from './plan-hours.ts';

const ALWAYS: PlanCalendarBody = { kind: 'always' };
const NEVER: PlanCalendarBody = { kind: 'never' };
const OFFICE = planHours(weekOf('09:00-17:00'));
const NIGHTS = planHours(weekOf('00:00-06:00'));

const union = (...of: readonly PlanCalendarBody[]): PlanCalendarBody => ({ kind: 'union', of });
const intersection = (...of: readonly PlanCalendarBody[]): PlanCalendarBody => ({ kind: 'intersection', of });
const difference = (from: PlanCalendarBody, minus: PlanCalendarBody): PlanCalendarBody => ({
  kind: 'difference',
  from,
  minus,
});

const dated = (...hours: PlanCivilHours['dated'][number]['hours']): PlanCivilHours['dated'] => [
  {
    label: 'a date',
    dates: { kind: 'range', from: '2026-06-03', to: '2026-06-03' },
    hours,
    limited: null,
    origin: ORIGIN,
  },
];
const WHOLE_DAY = { from: 0, to: 86_400 };

describe('a calendar made of others', () => {
  it('is round the clock where one of those that it joins is, and is the others without those that never open', () => {
    expect(simplifyCalendar(union(OFFICE, ALWAYS))).toEqual(ALWAYS);
    expect(simplifyCalendar(union(NEVER, OFFICE, NEVER))).toEqual(OFFICE);
    expect(simplifyCalendar(union(OFFICE, NEVER, NIGHTS))).toEqual(union(OFFICE, NIGHTS));
    expect(simplifyCalendar(union(NEVER, NEVER))).toEqual(NEVER);
  });

  it('never opens where one of those that it is common to does not, and is the others without those round the clock', () => {
    expect(simplifyCalendar(intersection(OFFICE, NEVER))).toEqual(NEVER);
    expect(simplifyCalendar(intersection(ALWAYS, OFFICE, ALWAYS))).toEqual(OFFICE);
    expect(simplifyCalendar(intersection(OFFICE, ALWAYS, NIGHTS))).toEqual(intersection(OFFICE, NIGHTS));
    expect(simplifyCalendar(intersection(ALWAYS, ALWAYS))).toEqual(ALWAYS);
  });

  it('loses nothing to one that never opens and all to one round the clock', () => {
    expect(simplifyCalendar(difference(OFFICE, NEVER))).toEqual(OFFICE);
    expect(simplifyCalendar(difference(OFFICE, ALWAYS))).toEqual(NEVER);
    expect(simplifyCalendar(difference(NEVER, OFFICE))).toEqual(NEVER);
    expect(simplifyCalendar(difference(ALWAYS, OFFICE))).toEqual(difference(ALWAYS, OFFICE));
  });

  it('may hold windows between zones, which stay as they are', () => {
    const between: PlanCalendarBody = { kind: 'between zones', windows: [] };
    expect(simplifyCalendar(between)).toBe(between);
    expect(simplifyCalendar(union(between, NEVER))).toBe(between);
  });

  it('is looked into as deep as it goes', () => {
    const outside = difference(ALWAYS, planHours(ROUND_THE_CLOCK));
    expect(simplifyCalendar(union(outside, intersection(planHours(ROUND_THE_CLOCK), OFFICE)))).toEqual(
      OFFICE,
    );
  });
});

describe('hours of a week', () => {
  it('that are whole days are round the clock, in any zone and in one window or two', () => {
    expect(simplifyCalendar(planHours(ROUND_THE_CLOCK))).toEqual(ALWAYS);
    expect(simplifyCalendar(planHours(weekOf('00:00-12:00', '12:00-24:00')))).toEqual(ALWAYS);
    const summer = planSeason(ROUND_THE_CLOCK);
    expect(simplifyCalendar(planHours(ROUND_THE_CLOCK, { seasons: [summer] }))).toEqual(ALWAYS);
    expect(simplifyCalendar(planHours(ROUND_THE_CLOCK, { dated: dated(WHOLE_DAY) }))).toEqual(ALWAYS);
  });

  it('that are short of a whole day by an hour at either end, on one day or in a season, are not', () => {
    const short = [
      planHours(weekOf('00:00-23:00')),
      planHours(weekOf('01:00-24:00')),
      planHours(weekOf('00:00-12:00', '13:00-24:00')),
      planHours([...ROUND_THE_CLOCK.slice(1), []]),
      planHours(ROUND_THE_CLOCK, { seasons: [planSeason(weekOf('00:00-23:00'))] }),
      planHours(ROUND_THE_CLOCK, { dated: dated({ from: 0, to: 3600 }) }),
      planHours(ROUND_THE_CLOCK, { dated: dated() }),
    ];
    for (const hours of short) expect(simplifyCalendar(hours)).toBe(hours);
  });

  it('are not round the clock where holidays, a closure or a line for others shuts them', () => {
    const holidays = planHolidays('2026-01-01', '2026-12-31');
    const own = { holidays, customerHolidays: null };
    const shutAtTimes = [
      planHours(ROUND_THE_CLOCK, { holidays }),
      planHours(ROUND_THE_CLOCK, { seasons: [planSeason(ROUND_THE_CLOCK, { own })] }),
      planHours(ROUND_THE_CLOCK, { limited: [limitedTo(weekOf('09:00-12:00'), false)] }),
      planHours(ROUND_THE_CLOCK, {
        seasons: [planSeason(ROUND_THE_CLOCK, { limited: [limitedTo(weekOf('09:00-12:00'), false)] })],
      }),
      planHours(ROUND_THE_CLOCK, {
        closures: [planClosure({ kind: 'from', date: '2026-06-01', time: 0, isLate: false })],
      }),
    ];
    for (const hours of shutAtTimes) expect(simplifyCalendar(hours)).toBe(hours);
  });

  it('are round the clock still where what might shut them does not', () => {
    const open = planHours(ROUND_THE_CLOCK, {
      limited: [limitedTo(weekOf('09:00-12:00'), true)],
      seasons: [planSeason(ROUND_THE_CLOCK, { own: { holidays: null, customerHolidays: null } })],
      closures: [planClosure({ kind: 'announced too late' }), planClosure({ kind: 'announced afterwards' })],
    });
    expect(simplifyCalendar(open)).toEqual(ALWAYS);
  });

  it('never open where no line opens any', () => {
    expect(simplifyCalendar(planHours(SHUT))).toEqual(NEVER);
    const shut = planHours(SHUT, {
      seasons: [planSeason(SHUT)],
      dated: dated(),
      limited: [limitedTo(weekOf('09:00-12:00'), false)],
      holidays: planHolidays('2026-01-01', '2026-12-31'),
      onHolidays: { label: 'shut', hours: [], as: null, origin: ORIGIN },
    });
    expect(simplifyCalendar(shut)).toEqual(NEVER);
  });

  it('open at times where any one line opens some', () => {
    const morning = { from: 8 * 3600, to: 12 * 3600 };
    const lines: readonly Partial<PlanCivilHours>[] = [
      { week: [[morning], ...SHUT.slice(1)] },
      { seasons: [planSeason(SHUT), planSeason(weekOf('08:00-12:00'))] },
      { dated: dated(morning) },
      { limited: [limitedTo(weekOf('08:00-12:00'), true)] },
      { seasons: [planSeason(SHUT, { limited: [limitedTo(weekOf('08:00-12:00'), true)] })] },
      {
        holidays: planHolidays('2026-01-01', '2026-12-31'),
        onHolidays: { label: 'on holidays', hours: [morning], as: null, origin: ORIGIN },
      },
    ];
    for (const line of lines) {
      const hours = planHours(SHUT, line);
      expect(simplifyCalendar(hours)).toBe(hours);
    }
  });
});

describe('a calendar said shorter', () => {
  const zones = { 'Europe/Berlin': lookUpZone('Europe/Berlin', 1970, 2100) };
  const leaf = fc.constantFrom<PlanCalendarBody[]>(
    ALWAYS,
    NEVER,
    OFFICE,
    NIGHTS,
    planHours(ROUND_THE_CLOCK),
    planHours(SHUT),
  );
  const { body } = fc.letrec<{ body: PlanCalendarBody }>((tie) => ({
    body: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('body'), { maxLength: 3 }).map((of) => union(...of)),
      fc.array(tie('body'), { maxLength: 3 }).map((of) => intersection(...of)),
      fc.tuple(tie('body'), tie('body')).map(([from, minus]) => difference(from, minus)),
    ),
  }));

  it('opens and shuts when it did', () => {
    const [from, to] = [Date.UTC(2026, 2, 27) / 1000, Date.UTC(2026, 3, 2) / 1000];
    fc.assert(
      fc.property(body, (each) => {
        expect(expandCalendar(simplifyCalendar(each), zones, from, to)).toEqual(
          expandCalendar(each, zones, from, to),
        );
      }),
    );
  });
});
