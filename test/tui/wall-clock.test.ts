import { describe, expect, test } from 'vitest';
import { lookUpZone } from '../../src/time/zone-lookup.ts';
import { zoneWallClock } from '../../src/tui/wall-clock.ts';

const london = zoneWallClock(lookUpZone('Europe/London', 2015, 2017));
const apia = zoneWallClock(lookUpZone('Pacific/Apia', 2011, 2012));

describe('the wall clock of the screens', () => {
  test('reads an instant before and after the clocks change', () => {
    expect(london.read(Date.UTC(2016, 2, 27, 0, 59, 59))).toEqual({
      weekday: 'Sun',
      date: '2016-03-27',
      time: '00:59:59',
    });
    expect(london.read(Date.UTC(2016, 2, 27, 1))).toEqual({
      weekday: 'Sun',
      date: '2016-03-27',
      time: '02:00:00',
    });
  });

  test('shows an instant that its zone is not known for in UTC, and says so', () => {
    expect(london.read(Date.UTC(2030, 5, 1, 12)).time).toBe('12:00:00Z');
    expect(london.read(Date.UTC(2030, 5, 1, 12)).date).toBe('2030-06-01');
  });

  test('finds the instant of a date and a time', () => {
    expect(london.instantOf('2016-06-01', 9 * 3600)).toBe(Date.UTC(2016, 5, 1, 8));
  });

  test.each(['2016-02-30', '2030-01-01', 'tomorrow'])('knows no instant for %s', (date) => {
    expect(london.instantOf(date, 0)).toBeNull();
  });

  test.each(['Europe/Moscow', 'America/New_York'])(
    'knows no instant of a date that begins or ends outside the years that are known, in %s',
    (zone) => {
      const clock = zoneWallClock(lookUpZone(zone, 2015, 2017));
      for (const date of ['2014-12-31', '2018-01-01']) expect(clock.instantOf(date, 0)).toBeNull();
      for (const date of ['2015-01-01', '2017-12-31']) expect(() => clock.instantOf(date, 0)).not.toThrow();
      expect(clock.instantOf('2015-01-02', 0)).not.toBeNull();
    },
  );

  test('knows no instant on a date that its zone skipped', () => {
    expect(apia.instantOf('2011-12-30', 0)).toBeNull();
    expect(apia.instantOf('2011-12-31', 0)).not.toBeNull();
  });
});
