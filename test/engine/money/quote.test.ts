import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { type PriceLine, quoteOf, type QuoteRequest } from '../../../src/engine/money/index.ts';
import { loaded } from './credited.ts';
import { answerTo, type Asked, dates, invoicesOf, months, quoteFor, sumsOf, totalOf } from './quoted.ts';

const total = (clauses: string, asked?: Asked, header?: string) => totalOf(quoteFor(clauses, asked, header));
const users = (count: number, more: Asked = {}): Asked => ({ ...more, sizes: { user: String(count) } });
const steps = (clauses: string, asked: Asked): readonly string[] => {
  const [item] = quoteFor(clauses, asked).items;
  if (item?.pays !== 'each period') throw new Error('nothing is paid each period');
  return item.lines.map((line: PriceLine) => `${line.kind} ${line.adds.toString()}`);
};

describe('the price of a size', () => {
  const SEATS =
    'price EUR 10 per user per month, EUR 8 beyond 50 users, EUR 6 for all beyond 500 users, billed monthly';

  test.each([
    [0, '0.00'],
    [1, '120.00'],
    [50, '6000.00'],
    [51, '6096.00'], // 50 at 10 and 1 at 8, twelve times
    [500, '49200.00'], // 50 at 10 and 450 at 8
    [501, '36072.00'], // all at 6
  ])(
    'of %i users is the first price up to the step, the next beyond it, and the last for all',
    (count, sum) => {
      expect(total(SEATS, users(count))).toBe(`EUR ${sum}`);
    },
  );

  test('is that of the least that is paid for, and of no more than the most', () => {
    const bounded = 'price EUR 2 per user per month, at least 100 users, at most 400 users, billed monthly';
    expect(total(bounded, users(0))).toBe('EUR 2400.00');
    expect(total(bounded, users(250))).toBe('EUR 6000.00');
    expect(total(bounded, users(401))).toBe('EUR 9600.00');
    expect(steps(bounded, users(40))).toEqual(['paid for 0', 'units 200']);
  });

  test('is bounded in money after the factors, which hold one after the other', () => {
    const priced =
      'price EUR 5 per user per month, 1.5x when nodes > 3, 2x when lapsed, at least EUR 100, at most EUR 900, billed monthly';
    const of = (count: number, nodes: number, lapsed: boolean) =>
      steps(priced, users(count, { facts: { nodes, lapsed } }));
    expect(of(10, 3, false)).toEqual(['units 50', 'bound 50']);
    expect(of(20, 4, true)).toEqual(['units 100', 'times 50', 'times 150']);
    expect(of(100, 4, true)).toEqual(['units 500', 'times 250', 'times 750', 'bound -600']);
  });

  test('is a share of a sum, by steps of the sum, and never less than the least', () => {
    const share =
      'price 10% of "monthly charges" per month, 7% beyond EUR 10000, 5% for all beyond EUR 80000, at least EUR 100, billed monthly';
    const of = (sum: string) => sumsOf(quoteFor(share, { sums: { 'monthly charges': sum } }))[0];
    expect(of('500')).toBe('100.00');
    expect(of('10000')).toBe('1000.00');
    expect(of('12000')).toBe('1140.00');
    expect(of('80000.01')).toBe('4000.00'); // 4,000.0005
    expect(of('80000.10')).toBe('4000.01'); // 4,000.005, half away from zero
  });

  test('of an option is asked in its own unit, and billed in its own periods', () => {
    const both = `price EUR 90 per month, billed monthly
  option "nights" EUR 300 per server per year, billed yearly`;
    const quote = quoteFor(both, { options: ['nights'], sizes: { server: '3' } });
    expect(sumsOf(quote)).toEqual([...Array.from({ length: 12 }, () => '90.00'), '900.00']);
    expect(totalOf(quote)).toBe('EUR 1980.00');
    expect(answerTo(both, { options: ['nights'] })).toMatchObject({
      kind: 'missing',
      needs: { kind: 'size', unit: 'server' },
      of: { kind: 'option', text: 'nights' },
    });
  });

  test('has packs and surcharges of a number that is said on an invoice of their own', () => {
    const clauses = `hours 10 per month, over billed, used when work ends, not rounded
  pack "ten hours" EUR 900, gives 10 hours, valid 12 months
  surcharge "travel" EUR 80.50 per visit
  surcharge "call-out" EUR 250 per call for P1
  surcharge "back again" 20% when lapsed
  price EUR 100 per month, billed yearly`;
    const plain = quoteFor(clauses, {});
    expect(totalOf(plain)).toBe('EUR 1200.00');
    expect(plain.beside.map(({ clause }) => clause.split(' ').slice(0, 2).join(' '))).toEqual([
      'pack "ten',
      'surcharge "travel"',
      'surcharge "call-out"',
      'surcharge "back',
    ]);
    const all = quoteFor(clauses, {
      packs: { 'ten hours': 2 },
      sizes: { visit: '3', call: '2' },
      facts: { lapsed: true },
    });
    expect(all.items.map(({ kind, text, pays }) => `${kind} ${text} ${pays}`)).toEqual([
      'price  each period',
      'surcharge back again each period',
      'pack ten hours once',
      'surcharge travel once',
    ]);
    // 1,200 and a fifth of it; 1,800 and 241.50.
    expect(sumsOf(all)).toEqual(['1440.00', '2041.50']);
    expect(all.idle).toEqual(['call']);
    expect(all.beside.map(({ kind, clause }) => [kind, clause])).toEqual([
      ['surcharge', 'surcharge "call-out" EUR 250 per call for P1'],
    ]);
    expect(quoteFor(clauses, { facts: { lapsed: false } }).beside).toHaveLength(3);
  });

  test('has a surcharge on tickets of some hours beside it, also one that is a share', () => {
    const clauses = `price EUR 100 per month, billed monthly
  surcharge "late" 20% when opened outside Office
  surcharge "call-out" EUR 250 per call when opened outside Office`;
    const quote = quoteFor(clauses, { sizes: { call: '2' } });
    expect(totalOf(quote)).toBe('EUR 1200.00');
    expect(quote.beside.map(({ kind, clause }) => [kind, clause.split(' ')[1]])).toEqual([
      ['surcharge', '"late"'],
      ['surcharge', '"call-out"'],
    ]);
  });
});

