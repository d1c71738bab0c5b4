import { describe, expect, test } from 'vitest';
import { entryOf, entryState } from '../../../src/engine/entitlement/entry-state.ts';
import { Ledger } from '../../../src/engine/entitlement/ledger.ts';
import { loadPlan } from '../../../src/engine/index.ts';
import { lower } from '../../../src/plan/lower.ts';
import { loaded } from '../money/credited.ts';
import { contractOf } from '../money/quoted.ts';
import { checkText } from '../../check/findings.ts';
import {
  berlin,
  bought,
  brief,
  entriesOf,
  facts,
  KEY,
  ledgerOf,
  SEVERE,
  told,
  use,
  worked,
} from './ledgered.ts';

const INCIDENTS = 'over billed, used when opened, one incident per ticket';
const OF_CAUSE = 'over billed, used when opened, one incident per cause';
const HOURS = 'over billed, used when work ends, not rounded';

/** What comes after the units that are granted with the start. */
const after = (clauses: string, events: Parameters<typeof told>[1]) =>
  told(clauses, events).filter((line) => !line.includes('granted'));

/** The same of a contract whose header says other things. */
function ledgerIn(header: string, clauses: string): Ledger {
  return new Ledger(loadPlan(lower(checkText(contractOf(clauses, header)).contract)), 0, berlin('06-01'));
}

