/** Dated lines that are narrowed to a region: from the text to the engine, with the reference beside it. */
import { describe, expect, test } from 'vitest';
import { calendars } from './calendar-of-text.ts';

const { stretches } = calendars(`regions by site { North zone UTC; South zone UTC }
calendar Desk {
  zone UTC
  open Mon..Fri 09:00-17:00
  closed 2026-06-02 .. 2026-06-03
  open on 2026-06-03 10:00-12:00 for South
  closed 2026-06-04 for North
  holidays none
}`);

const on = (region: string, date: string) =>
  stretches('Desk', { region }, `${date}T00:00Z`, `${date}T23:55Z`).map((edge) => edge.slice(11, 16));

describe('a dated line for a region', () => {
  test('holds on its dates in place of the wider ones, which hold on theirs', () => {
    expect(on('South', '2026-06-03')).toEqual(['10:00', '12:00']);
    expect(on('South', '2026-06-02')).toEqual([]);
  });

  test('leaves the other regions as they are', () => {
    expect(on('North', '2026-06-03')).toEqual([]);
    expect(on('North', '2026-06-04')).toEqual([]);
    expect(on('South', '2026-06-04')).toEqual(['09:00', '17:00']);
  });
});