describe('what else the plan sells or charges for', () => {
  const CLAUSES = `hours 10 per month, over billed, used when work ends, not rounded
  price EUR 10 per user per month, billed monthly
  option "nights" EUR 30 per month, billed monthly
  option "days" EUR 20 per month, billed monthly
  pack "ten hours" EUR 900, gives 10 hours, valid 12 months
  pack "two hours" on request, gives 2 hours, valid 12 months
  surcharge "travel" EUR 80 per visit
  surcharge "help" on request
  rate EUR 90 per hour
  charge call EUR 5, on reply
  charge look 1 hours, on reply`;
  const beside = (asked: Asked) =>
    quoteFor(CLAUSES, users(2, asked)).beside.map(({ kind, clause }) => `${kind}: ${clause.split(',')[0]}`);

  test('stands beside the quote, of charges those in money alone', () => {
    expect(beside({})).toEqual([
      'option: option "nights" EUR 30 per month',
      'option: option "days" EUR 20 per month',
      'pack: pack "ten hours" EUR 900',
      'pack: pack "two hours" on request',
      'surcharge: surcharge "travel" EUR 80 per visit',
      'surcharge: surcharge "help" on request',
      'rate: rate EUR 90 per hour',
      'charge: charge call EUR 5',
    ]);
  });

  test('is no longer beside it once it is asked for', () => {
    const asked = { options: ['days'], packs: { 'ten hours': 1 }, sizes: { user: '2', visit: '1' } };
    const quote = quoteFor(CLAUSES, asked);
    expect(quote.beside.map(({ clause }) => clause.split('"')[1])).toEqual([
      'nights',
      'two hours',
      'help',
      undefined,
      undefined,
    ]);
    expect(quote.items.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'price ',
      'option days',
      'pack ten hours',
      'surcharge travel',
    ]);
    // Two users, twelve times, the days, ten hours, and one visit.
    expect(totalOf(quote)).toBe('EUR 1460.00');
    expect(quote.idle).toEqual([]);
  });

  test('has no figure in the quote where its number is not said', () => {
    expect(quoteFor(CLAUSES, users(2)).items.map(({ kind }) => kind)).toEqual(['price']);
    expect(quoteFor(CLAUSES, users(2, {})).idle).toEqual([]);
    expect(quoteFor(CLAUSES, { sizes: { user: '2', seat: '9' } }).idle).toEqual(['seat']);
    expect(answerTo(CLAUSES, users(2, { packs: { 'two hours': 1 } }))).toMatchObject({
      kind: 'on request',
      of: { kind: 'pack', text: 'two hours' },
      said: { clause: 'pack "two hours" on request, gives 2 hours, valid 12 months' },
    });
  });

  test('is told once of a clause that was written out for several kinds of tickets', () => {
    const { plan } = loaded(CLAUSES).engine;
    const [of] = plan.plans;
    if (of === undefined) throw new Error('there is no plan');
    const twice = { ...of, rates: [...of.rates, ...of.rates] };
    const request: QuoteRequest = {
      sizes: new Map([['user', new Fraction(1)]]),
      sums: new Map(),
      factOf: () => undefined,
      key: { severity: -1, region: -1, channel: -1, type: -1, facts: [] },
      options: [],
      packs: new Map(),
      term: { kind: 'length', unit: 'month', count: 1 },
    };
    const answer = quoteOf({ ...plan, plans: [twice] }, 0, request);
    expect(answer.kind === 'quote' ? answer.beside.filter(({ kind }) => kind === 'rate') : []).toHaveLength(
      1,
    );
    expect(() => quoteOf(plan, 1, request)).toThrow('the contract has no plan 1');
  });
});

