import { describe, expect, it } from 'vitest';
import { CustomerError } from '../../src/engine/index.ts';
import { notSaid } from '../../src/engine/customer-error.ts';

describe('what a ticket does not say of its customer', () => {
  it('is an error that names the calendar, and what its hours hang on', () => {
    const zone = notSaid('Local', 'zone', []);
    expect(zone.message).toBe(
      "the hours of `Local` hang on the customer's zone, which the ticket does not say",
    );
    const holidays = notSaid('Local', 'holidays', ['KR']);
    expect(holidays.message).toBe(
      "the hours of `Local` hang on the customer's holidays, which the ticket does not say",
    );
    expect([zone, holidays].map(({ name, term, known }) => [name, term, known])).toEqual([
      ['CustomerError', 'zone', []],
      ['CustomerError', 'holidays', ['KR']],
    ]);
  });

  it('has nothing that may be said in its place, where that is not told', () => {
    expect(new CustomerError('why', 'zone').known).toEqual([]);
  });
});
