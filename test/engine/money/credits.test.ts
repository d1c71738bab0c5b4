import { describe, expect, test } from 'vitest';
import { brief, credited, instant, type Told } from './credited.ts';

const given = (clauses: string, told: Told) => credited(clauses, told).credits.map(brief);
const PRICE = 'price EUR 90 per month, billed monthly';
const withPrice = (credit: string) => `${PRICE}\n  ${credit}`;
const API = `availability "the API" 99.9% per month of real time, outage from "down" to "up", counted per started 1 min,
               except "maintenance" announced 48 h before up to 4 h per month`;

describe('a credit for each so much delay', () => {
  const late = (at: string, keptAt: string | null, ticket = 'A') => {
    return { ticket, at: instant(at), keptAt: keptAt === null ? null : instant(keptAt) };
  };
  const started = withPrice('credit 2% of "the monthly fee" per started 24 h of delay of respond');

  test('counts each day that has begun, from the deadline until the promise was kept', () => {
    const misses = [
      late('2026-06-01T10:00+02:00', '2026-06-01T10:00:01+02:00', 'A'),
      late('2026-06-01T10:00+02:00', '2026-06-02T10:00+02:00', 'B'),
      late('2026-06-01T10:00+02:00', '2026-06-02T10:00:01+02:00', 'C'),
    ];
    expect(given(started, { misses })).toEqual(['EUR 1.80', 'EUR 1.80', 'EUR 3.60']);
    expect(given(started.replace('started ', ''), { misses })).toEqual(['EUR 1.80', 'EUR 1.80']);
  });

  test('counts real time: a night in which clocks go forward is an hour shorter', () => {
    const misses = [late('2026-03-28T12:00+01:00', '2026-03-29T12:00+02:00')];
    const hourly = 'credit EUR 1 per 1 h of delay of respond';
    expect(given(hourly, { misses })).toEqual(['EUR 23.00']);
    expect(given(hourly, { misses: [late('2026-10-24T12:00+02:00', '2026-10-25T12:00+01:00')] })).toEqual([
      'EUR 25.00',
    ]);
  });

  test('goes on while the promise is not kept, up to now, and ends at its cap', () => {
    const misses = [late('2026-06-01T10:00+02:00', null)];
    const capped = withPrice(
      'credit 2% of "the monthly fee" per started 24 h of delay of respond, at most 5% per ticket',
    );
    expect(given(started, { misses, now: '2026-06-04T09:00+02:00' })).toEqual(['EUR 5.40']);
    expect(given(capped, { misses, now: '2026-06-04T09:00+02:00' })).toEqual(['EUR 4.50 of EUR 5.40']);
    expect(given(started, { misses, now: '2026-06-01T10:00+02:00' })).toEqual([]);
  });

  test('leaves out what is free, and promises of other metrics', () => {
    const misses = [
      late('2026-06-01T10:00+02:00', '2026-06-01T15:00+02:00'),
      { ...late('2026-06-01T10:00+02:00', '2026-06-09T15:00+02:00'), metric: 'resolve' },
    ];
    expect(given('credit EUR 3 per started 1 h of delay of respond, beyond 4 h', { misses })).toEqual([
      'EUR 3.00',
    ]);
    expect(given('credit EUR 3 per started 1 h of delay of respond, beyond 5 h', { misses })).toEqual([]);
  });
});

describe('a credit by the share that was attained', () => {
  const bands = withPrice(`attain 95% of respond per month of tickets closed, except none, overall
  credit of "the monthly fee" by attained respond per month gives 2% below 95% | 10% below 90%`);

  test('is that of the band in which the month lies, whose ends are exact', () => {
    const attained = (percent: string) => ({ attained: [{ at: '2026-06-10T10:00+02:00', percent }] });
    expect(given(bands, attained('95'))).toEqual([]);
    expect(given(bands, attained('94.999'))).toEqual(['EUR 1.80']);
    expect(given(bands, attained('90'))).toEqual(['EUR 1.80']);
    expect(given(bands, attained('89.9'))).toEqual(['EUR 9.00']);
  });

  test('arises at the end of the month, from which on it can be claimed', () => {
    const claimed = `${bands}, claimed within 30 calendar days`;
    const told = { attained: [{ at: '2026-06-10T10:00+02:00', percent: '80' }] };
    expect(given(claimed, { ...told, claimed: '2026-07-30T23:59+02:00' })).toEqual(['EUR 9.00']);
    expect(given(claimed, { ...told, claimed: '2026-07-31T00:00+02:00' })).toEqual(['EUR 9.00 lapsed']);
    expect(credited(bands, told).credits.map(({ at }) => at)).toEqual([instant('2026-07-01T00:00+02:00')]);
  });
});

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