describe('a unit', () => {
  test('is used once by a ticket, and by the next anew', () => {
    const again = ['A', 'A', 'B'].map((ticket) => use(ticket, '06-02', 'incidents'));
    expect(after(`incidents 5 per month, ${INCIDENTS}`, again)).toEqual([
      '06-02 00:00 used 1 incidents of #1, 4 left; A incidents',
      '06-02 00:00 free 0 incidents, 4 left; A incidents, the same ticket',
      '06-02 00:00 used 1 incidents of #1, 3 left; B incidents',
    ]);
  });

  test('is used once for a cause, whatever its tickets; a ticket without one is for itself', () => {
    const of = (ticket: string, cause: string | null) => use(ticket, '06-02', 'incidents', { cause });
    const events = [of('A', 'fire'), of('B', 'fire'), of('C', 'flood'), of('D', null), of('D', null)];
    expect(after(`incidents 5 per month, ${OF_CAUSE}`, events)).toEqual([
      '06-02 00:00 used 1 incidents of #1, 4 left; A incidents',
      '06-02 00:00 free 0 incidents, 4 left; B incidents, the same cause',
      '06-02 00:00 used 1 incidents of #1, 3 left; C incidents',
      '06-02 00:00 used 1 incidents of #1, 2 left; D incidents',
      '06-02 00:00 free 0 incidents, 2 left; D incidents, the same ticket',
    ]);
    // A ticket that is named as a cause is another matter.
    expect(after(`incidents 5 per month, ${OF_CAUSE}`, [of('A', null), of('B', 'A')])).toHaveLength(2);
    expect(after(`incidents 5 per month, ${OF_CAUSE}`, [of('A', null), of('B', null)])[1]).toContain(
      'used 1',
    );
  });

  test('is used by each ticket where the ticket counts, also by those of one cause', () => {
    const of = (ticket: string) => use(ticket, '06-02', 'incidents', { cause: 'fire' });
    expect(after(`incidents 5 per month, ${INCIDENTS}`, [of('A'), of('A'), of('B')])).toEqual([
      '06-02 00:00 used 1 incidents of #1, 4 left; A incidents',
      '06-02 00:00 free 0 incidents, 4 left; A incidents, the same ticket',
      '06-02 00:00 used 1 incidents of #1, 3 left; B incidents',
    ]);
  });

  test('is used anew by a ticket that has been forgotten, and by no other', () => {
    const ledger = ledgerOf(`incidents 5 per month, ${INCIDENTS}`);
    const step = (ticket: string) =>
      ledger
        .step(use(ticket, '06-02', 'incidents'))
        .map(brief)
        .slice(-1)[0];
    for (const ticket of ['A', 'AB', '"A']) step(ticket);
    ledger.forget('A');
    expect(step('AB')).toContain('free');
    expect(step('"A')).toContain('free');
    expect(step('A')).toContain('used 1 incidents of #1, 1 left');
  });

  test('of visits is used by each, where nothing makes them one', () => {
    const visits = [use('A', '06-02', 'visits'), use('A', '06-03', 'visits')];
    expect(after('visits at most 1 per quarter, used when work ends', visits)).toEqual([
      '06-02 00:00 used 1 visits of #1, 0 left; A visits',
      '06-03 00:00 over 1 visits, 0 left; A visits, refuse',
    ]);
  });

  test('beyond the quota is over by what the quota says, and leaves the balance alone', () => {
    const events = ['A', 'B'].map((ticket) => use(ticket, '06-02', 'incidents'));
    for (const [words, effect] of [
      ['billed', 'bill'],
      ['refused', 'refuse'],
      ['best effort', 'best effort'],
      ['no promise', 'no promise'],
      ['on hold', 'hold'],
    ] as const) {
      const clauses = `incidents 1 per month, ${INCIDENTS.replace('billed', words)}`;
      expect(after(clauses, events)).toEqual([
        '06-02 00:00 used 1 incidents of #1, 0 left; A incidents',
        `06-02 00:00 over 1 incidents, 0 left; B incidents, ${effect}`,
      ]);
    }
  });

  test('is of the line that speaks of the ticket most narrowly', () => {
    const clauses = `incidents 5 per month, ${INCIDENTS}
  incidents 2 per month, ${INCIDENTS} for P1`;
    const events = [use('A', '06-02', 'incidents'), use('B', '06-02', 'incidents', { key: SEVERE })];
    expect(after(clauses, events)).toEqual([
      '06-02 00:00 used 1 incidents of #1, 4 left; A incidents',
      '06-02 00:00 used 1 incidents of #1, 1 left; B incidents',
    ]);
    const swapped = clauses.split('\n  ').reverse().join('\n  ');
    expect(after(swapped, events)).toEqual(after(clauses, events));
    const ledger = ledgerOf(clauses);
    expect(ledger.balanceOf('incidents', KEY)?.toFraction()).toBe('5');
    expect(ledger.balanceOf('incidents', SEVERE)?.toFraction()).toBe('2');
    expect(ledger.balanceOf('hours', KEY)).toBeNull();
  });

  test('that nothing counts is refused as a mistake of who asks', () => {
    const ledger = ledgerOf(`incidents 5 per month, ${INCIDENTS} for P1`);
    expect(() => ledger.step(use('A', '06-02', 'incidents'))).toThrow(
      new RangeError('the plan neither charges nor counts incidents'),
    );
    expect(() => ledger.step(bought('06-02', 'hours', '1'))).toThrow(
      new RangeError('the plan counts no hours'),
    );
  });

  test('is of the clause that counts it, with the place of its account', () => {
    const clauses = `contacts 3 "named persons"
  hours 1 per month, ${HOURS}
  incidents 1 per month, ${INCIDENTS}`;
    const events = [
      use('A', '06-02', 'incidents'),
      use('A', '06-02', 'incidents'),
      use('B', '06-02', 'incidents'),
      worked('A', 'hours', ['06-02 10:00-11:00']),
    ];
    const entries = entriesOf(ledgerOf(clauses), events);
    expect(
      entries.map(({ kind, account, origin, sequence }) => [sequence, kind, account, origin.line]),
    ).toEqual([
      [1, 'granted', 0, 12],
      [2, 'granted', 1, 13],
      [3, 'used', 1, 13],
      [4, 'free', 1, 13],
      [5, 'over', 1, 13],
      [6, 'used', 0, 12],
    ]);
    expect(ledgerOf(clauses).quotas.map(({ quota }) => quota.thing)).toEqual(['hours', 'incidents']);
  });
});

