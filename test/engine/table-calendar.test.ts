import { describe, expect, it } from 'vitest';
import type { CalendarBody } from '../../src/check/model.ts';
import { HorizonError, loadPlan, NoZoneError, type Calendar } from '../../src/engine/index.ts';
import type { DateSet } from '../../src/time/types.ts';
import { formatInstantIn, formatInstantUtc, parseInstant } from '../../src/time/iso-instant.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';
import { civil, contractWith, forAll, named, time, weekdays } from './checked-contract.ts';
import { readCalendar } from '../../src/reference/index.ts';
import { engineOf, lowerCalendar, NO_FACTS, planOf } from './lower-calendar.ts';

const HOUR = 3_600_000;

function calendar(body: CalendarBody): Calendar {
  return engineOf(contractWith({ C: body })).calendar(0);
}

function at(text: string): number {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.instant;
}

/** Every day from 00:00 to a time. */
const nights = (zone: string): CalendarBody => civil(zone, weekdays(1, 7, '00:00-08:00'));
const roundTheClock = (zone: string): CalendarBody => civil(zone, weekdays(1, 7, '00:00-24:00'));

const BERLIN = civil('Europe/Berlin', weekdays(1, 5, '09:00-17:00'));

describe('sixteen working hours, where other libraries go wrong', () => {
  const cases: readonly (readonly [string, CalendarBody, string, string, string])[] = [
    [
      // By hand: 09:42:14 at -04:00 is 13:42:14 UTC, and sixteen hours on it is 05:42:14 UTC of the 5th. Clocks go back at
      // 06:00 UTC, when they read 02:00, so it is still 01:42:14 at -04:00, the first of the two. A list of such answers
      // has the second one, at -05:00, which is 06:42:14 UTC and seventeen hours on.
      'keep their seconds in the doubled hour',
      roundTheClock('America/New_York'),
      'America/New_York',
      '2028-11-04T09:42:14-04:00',
      '2028-11-05T01:42:14-04:00',
    ],
    [
      // By hand: no change of clocks lies near, so it is sixteen hours on the clock, over midnight.
      'lose no minute at a midnight that is open',
      roundTheClock('America/New_York'),
      'America/New_York',
      '2029-06-28T17:08:05-04:00',
      '2029-06-29T09:08:05-04:00',
    ],
    [
      // By hand: 9 min 37 s are left of the 9th; the night of the 10th has seven hours, since there is no 02:00, and that of
      // the 11th eight: 15 h 9 min 37 s. The other 50 min 23 s are the first of the 12th.
      'find seven hours in the night of the spring change',
      nights('America/New_York'),
      'America/New_York',
      '2024-03-09T07:50:23-05:00',
      '2024-03-12T00:50:23-04:00',
    ],
    [
      // By hand: 32 min 45 s are left of the 26th; the 27th begins at 01:00, so its night has seven hours, and that of the
      // 28th eight: 15 h 32 min 45 s. The other 27 min 15 s are the first of the 29th.
      'count from one o’clock where clocks jump at midnight',
      nights('Africa/Cairo'),
      'Africa/Cairo',
      '2029-04-26T07:27:15+02:00',
      '2029-04-29T00:27:15+03:00',
    ],
    [
      // By hand: the night of the 4th has no 02:00 to 02:30, so seven hours and a half, that of the 5th has eight, and half an
      // hour is left for the 6th.
      'take a change of half an hour for what it is',
      nights('Australia/Lord_Howe'),
      'Australia/Lord_Howe',
      '2026-10-03T13:07:17+10:30',
      '2026-10-06T00:30:00+11:00',
    ],
  ];
  for (const [what, body, zone, start, due] of cases) {
    it(what, () => {
      const contract = contractWith({ C: body });
      const reference = readCalendar(contract, 'C', NO_FACTS);
      for (const asked of [engineOf(contract).calendar(0), reference]) {
        const answer = asked.add(at(start), 16 * HOUR);
        expect(formatInstantIn(lookUpZone(zone, 1970, 2100), answer)).toBe(due);
      }
    });
  }
});