describe('a cap', () => {
  const miss = (ticket: string, at: string, metric = 'respond') => ({ ticket, metric, at: instant(at) });

  test('of a ticket is used up by its own misses, and holds no outage', () => {
    const each = 'credit EUR 50 per any missed target, at most EUR 80 per ticket';
    const misses = [
      miss('A', '2026-06-01T10:00Z'),
      miss('B', '2026-06-02T10:00Z'),
      miss('A', '2026-06-03T10:00Z', 'resolve'),
      miss('A', '2026-08-03T10:00Z'),
    ];
    expect(given(each, { misses })).toEqual([
      'EUR 50.00',
      'EUR 50.00',
      'EUR 30.00 of EUR 50.00',
      'EUR 0.00 of EUR 50.00',
    ]);
    const outages = ['01', '02'].map((day) => ({
      from: `2026-06-${day}T10:00Z`,
      to: `2026-06-${day}T11:00Z`,
    }));
    expect(given('credit EUR 7 per outage, at most EUR 5 per ticket', { outages })).toEqual([
      'EUR 7.00',
      'EUR 7.00',
    ]);
  });

  test('is used up in the order of time, and at one instant by the names of tickets and promises', () => {
    const clause = 'credit EUR 50 per any missed target, at most EUR 80 per month';
    const order = (misses: Told['misses']) =>
      credited(clause, misses === undefined ? {} : { misses }).credits.map((credit) => {
        const { for: ground } = credit;
        return ground.kind === 'miss' ? `${ground.ticket} ${ground.metric} ${brief(credit)}` : '';
      });
    expect(order([miss('A', '2026-06-03T10:00Z'), miss('B', '2026-06-01T10:00Z')])).toEqual([
      'B respond EUR 50.00',
      'A respond EUR 30.00 of EUR 50.00',
    ]);
    const at = '2026-06-01T10:00Z';
    const sorted = [
      'A resolve EUR 50.00',
      'A respond EUR 30.00 of EUR 50.00',
      'B respond EUR 0.00 of EUR 50.00',
    ];
    const three = [miss('A', at, 'resolve'), miss('A', at), miss('B', at)];
    const [first, second, third] = three as [(typeof three)[0], (typeof three)[0], (typeof three)[0]];
    expect(order([first, second, third])).toEqual(sorted);
    expect(order([third, second, first])).toEqual(sorted);
    expect(order([second, third, first])).toEqual(sorted);
  });

  test('of a year has in it the month that ends with it, and of the next what happens as that begins', () => {
    const bands =
      'credit of "fees" by missed respond per month gives 10% for 1 or more, at most 15% per year';
    const monthly = ['2026-11-10T10:00Z', '2026-12-10T10:00Z', '2027-01-10T10:00Z'];
    const told = { misses: monthly, sums: { fees: '100' }, now: '2027-06-01T00:00Z' };
    expect(given(bands, told)).toEqual(['EUR 10.00', 'EUR 5.00 of EUR 10.00', 'EUR 10.00']);
    const each = 'credit EUR 50 per missed respond, at most EUR 80 per year';
    const misses = ['2026-12-31T23:59+01:00', '2027-01-01T00:00+01:00', '2027-01-01T01:00+01:00'];
    expect(given(each, { misses })).toEqual(['EUR 50.00', 'EUR 50.00', 'EUR 30.00 of EUR 50.00']);
    const available = withPrice(`${API}
  credit of "the monthly fee" by availability of "the API" per month gives 10% below 99.9%, at most 15% per year`);
    const outages = ['2026-11', '2026-12', '2027-01'].map((month) => ({
      from: `${month}-10T10:00Z`,
      to: `${month}-10T12:00Z`,
    }));
    expect(
      given(available, { outages, from: '2026-11-01T00:00+01:00', now: '2027-02-01T00:00+01:00' }),
    ).toEqual(['EUR 9.00', 'EUR 4.50 of EUR 9.00', 'EUR 9.00']);
  });

  test('in money holds a share of a fee that is known, in its currency', () => {
    const clause = 'credit 5% of "fees" per missed respond, at most EUR 8 per month';
    const misses = ['2026-06-01T10:00Z', '2026-06-02T10:00Z'];
    expect(given(clause, { misses, sums: { fees: '100' } })).toEqual(['EUR 5.00', 'EUR 3.00 of EUR 5.00']);
    const open = (sums: Told['sums']) =>
      credited(clause, sums === undefined ? { misses } : { misses, sums }).credits.map(
        (credit) => `${brief(credit)}, ${credit.uncapped.length} uncapped`,
      );
    expect(open(undefined)).toEqual(['5% of fees, 1 uncapped', '5% of fees, 1 uncapped']);
    expect(open({ fees: '0' })).toEqual(['EUR 0.00, 1 uncapped', 'EUR 0.00, 1 uncapped']);
    expect(open({ fees: 'USD 100' })).toEqual(['USD 5.00, 1 uncapped', 'USD 5.00, 1 uncapped']);
  });

  test('in another currency than the credit cannot be reckoned', () => {
    const misses = ['2026-06-01T10:00Z'];
    const inDollars = (clause: string) =>
      credited(`${PRICE}\n  ${clause}`, { misses, currency: '' }).credits.map(
        (credit) => `${brief(credit)}, ${credit.uncapped.length} uncapped`,
      );
    expect(inDollars('credit EUR 50 per missed respond, at most USD 10 per month')).toEqual([
      'EUR 50.00, 1 uncapped',
    ]);
    expect(inDollars('credit USD 50 per missed respond, at most 10% per month')).toEqual([
      'USD 50.00, 1 uncapped',
    ]);
  });

  test('of nothing that is given, or of a remedy, is none', () => {
    const misses = ['2026-06-01T10:00Z'];
    for (const nothing of ['EUR 0', 'EUR 0.00']) {
      const share = withPrice(`credit ${nothing} per missed respond, at most 50% per month`);
      expect(given(share, { misses })).toEqual(['EUR 0.00']);
      const money = `credit ${nothing} per missed respond, at most EUR 5 per month`;
      expect(given(money, { misses })).toEqual(['EUR 0.00']);
    }
    const remedy = (cap: string) => given(withPrice(`credit "a day" per missed respond, ${cap}`), { misses });
    expect(remedy('at most 5% per month')).toEqual(['a day']);
    expect(remedy('at most EUR 5 per month')).toEqual(['a day']);
  });

  test('as a share of a price has to have a period', () => {
    const clause = withPrice('credit EUR 50 per missed respond, at most 50% per ticket');
    const capped = credited(clause, { misses: ['2026-06-01T10:00Z'] }).credits;
    expect(capped.map((credit) => `${brief(credit)}, ${credit.uncapped.length} uncapped`)).toEqual([
      'EUR 50.00, 1 uncapped',
    ]);
  });

  test('in service holds a length of the same kind', () => {
    const misses = ['2026-06-01T10:00Z', '2026-06-02T10:00Z'];
    const free = (length: string, cap: string) =>
      given(`credit ${length} of "free support" per missed respond, at most ${cap} per year`, { misses });
    expect(free('2 hours', '3 hours')).toEqual(['1 x 2 h', '0.5 x 2 h of 1 x 2 h']);
    expect(free('2 months', '3 months')).toEqual(['1 x 2 month', '0.5 x 2 month of 1 x 2 month']);
    for (const [length, cap] of [
      ['3 hours', '1 month'],
      ['3 calendar days', '1 month'],
      ['1 month', '1 hour'],
    ] as const)
      expect(
        credited(`credit ${length} of "free support" per missed respond, at most ${cap} per year`, {
          misses,
        }).credits.map(({ uncapped }) => uncapped.length),
      ).toEqual([1, 1]);
  });
});

