import { describe, expect, it } from 'vitest';
import { lower } from '../../src/plan/lower.ts';
import { contractWith, HEAD } from './contract-with.ts';
import { briefly, checkText } from './findings.ts';

const FACTS = 'facts { attended yes or no }\n';

function planWith(...clauses: readonly string[]) {
  const plan = lower(contractWith(`${FACTS}${PLAN}${clauses.join('\n')} }`)).plans[0];
  if (plan === undefined) throw new Error('there is no plan');
  return plan;
}

const PLAN = 'plan A { targets { respond; all | 1 h }\n';
const HOURS = 'hours 10 per month, over billed, used when work ends, not rounded';

describe('a price', () => {
  it('says what those cost that are beyond, and what all cost', () => {
    const { price } = planWith(
      'price EUR 10 per user per month, EUR 8 beyond 50 users, EUR 6.50 for all beyond 500 users, billed monthly',
    );
    expect(price).toMatchObject({
      amount: '10',
      steps: [
        { price: '8', forAll: false, beyond: { kind: 'units', thing: 'user', amount: '50' } },
        { price: '6.50', forAll: true, beyond: { kind: 'units', thing: 'user', amount: '500' } },
      ],
    });
  });

  it('that is a share takes its steps beyond sums of money', () => {
    const { price } = planWith('price 10% of "spend" per month, 7% beyond EUR 10000, billed monthly');
    expect(price).toMatchObject({
      percent: '10',
      steps: [{ price: '7', forAll: false, beyond: { kind: 'money', currency: 'EUR', amount: '10000' } }],
    });
  });
});

describe('a quota', () => {
  it('counts a least as used in each period of its own', () => {
    const { quotas } = planWith(`${HOURS}, at least 2.5 hours drawn per quarter`);
    expect(quotas).toMatchObject([{ leastDrawn: { amount: 2.5, period: { unit: 'quarter' } } }]);
    expect(planWith(HOURS).quotas).toMatchObject([{ leastDrawn: null }]);
  });

  it('lets what is left go over in a stated case alone', () => {
    const rollover = 'rollover hours up to 5 in all, oldest first, carried once';
    const { rollovers } = planWith(HOURS, `${rollover} when attended`);
    expect(rollovers).toMatchObject([{ condition: { kind: 'compare', fact: 'attended' } }]);
    expect(planWith(HOURS, rollover).rollovers).toMatchObject([{ condition: null }]);
  });
});

describe('work is charged', () => {
  const charge =
    'charge work 0 hours first 15 min, then 1 hour first 45 min, then 0.25 hours per started 15 min';

  it('stretch by stretch, and what is left by the part', () => {
    const { charges } = planWith(HOURS, `${charge}, on done`);
    expect(charges).toMatchObject([
      {
        rate: { quantity: { amount: '0' }, of: { kind: 'first', seconds: 900 } },
        then: [
          { quantity: { amount: '1' }, of: { kind: 'first', seconds: 2700 } },
          { quantity: { amount: '0.25' }, of: { kind: 'per started', seconds: 900 } },
        ],
      },
    ]);
  });

  it('by nothing after a price for each part', () => {
    const { findings } = checkText(`${HEAD}${PLAN}${HOURS}\n${charge}, then 2 hours first 1 h, on done }`);
    expect(briefly(findings)).toEqual(['entitlement/then-without-first @ then 2 hours first 1 h']);
  });
});

describe('work is rounded', () => {
  it.each([
    ['piece by piece', '', null],
    ['as the sum of a period', ' per month', { unit: 'month' }],
  ])('%s', (_, said, period) => {
    const { charges } = planWith(
      HOURS,
      `charge work 1 hour per 1 h, rounded up to 15 min after 5 min${said}, on done`,
    );
    if (period === null)
      expect(charges).toMatchObject([{ rounding: { seconds: 900, graceSeconds: 300, period } }]);
    else expect(charges[0]?.rounding?.period).toMatchObject(period);
  });
});

describe('a credit is given for misses', () => {
  it.each([
    ['of one promise', 'per missed respond', ['respond']],
    ['of any', 'per any missed target', null],
  ])('%s', (_, said, metrics) => {
    const { credits } = planWith(`credit EUR 50 ${said}, at most EUR 200 per month`);
    expect(credits).toMatchObject([{ cause: { kind: 'missed', metrics }, caps: [{ amount: '200' }] }]);
  });

  it('of several together, by how many there were', () => {
    const { credits } = planWith(
      'credit of "the fee" by missed respond, resolve per month gives 5% for 1 or more',
    );
    expect(credits).toMatchObject([{ cause: { metrics: ['respond', 'resolve'] }, gives: { kind: 'bands' } }]);
  });
});
