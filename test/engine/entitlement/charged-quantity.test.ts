import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { chargedQuantity, chargeStages } from '../../../src/engine/entitlement/charged-quantity.ts';
import type { PlanChargeRate } from '../../../src/plan/entitlement-model.ts';

type Of = PlanChargeRate['of'];

const rate = (amount: string, of: Of): PlanChargeRate => ({
  quantity: { kind: 'units', thing: 'hours', amount },
  of,
});
const minutes = (count: number) => new Fraction(count * 60);
const FIRST_HOUR: Of = { kind: 'first', seconds: 3600 };
const HALF_HOURS: Of = { kind: 'per started', seconds: 1800 };

/** `0: 1 x = 2`: the stage, how often, and what it comes to. */
const stages = (rates: readonly PlanChargeRate[], worked: Fraction) =>
  chargeStages(rates, worked).map(
    ({ stage, times, quantity }) => `${stage}: ${times.toFraction()} x = ${quantity.toFraction()}`,
  );

describe('a charge of two units for the first hour and then one for each half hour begun', () => {
  const rates = [rate('2', FIRST_HOUR), rate('1', HALF_HOURS)];

  test.each([
    [0, []],
    [1, ['0: 1 x = 2']],
    [60, ['0: 1 x = 2']],
    [61, ['0: 1 x = 2', '1: 1 x = 1']],
    [90, ['0: 1 x = 2', '1: 1 x = 1']],
    [91, ['0: 1 x = 2', '1: 2 x = 2']],
  ])('of %i minutes has %j', (worked, expected) => {
    expect(stages(rates, minutes(worked))).toEqual(expected);
  });

  test('comes to what its stages add up to', () => {
    expect(chargedQuantity(rates, minutes(91)).toFraction()).toBe('4');
    expect(chargedQuantity(rates, minutes(0)).toFraction()).toBe('0');
  });

  test('goes over several first stretches, one after the other', () => {
    const three = [rate('5', FIRST_HOUR), rate('3', FIRST_HOUR), rate('1', { kind: 'per', seconds: 3600 })];
    expect(stages(three, minutes(150))).toEqual(['0: 1 x = 5', '1: 1 x = 3', '2: 1/2 x = 1/2']);
    expect(stages(three, minutes(120))).toEqual(['0: 1 x = 5', '1: 1 x = 3']);
  });
});

describe('a charge', () => {
  test('in proportion is for as much as was worked, to the second', () => {
    expect(stages([rate('3', { kind: 'per', seconds: 3600 })], minutes(20))).toEqual(['0: 1/3 x = 1']);
    expect(stages([rate('3', { kind: 'per', seconds: 3600 })], minutes(0))).toEqual([]);
  });

  test('by what has begun is whole, and nothing for no work', () => {
    expect(stages([rate('1.5', HALF_HOURS)], minutes(31))).toEqual(['0: 2 x = 3']);
    expect(stages([rate('1.5', HALF_HOURS)], minutes(30))).toEqual(['0: 1 x = 3/2']);
    expect(stages([rate('1.5', HALF_HOURS)], minutes(0))).toEqual([]);
  });

  test('for the work as a whole is made once, also for none', () => {
    const whole = rate('30', { kind: 'work' });
    expect(stages([whole], minutes(0))).toEqual(['0: 1 x = 30']);
    expect(stages([whole], minutes(500))).toEqual(['0: 1 x = 30']);
  });

  test('has no stage behind one that is not a first stretch', () => {
    expect(stages([rate('1', HALF_HOURS), rate('7', FIRST_HOUR)], minutes(45))).toEqual(['0: 2 x = 2']);
    expect(stages([rate('1', { kind: 'work' }), rate('7', FIRST_HOUR)], minutes(45))).toEqual(['0: 1 x = 1']);
  });
});
