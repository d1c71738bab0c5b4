import { describe, expect, it } from 'vitest';
import { lower } from '../../src/plan/lower.ts';
import { contractWith, HEAD } from './contract-with.ts';
import { checkText } from './findings.ts';

const TARGETS = 'targets { respond; all | 1 h }';
const BANK = 'hours prepaid, over refused, used when work ends, not rounded';

function planWith(...clauses: readonly string[]) {
  const text = `facts { came yes or no }\nplan A { ${TARGETS}\n${clauses.join('\n')} }`;
  const plan = lower(contractWith(text)).plans[0];
  if (plan === undefined) throw new Error('there is no plan');
  return plan;
}

function codesOf(...clauses: readonly string[]) {
  const { findings } = checkText(`${HEAD}plan A { ${TARGETS}\n${clauses.join('\n')} }`);
  return findings.map(({ code }) => code);
}

describe('a bank of hours', () => {
  it('may draw later what was not there to draw', () => {
    const drawn = 'hours prepaid, over refused, at least 10 hours drawn per month';
    const later = planWith(`${drawn} or made up later, used when work ends, not rounded`).quotas;
    expect(later).toMatchObject([{ amount: null, leastDrawn: { amount: 10, madeUpLater: true } }]);
    expect(planWith(`${drawn}, used when work ends, not rounded`).quotas[0]?.leastDrawn?.madeUpLater).toBe(
      false,
    );
  });

  it('may go over without limit, until some days after an event', () => {
    const { rollovers } = planWith(
      BANK,
      'rollover hours without limit, oldest first, carried again, expires 30 calendar days after "the end" when came',
    );
    expect(rollovers).toMatchObject([
      {
        upTo: null,
        carried: 'again',
        condition: { kind: 'compare', fact: 'came' },
        expiresAfter: { unit: 'calendar day', count: 30 },
        expiresFrom: 'the end',
      },
    ]);
  });

  it('goes over for a time from the beginning of the period where it names no event', () => {
    const { rollovers } = planWith(
      BANK,
      'rollover hours up to 5 per month, oldest first, carried once, expires after 1 year',
    );
    expect(rollovers).toMatchObject([
      { upTo: 5, expiresAfter: { unit: 'month', count: 12 }, expiresFrom: null },
    ]);
  });

  it('goes over beside the incidents, each by a rule of its own, and each by one', () => {
    const incidents = 'incidents 20 per year, over refused, used when opened, one incident per ticket';
    const hours = 'rollover hours without limit, oldest first, carried again';
    const { rollovers } = planWith(
      BANK,
      incidents,
      hours,
      'rollover incidents up to 5 in all, newest first, carried once',
    );
    expect(rollovers.map(({ thing, order }) => [thing, order])).toEqual([
      ['hours', 'oldest first'],
      ['incidents', 'newest first'],
    ]);
    expect(codesOf(BANK, hours, hours)).toEqual(['plan/clause-twice']);
  });

  it('is bought in packs whose price is told on request and that last for good, which has to be said', () => {
    const pack = 'pack "more" on request, gives 10 hours';
    expect(planWith(BANK, `${pack}, valid without limit`).packs).toMatchObject([
      { price: null, valid: null },
    ]);
    expect(codesOf(BANK, pack)).toEqual(['assume/pack-validity']);
  });
});

const STEPS = 'free below 15 min, at least 1 h, rounded up to 15 min after 5 min per ticket per month';
const PAID_BY_STEPS = {
  freeBelowSeconds: 900,
  leastSeconds: 3600,
  rounding: { seconds: 900, graceSeconds: 300, period: { unit: 'month' }, perTicket: true },
};

describe('work that is paid for', () => {
  it('may be free below a time and be summed ticket by ticket, in a charge and in a rate', () => {
    const { charges, rates } = planWith(
      BANK,
      `charge work 1 hour per 1 h, ${STEPS}, on closed`,
      `rate "the hourly rate" per hour, ${STEPS}`,
    );
    expect(charges).toMatchObject([PAID_BY_STEPS]);
    expect(rates).toMatchObject([PAID_BY_STEPS]);
  });

  it('is summed over all tickets where the ticket is not named', () => {
    const { rates } = planWith('rate "the hourly rate" per hour, rounded up to 15 min per month');
    expect(rates[0]).toMatchObject({
      freeBelowSeconds: 0,
      rounding: { period: { unit: 'month' }, perTicket: false },
    });
  });

  it('has one least amount', () => {
    expect(codesOf('rate "the hourly rate" per hour, at least 1 h, at least 2 h')).toEqual([
      'plan/clause-twice',
    ]);
  });
});