describe('hours of a calendar', () => {
  it('end at closing time when the budget runs out there, not at the next opening', () => {
    const berlin = calendar(BERLIN);
    expect(berlin.add(at('2026-06-02T09:00+02:00'), 8 * HOUR)).toBe(at('2026-06-02T17:00+02:00'));
    expect(berlin.add(at('2026-06-02T09:00+02:00'), 8 * HOUR + 1)).toBe(at('2026-06-03T09:00+02:00') + 1);
  });

  it('counted backwards end at an opening, not at the close before', () => {
    const berlin = calendar(BERLIN);
    expect(berlin.subtract(at('2026-06-03T17:00+02:00'), 8 * HOUR)).toBe(at('2026-06-03T09:00+02:00'));
    expect(berlin.subtract(at('2026-06-03T09:00+02:00'), 1)).toBe(at('2026-06-02T17:00+02:00') - 1);
  });

  it('of no length are due at once, open or not', () => {
    const berlin = calendar(BERLIN);
    for (const start of [
      at('2026-06-06T12:00+02:00'),
      at('2026-06-02T17:00+02:00'),
      at('2026-06-02T10:00+02:00'),
    ]) {
      expect(berlin.add(start, 0)).toBe(start);
      expect(berlin.subtract(start, 0)).toBe(start);
    }
  });

  it('are never negative', () => {
    for (const on of [calendar(BERLIN), calendar({ kind: 'always' })]) {
      expect(() => on.add(0, -1)).toThrow(/a budget of -1 ms cannot be/);
      expect(() => on.subtract(0, -1)).toThrow(/a budget of -1 ms cannot be/);
      expect(() => on.add(0, NaN)).toThrow(RangeError);
      expect(() => on.subtract(0, NaN)).toThrow(RangeError);
    }
  });

  it('are one fewer in a night when clocks go forward and one more when they go back', () => {
    const night = calendar(civil('Europe/Berlin', weekdays(1, 7, '22:00-06:00')));
    const length = (evening: string): number => night.between(at(evening), at(evening) + 12 * HOUR) / HOUR;
    expect(length('2026-03-27T21:00+01:00')).toBe(8);
    expect(length('2026-03-28T21:00+01:00')).toBe(7);
    expect(length('2026-10-24T21:00+02:00')).toBe(9);
  });

  it('of a weekend window are 63, 64 or 65 in Los Angeles', () => {
    const weekend = calendar(
      civil('America/Los_Angeles', [
        { fromDay: 5, fromTime: time('17:00'), toDay: 1, toTime: time('09:00') },
      ]),
    );
    const length = (friday: string): number => {
      const [stretch] = weekend.periods(at(friday), 1);
      return stretch === undefined ? NaN : (stretch.to - stretch.from) / HOUR;
    };
    expect(length('2026-02-27T12:00-08:00')).toBe(64);
    expect(length('2026-03-06T12:00-08:00')).toBe(63);
    expect(length('2026-10-30T12:00-07:00')).toBe(65);
  });

  it('do not exist when the zone skips them, and are there twice when it repeats them', () => {
    const early = calendar(civil('Europe/Berlin', weekdays(1, 7, '02:00-03:00')));
    expect(early.between(at('2026-03-29T00:00+01:00'), at('2026-03-30T00:00+02:00'))).toBe(0);
    expect(early.between(at('2026-10-25T00:00+02:00'), at('2026-10-26T00:00+01:00'))).toBe(2 * HOUR);
  });

  it('do not exist on a date that the zone left out', () => {
    const apia = calendar(civil('Pacific/Apia', weekdays(1, 7, '09:00-17:00')));
    // Thursday 29 December is followed by Saturday the 31st.
    expect(apia.add(at('2011-12-29T16:00-10:00'), 2 * HOUR)).toBe(at('2011-12-31T10:00+14:00'));
    expect(apia.addDays(at('2011-12-29T16:00-10:00'), 1)).toBe(at('2011-12-31T16:00+14:00'));
  });

  it('keep parts of a second', () => {
    const berlin = calendar(BERLIN);
    const due = berlin.add(at('2026-06-02T16:59:59.250+02:00'), 1500);
    expect(formatInstantUtc(due)).toBe('2026-06-03T07:00:00.750Z');
    expect(berlin.between(at('2026-06-02T16:59:59.250+02:00'), due)).toBe(1500);
  });
});

