import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { decimalsOf, digitsOf, toCoins } from '../../../src/engine/money/currency.ts';
import { exactNumber } from '../../../src/engine/money/exact-number.ts';
import { feeOf, type PeriodPrice, priceFor } from '../../../src/engine/money/fee.ts';

const price = (per: PeriodPrice['per']): PeriodPrice => ({ per, currency: 'EUR', amount: new Fraction(120) });
const amount = (money: { readonly amount: Fraction; readonly currency: string } | null) =>
  money === null ? null : `${money.currency} ${money.amount.toFraction()}`;

describe('the fee that the words of a credit mean', () => {
  const fee = (words: string, per: PeriodPrice['per'] | null = 'month') =>
    amount(feeOf(words, per === null ? null : price(per), new Map()));

  test('is the price for so long as they say', () => {
    expect(fee('the monthly fee')).toBe('EUR 120');
    expect(fee('quarterly fees')).toBe('EUR 360');
    expect(fee('a yearly price')).toBe('EUR 1440');
    expect(fee('an annual charge')).toBe('EUR 1440');
    expect(fee('The Monthly Charges')).toBe('EUR 120');
    expect(fee('the monthly fee', 'year')).toBe('EUR 10');
    expect(fee('the daily fee', 'day')).toBe('EUR 120');
    expect(fee('the weekly fee', 'week')).toBe('EUR 120');
  });

  test('is not known of other words, of another kind of period, or without a price', () => {
    for (const words of [
      'the service fee',
      'monthly',
      'the monthly fee and more',
      'of the monthly fee',
      'monthly sum',
    ])
      expect(fee(words)).toBeNull();
    expect(fee('the constructor fee')).toBeNull();
    expect(fee('the weekly fee')).toBeNull();
    expect(fee('the monthly fee', 'week')).toBeNull();
    expect(fee('the monthly fee', null)).toBeNull();
  });

  test('is the sum that somebody has said for them before all else', () => {
    const sums = new Map([['the monthly fee', { currency: 'USD', amount: new Fraction(7) }]]);
    expect(amount(feeOf('the monthly fee', price('month'), sums))).toBe('USD 7');
    expect(amount(feeOf('the yearly fee', price('month'), sums))).toBe('EUR 1440');
  });
});

test('a price for another period is as many times it as months are in it', () => {
  expect(amount(priceFor('month', price('quarter')))).toBe('EUR 40');
  expect(amount(priceFor('year', price('quarter')))).toBe('EUR 480');
  expect(amount(priceFor('quarter', price('year')))).toBe('EUR 30');
  expect(amount(priceFor('week', price('week')))).toBe('EUR 120');
  expect(priceFor('week', price('day'))).toBeNull();
  expect(priceFor('month', price('day'))).toBeNull();
  expect(priceFor('day', price('month'))).toBeNull();
});

describe('a sum in coins', () => {
  test('is rounded half away from zero, to as many decimals as the currency has', () => {
    const coins = (text: string, currency: string) => toCoins(new Fraction(text), currency).toFraction();
    expect(coins('0.005', 'EUR')).toBe('1/100');
    expect(coins('0.0049', 'EUR')).toBe('0');
    expect(coins('-0.005', 'EUR')).toBe('-1/100');
    expect(coins('-0.0049', 'EUR')).toBe('0');
    expect(coins('2.5', 'JPY')).toBe('3');
    expect(coins('1.0005', 'KWD')).toBe('1001/1000');
    expect(coins('1.00005', 'UYW')).toBe('10001/10000');
    expect(decimalsOf('JPY')).toBe(0);
    expect(decimalsOf('CLF')).toBe(4);
    expect(decimalsOf('XXX')).toBe(2);
    expect(decimalsOf('constructor')).toBe(2);
  });

  test('has its digits, also below one and below nothing', () => {
    const digits = (text: string, currency: string) => digitsOf(new Fraction(text), currency);
    expect(digits('0', 'EUR')).toBe('0.00');
    expect(digits('0.05', 'EUR')).toBe('0.05');
    expect(digits('-0.05', 'EUR')).toBe('-0.05');
    expect(digits('-0.001', 'EUR')).toBe('0.00');
    expect(digits('1234.5', 'EUR')).toBe('1234.50');
    expect(digits('-7', 'JPY')).toBe('-7');
    expect(digits('0', 'JPY')).toBe('0');
    expect(digits('0.007', 'KWD')).toBe('0.007');
  });
});

test('a number is exact, with or without commas between thousands, and anything else is none', () => {
  const exact = (text: string) => exactNumber(text)?.toFraction() ?? null;
  expect(exact('12')).toBe('12');
  expect(exact('0.5')).toBe('1/2');
  expect(exact('12,000.50')).toBe('24001/2');
  expect(exact('1,234,567')).toBe('1234567');
  for (const text of [
    '',
    '-1',
    '1.',
    '.5',
    '12,00',
    '1234,567',
    '1,2345',
    'a1',
    '1a',
    '1,000a',
    'a1,000',
    '1e3',
    '1 ',
    '1,000.',
    '1.2.3',
  ])
    expect(exact(text)).toBeNull();
});
