import { describe, expect, it } from 'vitest';
import { calendarHorizon } from '../../src/engine/calendar-horizon.ts';
import { WIDEST_HORIZON } from '../../src/engine/horizon.ts';
import type { PlanCalendarBody } from '../../src/plan/model.ts';
import { formatInstantUtc } from '../../src/time/iso-instant.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';
import { ORIGIN } from './checked-contract.ts';
import { planHolidays, planHours, planSeason, SHUT, weekOf } from './plan-hours.ts';

const zones = {
  'Europe/Berlin': lookUpZone('Europe/Berlin', 1970, 2099),
  'America/New_York': lookUpZone('America/New_York', 1970, 2099),
  // Of these, little is known.
  'Asia/Tokyo': lookUpZone('Asia/Tokyo', 2020, 2021),
  'Asia/Seoul': lookUpZone('Asia/Seoul', 2021, 2022),
};

function covers(body: PlanCalendarBody): readonly [from: string, to: string, why: string] {
  const { from, to, firstDate, lastDate, reason } = calendarHorizon(body, zones);
  return [formatInstantUtc(from), formatInstantUtc(to), `${firstDate} to ${lastDate}: ${reason}`];
}

const week = weekOf('09:00-17:00');
const office = planHours(week);
const tokyo = planHours(week, { zone: 'Asia/Tokyo' });
const seoul = planHours(week, { zone: 'Asia/Seoul' });
const widest = [
  '1970-01-01T00:00:00Z',
  '2100-01-01T00:00:00Z',
  '1970-01-01 to 2099-12-31: the years that the engine covers',
];

