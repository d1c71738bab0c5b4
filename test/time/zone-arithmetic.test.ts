import { describe, expect, it } from 'vitest';
import { epochDayOfDate } from '../../src/time/civil-date.ts';
import { formatInstantUtc, formatTimeOfDay } from '../../src/time/iso-instant.ts';
import { dateExists, localToInstant, offsetAt, wallClockAt } from '../../src/time/zone-arithmetic.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';

const table = (zone: string): ReturnType<typeof lookUpZone> => lookUpZone(zone, 1970, 2100);

function find(zone: string, date: string, hours: number, minutes = 0): string {
  return formatInstantUtc(localToInstant(table(zone), epochDayOfDate(date), hours * 3600 + minutes * 60));
}

describe('a local time', () => {
  it('that was skipped moves forward by the gap', () => {
    expect(find('Europe/Berlin', '2026-03-29', 2, 30)).toBe('2026-03-29T01:30:00Z');
    expect(find('Australia/Lord_Howe', '2026-10-04', 2, 15)).toBe('2026-10-03T15:45:00Z');
    expect(find('Africa/Cairo', '2029-04-27', 0)).toBe('2029-04-26T22:00:00Z');
  });

  it('that occurs twice is the first occurrence', () => {
    expect(find('Europe/Berlin', '2026-10-25', 2, 30)).toBe('2026-10-25T00:30:00Z');
    expect(find('America/New_York', '2028-11-05', 1, 42)).toBe('2028-11-05T05:42:00Z');
    // Clocks went from 00:01 on the 4th back to 23:01 on the 3rd.
    expect(find('America/St_Johns', '2007-11-03', 23, 30)).toBe('2007-11-04T02:00:00Z');
    expect(find('America/St_Johns', '2007-11-04', 0)).toBe('2007-11-04T02:30:00Z');
  });

  it('on a date that the zone left out is the same time a day later', () => {
    expect(find('Pacific/Apia', '2011-12-30', 12)).toBe(find('Pacific/Apia', '2011-12-31', 12));
    expect(find('Pacific/Kwajalein', '1993-08-21', 0)).toBe(find('Pacific/Kwajalein', '1993-08-22', 0));
  });

  it('at 24:00 is the next midnight, across a change too', () => {
    expect(find('Europe/Berlin', '2026-03-29', 24)).toBe(find('Europe/Berlin', '2026-03-30', 0));
    expect(find('Pacific/Apia', '2011-12-29', 24)).toBe('2011-12-30T10:00:00Z');
  });
});

describe('a wall clock', () => {
  it('shows each second of a day of changes where it belongs', () => {
    const at = (text: string): string => {
      const { daySeconds } = wallClockAt(table('Europe/Berlin'), Date.parse(text));
      return formatTimeOfDay(daySeconds, true);
    };
    expect(at('2026-03-29T00:59:59Z')).toBe('01:59:59');
    expect(at('2026-03-29T01:00:00Z')).toBe('03:00:00');
    expect(at('2026-10-25T00:59:59Z')).toBe('02:59:59');
    expect(at('2026-10-25T01:00:00Z')).toBe('02:00:00');
  });

  it('keeps milliseconds, before 1970 as well as after', () => {
    const { ms, daySeconds } = wallClockAt(lookUpZone('UTC', 1960, 1980), -1);
    expect([daySeconds, ms]).toEqual([86_399, 999]);
  });

  it('is not guessed outside the years that were looked up', () => {
    const berlin = lookUpZone('Europe/Berlin', 2020, 2021);
    expect(offsetAt(berlin, Date.UTC(2020, 0, 1))).toBe(3600);
    expect(() => offsetAt(berlin, Date.UTC(2020, 0, 1) - 1)).toThrow(RangeError);
    expect(() => offsetAt(berlin, Date.UTC(2022, 0, 1))).toThrow(/Europe\/Berlin are known from 2020-01-01/);
    expect(() => offsetAt(berlin, NaN)).toThrow(RangeError);
    expect(() => localToInstant(berlin, epochDayOfDate('2025-06-01'), 0)).toThrow(RangeError);
  });
});

describe('a date', () => {
  it('exists unless its zone left it out', () => {
    const exists = (zone: string, date: string): boolean => dateExists(table(zone), epochDayOfDate(date));
    expect(['2011-12-29', '2011-12-30', '2011-12-31'].map((date) => exists('Pacific/Apia', date))).toEqual([
      true,
      false,
      true,
    ]);
    expect(
      ['1993-08-20', '1993-08-21', '1993-08-22'].map((date) => exists('Pacific/Kwajalein', date)),
    ).toEqual([true, false, true]);
    expect(exists('Europe/Berlin', '2011-12-30')).toBe(true);
    // Midnight did not exist, the date did.
    expect(exists('America/Sao_Paulo', '2018-11-04')).toBe(true);
  });
});
