import { describe, expect, it } from 'vitest';
import { HEAD, planOf } from './contract-with.ts';
import { briefly, checkText } from './findings.ts';

const targets = 'targets { respond; all | 8 h }';

describe('what is priced on request', () => {
  it('is an option, with what it gives, or a surcharge, in its case', () => {
    const plan = planOf(
      `plan A { ${targets}
        option "at night" on request, gives respond 1 h for P1
        surcharge "travel" on request for P1
      }`,
      'A',
    );
    expect(plan.options).toMatchObject([{ price: { kind: 'on request' }, gives: [{ words: '1 h' }] }]);
    expect(plan.surcharges).toMatchObject([{ amount: { kind: 'on request' }, when: { severities: ['P1'] } }]);
  });

  it('has no terms of a price', () => {
    const { findings } = checkText(`${HEAD}plan A { ${targets}; option "x" on request, billed yearly }`);
    expect(briefly(findings)).toHaveLength(1);
  });
});
