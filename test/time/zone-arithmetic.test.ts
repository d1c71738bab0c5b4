import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilFieldsOf, epochDayOfDate } from '../../src/time/civil-date.ts';
import { formatInstantUtc, formatTimeOfDay } from '../../src/time/iso-instant.ts';
import {
  dateExists,
  localToInstant,
  offsetAt,
  segmentAt,
  wallClockAt,
} from '../../src/time/zone-arithmetic.ts';
import type { ZoneTable } from '../../src/time/types.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';

/** The offsets of a zone around a date. */
function table(zone: string, date: string): ZoneTable {
  const { year } = civilFieldsOf(epochDayOfDate(date));
  return lookUpZone(zone, year - 1, year + 1);
}

function find(zone: string, date: string, hours: number, minutes = 0): string {
  const day = epochDayOfDate(date);
  return formatInstantUtc(localToInstant(table(zone, date), day, hours * 3600 + minutes * 60));
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

  it('at the end of the hour that occurs twice occurs once, after both', () => {
    expect(find('Europe/Berlin', '2026-10-25', 2)).toBe('2026-10-25T00:00:00Z');
    expect(find('Europe/Berlin', '2026-10-25', 3)).toBe('2026-10-25T02:00:00Z');
    expect(find('America/New_York', '2028-11-05', 2)).toBe('2028-11-05T07:00:00Z');
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
      const { daySeconds } = wallClockAt(table('Europe/Berlin', '2026-06-01'), Date.parse(text));
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
    // By Berlin's clock the years of UTC begin and end at one in the morning.
    const read = (date: string, seconds: number): number =>
      localToInstant(berlin, epochDayOfDate(date), seconds);
    expect(read('2020-01-01', 3600)).toBe(Date.UTC(2020, 0, 1));
    expect(() => read('2020-01-01', 3599)).toThrow(RangeError);
    expect(read('2022-01-01', 3599)).toBe(Date.UTC(2022, 0, 1) - 1000);
    expect(() => read('2022-01-01', 3600)).toThrow(RangeError);
    expect(() => read('2025-06-01', 0)).toThrow(RangeError);
    expect(() => read('2019-06-01', 0)).toThrow(RangeError);
  });
});

describe('a date', () => {
  it('exists unless its zone left it out', () => {
    const exists = (zone: string, date: string): boolean =>
      dateExists(table(zone, date), epochDayOfDate(date));
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
    // Nor did the midnight that ended it, or an hour was there twice.
    expect(exists('Africa/Cairo', '2024-04-25')).toBe(true);
    expect(exists('America/Sao_Paulo', '2018-02-17')).toBe(true);
  });
});

describe('a table of offsets', () => {
  /** Changes days to years apart, before and after 1970, between offsets that places have or had. */
  const anyTable = fc
    .record({
      begins: fc.integer({ min: -4e8, max: 4e8 }),
      gaps: fc.array(fc.integer({ min: 3 * 86_400, max: 4e7 }), { maxLength: 8 }),
      offsets: fc.array(fc.integer({ min: -14 * 4, max: 14 * 4 }), { minLength: 10, maxLength: 10 }),
    })
    .map(({ begins, gaps, offsets }): ZoneTable => {
      let at = begins;
      const transitions = gaps.map((gap) => (at += gap));
      return {
        zone: 'Area/Place',
        from: begins - 1e8,
        to: at + 1e8,
        transitions,
        offsets: offsets.slice(0, transitions.length + 1).map((quarters) => quarters * 900),
      };
    });

  /** Each change and its neighbours, and instants all over it. */
  const secondsOf = ({ from, to, transitions }: ZoneTable): readonly number[] => [
    ...transitions.flatMap((second) => [second - 1, second, second + 1]),
    ...Array.from({ length: 200 }, (_, i) => Math.floor(from + ((i + 0.5) / 200) * (to - from))),
  ];

  it('has as many changes up to a second as its segment says, from long before the first to long after the last', () => {
    fc.assert(
      fc.property(anyTable, anyTable, (one, other) => {
        // Two in turn, as those who ask about several zones do.
        for (const zone of [one, other, one]) {
          const passed = secondsOf(zone).map(
            (second) => zone.transitions.filter((change) => change <= second).length,
          );
          expect(secondsOf(zone).map((second) => segmentAt(zone, second))).toEqual(passed);
        }
      }),
    );
  });

  it('finds for each local time the first instant that reads it, or so much later as the clock was put forward', () => {
    fc.assert(
      fc.property(anyTable, (zone) => {
        for (const second of secondsOf(zone)) {
          const { epochDay, daySeconds } = wallClockAt(zone, second * 1000);
          const found = localToInstant(zone, epochDay, daySeconds, 7);
          const before = zone.offsets[segmentAt(zone, second - 86_400)] as number;
          const after = zone.offsets[segmentAt(zone, second)] as number;
          // The clock read this before too where it has been put back since by more than has passed.
          const change = zone.transitions[segmentAt(zone, second) - 1] ?? -Infinity;
          const repeats = second - change < before - after;
          expect(found).toBe((repeats ? second - (before - after) : second) * 1000 + 7);
        }
        for (const [i, change] of zone.transitions.entries()) {
          const [before, after] = [zone.offsets[i] as number, zone.offsets[i + 1] as number];
          // Every quarter of an hour of what the clock left out.
          for (let past = 0; past < after - before; past += 900) {
            const local = change + before + past;
            const day = Math.floor(local / 86_400);
            expect(localToInstant(zone, day, local - day * 86_400)).toBe((change + past) * 1000);
          }
        }
      }),
    );
  });
});
