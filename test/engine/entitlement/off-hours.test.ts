import { describe, expect, test } from 'vitest';
import { sidesOf, weighted } from '../../../src/engine/entitlement/off-hours.ts';
import type { PlanOffHours } from '../../../src/plan/entitlement-model.ts';
import { instant, loaded } from '../money/credited.ts';
import { indexOfCalendar } from './calendar-named.ts';

const { engine } = loaded('');
const at = (numerator: number, denominator: number): PlanOffHours => ({
  calendar: indexOfCalendar('Office'),
  factor: { numerator, denominator },
  parts: 'whole',
});

describe('hours outside which work counts otherwise', () => {
  test('are a side of their own, and what lies outside is the dearer one from a factor of one on', () => {
    expect(sidesOf(engine, at(3, 2)).dearest).toEqual([1, 0]);
    expect(sidesOf(engine, at(1, 1)).dearest).toEqual([1, 0]);
    expect(sidesOf(engine, at(1, 2)).dearest).toEqual([0, 1]);
    const { calendars } = sidesOf(engine, at(2, 1));
    expect(calendars).toHaveLength(1);
    expect(calendars[0]?.isOpen(instant('2026-06-18T10:00+02:00'))).toBe(true);
    expect(calendars[0]?.isOpen(instant('2026-06-18T17:00+02:00'))).toBe(false);
  });

  test('are one side alone where the contract names none', () => {
    expect(sidesOf(engine, null)).toEqual({ calendars: [], dearest: [0] });
  });

  test('count work outside by the factor, in seconds, exactly', () => {
    expect(weighted(at(3, 2), [60_000, 30_000]).toFraction()).toBe('105');
    expect(weighted(at(1, 3), [0, 1_000]).toFraction()).toBe('1/3');
    expect(weighted(null, [1_500]).toFraction()).toBe('3/2');
    expect(weighted(at(2, 1), []).toFraction()).toBe('0');
  });
});
