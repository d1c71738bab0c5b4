import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatInstantIn,
  formatInstantUtc,
  formatTimeOfDay,
  parseInstant,
  parsePlainUtc,
  parseReading,
  utcYearOf,
} from '../../src/time/iso-instant.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';

function read(text: string, rounding?: 'down' | 'up'): string {
  const parsed = parseInstant(text, rounding);
  return parsed.ok ? formatInstantUtc(parsed.instant) : parsed.reason;
}

describe('an instant is read', () => {
  it('only with its offset from UTC', () => {
    expect(read('2026-06-01T08:00')).toBe('it has no offset from UTC, such as `Z` or `+02:00`');
    expect(read('2026-06-01T08:00:00')).toMatch(/no offset/);
  });

  it('never when it names a date, a time or an offset that does not exist', () => {
    expect(read('2026-02-29T08:00Z')).toBe('there is no date 2026-02-29');
    expect(read('2026-06-01T24:01Z')).toBe('there is no time of day 24:01');
    expect(read('2026-06-01T08:60Z')).toBe('there is no time of day 08:60');
    expect(read('2026-06-01T23:59:60Z')).toBe('there is no time of day 23:59:60');
    expect(read('2026-06-01T24:00:00.001Z')).toBe('there is no time of day 24:00:00.001');
    for (const offset of ['Z', ' z', '+02', '-0400', ' +02:00', ''])
      expect(read(`2026-06-01T25:00${offset}`)).toBe('there is no time of day 25:00');
    expect(read('2026-06-01T08:00+25:00')).toBe('there is no offset +25:00');
    for (const text of [
      '',
      'yesterday',
      '2026-06-01',
      '01.06.2026 08:00',
      '2026-06-01T8:00Z',
      '1750000000',
    ]) {
      expect(read(text), text).toMatch(/is not a date and time/);
    }
  });

  it('in each way that ISO 8601 writes an offset', () => {
    expect(read('2026-06-01T08:00-04:00')).toBe('2026-06-01T12:00:00Z');
    expect(read('2026-06-01T08:00:30+0530')).toBe('2026-06-01T02:30:30Z');
    expect(read('2026-06-01 08:00+02')).toBe('2026-06-01T06:00:00Z');
    expect(read('2026-06-01t08:00z')).toBe('2026-06-01T08:00:00Z');
    expect(read('1969-12-31T23:59:59-00:00')).toBe('1969-12-31T23:59:59Z');
  });

  it('at 24:00 as the midnight that ends the date', () => {
    expect(read('2026-12-31T24:00Z')).toBe('2027-01-01T00:00:00Z');
  });

  it('to the millisecond: finer parts round down at a start and up at a stop', () => {
    expect(read('2026-06-01T08:00:00.1239Z')).toBe('2026-06-01T08:00:00.123Z');
    expect(read('2026-06-01T08:00:00.1230001Z', 'up')).toBe('2026-06-01T08:00:00.124Z');
    expect(read('2026-06-01T08:00:00.1230000Z', 'up')).toBe('2026-06-01T08:00:00.123Z');
    expect(read('2026-06-01T08:00:59.9999Z', 'up')).toBe('2026-06-01T08:01:00Z');
    expect(read('2026-06-01T08:00:00,5Z')).toBe('2026-06-01T08:00:00.500Z');
  });

  it('as a wall clock when the text says nothing of an offset and none is asked for', () => {
    expect(parseReading('2026-06-01T08:00')).toMatchObject({
      ok: true,
      reading: { daySeconds: 28_800, offset: null },
    });
  });
});