describe('there is no figure', () => {
  test('where the contract has none, or somebody else tells it', () => {
    expect(answerTo('')).toEqual({ kind: 'no price' });
    expect(answerTo('price on request')).toMatchObject({
      kind: 'on request',
      of: { kind: 'price' },
      said: { clause: 'price on request', origin: { line: 11 } },
    });
    const option = 'price EUR 1 per month, billed monthly\n  option "Training" on request';
    expect(answerTo(option, { options: ['Training'] })).toMatchObject({
      kind: 'on request',
      of: { text: 'Training' },
    });
    expect(answerTo(option, { options: ['Trainings'] })).toEqual({
      kind: 'not offered',
      of: 'option',
      text: 'Trainings',
    });
    expect(answerTo(option, { packs: { ten: 1 } })).toEqual({ kind: 'not offered', of: 'pack', text: 'ten' });
  });

  test('where a size, a sum, a fact or a date has to be known first', () => {
    const needs = (clauses: string, asked?: Asked) => {
      const answer = answerTo(clauses, asked);
      return answer.kind === 'missing' ? answer.needs.kind : answer.kind;
    };
    expect(needs('price EUR 1 per user per month, billed monthly')).toBe('size');
    expect(needs('price EUR 1 per user per month, billed monthly', { sizes: { users: '3' } })).toBe('size');
    expect(needs('price 5% of "fees" per month, billed monthly')).toBe('sum');
    expect(needs('price EUR 1 per month, 2x when lapsed, billed monthly')).toBe('fact');
    expect(needs('price EUR 1 per week, billed weekly')).toBe('dates');
    expect(needs('price EUR 1 per month, billed weekly')).toBe('dates');
    expect(
      needs('price EUR 1 per week, billed weekly', { term: { kind: 'length', unit: 'day', count: 28 } }),
    ).toBe('quote');
  });

  test('and what comes with something else is nothing beside it, while options still cost', () => {
    const included =
      'price included with "the subscription"\n  option "nights" EUR 30 per month, billed monthly';
    expect(quoteFor(included).totals).toEqual([]);
    expect(total(included, { options: ['nights'] })).toBe('EUR 360.00');
  });
});

