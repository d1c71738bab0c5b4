import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { billsOf, cutsPeriod, type Term } from '../../../src/engine/money/billing.ts';
import { digitsOf } from '../../../src/engine/money/currency.ts';
import type { PlanCharged } from '../../../src/plan/money-model.ts';
import { epochDayOfDate, formatCivilDate } from '../../../src/time/civil-date.ts';

type Unit = PlanCharged['per'];
interface How {
  readonly anchor?: PlanCharged['anchor'];
  readonly prorated?: Unit | null;
}

const term = (first: string, next: string, start = first): Term => ({
  kind: 'dates',
  start: epochDayOfDate(start),
  first: epochDayOfDate(first),
  next: epochDayOfDate(next),
});
const length = (count: number, unit: 'day' | 'month'): Term => ({ kind: 'length', unit, count });

const billing = (per: Unit, billed: Unit, { anchor = 'calendar', prorated = null }: How) => {
  return { per, billed, anchor, prorated };
};

/** `06-01 1/2 50.00`: the first day of each bill that the customer is there, its periods, and its amount. */
function bills(amount: string, per: Unit, billed: Unit, of: Term, how: How = {}): readonly string[] | string {
  const all = billsOf(billing(per, billed, how), { currency: 'EUR', amount: new Fraction(amount) }, of);
  if (typeof all === 'string') return all;
  return all.map(({ there, periods, amount: sum }) => {
    const day = there === null ? '' : `${formatCivilDate(there.first).slice(5)} `;
    return `${day}${periods.toFraction(true)} ${digitsOf(sum, 'EUR')}`;
  });
}

const cuts = (per: Unit, of: Term, anchor: PlanCharged['anchor'] = 'calendar') =>
  cutsPeriod(billing(per, per, { anchor }), of);

describe('a term cuts a period of a price', () => {
  test('where it begins or ends within one', () => {
    expect(cuts('month', term('2026-02-01', '2026-04-01'))).toBe(false);
    expect(cuts('month', term('2026-02-02', '2026-04-01'))).toBe(true);
    expect(cuts('month', term('2026-02-01', '2026-03-31'))).toBe(true);
    expect(cuts('month', term('2026-02-02', '2026-03-31'))).toBe(true);
    expect(cuts('quarter', term('2026-04-01', '2026-07-01'))).toBe(false);
    expect(cuts('quarter', term('2026-02-01', '2026-04-01'))).toBe(true);
    expect(cuts('week', term('2026-06-01', '2026-06-15'))).toBe(false);
    expect(cuts('week', term('2026-06-01', '2026-06-14'))).toBe(true);
    expect(cuts('day', term('2026-06-03', '2026-06-14'))).toBe(false);
  });

  test('by the contract’s own months where the price has those', () => {
    expect(cuts('month', term('2026-01-15', '2026-03-15'), 'contract')).toBe(false);
    expect(cuts('month', term('2026-01-15', '2026-03-01'), 'contract')).toBe(true);
    expect(cuts('month', term('2026-01-15', '2026-03-15'), 'calendar')).toBe(true);
  });

  test('never where it has no dates, or none at all', () => {
    expect(cuts('month', length(1, 'month'))).toBe(false);
    expect(cuts('month', length(1, 'day'))).toBe(false);
    expect(cuts('month', term('2026-02-02', '2026-02-02'))).toBe(false);
    expect(bills('100', 'month', 'month', term('2026-02-02', '2026-02-02'))).toEqual([]);
  });
});

test('a bill tells its period, and for how much of it the customer is there', () => {
  const of = billsOf(
    billing('month', 'month', {}),
    { currency: 'EUR', amount: new Fraction(1) },
    term('2026-02-15', '2026-03-20'),
  );
  const day = epochDayOfDate;
  expect(of).toMatchObject([
    {
      for: { first: day('2026-02-01'), next: day('2026-03-01') },
      there: { first: day('2026-02-15'), next: day('2026-03-01') },
    },
    {
      for: { first: day('2026-03-01'), next: day('2026-04-01') },
      there: { first: day('2026-03-01'), next: day('2026-03-20') },
    },
  ]);
});

describe('bills without dates', () => {
  test('need dates where the price or the bill is no number of the term’s days or months', () => {
    expect(bills('70', 'week', 'month', length(12, 'month'))).toBe('needs dates');
    expect(bills('70', 'month', 'week', length(12, 'month'))).toBe('needs dates');
    expect(bills('70', 'month', 'month', length(28, 'day'))).toBe('needs dates');
    expect(bills('70', 'week', 'day', length(2, 'month'))).toBe('needs dates');
  });

  test('come to the price in each of its periods, however many there are', () => {
    const quarters = bills('100.01', 'year', 'quarter', length(24, 'month'));
    expect(quarters).toEqual([
      ...['1/4 25.00', '1/4 25.01', '1/4 25.00', '1/4 25.00'],
      ...['1/4 25.00', '1/4 25.01', '1/4 25.00', '1/4 25.00'],
    ]);
    // Each year comes to 100.01, also where half a coin is rounded up in each.
    expect(bills('100.005', 'year', 'quarter', length(24, 'month'))).toEqual([
      ...['1/4 25.00', '1/4 25.00', '1/4 25.00', '1/4 25.01'],
      ...['1/4 25.00', '1/4 25.00', '1/4 25.00', '1/4 25.01'],
    ]);
    expect(bills('10', 'week', 'day', length(8, 'day'))).toEqual([
      ...['1/7 1.43', '1/7 1.43', '1/7 1.43', '1/7 1.42', '1/7 1.43', '1/7 1.43', '1/7 1.43'],
      '1/7 1.43',
    ]);
    expect(bills('10', 'month', 'quarter', length(4, 'month'))).toEqual(['3 30.00', '3 30.00']);
    expect(bills('10', 'day', 'week', length(8, 'day'))).toEqual(['7 70.00', '7 70.00']);
    expect(bills('10', 'month', 'month', length(2, 'month'))).toEqual(['1 10.00', '1 10.00']);
  });
});