describe('work without a charge', () => {
  test('draws on the hours by its length, piece by piece, without being the ticket’s only one', () => {
    const events = [
      worked('A', 'hours', ['06-02 10:00-11:30']),
      worked('A', 'hours', ['06-02 12:00-12:20', '06-02 13:00-13:10']),
    ];
    expect(after(`hours 3 per month, ${HOURS}`, events)).toEqual([
      '06-02 11:30 used 3/2 hours of #1, 3/2 left; A hours',
      '06-02 13:10 used 1/2 hours of #1, 1 left; A hours',
    ]);
  });

  test('of no time that counts is free', () => {
    expect(after(`hours 3 per month, ${HOURS}`, [worked('A', 'hours', ['06-02 10:00-10:00'])])).toEqual([
      '06-02 10:00 free 0 hours, 3 left; A hours, no time that counts',
    ]);
  });

  test('is used as far as there is any, the rest is over', () => {
    expect(after(`hours 1 per month, ${HOURS}`, [worked('A', 'hours', ['06-02 10:00-12:30'])])).toEqual([
      '06-02 12:30 used 1 hours of #1, 0 left; A hours',
      '06-02 12:30 over 3/2 hours, 0 left; A hours, bill',
    ]);
  });

  test('is rounded as a sum by each of two banks for itself', () => {
    const rounded = 'over billed, used when work ends, rounded up to 15 min per month';
    const clauses = `hours 10 per month, ${rounded} for P1
  hours 5 per month, ${rounded} for P2`;
    const events = [
      worked('A', 'hours', ['06-02 10:00-10:07'], { key: SEVERE }),
      worked('B', 'hours', ['06-02 11:00-11:07']),
      worked('C', 'hours', ['06-02 12:00-12:07']),
    ];
    expect(after(clauses, events)).toEqual([
      '06-02 10:07 used 1/4 hours of #1, 39/4 left; A hours',
      '06-02 11:07 used 1/4 hours of #1, 19/4 left; B hours',
      // Fourteen minutes of P2 are the quarter of an hour that is counted already.
      '06-02 12:07 free 0 hours, 19/4 left; C hours, no time that counts',
    ]);
  });
});

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

describe('the zone in which months begin', () => {
  const MONTHLY = `incidents 1 per month, ${INCIDENTS}`;
  const granted = (ledger: Ledger) =>
    ledger
      .advance(berlin('07-02'))
      .map(brief)
      .filter((line) => line.includes('granted'));

  test('is that of the quota, or the contract’s, or that of its first day', () => {
    expect(granted(ledgerIn('', MONTHLY.replace('month,', 'month in UTC,')))[2]).toContain('07-01 02:00');
    expect(granted(ledgerIn('zone Europe/Moscow', MONTHLY))[1]).toContain('06-30 23:00');
    expect(granted(ledgerIn('', MONTHLY))[1]).toContain('07-01 00:00');
  });

  test('is that of a contract without a first day, whose own months are those of the calendar', () => {
    const plan = loadPlan({ ...loaded(MONTHLY).engine.plan, zone: 'Europe/Berlin', effective: null });
    const ledger = new Ledger(plan, 0, berlin('06-15'));
    expect(granted(ledger)[1]).toContain('07-01 00:00');
  });

  test('has to be said by something', () => {
    const said = loaded(MONTHLY).engine.plan;
    const plans = said.plans.map((each) => ({
      ...each,
      quotas: each.quotas.map((quota) => ({ ...quota, zone: null })),
    }));
    const plan = loadPlan({ ...said, plans, zone: null, effective: null });
    expect(() => new Ledger(plan, 0, berlin('06-01'))).toThrow(
      'the contract names no zone in which its periods begin',
    );
    expect(() => new Ledger(plan, 7, berlin('06-01'))).toThrow('the contract has no plan 7');
  });

  test('and the day with which the contract’s own months begin is that on which it took effect', () => {
    const clauses = `incidents 1 per contract month, ${INCIDENTS}`;
    expect(told(clauses, [], '07-31').filter((line) => line.includes('granted'))).toEqual([
      '06-01 00:00 granted 1 incidents of #1, 1 left',
      '06-30 00:00 granted 1 incidents of #2, 1 left',
      '07-31 00:00 granted 1 incidents of #3, 1 left',
    ]);
  });
});

