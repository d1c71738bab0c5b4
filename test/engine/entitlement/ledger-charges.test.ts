import { describe, expect, test } from 'vitest';
import {
  after,
  brief,
  entriesOf,
  facts,
  HOURS,
  INCIDENTS,
  ledgerOf,
  OF_CAUSE,
  SEVERE,
  use,
  worked,
} from './ledgered.ts';

describe('a charge', () => {
  const CALL = 'charge call EUR 30, on reply';

  test('in money is billed once for the work as a whole, to each ticket', () => {
    const calls = ['A', 'A', 'B'].map((ticket) => use(ticket, '06-02', 'call'));
    expect(after(CALL, calls)).toEqual([
      '06-02 00:00 billed 30 EUR, 0 left; A call',
      '06-02 00:00 free 0 EUR, 0 left; A call, charged before',
      '06-02 00:00 billed 30 EUR, 0 left; B call',
    ]);
  });

  test('by time is billed as often as there is work', () => {
    const repair = 'charge repair EUR 90 per 1 h, on "work ended"';
    const events = ['06-02 10:00-10:20', '06-02 11:00-11:40'].map((piece) => worked('A', 'repair', [piece]));
    expect(after(repair, events)).toEqual([
      '06-02 10:20 billed 30 EUR, 0 left; A repair',
      '06-02 11:40 billed 60 EUR, 0 left; A repair',
    ]);
  });

  test('is free in the case that is said, and not where nobody says whether it is', () => {
    const clauses = `incidents 5 per month, ${INCIDENTS}
  charge call 2 incidents, on reply, free when lapsed`;
    const call = (ticket: string, said: Readonly<Record<string, boolean>>) =>
      use(ticket, '06-02', 'call', { factOf: facts(said) });
    expect(
      after(clauses, [call('A', { lapsed: true }), call('B', { lapsed: false }), call('C', {})]),
    ).toEqual([
      '06-02 00:00 free 0 incidents, 5 left; A call, free in this case',
      '06-02 00:00 used 2 incidents of #1, 3 left; B call',
      '06-02 00:00 used 2 incidents of #1, 1 left; C call',
    ]);
  });

  test('in units draws on the quota, is over beyond it, and is of its own clause', () => {
    const clauses = `incidents 3 per month, ${INCIDENTS}
  charge call 2 incidents, on reply`;
    const entries = entriesOf(
      ledgerOf(clauses),
      ['A', 'B'].map((ticket) => use(ticket, '06-02', 'call')),
    );
    expect(entries.slice(1).map((entry) => `${brief(entry)}; line ${entry.origin.line}`)).toEqual([
      '06-02 00:00 used 2 incidents of #1, 1 left; A call; line 12',
      '06-02 00:00 used 1 incidents of #1, 0 left; B call; line 12',
      '06-02 00:00 over 1 incidents, 0 left; B call, bill; line 11',
    ]);
    expect(entries.map(({ account }) => account)).toEqual([0, 0, 0, 0]);
  });

  test('in units that no quota counts for the ticket is a mistake of the contract', () => {
    const clauses = `incidents 3 per month, ${INCIDENTS} for P1
  charge call 2 incidents, on reply`;
    expect(() => ledgerOf(clauses).step(use('A', '06-02', 'call'))).toThrow(
      new RangeError('no quota of incidents counts the ticket A'),
    );
  });

  test('for some tickets alone is none for others', () => {
    const ledger = ledgerOf(`${CALL} for P1`);
    expect(ledger.step(use('A', '06-02', 'call', { key: SEVERE })).map(brief)).toEqual([
      '06-02 00:00 billed 30 EUR, 0 left; A call',
    ]);
    expect(() => ledger.step(use('B', '06-02', 'call'))).toThrow('neither charges nor counts call');
  });

  test('counts outside hours as the quota says on which it draws', () => {
    const clauses = `hours 5 per month, outside Office at 2x split at edge, ${HOURS}
  charge repair 1 hour per 1 h, on "work ended"`;
    expect(after(clauses, [worked('A', 'repair', ['06-18 16:00-18:00'])])).toEqual([
      '06-18 18:00 used 3 hours of #1, 2 left; A repair',
    ]);
  });

  test('that is rounded by the month adds up the work of its tickets', () => {
    const clauses = 'charge repair EUR 4 per 1 min, rounded up to 15 min per month, on "work ended"';
    const events = ['06-18 10:00-10:07', '06-18 11:00-11:07', '07-01 10:00-10:07'].map((piece, i) =>
      worked(`T${i}`, 'repair', [piece]),
    );
    expect(after(clauses, events).map((line) => line.slice(12, 25))).toEqual([
      'billed 60 EUR',
      'billed 0 EUR,',
      'billed 60 EUR',
    ]);
  });

  test('in money is of no account, nor is what is kept of it, and what is used by each is not kept', () => {
    const ledger = ledgerOf(`${CALL}
  visits at most 4 per year, used when work ends`);
    const entries = entriesOf(ledger, [use('A', '06-02', 'call'), use('A', '06-02', 'visits')]);
    expect(entries.map(({ kind, account }) => [kind, account])).toEqual([
      ['granted', 0],
      ['billed', null],
      ['used', 0],
    ]);
    expect(ledger.state.charged).toEqual([
      { key: '["ticket","A","call"]', account: null, draws: [], amount: '30' },
    ]);
  });

  test('of a cause is made once for all its tickets', () => {
    const clauses = `incidents 5 per month, ${OF_CAUSE}
  charge call 2 incidents, on reply`;
    const call = (ticket: string, cause: string | null) => use(ticket, '06-02', 'call', { cause });
    expect(after(clauses, [call('A', 'fire'), call('B', 'fire'), call('C', null)])).toEqual([
      '06-02 00:00 used 2 incidents of #1, 3 left; A call',
      '06-02 00:00 free 0 incidents, 3 left; B call, charged before',
      '06-02 00:00 used 2 incidents of #1, 1 left; C call',
    ]);
  });
});
