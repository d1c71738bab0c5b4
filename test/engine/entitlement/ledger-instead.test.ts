import { describe, expect, test } from 'vitest';
import {
  after,
  bought,
  brief,
  entriesOf,
  HOURS,
  INCIDENTS,
  ledgerIn,
  ledgerOf,
  OF_CAUSE,
  told,
  use,
  worked,
} from './ledgered.ts';

describe('a charge instead of another', () => {
  const repaired = (ticket: string, pieces = ['06-03 10:00-10:30'], more = {}) =>
    worked(ticket, 'repair', pieces, more);
  const call = (ticket: string, more = {}) => use(ticket, '06-02', 'call', more);

  test('takes it back in units, lot by lot', () => {
    const clauses = `incidents 2 per month, ${INCIDENTS}
  pack "more" EUR 9, gives 1 incidents, valid without limit
  charge call 3 incidents, on reply
  charge repair 1 incident per started 1 h, on "work ended", instead of call`;
    const events = [bought('06-01', 'incidents', '1', 'more'), call('A'), repaired('A')];
    expect(after(clauses, events).slice(1)).toEqual([
      '06-02 00:00 used 2 incidents of #1, 1 left; A call',
      '06-02 00:00 used 1 incidents of #2, 0 left; A call',
      '06-03 10:30 given back 2 incidents of #1, 2 left; A repair, repair instead of call',
      '06-03 10:30 given back 1 incidents of #2, 3 left; A repair, repair instead of call',
      '06-03 10:30 used 1 incidents of #1, 2 left; A repair',
    ]);
  });

  test('takes back what of it was beyond the quota, and is beyond it itself as far as there is too little', () => {
    const clauses = `incidents 1 per month, ${INCIDENTS}
  charge call 3 incidents, on reply
  charge repair 1 incident per started 1 h, on "work ended", instead of call`;
    expect(after(clauses, [call('A'), repaired('A', ['06-03 10:00-11:30'])])).toEqual([
      '06-02 00:00 used 1 incidents of #1, 0 left; A call',
      '06-02 00:00 over 2 incidents, 0 left; A call, bill',
      '06-03 11:30 given back 1 incidents of #1, 1 left; A repair, repair instead of call',
      '06-03 11:30 over -2 incidents, 1 left; A repair, bill, repair instead of call',
      '06-03 11:30 used 1 incidents of #1, 0 left; A repair',
      '06-03 11:30 over 1 incidents, 0 left; A repair, bill',
    ]);
  });

  test('is of the clause that takes it back', () => {
    const clauses = `incidents 2 per month, ${INCIDENTS}
  charge call 1 incident, on reply
  charge repair 1 incident per started 1 h, on "work ended", instead of call`;
    const entries = entriesOf(ledgerOf(clauses), [call('A'), repaired('A')]);
    expect(entries.map(({ kind, origin }) => [kind, origin.line])).toEqual([
      ['granted', 11],
      ['used', 12],
      ['given back', 13],
      ['used', 13],
    ]);
  });

  test('is free to the ticket itself afterwards, but not to another', () => {
    const clauses = `charge call EUR 30, on reply
  charge repair EUR 90 per 1 h, on "work ended", instead of call`;
    const later = (ticket: string) => use(ticket, '06-04', 'call');
    expect(after(clauses, [call('A'), repaired('A'), later('A'), later('B')])).toEqual([
      '06-02 00:00 billed 30 EUR, 0 left; A call',
      '06-03 10:30 billed -30 EUR, 0 left; A repair, repair instead of call',
      '06-03 10:30 billed 45 EUR, 0 left; A repair',
      '06-04 00:00 free 0 EUR, 0 left; A call, charged as repair instead',
      '06-04 00:00 billed 30 EUR, 0 left; B call',
    ]);
  });

  test('takes back all that was charged by time, and once', () => {
    const clauses = `charge look EUR 60 per 1 h, on "work ended"
  charge repair EUR 90 per 1 h, on "work ended", instead of look`;
    const events = [
      worked('A', 'look', ['06-02 10:00-10:10']),
      worked('A', 'look', ['06-02 11:00-11:20']),
      repaired('A'),
      repaired('A', ['06-03 11:00-11:20']),
    ];
    expect(after(clauses, events).slice(2)).toEqual([
      '06-03 10:30 billed -30 EUR, 0 left; A repair, repair instead of look',
      '06-03 10:30 billed 45 EUR, 0 left; A repair',
      '06-03 11:20 billed 30 EUR, 0 left; A repair',
    ]);
  });

  test('takes back units that were drawn in several goes', () => {
    const clauses = `hours 9 per month, ${HOURS}
  charge look 1 hour per 1 h, on "work ended"
  charge repair 2 hours per 1 h, on "work ended", instead of look`;
    const events = [
      worked('A', 'look', ['06-02 10:00-10:30']),
      worked('A', 'look', ['06-02 11:00-12:00']),
      repaired('A', ['06-03 10:00-11:00']),
    ];
    expect(after(clauses, events).slice(2)).toEqual([
      '06-03 11:00 given back 1/2 hours of #1, 8 left; A repair, repair instead of look',
      '06-03 11:00 given back 1 hours of #1, 9 left; A repair, repair instead of look',
      '06-03 11:00 used 2 hours of #1, 7 left; A repair',
    ]);
  });

  test('gives nothing back to units that have lapsed since', () => {
    const clauses = `incidents 2 per month, ${INCIDENTS}
  charge call 1 incident, on reply
  charge repair 1 incident per started 1 h, on "work ended", instead of call`;
    expect(told(clauses, [call('A'), repaired('A', ['07-03 10:00-10:30'])]).slice(2)).toEqual([
      '07-01 00:00 expired 1 incidents of #1, 0 left',
      '07-01 00:00 granted 2 incidents of #2, 2 left',
      '07-03 10:30 used 1 incidents of #2, 1 left; A repair',
    ]);
  });

  test('counts what was given back as not used of the least', () => {
    const clauses = `incidents 9 per year, ${INCIDENTS}, at least 3 incidents drawn per month
  charge call 3 incidents, on reply
  charge repair 1 incident per started 1 h, on "work ended", instead of call`;
    expect(told(clauses, [call('A'), repaired('A')], '07-01').slice(-1)).toEqual([
      '07-01 00:00 drawn 2 incidents of #1, 6 left',
    ]);
  });

  test('takes back money where it takes units itself, and units of a cause where it takes money', () => {
    const quota = `incidents 3 per month, ${OF_CAUSE}`;
    const fire = { cause: 'fire' };
    const events = [call('A', fire), repaired('A', undefined, fire), use('A', '06-04', 'call', fire)];
    const units = `${quota}
  charge call EUR 30, on reply
  charge repair 2 incidents first 1 h, on "work ended", instead of call`;
    expect(after(units, events)).toEqual([
      '06-02 00:00 billed 30 EUR, 0 left; A call',
      '06-03 10:30 billed -30 EUR, 0 left; A repair, repair instead of call',
      '06-03 10:30 used 2 incidents of #1, 1 left; A repair',
      '06-04 00:00 free 0 EUR, 0 left; A call, charged as repair instead',
    ]);
    const money = `${quota}
  charge call 1 incident, on reply
  charge repair EUR 90 per 1 h, on "work ended", instead of call`;
    expect(after(money, events)).toEqual([
      '06-02 00:00 used 1 incidents of #1, 2 left; A call',
      '06-03 10:30 given back 1 incidents of #1, 3 left; A repair, repair instead of call',
      '06-03 10:30 billed 45 EUR, 0 left; A repair',
      '06-04 00:00 free 0 incidents, 3 left; A call, charged as repair instead',
    ]);
  });

  test('takes back the one that it names, wherever it stands', () => {
    const clauses = `charge look EUR 60 per 1 h, on "work ended"
  charge call EUR 30, on reply
  charge repair EUR 90 per 1 h, on "work ended", instead of call`;
    const looked = worked('A', 'look', ['06-01 10:00-10:10']);
    expect(after(clauses, [looked, call('A'), repaired('A')]).slice(2)).toEqual([
      '06-03 10:30 billed -30 EUR, 0 left; A repair, repair instead of call',
      '06-03 10:30 billed 45 EUR, 0 left; A repair',
    ]);
  });

  test('takes money back in the currency in which it was billed', () => {
    const clauses = `charge call USD 30, on reply
  charge repair EUR 90 per 1 h, on "work ended", instead of call`;
    const entries = entriesOf(ledgerIn('', clauses), [call('A'), repaired('A')]);
    expect(entries.map(brief).slice(1)).toEqual([
      '06-03 10:30 billed -30 USD, 0 left; A repair, repair instead of call',
      '06-03 10:30 billed 45 EUR, 0 left; A repair',
    ]);
  });
});