describe('invoices of whole periods', () => {
  test('are for as many as cover the term, also where a billing period is longer', () => {
    const gold = 'price EUR 1499.00 per month, billed yearly';
    expect(total(gold)).toBe('EUR 17988.00');
    expect(total(gold, { term: { kind: 'length', unit: 'month', count: 1 } })).toBe('EUR 17988.00');
    expect(total(gold, { term: { kind: 'length', unit: 'month', count: 18 } })).toBe('EUR 35976.00');
  });

  test('that are parts of one price come to it, and are never more than a coin apart', () => {
    const sums = sumsOf(quoteFor('price EUR 100 per year, billed monthly'));
    expect(sums.filter((sum) => sum === '8.33')).toHaveLength(8);
    expect(sums.filter((sum) => sum === '8.34')).toHaveLength(4);
    expect(total('price EUR 100 per year, billed monthly')).toBe('EUR 100.00');
    // Each year comes to its own price: 2 x 100.01 and not 200.01.
    const twoYears = { term: { kind: 'length', unit: 'month', count: 24 } } as const;
    expect(total('price EUR 100.0050 per year, billed monthly', twoYears)).toBe('EUR 200.02');
  });

  test('have no decimals in yen and three in Kuwaiti dinars, halves away from zero', () => {
    expect(
      sumsOf(quoteFor('price JPY 2.5 per user per month, billed monthly', users(1), 'currency JPY'))[0],
    ).toBe('3');
    expect(
      sumsOf(quoteFor('price JPY 2.4 per user per month, billed monthly', users(1), 'currency JPY'))[0],
    ).toBe('2');
    expect(total('price JPY 100000 per year, billed quarterly', {}, 'currency JPY')).toBe('JPY 100000');
    expect(sumsOf(quoteFor('price KWD 1.0005 per month, billed monthly', {}, 'currency KWD'))[0]).toBe(
      '1.001',
    );
    expect(sumsOf(quoteFor('price KWD 10 per year, billed quarterly', {}, 'currency KWD'))).toEqual([
      '2.500',
      '2.500',
      '2.500',
      '2.500',
    ]);
  });

  test('add up in each currency by itself where a contract names none', () => {
    const two = 'price EUR 10 per month, billed monthly\n  option "hosting" USD 5 per month, billed monthly';
    expect(total(two, { options: ['hosting'] }, '')).toBe('EUR 120.00 + USD 60.00');
  });
});