describe('hours of many years', () => {
  // Forty hours a week, from a Monday in 1980 to a Friday so many weeks later.
  const monday = at('1980-01-07T09:00+01:00');

  it('are counted on from an instant and back, though nothing was asked before', () => {
    const friday = at('2057-12-14T17:00+01:00');
    const weeks = (friday - monday - (4 * 24 + 8) * HOUR) / (7 * 24 * HOUR) + 1;
    expect(Number.isInteger(weeks)).toBe(true);
    expect(calendar(BERLIN).add(monday, weeks * 40 * HOUR)).toBe(friday);
    expect(calendar(BERLIN).subtract(friday, weeks * 40 * HOUR)).toBe(monday);
    expect(calendar(BERLIN).between(monday, friday)).toBe(weeks * 40 * HOUR);
  });

  it('that never close but on one date have that as their end, however far it is', () => {
    const date: DateSet = { kind: 'range', from: '2050-01-01', to: '2050-01-01' };
    const dated = [forAll({ label: 'shut', dates: date, hours: [], as: null, limited: null })];
    const open = (): Calendar => calendar(civil('Europe/Berlin', weekdays(1, 7, '00:00-24:00'), { dated }));
    expect(open().nextClose(monday)).toBe(at('2050-01-01T00:00+01:00'));
    expect(open().prevOpen(at('2050-01-01T12:00+01:00'))).toBe(at('2050-01-01T00:00+01:00'));
    expect(open().periods(monday, 1)).toEqual([{ from: monday, to: at('2050-01-01T00:00+01:00') }]);
    expect(() => open().nextClose(at('2050-01-02T12:00+01:00'))).toThrow(HorizonError);
  });
});

describe('the edges of open time in a span', () => {
  const edges = (from: string, to: string): readonly string[] =>
    calendar(BERLIN)
      .edgesBetween(at(from), at(to))
      .map((t) => formatInstantIn(lookUpZone('Europe/Berlin', 2025, 2027), t).slice(0, 16));

  it('are those of its stretches, cut at its ends', () => {
    expect(edges('2026-06-04T12:00+02:00', '2026-06-08T10:00+02:00')).toEqual([
      '2026-06-04T12:00',
      '2026-06-04T17:00',
      '2026-06-05T09:00',
      '2026-06-05T17:00',
      '2026-06-08T09:00',
      '2026-06-08T10:00',
    ]);
    expect(edges('2026-06-04T12:00+02:00', '2026-06-04T13:00+02:00')).toEqual([
      '2026-06-04T12:00',
      '2026-06-04T13:00',
    ]);
  });

  it('are none of a stretch that only touches it, and none where nothing is open', () => {
    expect(edges('2026-06-04T17:00+02:00', '2026-06-05T09:00+02:00')).toEqual([]);
    expect(edges('2026-06-04T09:00+02:00', '2026-06-04T17:00+02:00')).toHaveLength(2);
    expect(edges('2026-06-06T00:00+02:00', '2026-06-07T00:00+02:00')).toEqual([]);
  });

  it('are none of a span without length, or that ends before it begins', () => {
    expect(edges('2026-06-04T12:00+02:00', '2026-06-04T12:00+02:00')).toEqual([]);
    expect(edges('2026-06-04T13:00+02:00', '2026-06-04T12:00+02:00')).toEqual([]);
    expect(calendar(BERLIN).edgesBetween(NaN, 0)).toEqual([]);
  });

  it('end with the last hours that it covers', () => {
    const [from, to] = [Date.UTC(2099, 11, 31), Date.UTC(2100, 0, 1)];
    expect(calendar(BERLIN).edgesBetween(from, to)).toEqual([
      at('2099-12-31T09:00+01:00'),
      at('2099-12-31T17:00+01:00'),
    ]);
    expect(() => calendar(BERLIN).edgesBetween(from, to + 1)).toThrow(HorizonError);
    for (const behind of ['2099-12-31T17:00+01:00', '2099-12-31T18:00+01:00'])
      expect(calendar(BERLIN).edgesBetween(at(behind), to)).toEqual([]);
    expect(calendar(BERLIN).edgesBetween(to + HOUR, to + HOUR)).toEqual([]);
  });
});

