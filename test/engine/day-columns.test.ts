import { describe, expect, it } from 'vitest';
import type { CalendarBody } from '../../src/check/model.ts';
import { daysEach } from '../../src/engine/day-columns.ts';
import { dueOf } from '../../src/engine/deadline.ts';
import type { HorizonError, Engine } from '../../src/engine/index.ts';
import type { PlanDays } from '../../src/plan/model.ts';
import { at } from '../plan/calendar-of-text.ts';
import { civil, contractWith, time, weekdays } from './checked-contract.ts';
import { engineOf } from './lower-calendar.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Office hours, with clocks that change in the weeks that are asked about. */
const BERLIN: CalendarBody = civil('Europe/Berlin', weekdays(1, 5, '09:00-17:00'));

/** As many rows as are counted by their dates, at all hours from some days before the clocks change on. */
const ROWS = 256;
const FROM = at('2026-10-12T00:10+02:00');
const STARTS = Float64Array.from({ length: ROWS }, (_, i) => (i % 9 === 4 ? NaN : FROM + i * 2.9 * HOUR));

function days(rest: Partial<PlanDays> = {}): PlanDays {
  return {
    kind: 'days',
    unit: 'business day',
    count: 2,
    calendar: 0,
    zone: 'Europe/Berlin',
    end: { kind: 'close' },
    receipt: 'as received',
    dayOne: 'day after',
    cutOff: null,
    endOutside: 'stays',
    ...rest,
  };
}

const office = (body: CalendarBody = BERLIN): Engine => engineOf(contractWith({ C: body }));

function column(engine: Engine, limit: PlanDays, starts: Float64Array): readonly number[] {
  const out = new Float64Array(starts.length + 1).fill(7);
  const given = starts.slice();
  daysEach(engine, limit, starts, out);
  expect(out.at(-1)).toBe(7);
  expect(starts).toEqual(given);
  return [...out.subarray(0, starts.length)];
}

const oneByOne = (engine: Engine, limit: PlanDays, starts: Float64Array): readonly number[] =>
  [...starts].map((t) => (Number.isNaN(t) ? NaN : dueOf(engine, limit, t)));

/** How often the calendar of an engine is asked for dates and openings while a column of it is counted, so many times. */
function asked(limit: PlanDays, starts: Float64Array, times = 1): number {
  const engine = office();
  const [calendar, dates] = [engine.calendar(0), engine.businessDates(0, 'Europe/Berlin')];
  let count = 0;
  const watched = <Of extends object>(of: Of): Of =>
    new Proxy(of, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...given: readonly unknown[]): unknown => {
          if (!String(name).endsWith('Each')) count += 1;
          return Reflect.apply(value as () => unknown, target, given);
        };
      },
    });
  const [watchedCalendar, watchedDates] = [watched(calendar), watched(dates)];
  const on: Engine = Object.create(engine, {
    calendar: { value: () => watchedCalendar },
    businessDates: { value: () => watchedDates },
  }) as Engine;
  for (let i = 0; i < times; i += 1) daysEach(on, limit, starts, new Float64Array(starts.length));
  return count;
}

const KINDS: Readonly<Record<string, Partial<PlanDays>>> = {
  'at close': {},
  'at the same time': { end: { kind: 'same time' } },
  'at the same time, of calendar days': { end: { kind: 'same time' }, unit: 'calendar day' },
  'at the same time, of no days': { end: { kind: 'same time' }, count: 0 },
  'at the same time, the day of receipt being one': { end: { kind: 'same time' }, dayOne: 'day of receipt' },
  'at the same time, with a cut-off': { end: { kind: 'same time' }, cutOff: time('15:00') },
  'at the same time, moved into hours': { end: { kind: 'same time' }, endOutside: 'next opening' },
  'at the same time, received at the next opening': { end: { kind: 'same time' }, receipt: 'next opening' },
  'at a time': { end: { kind: 'clock', time: time('12:00') } },
  'at a time outside hours': { end: { kind: 'clock', time: time('20:00') }, endOutside: 'previous close' },
  'received at the next opening': { receipt: 'next opening' },
  'on the day of receipt': { count: 1, dayOne: 'day of receipt' },
  'with a cut-off': { cutOff: time('15:00') },
  'with a cut-off at midnight': { cutOff: 0 },
  'with a cut-off before the next opening': { cutOff: time('08:00'), receipt: 'next opening' },
  'with a cut-off, on the day of receipt': { cutOff: time('15:00'), count: 1, dayOne: 'day of receipt' },
  'at the end of the month': { unit: 'end of month', count: 0 },
};

describe.each(Object.entries(KINDS))('a column of dates that end %s', (_, rest) => {
  it('ends where each of its rows does, whether it is short or long', () => {
    const limit = days(rest);
    const engine = office();
    const expected = oneByOne(office(), limit, STARTS);
    expect(column(engine, limit, STARTS)).toEqual(expected);
    expect(column(engine, limit, STARTS.subarray(0, 255))).toEqual(expected.slice(0, 255));
    // Once more, from what is known by then; and of the same engine by another limit.
    expect(column(engine, limit, STARTS)).toEqual(expected);
    const other = days({ ...rest, endOutside: 'next opening' });
    expect(column(engine, other, STARTS)).toEqual(oneByOne(office(), other, STARTS));
  });
});