describe('events', () => {
  const clauses = `incidents 2 per month, ${INCIDENTS}
  hours 1 per month, ${HOURS}`;

  test('come in the order of their instants', () => {
    const ledger = ledgerOf(clauses, '06-10');
    expect(() => ledger.advance(berlin('06-09'))).toThrow(
      new RangeError('events of a ledger come in the order of their instants'),
    );
    expect(() => ledger.advance(Number.NaN)).toThrow(RangeError);
    ledger.step(use('A', '06-11', 'incidents'));
    expect(ledger.now).toBe(berlin('06-11'));
    ledger.step(use('B', '06-11', 'incidents'));
    expect(() => ledger.step(use('C', '06-10 23:59', 'incidents'))).toThrow(RangeError);
  });

  test('have the time before them first, of every account, and are told once', () => {
    const ledger = ledgerOf(clauses);
    expect(ledger.step(use('A', '07-01', 'incidents')).map(brief)).toEqual([
      '06-01 00:00 granted 2 incidents of #1, 2 left',
      '06-01 00:00 granted 1 hours of #1, 1 left',
      '07-01 00:00 expired 2 incidents of #1, 0 left',
      '07-01 00:00 granted 2 incidents of #2, 2 left',
      '07-01 00:00 expired 1 hours of #1, 0 left',
      '07-01 00:00 granted 1 hours of #2, 1 left',
      '07-01 00:00 used 1 incidents of #2, 1 left; A incidents',
    ]);
    expect(ledger.advance(berlin('07-02'))).toEqual([]);
  });

  test('of a plan that counts nothing leave no entry', () => {
    const ledger = ledgerOf('contacts 3 "named persons"');
    expect(ledger.advance(berlin('2030-01-01'))).toEqual([]);
    expect(ledger.quotas).toEqual([]);
  });

  test('in which something is bought are of the pack’s clause, or of that of the quota', () => {
    const packs = `${clauses}
  pack "more" EUR 9, gives 2 incidents, valid 1 month`;
    const entries = entriesOf(ledgerOf(packs), [
      bought('06-02', 'incidents', '2', 'more'),
      bought('06-02', 'hours', '2'),
    ]);
    expect(entries.slice(2).map(({ origin, account }) => [origin.line, account])).toEqual([
      [13, 0],
      [12, 1],
    ]);
  });
});

describe('a ledger that goes on from where another was', () => {
  const clauses = `visits at most 4 per year, used when work ends
  incidents 4 per month, ${OF_CAUSE}, at least 1 incidents drawn per month or made up later
  rollover incidents up to 3 per year, oldest first, carried once, expires after 3 weeks
  hours 2 per month, over billed, used when work ends, rounded up to 15 min per month
  pack "more" EUR 9, gives 2 incidents, valid 2 months
  charge call 2 incidents, on reply
  charge look EUR 60 per 1 h, on "work ended"
  charge repair 3 incidents first 1 h, on "work ended", instead of call`;
  const events = [
    bought('06-02', 'incidents', '2', 'more'),
    use('A', '06-03', 'call', { cause: 'fire' }),
    worked('A', 'look', ['06-04 10:00-10:10']),
    worked('A', 'hours', ['06-05 10:00-10:07']),
    use('B', '06-06', 'incidents'),
    worked('B', 'hours', ['06-06 10:00-10:07']),
    worked('C', 'repair', ['06-07 10:00-10:30'], { cause: 'fire' }),
    use('B', '07-02', 'incidents'),
    use('C', '07-03', 'call', { cause: 'fire' }),
    worked('A', 'look', ['07-03 10:00-10:10']),
    worked('D', 'hours', ['07-04 10:00-10:16']),
    use('E', '08-02', 'call'),
    use('F', '08-02', 'call'),
  ];

  test('writes what that one would have written, wherever it was cut', () => {
    const whole = entriesOf(ledgerOf(clauses), events, '2027-03-01');
    expect(whole.length).toBeGreaterThan(30);
    for (let cut = 1; cut <= events.length; cut += 1) {
      const first = ledgerOf(clauses);
      const before = entriesOf(first, events.slice(0, cut));
      const second = ledgerOf(clauses, '2026-01-01');
      second.restore(JSON.parse(JSON.stringify(first.state)) as typeof first.state);
      expect(second.now).toBe(first.now);
      const later = entriesOf(second, events.slice(cut), '2027-03-01');
      expect([...before, ...later]).toEqual(whole);
    }
  });

  test('knows nothing of what it had charged itself', () => {
    const plain = `incidents 4 per month, ${INCIDENTS}`;
    const [fresh, other] = [ledgerOf(plain), ledgerOf(plain)];
    other.step(use('A', '06-02', 'incidents'));
    other.restore(fresh.state);
    expect(other.step(use('A', '06-02', 'incidents')).map(brief)).toEqual([
      '06-02 00:00 used 1 incidents of #1, 3 left; A incidents',
    ]);
  });

  test('has its turns from the last one on', () => {
    const first = ledgerOf(clauses);
    first.advance(berlin('07-15'));
    const second = ledgerOf(clauses);
    second.restore(first.state);
    expect(second.quotas[1]?.turns).toEqual([berlin('07-01')]);
  });

  test('has entries that are the same when they are kept as words', () => {
    const entries = entriesOf(ledgerOf(clauses), events);
    expect(entries.map(entryState).map(entryOf)).toEqual(entries);
    expect(entryState(entries[0] as (typeof entries)[0])).toMatchObject({ amount: '4', balance: '4' });
  });
});