describe('credits', () => {
  test('of several clauses stand in the order of their instants', () => {
    const clauses = `credit EUR 1 per missed respond
  credit EUR 2 per missed resolve`;
    const of = (metric: string, day: string) => ({ metric, at: instant(`2026-06-${day}T10:00Z`) });
    expect(
      given(clauses, { misses: [of('respond', '03'), of('resolve', '02'), of('respond', '01')] }),
    ).toEqual(['EUR 1.00', 'EUR 2.00', 'EUR 1.00']);
  });

  test('that are a share say of what fee, and how much of it', () => {
    const clause = withPrice('credit 5% of "the monthly fee" per missed respond');
    const [credit] = credited(clause, { misses: ['2026-06-01T10:00Z'] }).credits;
    expect(credit).toMatchObject({ for: { kind: 'miss', ticket: 'T1', metric: 'respond' } });
    expect(credit?.gives).toMatchObject({ kind: 'money', of: { words: 'the monthly fee' } });
    const of = credit?.gives.kind === 'money' ? credit.gives.of : null;
    expect([of?.percent.toString(), of?.fee.currency, of?.fee.amount.toString()]).toEqual(['5', 'EUR', '90']);
  });

  test('for a miss at midnight are claimed from that day on, for a month from its last one', () => {
    const each = 'credit EUR 5 per missed respond, claimed within 30 calendar days';
    const misses = ['2026-06-01T00:00+02:00'];
    expect(given(each, { misses, claimed: '2026-07-01T23:59+02:00' })).toEqual(['EUR 5.00']);
    expect(given(each, { misses, claimed: '2026-07-02T00:00+02:00' })).toEqual(['EUR 5.00 lapsed']);
    const available = withPrice(`${API}
  credit of "the monthly fee" by availability of "the API" per month gives 10% below 99.9%, claimed within 30 calendar days`);
    const told = {
      outages: [{ from: '2026-06-10T10:00Z', to: '2026-06-10T12:00Z' }],
      from: '2026-06-01T00:00+02:00',
      now: '2026-08-31T00:00+02:00',
    };
    expect(given(available, { ...told, claimed: '2026-07-30T23:59+02:00' })[0]).toBe('EUR 9.00');
    expect(given(available, { ...told, claimed: '2026-07-31T00:00+02:00' })[0]).toBe('EUR 9.00 lapsed');
  });
});