describe('a column of dates', () => {
  it('may be written over the instants of receipt', () => {
    for (const limit of [days(), days({ cutOff: time('15:00'), receipt: 'next opening' })]) {
      const over = STARTS.slice();
      daysEach(office(), limit, over, over);
      expect([...over]).toEqual(oneByOne(office(), limit, STARTS));
    }
  });

  it('of no instants is none, and asks no calendar', () => {
    const none = Array.from({ length: ROWS }, () => NaN);
    expect(column(office(), days({ receipt: 'next opening', calendar: 9 }), Float64Array.from(none))).toEqual(
      none,
    );
  });

  it('of no days from an opening that the clock reads twice is due at once', () => {
    // Half an hour from two o'clock on is open twice in the night in which clocks go back; the first is over at receipt.
    const nights: CalendarBody = civil('Europe/Berlin', weekdays(1, 7, '02:00-02:30'));
    const starts = new Float64Array(ROWS).fill(at('2026-10-25T02:40+02:00'));
    const limit = days({ count: 0, end: { kind: 'same time' }, receipt: 'next opening' });
    expect(column(office(nights), limit, starts)).toEqual([...starts]);
  });

  it('counts each date once where it is long, and each row by itself where it is short', () => {
    const one = new Float64Array(ROWS).fill(FROM + 10 * HOUR);
    expect(asked(days(), one)).toBeLessThan(20);
    expect(asked(days({ receipt: 'next opening' }), one)).toBeLessThan(20);
    expect(asked(days({ cutOff: time('08:00') }), one)).toBeLessThan(20 + ROWS);
    expect(asked(days({ end: { kind: 'same time' } }), one)).toBe(ROWS);
    expect(asked(days(), one.subarray(0, 255))).toBeGreaterThan(2 * 255);
    expect(asked(days(), new Float64Array(ROWS).fill(NaN))).toBe(0);
    expect(asked(days(), one, 3)).toBe(asked(days(), one));
    const withNone = one.slice();
    withNone[7] = NaN;
    expect(asked(days(), withNone)).toBeLessThan(20);
  });

  it('of two calendars of an engine is that of each', () => {
    const early: CalendarBody = civil('Europe/Berlin', weekdays(1, 6, '07:00-11:00'));
    const contract = contractWith({ Office: BERLIN, Early: early });
    const engine = engineOf(contract);
    const [of, ofEarly] = [days(), days({ calendar: 1 })];
    expect(column(engine, of, STARTS)).toEqual(oneByOne(office(), of, STARTS));
    expect(column(engine, ofEarly, STARTS)).toEqual(oneByOne(office(early), days(), STARTS));
  });

  it('is by the dates of the zone that counts, where that is another than that of the hours', () => {
    const engine = engineOf(
      contractWith({ C: BERLIN, Far: civil('Pacific/Auckland', weekdays(1, 7, '09:00-17:00')) }),
    );
    for (const rest of [{}, { cutOff: time('15:00') }, { end: { kind: 'same time' } }] as const) {
      const limit = days({ ...rest, zone: 'Pacific/Auckland' });
      expect(column(engine, limit, STARTS)).toEqual(oneByOne(engine, limit, STARTS));
    }
  });
});

describe('at the edge of what is known', () => {
  const first = at('1970-01-01T00:00Z');
  const end = at('2100-01-01T00:00Z');

  it('a column ends where its rows do, as far as they do', () => {
    const limits = [days({ count: 1 }), days({ count: 1, cutOff: time('12:00') })];
    for (const limit of limits) {
      const early = Float64Array.from({ length: ROWS }, (_, i) => first + DAY + i * HOUR);
      expect(column(office(), limit, early)).toEqual(oneByOne(office(), limit, early));
      const late = Float64Array.from({ length: ROWS }, (_, i) => end - 16 * DAY + i * HOUR);
      expect(column(office(), limit, late)).toEqual(oneByOne(office(), limit, late));
    }
  });

  it('a row before all that is known is named, though its date is one by the clock of the zone', () => {
    const starts = new Float64Array(ROWS).fill(FROM);
    starts[100] = first - HOUR / 2;
    expect(() => {
      column(office(), days(), starts);
    }).toThrow(expect.objectContaining({ name: 'HorizonError', row: 100 }) as HorizonError);
  });

  it.each([
    ['as received', {}],
    ['at the next opening', { receipt: 'next opening' }],
    ['with a cut-off', { cutOff: time('12:00') }],
    ['at the same time', { end: { kind: 'same time' } }],
  ] as const)('a row beyond it is named: received %s', (_, rest) => {
    const starts = new Float64Array(ROWS).fill(FROM);
    starts[200] = end - HOUR;
    expect(() => {
      column(office(), days(rest), starts);
    }).toThrow(expect.objectContaining({ name: 'HorizonError', row: 200 }) as HorizonError);
  });
});
