import { describe, expect, it } from 'vitest';
import type { CalendarBody } from '../../src/check/model.ts';
import { HorizonError, Together, type Calendar, type Countable, type How } from '../../src/engine/index.ts';
import { at } from '../plan/calendar-of-text.ts';
import { civil, contractWith, weekdays } from './checked-contract.ts';
import { engineOf } from './lower-calendar.ts';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** Office hours; lunch and the afternoon of every date; one that never shuts; one that is open on one weekday alone. */
const BODIES: Readonly<Record<string, CalendarBody>> = {
  Office: civil('Europe/Berlin', weekdays(1, 5, '09:00-17:00')),
  Late: civil('Europe/Berlin', weekdays(1, 7, '12:00-13:00', '15:00-20:00')),
  Always: civil('Europe/Berlin', weekdays(1, 7, '00:00-24:00')),
  Sundays: civil('Europe/Berlin', weekdays(7, 7, '00:00-24:00')),
};
const engine = engineOf(contractWith(BODIES));
const calendar = (name: string): Calendar => engine.calendar(Object.keys(BODIES).indexOf(name));

const pair = (first: string, how: How, second: string): Together =>
  new Together(calendar(first), how, calendar(second));

/** The calendar that the compiler makes of the same. */
function joined(first: string, how: How, second: string): Calendar {
  const kind = ({ and: 'intersection', or: 'union', except: 'difference' } as const)[how];
  const [left, right] = [BODIES[first] as CalendarBody, BODIES[second] as CalendarBody];
  return engineOf(contractWith({ C: { kind, left, right } })).calendar(0);
}

/** Monday, 1 June 2026. */
const MONDAY = at('2026-06-01T00:00+02:00');
const on = (time: string): number => at(`2026-06-01T${time}+02:00`);

/** What knows all of time and is always open, as elapsed time is. */
const ALL_TIME: Countable = {
  name: 'all time',
  horizon: null,
  add: (t, ms) => t + ms,
  between: (from, to) => to - from,
  isOpen: () => true,
  nextOpen: (t) => t,
};

describe('two calendars together', () => {
  it('are called by both, and by how they are', () => {
    expect(pair('Office', 'except', 'Late').name).toBe('Office except Late');
    expect(new Together(pair('Office', 'and', 'Late'), 'or', calendar('Sundays')).name).toBe(
      'Office and Late or Sundays',
    );
  });

  it('are open where both are, where one is, or where the first is and the second is not', () => {
    const at = ['08:00', '10:00', '12:00', '13:00', '16:59', '17:00', '20:00'].map(on);
    const open = (how: How) => at.map((t) => Number(pair('Office', how, 'Late').isOpen(t)));
    expect(open('and')).toEqual([0, 0, 1, 0, 1, 0, 0]);
    expect(open('or')).toEqual([0, 1, 1, 1, 1, 1, 0]);
    expect(open('except')).toEqual([0, 1, 0, 1, 0, 0, 0]);
  });

  it('have so much open time of a day and of a week, and less than none backwards', () => {
    const hours = (how: How, days: number) =>
      pair('Office', how, 'Late').between(MONDAY, MONDAY + days * DAY) / HOUR;
    expect((['and', 'or', 'except'] as const).map((how) => hours(how, 1))).toEqual([3, 11, 5]);
    expect((['and', 'or', 'except'] as const).map((how) => hours(how, 7))).toEqual([15, 67, 25]);
    expect(pair('Office', 'and', 'Late').between(on('20:00'), on('12:30'))).toBe(-2.5 * HOUR);
    expect(pair('Office', 'and', 'Late').between(on('12:30'), on('12:30'))).toBe(0);
    // No zero below none, which prints otherwise.
    expect(Object.is(pair('Office', 'and', 'Late').between(on('09:00'), on('08:00')), 0)).toBe(true);
  });

  it('count on over what is shut: to the end of a stretch, and past it by a ms', () => {
    const both = pair('Office', 'and', 'Late');
    expect(both.add(on('09:00'), HOUR)).toBe(on('13:00'));
    expect(both.add(on('09:00'), HOUR + 1)).toBe(on('15:00') + 1);
    expect(both.add(on('09:00'), 0)).toBe(on('09:00'));
    expect(both.add(on('12:30'), 2.5 * HOUR)).toBe(on('17:00'));
    expect(pair('Office', 'or', 'Late').add(on('16:00'), 5 * HOUR)).toBe(on('10:00') + DAY);
    expect(pair('Office', 'except', 'Late').add(on('11:00'), 2 * HOUR)).toBe(on('14:00'));
    expect(pair('Office', 'and', 'Late').add(MONDAY, 300 * HOUR)).toBe(
      joined('Office', 'and', 'Late').add(MONDAY, 300 * HOUR),
    );
  });

  it('do not count less than nothing, nor what is no number', () => {
    const both = pair('Office', 'and', 'Late');
    expect(() => both.add(MONDAY, -1)).toThrow(new RangeError('a budget of -1 ms cannot be counted'));
    expect(() => both.add(MONDAY, NaN)).toThrow(new RangeError('a budget of NaN ms cannot be counted'));
  });

  it('open next where they do, however far that is', () => {
    expect(pair('Office', 'and', 'Late').nextOpen(on('13:00'))).toBe(on('15:00'));
    expect(pair('Office', 'and', 'Late').nextOpen(on('12:30'))).toBe(on('12:30'));
    expect(pair('Office', 'or', 'Late').nextOpen(on('21:00'))).toBe(on('09:00') + DAY);
    expect(pair('Late', 'or', 'Office').nextOpen(on('16:30'))).toBe(on('16:30'));
    expect(pair('Office', 'except', 'Late').nextOpen(on('12:00'))).toBe(on('13:00'));
    expect(pair('Office', 'except', 'Late').nextOpen(on('15:00') + 4 * DAY)).toBe(on('09:00') + 7 * DAY);
  });

  it.each([
    ['Office', 'Late'],
    ['Late', 'Office'],
    ['Office', 'Always'],
    ['Always', 'Late'],
    ['Late', 'Sundays'],
    ['Sundays', 'Office'],
  ])('answer as the calendar that is made of both: %s and %s', (first, second) => {
    for (const how of ['and', 'or', 'except'] as const) {
      const [found, made] = [pair(first, how, second), joined(first, how, second)];
      for (let i = 0; i < 120; i += 1) {
        const t = MONDAY + i * 97 * MINUTE;
        const u = MONDAY + ((i * 53) % 120) * 97 * MINUTE;
        const isNever = first === 'Sundays' && how === 'and' && second === 'Office';
        if (isNever || (how === 'except' && second === 'Always')) continue;
        const of = (each: Together | Calendar) => [
          each.isOpen(t),
          each.between(t, u),
          each.add(t, 1),
          each.add(t, (i % 11) * HOUR),
          each.nextOpen(t),
        ];
        expect({ how, i, found: of(found) }).toEqual({ how, i, found: of(made) });
      }
    }
  });

  it('are two in the place of one', () => {
    const three = new Together(pair('Office', 'or', 'Late'), 'except', calendar('Sundays'));
    expect(three.between(MONDAY, MONDAY + 7 * DAY)).toBe((67 - 6) * HOUR);
    expect(three.nextOpen(on('21:00') + 5 * DAY)).toBe(on('09:00') + 7 * DAY);
  });

  it('may be all of time without what a calendar has', () => {
    const outside = new Together(ALL_TIME, 'except', calendar('Office'));
    expect(outside.horizon).toEqual(calendar('Office').horizon);
    expect(outside.add(on('08:00'), 2 * HOUR)).toBe(on('18:00'));
    expect(outside.between(MONDAY, MONDAY + DAY)).toBe(16 * HOUR);
  });
});