describe('what a credit is for', () => {
  test('is nothing where an outage or a delay was no longer than what is free', () => {
    const outage = (to: string) =>
      given('credit EUR 7 per outage, beyond 4 h', {
        outages: [{ from: '2026-06-03T00:00+02:00', to: `2026-06-03T${to}+02:00` }],
      });
    expect([outage('01:00'), outage('04:00'), outage('04:00:01')]).toEqual([[], [], ['EUR 7.00']]);
    const misses = [{ at: instant('2026-06-01T10:00Z'), keptAt: instant('2026-06-01T11:00Z') }];
    expect(given('credit EUR 3 per started 1 h of delay of respond, beyond 4 h', { misses })).toEqual([]);
  });

  test('is no number of misses beyond the last band', () => {
    const bands = withPrice(
      'credit of "the monthly fee" by missed respond per month gives 5% for 1 to 2 | 10% for 3 to 4',
    );
    const sums = (count: number) =>
      given(bands, { misses: Array.from({ length: count }, (_, i) => `2026-06-1${i}T10:00Z`) });
    expect([1, 2, 3, 4, 5].map((count) => sums(count)[0] ?? '-')).toEqual([
      'EUR 4.50',
      'EUR 4.50',
      'EUR 9.00',
      'EUR 9.00',
      '-',
    ]);
  });

  test('comes by its months, in whichever order the misses are told', () => {
    const bands = withPrice(
      'credit of "the monthly fee" by missed respond per month gives 5% for 1 | 10% for 2 or more',
    );
    const misses = ['2026-07-10T10:00Z', '2026-06-10T10:00Z', '2026-08-10T10:00Z', '2026-07-09T10:00Z'];
    expect(credited(bands, { misses }).credits.map((each) => [each.at, brief(each)])).toEqual([
      [instant('2026-07-01T00:00+02:00'), 'EUR 4.50'],
      [instant('2026-08-01T00:00+02:00'), 'EUR 9.00'],
      [instant('2026-09-01T00:00+02:00'), 'EUR 4.50'],
    ]);
  });

  test('is told with how long an outage or a delay was, and how often that counts', () => {
    const [from, to] = ['2026-06-03T10:00+02:00', '2026-06-03T11:30+02:00'];
    const span = { from: instant(from), to: instant(to), times: 2 };
    expect(
      credited('credit EUR 7 per started 1 h of outage', { outages: [{ from, to }] }).credits,
    ).toMatchObject([{ for: { kind: 'outage', ...span } }]);
    const misses = [{ at: instant(from), keptAt: instant(to) }];
    expect(credited('credit EUR 7 per started 1 h of delay of respond', { misses }).credits).toMatchObject([
      { for: { kind: 'delay', ticket: 'T1', metric: 'respond', ...span } },
    ]);
  });
});
