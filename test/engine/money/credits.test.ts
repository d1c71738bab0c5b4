import { describe, expect, test } from 'vitest';
import { brief, credited, instant, type Told } from './credited.ts';

const given = (clauses: string, told: Told) => credited(clauses, told).credits.map(brief);
const PRICE = 'price EUR 90 per month, billed monthly';
const withPrice = (credit: string) => `${PRICE}\n  ${credit}`;
const API = `availability "the API" 99.9% per month of real time, outage from "down" to "up", counted per started 1 min,
               except "maintenance" announced 48 h before up to 4 h per month`;

describe('a credit for each miss', () => {
  test('ends in the middle of a month where its cap is reached, and begins anew with the next', () => {
    const sums = given('credit EUR 50 per missed respond, at most EUR 120 per month', {
      misses: [
        '2026-06-01T10:00+02:00',
        '2026-06-05T10:00+02:00',
        '2026-06-20T10:00+02:00',
        '2026-06-30T23:59+02:00',
        '2026-07-01T00:00+02:00',
      ],
    });
    expect(sums).toEqual([
      'EUR 50.00',
      'EUR 50.00',
      'EUR 20.00 of EUR 50.00',
      'EUR 0.00 of EUR 50.00',
      'EUR 50.00',
    ]);
  });

  test('is a share of the fee that the words mean, or of the sum that is said for them', () => {
    const share = withPrice('credit 5% of "the monthly fee" per missed respond, at most 12% per month');
    const misses = ['2026-06-01T10:00Z', '2026-06-02T10:00Z', '2026-06-03T10:00Z'];
    expect(given(share, { misses })).toEqual(['EUR 4.50', 'EUR 4.50', 'EUR 1.80 of EUR 4.50']);
    expect(given(share, { misses: misses.slice(0, 1), sums: { 'the monthly fee': '1000' } })).toEqual([
      'EUR 50.00',
    ]);
    expect(
      given(withPrice('credit 5% of "the annual fee" per missed respond'), { misses: misses.slice(1) }),
    ).toEqual(['EUR 54.00', 'EUR 54.00']);
    expect(
      given(withPrice('credit 5% of "the service fee" per missed respond, at most 12% per month'), {
        misses,
      }),
    ).toEqual([
      '5% of the service fee',
      '5% of the service fee',
      '2% of the service fee of 5% of the service fee',
    ]);
  });

  test('may be more than the fee: nothing but a cap holds it', () => {
    const misses = Array.from({ length: 4 }, (_, i) => `2026-06-0${i + 1}T10:00Z`);
    expect(given(withPrice('credit EUR 50 per any missed target'), { misses })).toHaveLength(4);
    expect(
      given(withPrice('credit EUR 50 per any missed target, at most 100% per month'), { misses }),
    ).toEqual(['EUR 50.00', 'EUR 40.00 of EUR 50.00', 'EUR 0.00 of EUR 50.00', 'EUR 0.00 of EUR 50.00']);
    const capped = credited('credit EUR 50 per any missed target, at most 100% per month', {
      misses: misses.slice(3),
    });
    expect(capped.credits.map(brief)).toEqual(['EUR 50.00']);
    expect(capped.credits[0]?.uncapped).toMatchObject([{ kind: 'share', percent: '100' }]);
  });

  test('of a length of service is capped for a ticket and for a month, whichever is reached first', () => {
    const hours =
      'credit 2 hours of "free support" per any missed target, at most 3 hours per ticket, at most 5 hours per month';
    const at = (day: number, ticket: string) => ({ ticket, at: instant(`2026-06-0${day}T10:00Z`) });
    expect(given(hours, { misses: [at(1, 'A'), at(2, 'A'), at(3, 'B'), at(4, 'C')] })).toEqual([
      '1 x 2 h',
      '0.5 x 2 h of 1 x 2 h',
      '1 x 2 h',
      '0 x 2 h of 1 x 2 h',
    ]);
    expect(
      given('credit up to 1 month of "the service" per any missed target', { misses: ['2026-06-01T10:00Z'] }),
    ).toEqual(['up to 1 x 1 month']);
  });

  test('is for the promises that it names', () => {
    const misses = [{ metric: 'resolve', at: instant('2026-06-01T10:00Z') }];
    expect(given('credit EUR 5 per missed respond', { misses })).toEqual([]);
    expect(given('credit EUR 5 per any missed target', { misses })).toEqual(['EUR 5.00']);
  });

  test('hangs on a case, and is open where nobody says whether it holds', () => {
    const clause = 'credit EUR 5 per missed respond when not lapsed';
    const misses = ['2026-06-01T10:00Z'];
    expect(given(clause, { misses, facts: { lapsed: false } })).toEqual(['EUR 5.00']);
    expect(given(clause, { misses, facts: { lapsed: true } })).toEqual([]);
    expect(credited(clause, { misses })).toMatchObject({
      credits: [],
      open: [{ missing: 'lapsed', for: { kind: 'miss', ticket: 'T1' } }],
    });
  });
});