describe('beyond what both cover', () => {
  const from = at('1970-01-01T00:00Z');
  const end = at('2100-01-01T00:00Z');
  const never = pair('Sundays', 'and', 'Office');
  const always = pair('Always', 'or', 'Late');

  it('nothing is asked', () => {
    for (const t of [from - 1, end, NaN]) {
      expect(() => always.isOpen(t)).toThrow(HorizonError);
      expect(() => always.between(t, MONDAY)).toThrow(HorizonError);
      expect(() => always.between(MONDAY, t)).toThrow(HorizonError);
      expect(() => always.add(t, 0)).toThrow(HorizonError);
      expect(() => always.nextOpen(t)).toThrow(HorizonError);
    }
    expect([always.isOpen(from), always.isOpen(end - 1)]).toEqual([true, true]);
    expect(always.between(from, end - 1)).toBe(end - 1 - from);
  });

  it('what both cover is what each does', () => {
    const few = { ...calendar('Office').horizon, from: MONDAY, reason: 'few' };
    const short = Object.create(calendar('Office'), { horizon: { value: few } }) as Calendar;
    const both = new Together(calendar('Always'), 'and', short);
    expect([both.horizon.from, both.horizon.to, both.horizon.reason]).toEqual([MONDAY, end, 'few']);
    expect(new Together(short, 'and', calendar('Always')).horizon).toEqual(both.horizon);
  });

  it('nothing is found', () => {
    expect(() => never.nextOpen(MONDAY)).toThrow(HorizonError);
    expect(() => never.add(MONDAY, 1)).toThrow(HorizonError);
    expect(() => never.nextOpen(end - 1)).toThrow(HorizonError);
    expect(() => never.add(end - 1, 1)).toThrow(HorizonError);
    expect(() => always.add(end - HOUR, HOUR + 1)).toThrow(HorizonError);
  });

  it('the last ms is counted, and no more', () => {
    expect(always.add(end - HOUR, HOUR)).toBe(end);
    expect(always.add(end - HOUR, HOUR - 1)).toBe(end - 1);
    expect(always.add(end - 1, 1)).toBe(end);
    expect(() => always.add(end - 1, 2)).toThrow(HorizonError);
    expect(always.nextOpen(end - 1)).toBe(end - 1);
    expect(always.nextOpen(end - HOUR)).toBe(end - HOUR);
    // The last hour of 2099 in UTC is past midnight in Berlin, so that the office has shut.
    const office = pair('Office', 'and', 'Always');
    expect(() => office.add(end - HOUR, 1)).toThrow(HorizonError);
    expect(() => office.nextOpen(end - HOUR)).toThrow(HorizonError);
  });
});
