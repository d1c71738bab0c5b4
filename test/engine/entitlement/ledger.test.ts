import { describe, expect, test } from 'vitest';
import { Ledger } from '../../../src/engine/entitlement/ledger.ts';
import { loadPlan } from '../../../src/engine/index.ts';
import { loaded } from '../money/credited.ts';
import {
  after,
  berlin,
  bought,
  brief,
  entriesOf,
  HOURS,
  INCIDENTS,
  KEY,
  ledgerIn,
  ledgerOf,
  OF_CAUSE,
  SEVERE,
  told,
  use,
  worked,
} from './ledgered.ts';

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