describe('a credit that has to be claimed', () => {
  const clause = 'credit EUR 5 per missed respond, at most EUR 5 per year, claimed within 1 month';
  const status = (told: Omit<Told, 'misses'>) =>
    given(clause, { misses: ['2026-01-31T15:00+01:00'], ...told });

  test('can be claimed to the end of the last day, which a short month has earlier', () => {
    expect(status({ claimed: '2026-02-28T23:59:59+01:00' })).toEqual(['EUR 5.00']);
    expect(status({ claimed: '2026-03-01T00:00+01:00' })).toEqual(['EUR 5.00 lapsed']);
    expect(status({ now: '2026-02-28T23:59:59+01:00' })).toEqual(['EUR 5.00 to be claimed']);
    expect(status({ now: '2026-03-01T00:00+01:00' })).toEqual(['EUR 5.00 lapsed']);
  });

  test('leaves the cap to others once it has lapsed', () => {
    const two = given(clause, {
      misses: [
        { at: instant('2026-02-01T10:00Z'), claimed: null },
        { at: instant('2026-02-02T10:00Z'), claimed: instant('2026-02-03T10:00Z') },
      ],
    });
    expect(two).toEqual(['EUR 5.00 lapsed', 'EUR 5.00']);
  });

  test('for a period is claimed from its last day on', () => {
    const bands =
      'credit of "fees" by missed respond per month gives 5% for 1 or more, claimed within 30 calendar days';
    const told = { misses: ['2026-06-10T10:00Z'], sums: { fees: '100' } };
    expect(given(bands, { ...told, claimed: '2026-07-30T23:59+02:00' })).toEqual(['EUR 5.00']);
    expect(given(bands, { ...told, claimed: '2026-07-31T00:00+02:00' })).toEqual(['EUR 5.00 lapsed']);
  });
});

describe('a credit by how many were missed', () => {
  const bands = withPrice(
    'credit of "the monthly fee" by missed respond, resolve per month gives 5% for 1 to 2 | 10% for 3 or more',
  );
  const june = (count: number): Told => ({
    misses: Array.from({ length: count }, (_, i) => `2026-06-1${i}T10:00Z`),
  });

  test('is one for the month, when it is over', () => {
    expect(given(bands, june(0))).toEqual([]);
    expect(given(bands, june(2))).toEqual(['EUR 4.50']);
    expect(given(bands, june(3))).toEqual(['EUR 9.00']);
    expect(given(bands, { ...june(3), now: '2026-07-01T00:00+02:00' })).toEqual(['EUR 9.00']);
    expect(given(bands, { ...june(3), now: '2026-06-30T23:59+02:00' })).toEqual([]);
  });
});