describe('a calendar of hours that has no zone', () => {
  it('counts no days', () => {
    const office = lowerCalendar(contractWith({ C: BERLIN }), 'C', NO_FACTS);
    const outside = loadPlan(planOf([{ ...office, zone: null }])).calendar(0);
    expect(outside.zone).toBeNull();
    expect(outside.isOpen(at('2026-06-04T12:00+02:00'))).toBe(true);
    expect(() => outside.addDays(0, 1)).toThrow(NoZoneError);
  });
});

describe('opening and closing', () => {
  const berlin = calendar(BERLIN);
  const opens = at('2026-06-02T09:00+02:00');
  const closes = at('2026-06-02T17:00+02:00');

  it('leave the opening instant inside and the closing instant outside', () => {
    expect([opens - 1, opens, closes - 1, closes].map((t) => berlin.isOpen(t))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('find the next opening, which is the instant itself while open', () => {
    expect(berlin.nextOpen(opens - 1)).toBe(opens);
    expect(berlin.nextOpen(opens)).toBe(opens);
    expect(berlin.nextOpen(closes - 1)).toBe(closes - 1);
    expect(berlin.nextOpen(closes)).toBe(at('2026-06-03T09:00+02:00'));
  });

  it('find the last instant inside open time or at its end', () => {
    expect(berlin.prevOpen(opens)).toBe(opens);
    expect(berlin.prevOpen(opens - 1)).toBe(at('2026-06-01T17:00+02:00'));
    expect(berlin.prevOpen(closes)).toBe(closes);
    expect(berlin.prevOpen(closes + 1)).toBe(closes);
  });

  it('find the end of the stretch, or of the next when closed', () => {
    expect(berlin.nextClose(opens)).toBe(closes);
    expect(berlin.nextClose(opens - 1)).toBe(closes);
    expect(berlin.nextClose(closes)).toBe(at('2026-06-03T17:00+02:00'));
  });

  it('list stretches joined where windows touch, the first from the instant when open', () => {
    const split = calendar(civil('Europe/Berlin', weekdays(1, 2, '09:00-12:00', '12:00-17:00')));
    expect(split.periods(at('2026-06-01T10:30+02:00'), 3)).toEqual([
      { from: at('2026-06-01T10:30+02:00'), to: at('2026-06-01T17:00+02:00') },
      { from: at('2026-06-02T09:00+02:00'), to: at('2026-06-02T17:00+02:00') },
      { from: at('2026-06-08T09:00+02:00'), to: at('2026-06-08T17:00+02:00') },
    ]);
  });
});

describe('layers', () => {
  const week = weekdays(1, 5, '09:00-17:00');
  const holiday = named('H', {
    source: 'test',
    fromYear: 2026,
    toYear: 2026,
    days: [
      { date: '2026-12-24', name: 'Christmas Eve', closed: { from: time('14:00'), to: time('24:00') } },
      { date: '2026-12-25', name: 'Christmas', closed: { from: 0, to: time('24:00') } },
    ],
  });
  const layered = (
    dates: readonly { date: string; hours: readonly { from: number; to: number }[] }[],
  ): Calendar =>
    engineOf(
      contractWith(
        {
          C: civil('Europe/Berlin', week, {
            seasons: [
              forAll({
                label: 'winter',
                dates: { kind: 'yearly', from: { month: 12, day: 20 }, to: { month: 1, day: 5 } },
                week: [forAll(weekdays(1, 5, '10:00-16:00'))],
                limited: [],
                holidays: [],
              }),
            ],
            holidays: [forAll({ kind: 'sets', sets: ['H'] })],
            dated: dates.map(({ date, hours }) =>
              forAll({
                label: 'x',
                dates: { kind: 'range', from: date, to: date },
                hours,
                as: null,
                limited: null,
              }),
            ),
          }),
        },
        { holidaySets: [holiday] },
      ),
    ).calendar(0);

  const openHours = (on: Calendar, date: string): number =>
    on.between(at(`${date}T00:00+01:00`), at(`${date}T24:00+01:00`)) / HOUR;

  it('of a season replace the week', () => {
    expect(openHours(layered([]), '2026-12-18')).toBe(8);
    expect(openHours(layered([]), '2026-12-21')).toBe(6);
  });

  it('of holidays close part of a day of the season', () => {
    expect(openHours(layered([]), '2026-12-24')).toBe(4);
    expect(openHours(layered([]), '2026-12-25')).toBe(0);
  });

  it('of dated hours win over holidays, and the later line over the earlier', () => {
    const three = { from: time('12:00'), to: time('15:00') };
    const one = { from: time('12:00'), to: time('13:00') };
    expect(openHours(layered([{ date: '2026-12-25', hours: [three] }]), '2026-12-25')).toBe(3);
    expect(
      openHours(
        layered([
          { date: '2026-12-25', hours: [three] },
          { date: '2026-12-25', hours: [one] },
        ]),
        '2026-12-25',
      ),
    ).toBe(1);
    expect(openHours(layered([{ date: '2026-12-21', hours: [] }]), '2026-12-21')).toBe(0);
  });

  it('know nothing outside the years of the holidays, and say so', () => {
    const on = layered([]);
    expect(on.isOpen(at('2026-01-01T00:00+01:00'))).toBe(false);
    expect(() => on.isOpen(at('2026-01-01T00:00+01:00') - 1)).toThrow(HorizonError);
    expect(() => on.add(at('2026-12-31T12:00+01:00'), 40 * HOUR)).toThrow(
      'the answer lies outside what calendar `C` covers: 2026-01-01 to 2026-12-31 (its holidays are listed for 2026)',
    );
  });

  it('say of a column which row it was', () => {
    const on = layered([]);
    const [inside, outside] = [at('2026-06-01T08:00+02:00'), at('2027-01-01T08:00+01:00')];
    const column = Float64Array.of(inside, inside, NaN, inside, outside, inside, outside);
    const out = new Float64Array(7);
    const asks: readonly (() => void)[] = [
      () => on.addEach(column, HOUR, out),
      () => on.addEach(column, new Float64Array(7), out),
      () => on.subtractEach(column, HOUR, out),
      () => on.subtractEach(column, new Float64Array(7), out),
      () => on.betweenEach(column, column, out),
      () => on.isOpenEach(column, new Uint8Array(7)),
      () => on.nextOpenEach(column, out),
      () => on.prevOpenEach(column, out),
      () => on.nextCloseEach(column, out),
      () => on.addDaysEach(column, 1, out),
    ];
    for (const ask of asks) {
      expect(ask).toThrow(expect.objectContaining({ name: 'HorizonError', row: 4 }) as Error);
      expect(ask).toThrow('(its holidays are listed for 2026); it was asked for in row 4');
    }
    expect(() => on.isOpen(outside)).toThrow(expect.objectContaining({ row: null }) as Error);
  });
});

describe('a calendar that is always open', () => {
  const always = calendar({ kind: 'always' });
  const t = at('2026-06-01T08:00Z');

  it('counts elapsed time, never closes and has no edges', () => {
    expect(always.add(t, 5 * HOUR)).toBe(t + 5 * HOUR);
    expect(always.subtract(t, 5 * HOUR)).toBe(t - 5 * HOUR);
    expect(always.between(t + 1, t)).toBe(-1);
    expect([always.nextOpen(t), always.prevOpen(t), always.nextClose(t)]).toEqual([t, t, null]);
    expect(always.edgesBetween(t, t + 9)).toEqual([t, t + 9]);
    expect(() => always.periods(t, 1)).toThrow(HorizonError);
  });

  it('counts no days without a zone', () => {
    expect(() => always.addDays(t, 1)).toThrow(NoZoneError);
    expect(() => always.addDays(t, 1)).toThrow('calendar `C` has no zone, so its dates cannot be counted');
    expect(new NoZoneError('C').name).toBe('NoZoneError');
  });

  it('adds nothing to an instant and takes nothing from it, at the ends of its years too', () => {
    const [first, last] = [Date.UTC(1970, 0, 1), Date.UTC(2100, 0, 1) - 1];
    expect([always.add(t, 0), always.subtract(t, 0)]).toEqual([t, t]);
    expect([always.add(last, 0), always.subtract(first, 0)]).toEqual([last, first]);
    // What it counts may end as its years do, like the last closing of other calendars.
    expect(always.add(last, 1)).toBe(last + 1);
    expect(() => always.add(last, 2)).toThrow(HorizonError);
    expect(() => always.subtract(first, 1)).toThrow(HorizonError);
    expect(always.edgesBetween(first, last + 1)).toEqual([first, last + 1]);
    expect(() => always.edgesBetween(first, last + 2)).toThrow(HorizonError);
    expect(() => always.edgesBetween(first - 1, last)).toThrow(HorizonError);
  });

  it('has no stretch where none is asked for, and no edge between an instant and itself', () => {
    expect(always.periods(t, 0)).toEqual([]);
    expect([always.edgesBetween(t, t), always.edgesBetween(t + 1, t), always.edgesBetween(t, NaN)]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('keeps its zone, in which it counts days from any instant on', () => {
    const berlin = calendar(roundTheClock('Europe/Berlin'));
    expect([berlin.zone, berlin.name]).toEqual(['Europe/Berlin', 'C']);
    const noon = at('2026-03-28T12:00+01:00');
    expect([berlin.addDays(noon, 1), berlin.addDays(noon, -1)]).toEqual([
      at('2026-03-29T12:00+02:00'),
      at('2026-03-27T12:00+01:00'),
    ]);
    expect(always.zone).toBeNull();
  });

  it('is also what a whole week of whole days comes to', () => {
    expect(calendar(roundTheClock('Europe/Berlin')).nextClose(t)).toBeNull();
    expect(calendar(roundTheClock('Pacific/Apia')).addDays(at('2011-12-29T16:00-10:00'), 1)).toBe(
      at('2011-12-31T16:00+14:00'),
    );
  });
});

describe('the horizon', () => {
  const from = Date.UTC(1970, 0, 1);
  const to = Date.UTC(2100, 0, 1);

  it('is an error to ask beyond, on either side and for no instant at all', () => {
    for (const on of [calendar(BERLIN), calendar({ kind: 'always' })]) {
      for (const t of [from - 1, to, NaN, Infinity, -Infinity]) {
        expect(() => on.isOpen(t), String(t)).toThrow(HorizonError);
        expect(() => on.add(t, 1), String(t)).toThrow(HorizonError);
        expect(() => on.between(0, t), String(t)).toThrow(HorizonError);
        expect(() => on.between(t, 0), String(t)).toThrow(HorizonError);
        expect(() => on.subtract(t, 1), String(t)).toThrow(HorizonError);
        expect(() => on.nextOpen(t), String(t)).toThrow(HorizonError);
        expect(() => on.prevOpen(t), String(t)).toThrow(HorizonError);
        expect(() => on.nextClose(t), String(t)).toThrow(HorizonError);
        expect(() => on.periods(t, 1), String(t)).toThrow(HorizonError);
      }
      expect(on.isOpen(from)).toBe(on.nextClose(from) === null);
    }
  });

  it('is an error to answer beyond', () => {
    const on = calendar(BERLIN);
    expect(() => on.add(to - 1, 1)).toThrow(HorizonError);
    expect(() => on.subtract(from, 1)).toThrow(HorizonError);
    expect(() => on.nextOpen(to - 1)).toThrow(HorizonError);
    expect(() => on.nextClose(to - 1)).toThrow(HorizonError);
    expect(() => on.prevOpen(from)).toThrow(HorizonError);
    expect(() => on.periods(to - 24 * HOUR, 5)).toThrow(HorizonError);
    expect(() => on.addDays(to - 1, 1)).toThrow(HorizonError);
    expect(() => on.addDays(from, -1)).toThrow(HorizonError);
  });

  it('is reached by a budget of decades', () => {
    const on = calendar(BERLIN);
    const everything = on.between(from, to - 1);
    expect(on.add(from, everything)).toBe(on.prevOpen(to - 1));
    expect(on.subtract(to - 1, everything)).toBe(on.nextOpen(from));
    expect(() => on.add(from, everything + 1)).toThrow(HorizonError);
  });

  it('ends the search for an opening in a calendar that has none', () => {
    const never = calendar({ kind: 'difference', left: { kind: 'always' }, right: { kind: 'always' } });
    expect(never.between(from, to - 1)).toBe(0);
    expect(never.add(5, 0)).toBe(5);
    expect(() => never.add(5, 1)).toThrow(HorizonError);
    expect(() => never.nextOpen(5)).toThrow(HorizonError);
    expect(() => never.prevOpen(5)).toThrow(HorizonError);
    expect(() => never.periods(5, 1)).toThrow(HorizonError);
  });
});
