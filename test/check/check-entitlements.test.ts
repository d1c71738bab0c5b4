import { describe, expect, test } from 'vitest';
import { desk } from '../../src/diagnostics/catalog/examples.ts';
import { lower } from '../../src/plan/lower.ts';
import { checkText } from './findings.ts';

function compiled(clauses: readonly string[]) {
  return lower(checkText(desk('4 h', clauses)).contract);
}

const incidents = 'incidents 20 per year, over billed, used when closed, one incident per cause';

describe('what a plan entitles to reaches the compiled plan', () => {
  test('a number without a period is a standing limit, beyond which there is nothing', () => {
    const [quota] = compiled(['contacts 3 "named persons"']).plans[0]?.quotas ?? [];
    expect(quota).toMatchObject({
      amount: 3,
      period: null,
      over: null,
      text: 'named persons',
      usedWhen: null,
    });
  });

  test('at most refuses what lies beyond', () => {
    const [quota] = compiled(['visits at most 1 per quarter, used when work ends']).plans[0]?.quotas ?? [];
    expect(quota).toMatchObject({ amount: 1, over: 'refuse', usedWhen: 'work ends' });
  });

  test('a charge names its units in the singular or the plural, and its first stretch before the next', () => {
    const { plans } = compiled([
      incidents,
      'charge appointment 2 incidents first 1 h, then 1 incident per started 30 min, on conclusion',
    ]);
    expect(plans[0]?.charges).toMatchObject([
      {
        rate: { quantity: { thing: 'incidents', amount: '2' }, of: { kind: 'first', seconds: 3600 } },
        then: [{ quantity: { thing: 'incidents', amount: '1' }, of: { kind: 'per started', seconds: 1800 } }],
        on: 'conclusion',
      },
    ]);
  });

  test('money keeps its digits, and bands their ends', () => {
    const [plan] = compiled([
      'price EUR 2.50 per user per month, at least 100 users, billed yearly',
      'credit of "fee" by missed respond per month gives 5% for 1 to 2 | 10% for 3 or more',
    ]).plans;
    expect(plan?.price).toMatchObject({ amount: '2.50', unit: 'user', per: 'month', billed: 'year' });
    expect(plan?.credits[0]?.gives).toMatchObject({
      bands: [
        { from: 1, to: 2 },
        { from: 3, to: null },
      ],
    });
  });

  test('misses of several metrics are counted together', () => {
    const [plan] = compiled([
      'credit of "fee" by missed respond, resolve per month gives 5% for 1 or more',
      'credit 1% of "fee" per missed respond, at most 15% per month',
    ]).plans;
    expect(plan?.credits.map(({ cause }) => cause)).toEqual([
      { kind: 'missed', metrics: ['respond', 'resolve'], free: null },
      { kind: 'missed', metrics: ['respond'], free: null },
    ]);
  });

  test('a rate may be a sum named in words and multiples of it, in the order of the text', () => {
    const { plans, calendars } = compiled([
      'rate "the normal rate" per hour in Office | 1.5x outside for P1',
      'rate EUR 100 per hour in Office | 2x outside for P2',
    ]);
    const bands = (plans[0]?.rates ?? []).map((rate) =>
      rate.bands.map(({ costs, calendar }) => [
        costs,
        calendar === null ? null : (calendars[calendar]?.name ?? ''),
      ]),
    );
    expect(bands).toEqual([
      [
        [{ kind: 'words', text: 'the normal rate', unit: 'hour' }, 'Office'],
        [{ kind: 'multiple', factor: { numerator: 15, denominator: 10 } }, null],
      ],
      [
        [{ kind: 'money', amount: '100', currency: 'EUR', unit: 'hour' }, 'Office'],
        [{ kind: 'multiple', factor: { numerator: 2, denominator: 1 } }, null],
      ],
    ]);
  });

  test('an option whose price is told on request still gives its cells', () => {
    const [plan] = compiled(['option "Faster" on request, gives respond 30 min for P1']).plans;
    expect(plan?.options).toMatchObject([
      { text: 'Faster', price: { kind: 'on request' }, gives: [{ metric: 'respond' }] },
    ]);
  });

  test('coverage may be a word, a channel on request, a feature a text', () => {
    const [plan] = compiled([
      'coverage consult best effort',
      'channel video on request',
      'feature "By" is "seniors"',
    ]).plans;
    expect(plan?.coverage[0]?.hours).toEqual({ kind: 'word', word: 'best effort' });
    expect(plan?.channels[0]?.onRequest).toBe(true);
    expect(plan?.features).toEqual([{ name: 'By', value: 'text', says: 'seniors' }]);
  });
});
