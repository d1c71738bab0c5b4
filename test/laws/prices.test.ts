/** What prices come to: the engine adds up steps as fractions, the reference pays unit by unit and day by day. */
import * as fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { billsOf, type Term } from '../../src/engine/money/billing.ts';
import { decimalsOf, toCoins } from '../../src/engine/money/currency.ts';
import { priceOf, type Priced } from '../../src/engine/money/price.ts';
import { answerOf } from '../../src/engine/grade-ticket.ts';
import type { CheckedCharged } from '../../src/check/money-model.ts';
import { lower } from '../../src/plan/lower.ts';
import { paidByDays, priceByUnits, type WholeFraction } from '../../src/reference/index.ts';
import { epochDayOfDate, formatCivilDate } from '../../src/time/civil-date.ts';
import { checkText } from '../check/findings.ts';
import { LAW, runs } from './against-reference.ts';

const UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;
const CURRENCIES = ['EUR', 'JPY', 'KWD'] as const;
const FIRST_DAYS = ['2026-01-31', '2024-02-29', '2025-08-31', '2026-01-01', '2026-03-15'] as const;

const digits = (whole: number) =>
  fc
    .tuple(
      fc.integer({ min: 0, max: whole }),
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 4 }),
    )
    .map(([a, b, decimals]) =>
      decimals === 0
        ? String(a)
        : // Three digits could be thousands, and are asked about: a fourth says that they are not.
          `${a}.${String(b).padStart(4, '0').slice(0, decimals)}${decimals === 3 ? '0' : ''}`,
    );

const steps = (most: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: most }), { maxLength: 3 })
    .map((beyond) => beyond.sort((a, b) => a - b))
    .chain((beyond) =>
      fc.tuple(
        ...beyond.map((at) => fc.record({ at: fc.constant(at), price: digits(40), all: fc.boolean() })),
      ),
    );

interface Story {
  readonly text: string;
  readonly units: number;
  readonly sum: number;
  readonly big: boolean;
  readonly currency: (typeof CURRENCIES)[number];
}

const story: fc.Arbitrary<Story> = fc
  .record({
    currency: fc.constantFrom(...CURRENCIES),
    isShare: fc.boolean(),
    perUnit: fc.boolean(),
    first: digits(60),
    steps: steps(120),
    least: fc.option(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 150 })), { nil: null }),
    most: fc.option(fc.tuple(fc.boolean(), fc.integer({ min: 150, max: 900 })), { nil: null }),
    factors: fc.array(fc.constantFrom('1.5x when big', '0.9x when not big', '1.25x when users > 60'), {
      maxLength: 2,
    }),
    per: fc.constantFrom(...UNITS),
    contract: fc.boolean(),
    billed: fc.constantFrom(...UNITS),
    prorated: fc.option(fc.constantFrom(...UNITS), { nil: null }),
    firstDay: fc.constantFrom(...FIRST_DAYS),
    units: fc.integer({ min: 0, max: 200 }),
    sum: fc.integer({ min: 0, max: 300 }),
    big: fc.boolean(),
  })
  .map((told) => {
    const { currency, isShare, perUnit } = told;
    const bound = (kind: string, said: readonly [boolean, number] | null) =>
      said === null ? [] : [`${kind} ${said[0] && perUnit ? `${said[1]} users` : `${currency} ${said[1]}`}`];
    const step = told.steps.map(({ at, price, all }) => {
      const each = isShare ? `${price}%` : `${currency} ${price}`;
      return `${each}${all ? ' for all' : ''} beyond ${isShare ? `${currency} ${at}` : `${at} users`}`;
    });
    const terms = [
      ...(isShare || perUnit ? step : []),
      ...bound('at least', told.least),
      ...bound('at most', told.most),
      ...told.factors,
      `billed ${told.billed}`,
      ...(told.prorated === null ? [] : [`prorated by ${told.prorated}`]),
    ];
    const amount = isShare ? `${told.first}% of "the fees"` : `${currency} ${told.first}`;
    const per = `${perUnit ? ' per user' : ''} per ${told.contract ? 'contract ' : ''}${told.per}`;
    return {
      text: `contract "Law" { effective ${told.firstDay} in Europe/Berlin; binds by opened; currency ${currency} }
facts { users number; big yes or no }
clock respond { starts on opened; stops on reply; reopen never }
plan A {
  targets { respond; all 1 h }
  price ${[amount + per, ...terms].join(', ')}
}
`,
      ...told,
    };
  });

function read({ text }: Pick<Story, 'text'>) {
  const { contract, findings } = checkText(text);
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(`${errors.map(({ message }) => message).join('; ')}\n${text}`);
  const checked = contract.plans[0]?.price;
  const price = lower(contract).plans[0]?.price;
  if (price?.kind !== 'amount' && price?.kind !== 'share') throw new Error('there is no price');
  return { checked: checked as CheckedCharged, price, firstDay: contract.effective?.from ?? '' };
}