describe('what a calendar covers', () => {
  it('is all that the engine does where nothing narrows it', () => {
    expect([{ kind: 'always' } as const, { kind: 'never' } as const, office].map(covers)).toEqual([
      widest,
      widest,
      widest,
    ]);
    expect(calendarHorizon({ kind: 'union', of: [] }, zones)).toEqual(WIDEST_HORIZON);
  });

  it('is the years of which the offsets of its zone are known', () => {
    expect(covers(tokyo)).toEqual([
      '2020-01-01T00:00:00Z',
      '2022-01-01T00:00:00Z',
      '2020-01-01 to 2021-12-31: the offsets of Asia/Tokyo are known for those years',
    ]);
  });

  it('is the dates of its holidays, from midnight to midnight by its own clock', () => {
    expect(covers({ ...office, holidays: planHolidays('2026-01-01', '2026-12-31') })).toEqual([
      '2025-12-31T23:00:00Z',
      '2026-12-31T23:00:00Z',
      '2026-01-01 to 2026-12-31: its holidays are listed for 2026',
    ]);
    expect(
      covers(
        planHours(week, { zone: 'America/New_York', holidays: planHolidays('2025-07-01', '2026-07-31') }),
      ),
    ).toEqual([
      '2025-07-01T04:00:00Z',
      '2026-08-01T04:00:00Z',
      '2025-07-01 to 2026-07-31: its holidays are listed for 2025 to 2026',
    ]);
  });

  it('begins a week after its holidays do where a window of the week before may reach into them', () => {
    const holidays = planHolidays('2026-01-01', '2026-12-31');
    expect(covers({ ...office, bound: 'day of opening', holidays })).toEqual([
      '2026-01-07T23:00:00Z',
      '2026-12-31T23:00:00Z',
      '2026-01-08 to 2026-12-31: its holidays are listed for 2026',
    ]);
  });

  it('does not end with holidays that go on behind its zone, nor begin with such as are listed before', () => {
    const [from, to] = covers({ ...tokyo, holidays: planHolidays('2015-01-01', '2030-12-31') });
    expect([from, to]).toEqual(['2020-01-01T00:00:00Z', '2022-01-01T00:00:00Z']);
    const [first, last] = covers({ ...office, holidays: planHolidays('1970-01-01', '2099-12-31') });
    // In Berlin the first of January 2100, of which no holidays are listed, begins an hour before it does in UTC.
    expect([first, last]).toEqual(['1970-01-01T00:00:00Z', '2099-12-31T23:00:00Z']);
  });

  it('is right to the day where holidays begin or end a day from where its zone does', () => {
    const [from, to] = covers({ ...tokyo, holidays: planHolidays('2020-01-02', '2021-12-30') });
    expect([from, to]).toEqual(['2020-01-01T15:00:00Z', '2021-12-30T15:00:00Z']);
    expect(covers({ ...tokyo, holidays: planHolidays('2020-01-03', '2021-12-29') }).slice(0, 2)).toEqual([
      '2020-01-02T15:00:00Z',
      '2021-12-29T15:00:00Z',
    ]);
    // New York's last day ends five hours after the table does.
    const newYork = planHours(week, {
      zone: 'America/New_York',
      holidays: planHolidays('1970-01-01', '2099-12-30'),
    });
    expect(covers(newYork).slice(0, 2)).toEqual(['1970-01-01T05:00:00Z', '2099-12-31T05:00:00Z']);
  });

  it('is bounded by the holidays of a season of its own, but where the season lies within them', () => {
    const listed = planHolidays('2026-01-01', '2026-12-31');
    const own = { holidays: listed, customerHolidays: null };
    const inSeason = (from: string, to: string): readonly string[] =>
      covers({ ...office, seasons: [planSeason(SHUT, { own, dates: { kind: 'range', from, to } })] });
    const bounded = covers({ ...office, holidays: listed });
    expect(inSeason('2026-01-01', '2026-12-31')).toEqual(widest);
    expect(inSeason('2025-12-31', '2026-12-31')).toEqual(bounded);
    expect(inSeason('2026-01-01', '2027-01-01')).toEqual(bounded);
    const yearly = { kind: 'yearly', from: { month: 7, day: 1 }, to: { month: 8, day: 1 } } as const;
    expect(covers({ ...office, seasons: [planSeason(SHUT, { own, dates: yearly })] })).toEqual(bounded);
    const none = { holidays: null, customerHolidays: null };
    expect(covers({ ...office, seasons: [planSeason(SHUT, { own: none, dates: yearly })] })).toEqual(widest);
    expect(covers({ ...office, seasons: [planSeason(SHUT, { own: none })] })).toEqual(widest);
    expect(covers({ ...office, seasons: [planSeason(SHUT, { dates: yearly })] })).toEqual(widest);
  });

  it('is what all of its parts cover, whichever way they are put together', () => {
    const both = [
      '2021-01-01T00:00:00Z',
      '2022-01-01T00:00:00Z',
      '2021-01-01 to 2021-12-31: the offsets of Asia/Seoul are known for those years',
    ];
    expect(covers({ kind: 'union', of: [tokyo, office, seoul] })).toEqual(both);
    expect(covers({ kind: 'intersection', of: [seoul, tokyo] })).toEqual(both);
    expect(covers({ kind: 'difference', from: tokyo, minus: seoul })).toEqual(both);
    expect(covers({ kind: 'difference', from: seoul, minus: tokyo })).toEqual(both);
  });

  it('is nothing where its parts have no instant in common', () => {
    const late = planHours(week, { holidays: planHolidays('2026-01-01', '2026-12-31') });
    const { from, to } = calendarHorizon({ kind: 'union', of: [tokyo, late] }, zones);
    expect(to).toBe(from);
  });

  it('begins nine days after its zones do where a window may have begun by offsets that are not known', () => {
    const between = (fromZone: string, toZone: string): PlanCalendarBody => ({
      kind: 'between zones',
      windows: [{ fromDay: 1, fromTime: 28_800, fromZone, toDay: 5, toTime: 61_200, toZone, origin: ORIGIN }],
    });
    expect(covers(between('Asia/Seoul', 'America/New_York'))).toEqual([
      '2021-01-10T00:00:00Z',
      '2023-01-01T00:00:00Z',
      '2021-01-10 to 2022-12-31: the offsets of Asia/Seoul are known for those years',
    ]);
    expect(covers(between('America/New_York', 'Asia/Tokyo'))).toEqual([
      '2020-01-10T00:00:00Z',
      '2022-01-01T00:00:00Z',
      '2020-01-10 to 2021-12-31: the offsets of Asia/Tokyo are known for those years',
    ]);
  });
});
