import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { priceOf } from '../../../src/engine/money/price.ts';
import { loaded } from './credited.ts';

interface Told {
  readonly users?: string;
  readonly fees?: string;
  readonly lapsed?: boolean;
}

function priced(clause: string, { users, fees, lapsed }: Told = {}) {
  const { price } = loaded(clause).plan;
  if (price?.kind !== 'amount' && price?.kind !== 'share') throw new Error('there is no price');
  return priceOf(price, {
    sizes: new Map(users === undefined ? [] : [['user', new Fraction(users)]]),
    sums: new Map(fees === undefined ? [] : [['fees', { currency: 'USD', amount: new Fraction(fees) }]]),
    factOf: (name) => (name === 'lapsed' ? lapsed : undefined),
  });
}

/** What each line says, amounts in words. */
function lines(...args: Parameters<typeof priced>): unknown {
  const price = priced(...args);
  if (price.kind !== 'money') return price;
  const words = (value: unknown) => (value instanceof Fraction ? value.toFraction() : value);
  return price.lines.map((line) =>
    Object.fromEntries(Object.entries(line).map(([key, value]) => [key, words(value)])),
  );
}

describe('the steps of a price', () => {
  test('are so many units of each step', () => {
    const seats = 'price EUR 10 per user per month, EUR 8 beyond 50 users, billed monthly';
    expect(lines(seats, { users: '60' })).toEqual([
      { kind: 'units', thing: 'user', count: '50', each: '10', adds: '500' },
      { kind: 'units', thing: 'user', count: '10', each: '8', adds: '80' },
    ]);
    expect(priced(seats, { users: '60' })).toMatchObject({ kind: 'money', currency: 'EUR' });
  });

  test('are the plan as a whole where nothing is counted', () => {
    expect(lines('price EUR 10 per month, billed monthly')).toEqual([
      { kind: 'units', thing: null, count: '1', each: '10', adds: '10' },
    ]);
  });

  test('are shares of a sum, in the currency of the sum', () => {
    const share = 'price 10% of "fees" per month, 5% beyond EUR 1000, billed monthly';
    expect(lines(share, { fees: '1500' })).toEqual([
      { kind: 'share', percent: '10', of: '1000', adds: '100' },
      { kind: 'share', percent: '5', of: '500', adds: '25' },
    ]);
    const price = priced(share, { fees: '1500' });
    expect(price).toMatchObject({ kind: 'money', currency: 'USD' });
    expect(price.kind === 'money' ? price.amount.toFraction() : price.kind).toBe('125');
  });

  test('are a share for each of so many', () => {
    const each = 'price 10% of "fees" per user per month, billed monthly';
    expect(lines(each, { fees: '200', users: '3' })).toEqual([
      { kind: 'share', percent: '10', of: '200', adds: '20' },
      { kind: 'for each', thing: 'user', count: '3', adds: '40' },
    ]);
  });

  test('say where more or fewer are paid for than there are', () => {
    const bounded = 'price EUR 2 per user per month, at least 5 users, at most 9 users, billed monthly';
    expect(lines(bounded, { users: '3' })).toEqual([
      { kind: 'paid for', bound: 'at least', thing: 'user', there: '3', paid: '5', adds: '0' },
      { kind: 'units', thing: 'user', count: '5', each: '2', adds: '10' },
    ]);
    expect(lines(bounded, { users: '10' })).toMatchObject([
      { kind: 'paid for', bound: 'at most', there: '10', paid: '9', adds: '0' },
      { kind: 'units', count: '9', adds: '18' },
    ]);
    expect(lines(bounded, { users: '5' })).toMatchObject([{ kind: 'units', count: '5' }]);
    expect(lines(bounded, { users: '9' })).toMatchObject([{ kind: 'units', count: '9' }]);
  });

  test('are factors that hold, and bounds in money after them', () => {
    const priceOfTen = 'price EUR 10 per month, 1.5x when lapsed, at least EUR 12, billed monthly';
    expect(lines(priceOfTen, { lapsed: true })).toEqual([
      { kind: 'units', thing: null, count: '1', each: '10', adds: '10' },
      { kind: 'times', factor: '3/2', adds: '5' },
    ]);
    expect(lines(priceOfTen, { lapsed: false })).toEqual([
      { kind: 'units', thing: null, count: '1', each: '10', adds: '10' },
      { kind: 'bound', bound: 'at least', to: '12', adds: '2' },
    ]);
  });
});

describe('a price cannot be told', () => {
  test('without the size, the sum or the fact on which it hangs', () => {
    expect(lines('price EUR 2 per user per month, billed monthly')).toEqual({
      kind: 'size missing',
      unit: 'user',
    });
    expect(lines('price 10% of "fees" per month, billed monthly')).toEqual({
      kind: 'sum missing',
      of: 'fees',
    });
    expect(priced('price EUR 2 per month, 1.5x when lapsed, billed monthly')).toEqual({
      kind: 'fact missing',
      fact: 'lapsed',
      factor: new Fraction(3, 2),
    });
  });
});
