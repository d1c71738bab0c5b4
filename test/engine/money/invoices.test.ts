import { describe, expect, test } from 'vitest';
import { digitsOf } from '../../../src/engine/money/currency.ts';
import { formatCivilDate } from '../../../src/time/civil-date.ts';
import { type Asked, dates, quoteFor } from './quoted.ts';

/** `month 1 2026-06-01: 90.00 EUR`: by what is billed, its number among those, from when, and the sum. */
function shown(clauses: string, asked: Asked, header?: string): readonly string[] {
  return quoteFor(clauses, asked, header).invoices.map(({ billed, number, bill, lines, sum }) => {
    const from = bill.for === null ? '' : ` ${formatCivilDate(bill.for.first)}`;
    const several = lines.length === 1 ? '' : `, ${lines.length} lines`;
    return `${billed ?? 'once'} ${number}${from}: ${digitsOf(sum.amount, sum.currency)} ${sum.currency}${several}`;
  });
}

describe('the invoices of a quote', () => {
  const TERM = dates('2026-02-01', '2026-04-30');

  test('come by their dates, whatever they are for, each with its number among those of its cycle', () => {
    const clauses = `price EUR 90 per month, billed monthly
  option "nights" EUR 30 per quarter, billed quarterly`;
    expect(shown(clauses, { options: ['nights'], term: TERM })).toEqual([
      'quarter 1 2026-01-01: 30.00 EUR',
      'month 1 2026-02-01: 90.00 EUR',
      'month 2 2026-03-01: 90.00 EUR',
      'month 3 2026-04-01: 90.00 EUR',
      'quarter 2 2026-04-01: 30.00 EUR',
    ]);
  });

  test('of one cycle and one currency are one, and count by currency', () => {
    const clauses = `price EUR 90 per month, billed monthly
  option "nights" EUR 30 per month, billed monthly
  option "hosting" USD 5 per month, billed monthly`;
    const asked = { options: ['nights', 'hosting'], term: dates('2026-02-01', '2026-03-31') };
    expect(shown(clauses, asked, '')).toEqual([
      'month 1 2026-02-01: 120.00 EUR, 2 lines',
      'month 1 2026-02-01: 5.00 USD',
      'month 2 2026-03-01: 120.00 EUR, 2 lines',
      'month 2 2026-03-01: 5.00 USD',
    ]);
  });

  test('of other periods are others, though each is the first of its price', () => {
    const clauses = `price EUR 90 per contract month, billed monthly
  option "nights" EUR 30 per month, billed monthly`;
    const term = dates('2026-01-31', '2026-02-27');
    expect(shown(clauses, { options: ['nights'], term })).toEqual([
      'month 1 2026-01-01: 30.00 EUR',
      'month 2 2026-01-31: 90.00 EUR',
      'month 3 2026-02-01: 30.00 EUR',
    ]);
  });

  test('without dates are one for each billing period, by their places', () => {
    const clauses = `price EUR 90 per month, billed monthly
  option "nights" EUR 30 per quarter, billed quarterly
  option "days" EUR 20 per month, billed monthly`;
    const term = { kind: 'length', unit: 'month', count: 2 } as const;
    expect(shown(clauses, { options: ['nights', 'days'], term })).toEqual([
      'month 1: 110.00 EUR, 2 lines',
      'month 2: 110.00 EUR, 2 lines',
      'quarter 1: 30.00 EUR',
    ]);
  });

  test('are none for what comes with something else', () => {
    const included = `price included with "the subscription"
  option "nights" EUR 30 per month, billed monthly`;
    const term = { kind: 'length', unit: 'month', count: 1 } as const;
    expect(shown(included, { term })).toEqual([]);
    expect(shown(included, { options: ['nights'], term })).toEqual(['month 1: 30.00 EUR']);
  });

  test('for what is paid once stand before all that have dates, also those before 1970', () => {
    const clauses = `price EUR 90 per month, billed monthly
  surcharge "travel" EUR 80.50 per visit`;
    const sizes = { visit: '2' };
    expect(shown(clauses, { sizes, term: dates('2026-02-01', '2026-02-28') })).toEqual([
      'once 1: 161.00 EUR',
      'month 1 2026-02-01: 90.00 EUR',
    ]);
    expect(shown(clauses, { sizes, term: dates('1969-12-01', '1970-01-31') })).toEqual([
      'once 1: 161.00 EUR',
      'month 1 1969-12-01: 90.00 EUR',
      'month 2 1970-01-01: 90.00 EUR',
    ]);
  });
});
