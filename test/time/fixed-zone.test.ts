import { describe, expect, it } from 'vitest';
import { fixedZoneTable, formatOffset, parseFixedZone } from '../../src/time/fixed-zone.ts';

describe('an offset', () => {
  it('is written with its sign, in hours and minutes, and in seconds where it has some', () => {
    expect([0, 60, 10_800, -34_200, 50_400, -1800, -2670, 3601].map(formatOffset)).toEqual([
      '+00:00',
      '+00:01',
      '+03:00',
      '-09:30',
      '+14:00',
      '-00:30',
      '-00:44:30',
      '+01:00:01',
    ]);
  });

  it('is read as it is written, to the minute', () => {
    for (const minutes of [-18 * 60, -570, -61, -1, 0, 1, 59, 60, 345, 18 * 60])
      expect(parseFixedZone(formatOffset(minutes * 60))).toBe(minutes * 60);
  });

  it('of nothing west of UTC is that of UTC itself', () => {
    expect(parseFixedZone('-00:00')).toBe(0);
  });

  it('is not read where no place could have it, or where anything else stands beside it', () => {
    for (const text of [
      '+18:01',
      '-19:00',
      '+03:60',
      '+3:00',
      '+03:0',
      '03:00',
      '+0300',
      ' +03:00',
      '+03:00 ',
      '+03:00:30',
      'x+03:00',
      '+0x:00',
    ])
      expect(parseFixedZone(text), text).toBeNull();
  });
});

describe('the table of a fixed offset', () => {
  it('covers whole years of UTC, the last one too, with one offset and no change', () => {
    expect(fixedZoneTable('+03:00', 10_800, 2020, 2021)).toEqual({
      zone: '+03:00',
      from: Date.UTC(2020, 0, 1) / 1000,
      to: Date.UTC(2022, 0, 1) / 1000,
      transitions: [],
      offsets: [10_800],
    });
  });
});