function pricedFor(
  { units, sum, big, currency, text }: Story,
  count = units,
): Extract<Priced, { kind: 'money' }> {
  const priced = priceOf(read({ text }).price, {
    sizes: new Map([['user', new Fraction(count)]]),
    sums: new Map([['the fees', { currency, amount: new Fraction(sum) }]]),
    factOf: (name) => (name === 'users' ? count : name === 'big' ? big : undefined),
  });
  if (priced.kind !== 'money') throw new Error(priced.kind);
  return priced;
}

function fractionOf({ numerator, denominator }: WholeFraction): Fraction {
  return new Fraction(numerator, denominator);
}

describe('a price', () => {
  it(
    'is what its units cost one by one, within its bounds and with its factors',
    () => {
      fc.assert(
        fc.property(story, (told) => {
          const { checked } = read(told);
          const facts = (name: string) =>
            name === 'users' ? told.units : name === 'big' ? told.big : undefined;
          const expected = priceByUnits(
            checked,
            told.units,
            told.sum,
            (when) => answerOf(when, facts) === true,
          );
          const { amount, lines } = pricedFor(told);
          expect(amount.toFraction()).toBe(fractionOf(expected).toFraction());
          const sum = lines.reduce((all, { adds }) => all.add(adds), new Fraction(0));
          expect(sum.equals(amount)).toBe(true);
        }),
        runs(400),
      );
    },
    LAW.timeout,
  );

  it(
    'does not fall with size, but where a step is for all; without steps, bounds and factors it adds up',
    () => {
      fc.assert(
        fc.property(story, fc.integer({ min: 0, max: 80 }), (told, more) => {
          const { price } = read(told);
          if (price.unit === null || price.kind === 'share') return;
          const [less, greater] = [pricedFor(told), pricedFor(told, told.units + more)];
          const isPlain = price.factors.length === 0 && price.bounds.length === 0;
          if (isPlain && price.steps.every(({ forAll }) => !forAll))
            expect(less.amount.compare(greater.amount)).toBeLessThanOrEqual(0);
          if (isPlain && price.steps.length === 0) {
            const both = less.amount.add(pricedFor(told, more).amount);
            expect(greater.amount.toFraction()).toBe(both.toFraction());
          }
        }),
        runs(300),
      );
    },
    LAW.timeout,
  );
});

describe('what is billed of a price', () => {
  const spans = fc.tuple(
    fc.constantFrom(...FIRST_DAYS),
    fc.integer({ min: 0, max: 500 }),
    fc.integer({ min: 0, max: 420 }),
  );
  it(
    'is what is paid of its periods, day by day, and the parts of a period come to it to the coin',
    () => {
      fc.assert(
        fc.property(story, spans, (told, [near, later, length]) => {
          const { checked, price, firstDay } = read(told);
          const first = epochDayOfDate(near) + later;
          const term: Term = {
            kind: 'dates',
            start: epochDayOfDate(firstDay),
            first,
            next: first + length + 1,
          };
          const priced = pricedFor(told);
          const bills = billsOf(price, priced, term);
          if (bills === 'needs dates') throw new Error('the term has dates');
          const due = paidByDays(checked, firstDay, formatCivilDate(first), formatCivilDate(first + length));
          const shares = due.map(({ numerator, denominator }) => new Fraction(numerator, denominator));
          const periods = bills.reduce((sum, bill) => sum.add(bill.periods), new Fraction(0));
          expect(periods.toFraction()).toBe(
            shares.reduce((sum, share) => sum.add(share), new Fraction(0)).toFraction(),
          );
          const total = bills.reduce((sum, bill) => sum.add(bill.amount), new Fraction(0));
          const inParts = UNITS.indexOf(price.billed) < UNITS.indexOf(price.per);
          if (inParts) {
            const coins = shares.map((share) => toCoins(priced.amount.mul(share), priced.currency));
            expect(total.toFraction()).toBe(
              coins.reduce((sum, each) => sum.add(each), new Fraction(0)).toFraction(),
            );
          }
          // A week over the end of a month has parts of two prices, each of them less than a coin off.
          const coins = inParts && price.billed === 'week' ? 2 : 1;
          for (const { amount, periods: count } of bills) {
            const most = new Fraction(coins, 10 ** decimalsOf(priced.currency));
            expect(toCoins(amount, priced.currency).equals(amount)).toBe(true);
            expect(amount.sub(priced.amount.mul(count)).abs().lte(most)).toBe(true);
          }
        }),
        runs(80),
      );
    },
    LAW.timeout,
  );
});