describe('an instant as programs write it', () => {
  const plain = fc
    .date({ min: new Date(0), max: new Date(Date.UTC(2100, 0, 1)), noInvalidDate: true })
    .chain((date) =>
      fc.constantFrom(
        date.toISOString(),
        date.toISOString().replace(/\.\d+Z$/, 'Z'),
        date.toISOString().replace(/:\d\d\.\d+Z$/, 'Z'),
      ),
    );

  it('is the same as one with an offset of nothing, which is read with more care', () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(parseInstant(text)).toEqual({ ok: true, instant: Date.parse(text) });
        expect(parseInstant(text)).toEqual(parseInstant(text.replace('Z', '+00:00')));
      }),
    );
  });

  it('is none with one character exchanged where one with an offset is none', () => {
    fc.assert(
      fc.property(
        plain,
        fc.nat(22),
        fc.constantFrom('0', '9', 'a', ':', '-', '.', ' ', 'T', 'Z', '+'),
        (text, place, other) => {
          if (place >= text.length - 1) return;
          const spoilt = text.slice(0, place) + other + text.slice(place + 1);
          const short = parseInstant(spoilt);
          const long = parseInstant(spoilt.replace(/Z$/, '+00:00'));
          expect(short.ok).toBe(long.ok);
          if (short.ok) expect(short).toEqual(long);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('an instant as programs write it, read where it stands', () => {
  const inText = (before: string, text: string, after: string): number =>
    parsePlainUtc(before + text + after, before.length, before.length + text.length);

  it('is the same whatever stands beside it', () => {
    for (const text of [
      '2026-06-01T08:09Z',
      '2026-12-31T23:59:59Z',
      '1970-01-01T00:00:00.000Z',
      '1969-10-19T09:58:57.999Z',
      '2096-02-29T10:20:30.456Z',
    ]) {
      for (const [before, after] of [
        ['', ''],
        ['opened,', ',P1'],
        ['2025-05-05T05:05:05.555Z', '2027-07-07T07:07:07.777Z'],
        ['19', '19'],
      ] as const)
        expect(inText(before, text, after), before + text + after).toBe(Date.parse(text));
    }
  });

  it('is nothing else, which is left to be read with more care', () => {
    for (const text of [
      '',
      'Z',
      '2026-06-01T08:09',
      '2026-06-01T08:09z',
      '2026-06-01 08:09Z',
      '2026-06-01T08:09 Z',
      '2026-06-01T08:09+',
      '2026-06-01T08:09+00:00',
      '2026-06-01T08:09:10,250Z',
      '2026-06-01T08:09:10.2Z',
      '2026-06-01T08:09:10.2501Z',
      '2026-06-01T08:09.10Z',
      '2026-06-01T08.09:10Z',
      '2026/06-01T08:09Z',
      '2026-06/01T08:09Z',
      '2026-06-01T24:00Z',
      '2026-06-01T23:60Z',
      '2026-06-01T23:59:60Z',
      '2026-02-29T08:09Z',
      '2026-13-01T08:09Z',
      'x026-06-01T08:09Z',
      '2026-0:-01T08:09Z',
      '2026-06-0/T08:09Z',
    ])
      expect(inText('', text, ''), text).toBeNaN();
  });
});

describe('the year of an instant', () => {
  it('is that of UTC, from its first ms to its last', () => {
    expect([Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1) - 1, -1].map(utcYearOf)).toEqual([2026, 2026, 1969]);
  });
});

describe('an instant is written', () => {
  it('in UTC, with a fraction only where there is one', () => {
    expect(formatInstantUtc(0)).toBe('1970-01-01T00:00:00Z');
    expect(formatInstantUtc(1)).toBe('1970-01-01T00:00:00.001Z');
    expect(formatInstantUtc(-1)).toBe('1969-12-31T23:59:59.999Z');
  });

  it('by the clock of a zone, with its offset then', () => {
    const newYork = lookUpZone('America/New_York', 1970, 2100);
    expect(formatInstantIn(newYork, Date.UTC(2026, 5, 1, 20))).toBe('2026-06-01T16:00:00-04:00');
    expect(formatInstantIn(newYork, Date.UTC(2026, 0, 1, 4, 59, 59, 5))).toBe(
      '2025-12-31T23:59:59.005-05:00',
    );
    const monrovia = lookUpZone('Africa/Monrovia', 1970, 2100);
    expect(formatInstantIn(monrovia, 0)).toBe('1969-12-31T23:15:30-00:44:30');
  });

  it('only where it is a whole number of milliseconds', () => {
    for (const none of [NaN, Infinity, -Infinity, 0.5, NaN, 86_400_000.25]) {
      const sentence = `an instant is a whole number of milliseconds since 1970, and ${none} is none`;
      expect(() => formatInstantUtc(none)).toThrow(new RangeError(sentence));
    }
  });

  it('so that it can be read again, whatever the instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9999, 0, 1) }), (instant) => {
        expect(parseInstant(formatInstantUtc(instant))).toEqual({ ok: true, instant });
      }),
    );
  });

  it('as a time of day that ends at 24:00', () => {
    expect([0, 32_400, 86_399, 86_400].map((time) => formatTimeOfDay(time))).toEqual([
      '00:00',
      '09:00',
      '23:59:59',
      '24:00',
    ]);
  });
});