describe('a price that is billed in parts', () => {
  test('of months has alike parts for months of any length', () => {
    // January and February: 31 and 28 days.
    expect(bills('300', 'quarter', 'month', term('2026-01-01', '2026-04-01'))).toEqual([
      '01-01 1/3 100.00',
      '02-01 1/3 100.00',
      '03-01 1/3 100.00',
    ]);
    expect(bills('400', 'year', 'quarter', term('2026-01-01', '2027-01-01'))).toEqual([
      '01-01 1/4 100.00',
      '04-01 1/4 100.00',
      '07-01 1/4 100.00',
      '10-01 1/4 100.00',
    ]);
  });

  test('of weeks is shared out by their days, and comes to the price', () => {
    expect(bills('70', 'week', 'day', term('2026-06-01', '2026-06-04'))).toEqual([
      '06-01 1/3 23.33',
      '06-02 1/3 23.34',
      '06-03 1/3 23.33',
    ]);
    expect(bills('70', 'week', 'day', term('2026-06-01', '2026-06-04'), { prorated: 'day' })).toEqual([
      '06-01 1/7 10.00',
      '06-02 1/7 10.00',
      '06-03 1/7 10.00',
    ]);
  });

  test('is wholly on the bills of which the customer is there for a part, where it is not prorated', () => {
    expect(bills('300', 'quarter', 'month', term('2026-02-15', '2026-04-01'))).toEqual([
      '02-15 1/2 150.00',
      '03-01 1/2 150.00',
    ]);
    // The weeks from 1 and 8 June count whole, though the customer comes on the 5th.
    expect(bills('300', 'month', 'week', term('2026-06-05', '2026-06-15'))).toEqual([
      '06-05 1/2 150.00',
      '06-08 1/2 150.00',
    ]);
  });

  test('has what falls on its own bills of each of its periods', () => {
    expect(bills('300', 'quarter', 'month', term('2026-02-15', '2026-07-01'))).toEqual([
      '02-15 1/2 150.00',
      '03-01 1/2 150.00',
      '04-01 1/3 100.00',
      '05-01 1/3 100.00',
      '06-01 1/3 100.00',
    ]);
    // A week over the end of June has two of the nine days of June that are billed, and five of twelve of July.
    expect(bills('300', 'month', 'week', term('2026-06-22', '2026-07-13'))).toEqual([
      '06-22 7/9 233.33',
      '06-29 23/36 191.67',
      '07-06 7/12 175.00',
    ]);
  });

  test('is by the days that the customer is there where it is prorated by them', () => {
    // Ten of 30 days of June: three in the first week, seven in the second.
    expect(bills('300', 'month', 'week', term('2026-06-05', '2026-06-15'), { prorated: 'day' })).toEqual([
      '06-05 1/10 30.00',
      '06-08 7/30 70.00',
    ]);
    // Half of February, all of March: 45 of 90 days, shared out as a half and a whole.
    expect(bills('300', 'quarter', 'month', term('2026-02-15', '2026-04-01'), { prorated: 'day' })).toEqual([
      '02-15 1/6 50.00',
      '03-01 1/3 100.00',
    ]);
  });

  test('is by whole months where it is prorated by months', () => {
    expect(bills('300', 'quarter', 'month', term('2026-02-15', '2026-04-01'), { prorated: 'month' })).toEqual(
      ['02-15 1/3 100.00', '03-01 1/3 100.00'],
    );
    expect(bills('1200', 'year', 'quarter', term('2026-03-15', '2027-01-01'), { prorated: 'month' })).toEqual(
      ['03-15 1/12 100.00', '04-01 1/4 300.00', '07-01 1/4 300.00', '10-01 1/4 300.00'],
    );
    // A step longer than the bill: the whole quarter, in two parts.
    expect(
      bills('300', 'quarter', 'month', term('2026-02-15', '2026-04-01'), { prorated: 'quarter' }),
    ).toEqual(['02-15 1/2 150.00', '03-01 1/2 150.00']);
  });
});

describe('a price that is billed no more often than it is due', () => {
  test('is on the bill in which its period begins, or the term', () => {
    expect(bills('70', 'week', 'month', term('2026-06-03', '2026-07-06'))).toEqual([
      '06-03 5 350.00',
      '07-01 0 0.00',
    ]);
    expect(bills('10', 'day', 'week', term('2026-06-03', '2026-06-10'))).toEqual([
      '06-03 5 50.00',
      '06-08 2 20.00',
    ]);
    expect(bills('10', 'month', 'quarter', term('2026-02-15', '2026-05-01'))).toEqual([
      '02-15 2 20.00',
      '04-01 1 10.00',
    ]);
    // The bill is rounded, not each of its periods: 30.015.
    expect(bills('10.005', 'month', 'quarter', term('2026-01-01', '2026-04-01'))).toEqual(['01-01 3 30.02']);
    expect(bills('10', 'month', 'month', term('2026-02-15', '2026-04-01'))).toEqual([
      '02-15 1 10.00',
      '03-01 1 10.00',
    ]);
  });
});
