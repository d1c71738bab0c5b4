import { describe, expect, it } from 'vitest';
import { lower } from '../../src/plan/lower.ts';
import { contractWith } from '../check/contract-with.ts';

const OUTAGE = 'outage from "a failed check" to "a good one", counted per started 1 min';

function planWith(...clauses: readonly string[]) {
  const compiled = lower(
    contractWith(`plan A { targets { respond | resolve; all | 1 h | 8 h in Office }
    ${clauses.join('\n')} }`),
  );
  const plan = compiled.plans[0];
  if (plan === undefined) throw new Error('there is no plan');
  return { plan, calendars: compiled.calendars };
}

describe('attainment', () => {
  it('by count holds below a number of tickets, and from it on by share', () => {
    const { plan } = planWith(
      'attain at most 2 late of resolve per month of tickets closed below 40 tickets, else 95%, except none, overall',
    );
    expect(plan.attainment).toMatchObject([
      {
        aim: { kind: 'late', count: 2, within: null },
        otherwise: { fromTickets: 40, share: { numerator: 95, denominator: 100 } },
      },
    ]);
  });

  it('may be promised twice of one metric, within the time of each ticket and within another', () => {
    const { plan } = planWith(
      'attain 95% of respond per month of tickets closed, except none, overall',
      'attain 99.9% of respond within 4 h in Office per month of tickets closed, per severity, except none',
    );
    expect(plan.attainment.map(({ aim, each }) => ({ aim, each }))).toMatchObject([
      { aim: { kind: 'share', within: null }, each: 'all tickets' },
      {
        aim: { share: { numerator: 999, denominator: 1000 }, within: { kind: 'hours', seconds: 14_400 } },
        each: 'severity',
      },
    ]);
  });

  it('leaves tickets out by name and is silent on periods with few', () => {
    const { plan } = planWith(
      'attain 90% of respond per month of tickets due, at least 20 tickets, except cancelled and "test tickets", overall',
    );
    expect(plan.attainment).toMatchObject([{ leastTickets: 20, except: ['cancelled', 'test tickets'] }]);
  });

  it('by mean is a time, which a plan that says nothing else leaves as the only one', () => {
    const { plan } = planWith(
      'attain mean of resolve at most 6 h in Office per month of tickets closed, except none, overall',
    );
    expect(plan.attainment).toMatchObject([
      { aim: { kind: 'mean', atMost: { kind: 'hours', seconds: 21_600 } } },
    ]);
  });
});

describe('availability', () => {
  it('is of a period’s real length, or of the hours of a calendar', () => {
    const { plan, calendars } = planWith(
      `availability "a" 99.95% per month of real time, ${OUTAGE}`,
      `availability "b" 99% per month of Office, ${OUTAGE}, at least 5 min`,
    );
    const [a, b] = plan.availability;
    expect(a).toMatchObject({
      share: { numerator: 9995, denominator: 10_000 },
      calendar: null,
      stepSeconds: 60,
    });
    expect(calendars[b?.calendar ?? -1]?.name).toBe('Office');
    expect(b?.leastSeconds).toBe(300);
  });

  it('may be of any stretch of a length, wherever it begins', () => {
    const { plan } = planWith(`availability "a" 97% in any 24 h of real time, ${OUTAGE}`);
    expect(plan.availability[0]?.over).toEqual({ kind: 'any', seconds: 86_400 });
  });

  it('knows what is announced and how much of it is left out', () => {
    const { plan } = planWith(
      `availability "a" 99% per month of real time, ${OUTAGE}, except "repairs" announced 48 h before up to 4 h per month`,
    );
    expect(plan.availability[0]?.exclusions).toEqual([
      {
        text: 'repairs',
        announced: { kind: 'elapsed', seconds: 172_800 },
        upTo: { seconds: 14_400, period: { unit: 'month', anchor: 'calendar' } },
      },
    ]);
  });
});

describe('a credit', () => {
  it('for an outage is by begun steps beyond what is free', () => {
    const { plan } = planWith(
      'credit 1% of "the fee" per started 30 min of outage, beyond 4 h, at most 20% per month',
    );
    expect(plan.credits).toMatchObject([
      {
        cause: {
          kind: 'outage',
          each: { kind: 'elapsed', seconds: 1800 },
          started: true,
          beyond: { kind: 'elapsed', seconds: 14_400 },
        },
        caps: [{ kind: 'share', percent: '20' }],
      },
    ]);
  });

  it('by availability is for the one service there is, unless it names another', () => {
    const { plan } = planWith(
      `availability "a" 99% per month of real time, ${OUTAGE}`,
      'credit of "the fee" by availability per month gives 10% below 99% | 25% below 95%, sole remedy',
    );
    expect(plan.credits).toMatchObject([
      {
        cause: { kind: 'availability', service: 'a' },
        soleRemedy: true,
        gives: {
          bands: [
            { from: '95', to: '99' },
            { from: '0', to: '95' },
          ],
        },
      },
    ]);
  });
});
