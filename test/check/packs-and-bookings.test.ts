import { describe, expect, it } from 'vitest';
import { lower } from '../../src/plan/lower.ts';
import { checkText } from './findings.ts';
import { contractWith, HEAD } from './contract-with.ts';

const TARGETS = 'targets { respond; all | 1 h }';

function planWith(...clauses: readonly string[]) {
  const plan = lower(contractWith(`plan A { ${TARGETS}\n${clauses.join('\n')} }`)).plans[0];
  if (plan === undefined) throw new Error('there is no plan');
  return plan;
}

describe('a quota', () => {
  it('leaves what is beyond it to the customer where it names several answers', () => {
    const { quotas } = planWith(
      'hours 10 per month, over billed or on hold or closed, used when work ends, not rounded',
    );
    expect(quotas).toMatchObject([{ over: 'bill', overChoices: ['hold', 'close'], bookedBefore: null }]);
  });

  it('may have to be booked business days before, whatever the plan says of receipt', () => {
    const { quotas } = planWith(
      'business days in Office at close, received outside hours as received, day of receipt counts',
      'visits at most 1 per quarter, booked 10 business days before, used when work ends',
    );
    expect(quotas[0]?.bookedBefore).toMatchObject({
      kind: 'days',
      count: 10,
      end: { kind: 'close' },
      dayOne: 'day after',
    });
  });
});

describe('a pack', () => {
  it('sells units of a quota for a time', () => {
    const { packs } = planWith(
      'hours 10 per month, over billed, used when work ends, not rounded',
      'pack "more" EUR 900, gives 10 hours, valid 12 months',
    );
    expect(packs).toMatchObject([
      {
        price: { currency: 'EUR', amount: '900' },
        gives: { thing: 'hours', amount: '10' },
        valid: { unit: 'month', count: 12 },
      },
    ]);
  });

  it('of what no quota counts is a mistake', () => {
    const { findings } = checkText(
      `${HEAD}plan A { ${TARGETS}; pack "more" EUR 900, gives 10 visits, valid 12 months }`,
    );
    expect(findings.map(({ code }) => code)).toEqual(['entitlement/unknown-quota']);
  });
});

describe('an obligation of the customer', () => {
  it('says what follows where it is not met', () => {
    const { provisions } = planWith('requires "a contact" for P1 else clock pauses', 'requires "logs"');
    expect(provisions.map(({ otherwise }) => otherwise)).toEqual(['pause', null]);
  });
});