describe('a credit by availability', () => {
  const clause = withPrice(`${API}
  credit of "the monthly fee" by availability of "the API" per month gives 10% below 99.9% | 25% below 99%`);
  const down = (from: string, to: string, more: Partial<Told> = {}) =>
    given(clause, {
      outages: [{ from, to }],
      from: '2026-02-01T00:00+01:00',
      now: '2026-12-01T00:00+01:00',
      ...more,
    });

  test('counts the begun minutes of the month as long as it really is', () => {
    // A thousandth of June, 30 days, is 43.2 minutes; of March, which has an hour less, 44.58; of October 44.7.
    expect(down('2026-06-03T10:00+02:00', '2026-06-03T10:43+02:00')).toEqual([]);
    expect(down('2026-06-03T10:00+02:00', '2026-06-03T10:43:01+02:00')).toEqual(['EUR 9.00']);
    expect(down('2026-03-03T10:00+01:00', '2026-03-03T10:44+01:00')).toEqual([]);
    expect(down('2026-03-03T10:00+01:00', '2026-03-03T10:45+01:00')).toEqual(['EUR 9.00']);
    // A hundredth of June is 432 minutes: 99% itself is not below it.
    expect(down('2026-06-03T10:00+02:00', '2026-06-03T17:12+02:00')).toEqual(['EUR 9.00']);
    expect(down('2026-06-03T10:00+02:00', '2026-06-03T17:13+02:00')).toEqual(['EUR 22.50']);
  });

  test('puts an outage over midnight of the last day into both months, each with its part', () => {
    // 44 and 45 minutes: more than 43.2 of June, more than 44.64 of July.
    expect(down('2026-06-30T23:16+02:00', '2026-07-01T00:45+02:00')).toEqual(['EUR 9.00', 'EUR 9.00']);
    expect(down('2026-06-30T23:17+02:00', '2026-07-01T00:44+02:00')).toEqual([]);
    expect(down('2026-06-30T23:17+02:00', '2026-07-01T00:45+02:00')).toEqual(['EUR 9.00']);
  });

  test('leaves out what was announced in time, up to its cap', () => {
    const maintenance = (hours: number, announced: string) =>
      given(clause, {
        outages: [
          {
            from: '2026-06-10T08:00+02:00',
            to: `2026-06-10T${String(8 + hours).padStart(2, '0')}:00+02:00`,
            reason: 'maintenance',
            announced: instant(announced),
          },
        ],
        from: '2026-06-01T00:00+02:00',
        now: '2026-07-01T00:00+02:00',
      });
    expect(maintenance(4, '2026-06-08T08:00+02:00')).toEqual([]);
    expect(maintenance(4, '2026-06-08T08:00:01+02:00')).toEqual(['EUR 9.00']);
    expect(maintenance(5, '2026-06-01T08:00+02:00')).toEqual(['EUR 9.00']);
  });

  test('takes a share that is stated, to its last digit', () => {
    const stated = (percent: string) =>
      given(clause, {
        stated: [{ at: '2026-06-15T00:00Z', percent }],
        from: '2026-06-01T00:00+02:00',
        now: '2026-07-01T00:00+02:00',
      });
    expect(stated('99.9')).toEqual([]);
    expect(stated('99.8999999999')).toEqual(['EUR 9.00']);
    expect(stated('0')).toEqual(['EUR 22.50']);
  });

  test('gives nothing in the holes that a contract leaves between its bands', () => {
    const holes = withPrice(`${API}
  credit of "the monthly fee" by availability of "the API" per month gives 5% from 95.1% to 99.8% | 10% from 90% to 95% | 15% below 90%`);
    const stated = (percent: string) =>
      given(holes, {
        stated: [{ at: '2026-06-15T00:00Z', percent }],
        from: '2026-06-01T00:00+02:00',
        now: '2026-07-01T00:00+02:00',
      });
    expect(
      ['99.85', '99.8', '95.1', '95.05', '95', '90', '89.99'].map((each) => stated(each)[0] ?? '-'),
    ).toEqual(['-', 'EUR 4.50', 'EUR 4.50', '-', 'EUR 9.00', 'EUR 9.00', 'EUR 13.50']);
  });
});

describe('a credit for an outage', () => {
  const clause = withPrice(
    'credit 1% of "the monthly fee" per started 30 min of outage, beyond 4 h, at most 20% per month',
  );
  const long = (to: string, of = clause) => given(of, { outages: [{ from: '2026-06-03T00:00+02:00', to }] });

  test('begins beyond what is free, and counts each half hour that has begun', () => {
    expect(long('2026-06-03T04:00+02:00')).toEqual([]);
    expect(long('2026-06-03T04:00:01+02:00')).toEqual(['EUR 0.90']);
    expect(long('2026-06-03T04:30+02:00')).toEqual(['EUR 0.90']);
    expect(long('2026-06-03T04:31+02:00')).toEqual(['EUR 1.80']);
    expect(long('2026-06-03T14:01+02:00')).toEqual(['EUR 18.00 of EUR 18.90']);
  });

  test('counts full stretches where it does not say begun, or each outage once', () => {
    const day = 'credit "a day added to the term" per 24 h of outage';
    expect(long('2026-06-03T23:59+02:00', day)).toEqual([]);
    expect(long('2026-06-05T12:00+02:00', day)).toEqual(['a day added to the term']);
    expect(long('2026-06-03T00:01+02:00', 'credit EUR 7 per outage')).toEqual(['EUR 7.00']);
  });
});
