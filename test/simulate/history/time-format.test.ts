import { describe, expect, it } from 'vitest';
import { createLocalClock } from '../../../src/simulate/history/local-clock.ts';
import { compileTimeFormat } from '../../../src/simulate/history/time-format.ts';

function read(format: string, text: string, zone: string | null = 'UTC'): string | number {
  const compiled = compileTimeFormat(format, zone === null ? null : createLocalClock(zone));
  if (!compiled.ok) throw new Error(compiled.message);
  const instant = compiled.read(text);
  return Number.isInteger(instant) ? new Date(instant).toISOString() : instant;
}

function refusal(format: string): string | null {
  const compiled = compileTimeFormat(format, null);
  return compiled.ok ? null : compiled.message;
}

describe('patterns of local times', () => {
  it('reads single letters as one or two digits and double ones as two', () => {
    expect(read('d/m/yyyy HH:MM', '9/2/2016 01:16')).toBe('2016-02-09T01:16:00.000Z');
    expect(read('d/m/yyyy HH:MM', '29/2/2016 01:16')).toBe('2016-02-29T01:16:00.000Z');
    expect(read('dd/mm/yyyy HH:MM', '9/2/2016 01:16')).toBeNaN();
  });

  it('takes m for minutes after the hour and for the month elsewhere, in either case', () => {
    for (const format of [
      'yyyy-MM-dd HH:mm:ss',
      'yyyy-mm-dd hh:mm:ss',
      'YYYY-MM-DDTHH:MM:SS'.replace('T', ' '),
    ]) {
      expect(read(format, '2016-02-03 04:05:06')).toBe('2016-02-03T04:05:06.000Z');
    }
  });

  it('reads 12-hour clocks around noon and midnight', () => {
    const format = 'm/d/yyyy h:MM AM';
    expect(read(format, '2/3/2016 12:05 am')).toBe('2016-02-03T00:05:00.000Z');
    expect(read(format, '2/3/2016 12:05 PM')).toBe('2016-02-03T12:05:00.000Z');
    expect(read(format, '2/3/2016 1:05 PM')).toBe('2016-02-03T13:05:00.000Z');
    expect(read(format, '2/3/2016 13:05 PM')).toBeNaN();
  });

  it('reads an offset and fractions, and marks what is finer than a millisecond', () => {
    expect(read('yyyy-mm-ddTHH:MM:SS.fZ', '2016-02-03T04:05:06.5+02:00', null)).toBe(
      '2016-02-03T02:05:06.500Z',
    );
    expect(read('yyyy-mm-dd HH:MM:SS.f', '2016-02-03 04:05:06.0004')).toBe(
      Date.UTC(2016, 1, 3, 4, 5, 6) + 0.5,
    );
  });

  it('refuses dates that do not exist, other shapes and anything left over', () => {
    for (const text of [
      '30/2/2016 01:16',
      '29/2/2015 01:16',
      '1/13/2016 01:16',
      '1/1/2016 25:00',
      '1/1/2016 01:60',
    ]) {
      expect(read('d/m/yyyy HH:MM', text)).toBeNaN();
    }
    for (const text of ['', '?', '1-1-2016 01:16', '1/1/2016 01:16:00', '1/1/0016 01:16']) {
      expect(read('d/m/yyyy HH:MM', text)).toBeNaN();
    }
  });

  it('takes the first of a time that occurs twice, and moves a skipped one forward', () => {
    expect(read('d/m/yyyy HH:MM', '30/10/2016 01:30', 'Europe/London')).toBe('2016-10-30T00:30:00.000Z');
    expect(read('d/m/yyyy HH:MM', '27/3/2016 01:30', 'Europe/London')).toBe('2016-03-27T01:30:00.000Z');
  });

  it('reads years decades apart with the offsets of their time', () => {
    expect(read('d/m/yyyy HH:MM', '1/7/1970 12:00', 'Europe/London')).toBe('1970-07-01T11:00:00.000Z');
    expect(read('d/m/yyyy HH:MM', '1/1/1970 12:00', 'Europe/London')).toBe('1970-01-01T11:00:00.000Z');
    expect(read('d/m/yyyy HH:MM', '1/1/2040 12:00', 'Europe/London')).toBe('2040-01-01T12:00:00.000Z');
  });
});

describe('other formats', () => {
  it('reads ISO 8601 with an offset, and without one only in a zone', () => {
    expect(read('iso', '2010-03-31T16:59:42.000+02:00', null)).toBe('2010-03-31T14:59:42.000Z');
    expect(read('iso', '2016-07-01 12:00', 'Europe/London')).toBe('2016-07-01T11:00:00.000Z');
    expect(read('iso', '2016-07-01 12:00', null)).toBeNaN();
    expect(read('iso', '2016-07-01', 'UTC')).toBeNaN();
    expect(read('iso', '2016-07-01T12:00:00.000001Z')).toBe(Date.UTC(2016, 6, 1, 12) + 0.5);
  });

  it('reads counts since 1970 without losing or inventing a millisecond', () => {
    expect(read('unix seconds', '1456708601.007')).toBe('2016-02-29T01:16:41.007Z');
    expect(read('unix milliseconds', '1456708601007')).toBe('2016-02-29T01:16:41.007Z');
    expect(read('unix seconds', '1e9')).toBeNaN();
  });
});

describe('a format that cannot be meant', () => {
  it('is refused with the reason', () => {
    expect(refusal('d/m/yyyy')).toBe('the time format `d/m/yyyy` gives no hour');
    expect(refusal('d/d/yyyy HH:MM')).toBe('the time format `d/d/yyyy HH:MM` gives the day twice');
    expect(refusal('dd-mon-yyyy HH:MM')).toBe(
      'the time format `dd-mon-yyyy HH:MM` holds `on`, which says nothing',
    );
    expect(refusal('isoo')).not.toBeNull();
  });
});