describe('invoices with dates', () => {
  const prorated = (terms: string, term: Asked['term']) =>
    invoicesOf(quoteFor(`price EUR 310 per month, ${terms}`, term === undefined ? {} : { term }));

  test('have a part of February by its own days, 28 or in a leap year 29', () => {
    expect(prorated('billed monthly, prorated by day', dates('2026-02-15', '2026-03-31'))).toEqual([
      '2026-02-15 .. 2026-02-28 1/2 155.00',
      '2026-03-01 .. 2026-03-31 1 310.00',
    ]);
    // 15 of 29 days: 160.344…
    expect(prorated('billed monthly, prorated by day', dates('2028-02-15', '2028-02-29'))).toEqual([
      '2028-02-15 .. 2028-02-29 15/29 160.34',
    ]);
  });

  test('have a whole period where the contract does not say that a part is paid by its days, and say so', () => {
    const quote = quoteFor('price EUR 310 per month, billed monthly', {
      term: dates('2026-02-15', '2026-03-15'),
    });
    expect(invoicesOf(quote)).toEqual([
      '2026-02-15 .. 2026-02-28 1 310.00',
      '2026-03-01 .. 2026-03-15 1 310.00',
    ]);
    expect(quote.items).toMatchObject([{ cutsPeriod: true, charged: { prorated: null } }]);
  });

  test('begin on the last day of a short month where the contract began on the 31st', () => {
    const quote = quoteFor('price EUR 280 per contract month, billed monthly, prorated by day', {
      term: dates('2026-01-31', '2026-04-29'),
    });
    expect(invoicesOf(quote)).toEqual([
      '2026-01-31 .. 2026-02-27 1 280.00',
      '2026-02-28 .. 2026-03-30 1 280.00',
      '2026-03-31 .. 2026-04-29 1 280.00',
    ]);
    const leap = quoteFor('price EUR 280 per contract month, billed monthly', {
      term: months('2028-01-31', 2, '2026-01-31'),
    });
    expect(invoicesOf(leap)).toEqual([
      '2028-01-31 .. 2028-02-28 1 280.00',
      '2028-02-29 .. 2028-03-30 1 280.00',
    ]);
  });

  test('of a year that is not whole are paid by begun months, weeks or days, as is said', () => {
    const year = (by: string, from: string) =>
      totalOf(
        quoteFor(`price EUR 1200 per year, billed yearly, prorated by ${by}`, {
          term: dates(from, '2026-12-31'),
        }),
      );
    expect(year('month', '2026-03-15')).toBe('EUR 1000.00'); // March to December
    expect(year('quarter', '2026-03-31')).toBe('EUR 1200.00');
    expect(year('quarter', '2026-04-01')).toBe('EUR 900.00');
    expect(year('day', '2026-03-15')).toBe('EUR 960.00'); // 292 of 365 days
    expect(year('year', '2026-12-31')).toBe('EUR 1200.00');
  });

  test('of a year that is billed by the month share out what is paid of it, the broken month by its days', () => {
    const quote = quoteFor('price EUR 1200 per year, billed monthly, prorated by day', {
      term: dates('2026-12-17', '2027-01-31'),
    });
    // 15 of 365 days of 2026, 31 of 365 of 2027: 49.315… and 101.917…
    expect(invoicesOf(quote)).toEqual([
      '2026-12-17 .. 2026-12-31 3/73 49.32',
      '2027-01-01 .. 2027-01-31 31/365 101.92',
    ]);
  });

  test('of days and weeks hang on how many there are', () => {
    const day = (from: string, to: string) =>
      totalOf(quoteFor('price EUR 0.50 per day, billed monthly', { term: dates(from, to) }));
    expect(day('2026-01-01', '2026-12-31')).toBe('EUR 182.50');
    expect(day('2028-01-01', '2028-12-31')).toBe('EUR 183.00');
    // A week is on the bill of the month in which it begins.
    expect(
      invoicesOf(
        quoteFor('price EUR 70 per week, billed monthly', { term: dates('2026-06-01', '2026-07-05') }),
      ),
    ).toEqual(['2026-06-01 .. 2026-06-30 5 350.00', '2026-07-01 .. 2026-07-05 0 0.00']);
    // Billed by the week, a month is shared out by its days.
    expect(
      invoicesOf(
        quoteFor('price EUR 300 per month, billed weekly', { term: dates('2026-06-01', '2026-06-30') }),
      ).slice(-2),
    ).toEqual(['2026-06-22 .. 2026-06-28 7/30 70.00', '2026-06-29 .. 2026-06-30 1/15 20.00']);
  });

  test('of one cycle are one invoice, whatever is on it', () => {
    const both = `price EUR 310 per month, billed monthly, prorated by day
  option "nights" EUR 62 per month, billed monthly`;
    const quote = quoteFor(both, { options: ['nights'], term: dates('2026-05-31', '2026-06-30') });
    expect(invoicesOf(quote)).toEqual([
      '2026-05-31 .. 2026-05-31 1/31 + 1 72.00',
      '2026-06-01 .. 2026-06-30 1 + 1 372.00',
    ]);
  });
});
