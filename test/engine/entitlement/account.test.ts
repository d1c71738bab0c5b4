import { describe, expect, test } from 'vitest';
import { berlin, bought, brief, entriesOf, facts, ledgerOf, told, use } from './ledgered.ts';

const INCIDENTS = 'over billed, used when opened, one incident per ticket';

/** So many incidents, each by a ticket of its own. */
const opened = (at: string, count: number) =>
  Array.from({ length: count }, (_, i) => use(`${at} ${i}`, at, 'incidents'));
/** Without the tickets. */
const moved = (clauses: string, events: Parameters<typeof told>[1], until?: string, start?: string) =>
  told(clauses, events, until, start).map((line) => line.split(';')[0]);

describe('a quota of a month', () => {
  const clauses = `incidents 2 per month, ${INCIDENTS}`;

  test('is granted whole with the start, used up, and lapses where the next is granted', () => {
    expect(moved(clauses, opened('06-15 10:00', 1), '07-01 00:00', '06-10')).toEqual([
      '06-10 00:00 granted 2 incidents of #1, 2 left',
      '06-15 10:00 used 1 incidents of #1, 1 left',
      '07-01 00:00 expired 1 incidents of #1, 0 left',
      '07-01 00:00 granted 2 incidents of #2, 2 left',
    ]);
  });

  test('that is used up has nothing to lapse', () => {
    expect(moved(clauses, opened('06-15 10:00', 2), '07-01 00:00').slice(-2)).toEqual([
      '06-15 10:00 used 1 incidents of #1, 0 left',
      '07-01 00:00 granted 2 incidents of #2, 2 left',
    ]);
  });

  test('is not there a moment before its month', () => {
    expect(moved(clauses, [], '06-30 23:59')).toHaveLength(1);
    expect(moved(clauses, opened('07-01 00:00', 1)).slice(-1)).toEqual([
      '07-01 00:00 used 1 incidents of #2, 1 left',
    ]);
  });

  test('is gone beyond by other tickets as by one: what there is not is over', () => {
    const used = (amount: string) =>
      ({ kind: 'used', at: berlin('06-11'), thing: 'incidents', amount }) as const;
    expect(told(clauses, [used('5')]).slice(1)).toEqual([
      '06-11 00:00 used 2 incidents of #1, 0 left',
      '06-11 00:00 over 3 incidents, 0 left, bill, other tickets',
    ]);
    expect(moved(clauses, [used('2')]).slice(1)).toEqual(['06-11 00:00 used 2 incidents of #1, 0 left']);
  });

  test('has been turned so often as months have begun', () => {
    const ledger = ledgerOf(clauses);
    ledger.advance(berlin('08-15 00:00'));
    expect(ledger.quotas.map(({ turns }) => turns)).toEqual([
      [berlin('06-01'), berlin('07-01'), berlin('08-01')],
    ]);
  });
});

describe('what is bought', () => {
  const PREPAID = `incidents prepaid, ${INCIDENTS}`;
  const PACKS = `incidents 1 per month, ${INCIDENTS}
  pack "three more" EUR 90, gives 3 incidents, valid 1 month
  pack "for good" EUR 99, gives 1 incidents, valid without limit`;

  test('of what is prepaid stays until it is used', () => {
    expect(moved(PREPAID, [bought('06-02', 'incidents', '2'), ...opened('2027-06-15', 1)])).toEqual([
      '06-02 00:00 bought 2 incidents of #1, 2 left',
      '2027-06-15 00:00 used 1 incidents of #1, 1 left',
    ]);
  });

  test('of what is prepaid by the year lapses with its year', () => {
    const yearly = `incidents prepaid per year, ${INCIDENTS}`;
    expect(moved(yearly, [bought('06-02', 'incidents', '2')], '2027-01-01')).toEqual([
      '06-02 00:00 bought 2 incidents of #1, 2 left',
      '2027-01-01 00:00 expired 2 incidents of #1, 0 left',
    ]);
  });

  test('as a pack is used after what lapses with its month, and lapses by its own day', () => {
    const events = [bought('06-10 12:00', 'incidents', '3', 'three more'), ...opened('06-20 10:00', 2)];
    expect(moved(PACKS, events, '07-10 00:00')).toEqual([
      '06-01 00:00 granted 1 incidents of #1, 1 left',
      '06-10 12:00 bought 3 incidents of #2, 4 left',
      '06-20 10:00 used 1 incidents of #1, 3 left',
      '06-20 10:00 used 1 incidents of #2, 2 left',
      '07-01 00:00 granted 1 incidents of #3, 3 left',
      '07-10 00:00 expired 2 incidents of #2, 1 left',
    ]);
    expect(moved(PACKS, events, '07-09 23:59').slice(-1)).toEqual([
      '07-01 00:00 granted 1 incidents of #3, 3 left',
    ]);
  });

  test('as a pack that is used up lapses without a word', () => {
    const events = [bought('06-10', 'incidents', '3', 'three more'), ...opened('06-20 10:00', 4)];
    expect(moved(PACKS, events, '07-10 00:00').slice(-1)).toEqual([
      '07-01 00:00 granted 1 incidents of #3, 1 left',
    ]);
  });

  test('that is valid without limit outlasts months', () => {
    const events = [bought('06-10', 'incidents', '1', 'for good'), ...opened('2028-01-20 10:00', 2)];
    expect(moved(PACKS, events).slice(-2)).toEqual([
      '2028-01-20 10:00 used 1 incidents of #21, 1 left',
      '2028-01-20 10:00 used 1 incidents of #2, 0 left',
    ]);
  });

  test('of two packs the one that was bought first is used first', () => {
    const events = [
      bought('06-10', 'incidents', '1', 'for good'),
      bought('06-11', 'incidents', '3', 'three more'),
      ...opened('06-20 10:00', 3),
    ];
    expect(moved(PACKS, events).slice(-3)).toEqual([
      '06-20 10:00 used 1 incidents of #1, 4 left',
      '06-20 10:00 used 1 incidents of #2, 3 left',
      '06-20 10:00 used 1 incidents of #3, 2 left',
    ]);
  });

  test('takes from several lots what none has alone, and hands back what no lot has', () => {
    const hours = 'hours 2 per month, over billed, used when work ends, not rounded';
    const many = `${hours}\n  pack "more" EUR 9, gives 2 hours, valid without limit`;
    const events = [
      bought('06-10', 'hours', '2', 'more'),
      { kind: 'used', at: berlin('06-11'), thing: 'hours', amount: '7/2' } as const,
      use('A', '06-12', 'hours', { work: [{ from: berlin('06-12 10:00'), to: berlin('06-12 11:30') }] }),
    ];
    expect(told(many, events).slice(2)).toEqual([
      '06-11 00:00 used 2 hours of #1, 2 left',
      '06-11 00:00 used 3/2 hours of #2, 1/2 left',
      '06-12 00:00 used 1/2 hours of #2, 0 left; A hours',
      '06-12 00:00 over 1 hours, 0 left; A hours, bill',
    ]);
  });
});

describe('what is left over', () => {
  const rolled = (rollover: string, amount = 3) => `incidents ${amount} per month, ${INCIDENTS}
  rollover incidents ${rollover}`;

  test('goes over up to the limit, the rest lapses first, and once means once', () => {
    expect(moved(rolled('up to 2 in all, oldest first, carried once'), [], '08-01')).toEqual([
      '06-01 00:00 granted 3 incidents of #1, 3 left',
      '07-01 00:00 expired 1 incidents of #1, 2 left',
      '07-01 00:00 carried 2 incidents of #1, 2 left',
      '07-01 00:00 granted 3 incidents of #2, 5 left',
      '08-01 00:00 expired 2 incidents of #1, 3 left',
      '08-01 00:00 expired 1 incidents of #2, 2 left',
      '08-01 00:00 carried 2 incidents of #2, 2 left',
      '08-01 00:00 granted 3 incidents of #3, 5 left',
    ]);
  });

  test('goes over again and again where that is said, the limit being of all together', () => {
    expect(moved(rolled('up to 4 in all, oldest first, carried again'), [], '08-01').slice(3)).toEqual([
      '08-01 00:00 expired 2 incidents of #2, 4 left',
      '08-01 00:00 carried 3 incidents of #1, 4 left',
      '08-01 00:00 carried 1 incidents of #2, 4 left',
      '08-01 00:00 granted 3 incidents of #3, 7 left',
    ]);
  });

  test('goes over whole without a limit', () => {
    expect(moved(rolled('without limit, oldest first, carried again'), [], '08-01').slice(3)).toEqual([
      '08-01 00:00 carried 3 incidents of #1, 6 left',
      '08-01 00:00 carried 3 incidents of #2, 6 left',
      '08-01 00:00 granted 3 incidents of #3, 9 left',
    ]);
  });

  test('goes over up to a limit of a year, which begins anew with the year', () => {
    const lines = moved(rolled('up to 4 per year, oldest first, carried once'), [], '2027-02-01', '10-01');
    expect(lines.filter((line) => line?.includes('carried'))).toEqual([
      '11-01 00:00 carried 3 incidents of #1, 3 left',
      '12-01 00:00 carried 1 incidents of #2, 1 left',
      // What goes over as the year ends is still of the old one, of whose four none is left.
      '2027-02-01 00:00 carried 3 incidents of #4, 3 left',
    ]);
  });

  test('is used in the order that is said: the oldest first, or the newest', () => {
    const used = (order: string) =>
      moved(rolled(`without limit, ${order}, carried again`), [...opened('07-02', 4)]).slice(-4);
    expect(used('oldest first').map((line) => line?.slice(12, 34))).toEqual([
      'used 1 incidents of #1',
      'used 1 incidents of #1',
      'used 1 incidents of #1',
      'used 1 incidents of #2',
    ]);
    expect(used('newest first').map((line) => line?.slice(12, 34))).toEqual([
      'used 1 incidents of #2',
      'used 1 incidents of #2',
      'used 1 incidents of #2',
      'used 1 incidents of #1',
    ]);
  });

  test('is used newest first also where it has gone over several times', () => {
    const clauses = rolled('without limit, newest first, carried again', 1);
    const used = moved(clauses, opened('09-02', 4)).slice(-4);
    expect(used.map((line) => line?.slice(12, 34))).toEqual([
      'used 1 incidents of #4',
      'used 1 incidents of #3',
      'used 1 incidents of #2',
      'used 1 incidents of #1',
    ]);
  });

  test('of what is prepaid goes over by the years of the rollover, where the quota has none', () => {
    const clauses = `incidents prepaid, ${INCIDENTS}
  rollover incidents up to 2 per year, oldest first, carried once`;
    expect(moved(clauses, [bought('06-02', 'incidents', '3')], '2028-01-01')).toEqual([
      '06-02 00:00 bought 3 incidents of #1, 3 left',
      '2027-01-01 00:00 expired 1 incidents of #1, 2 left',
      '2027-01-01 00:00 carried 2 incidents of #1, 2 left',
      '2028-01-01 00:00 expired 2 incidents of #1, 0 left',
    ]);
  });

  test('expires so long after the month into which it went over first, by the day', () => {
    const clauses = rolled('without limit, oldest first, carried again, expires after 6 weeks', 1);
    expect(moved(clauses, [], '08-12')).toEqual([
      '06-01 00:00 granted 1 incidents of #1, 1 left',
      '07-01 00:00 carried 1 incidents of #1, 1 left',
      '07-01 00:00 granted 1 incidents of #2, 2 left',
      '08-01 00:00 carried 1 incidents of #1, 2 left',
      '08-01 00:00 carried 1 incidents of #2, 2 left',
      '08-01 00:00 granted 1 incidents of #3, 3 left',
      '08-12 00:00 expired 1 incidents of #1, 2 left',
    ]);
    expect(moved(clauses, [], '08-11 23:59').slice(-1)).toEqual([
      '08-01 00:00 granted 1 incidents of #3, 3 left',
    ]);
  });

  test('expires as a month ends before it could go over once more', () => {
    const clauses = rolled('without limit, oldest first, carried again, expires after 1 month', 1);
    expect(moved(clauses, [], '08-01').slice(3)).toEqual([
      '08-01 00:00 expired 1 incidents of #1, 1 left',
      '08-01 00:00 carried 1 incidents of #2, 1 left',
      '08-01 00:00 granted 1 incidents of #3, 2 left',
    ]);
  });

  test('goes over in the case that is said alone, by what is known of the customer then', () => {
    const clauses = rolled('without limit, oldest first, carried once when not lapsed', 1);
    const customer = (at: string, lapsed: boolean) =>
      ({ kind: 'customer', at: berlin(at), factOf: facts({ lapsed }) }) as const;
    const atTurn = (...events: readonly ReturnType<typeof customer>[]) =>
      moved(clauses, events, '07-01')[1]?.slice(12);
    expect(atTurn()).toBe('expired 1 incidents of #1, 0 left');
    expect(atTurn(customer('06-02', true))).toBe('expired 1 incidents of #1, 0 left');
    expect(atTurn(customer('06-02', false))).toBe('carried 1 incidents of #1, 1 left');
    expect(atTurn(customer('06-02', false), customer('06-30', true))).toBe(
      'expired 1 incidents of #1, 0 left',
    );
  });

  test('is of the clause that carries it, what lapses with its month of the quota', () => {
    const clauses = rolled('up to 2 in all, oldest first, carried once, expires after 6 weeks');
    const entries = entriesOf(ledgerOf(clauses), [], '08-16');
    expect(entries.map((entry) => `${brief(entry).slice(0, 21)} line ${entry.origin.line}`)).toEqual([
      '06-01 00:00 granted 3 line 11',
      '07-01 00:00 expired 1 line 11',
      '07-01 00:00 carried 2 line 12',
      '07-01 00:00 granted 3 line 11',
      '08-01 00:00 expired 2 line 11',
      '08-01 00:00 expired 1 line 11',
      '08-01 00:00 carried 2 line 12',
      '08-01 00:00 granted 3 line 11',
    ]);
    // A week after the first of July what went over then expires, by the rollover.
    const later = entriesOf(ledgerOf(clauses.replace('6 weeks', '1 week')), [], '07-08');
    expect(later.slice(-1).map((entry) => `${brief(entry)} line ${entry.origin.line}`)).toEqual([
      '07-08 00:00 expired 2 incidents of #1, 3 left line 12',
    ]);
  });
});

describe('what expires after an event', () => {
  const clauses = `incidents prepaid, ${INCIDENTS}
  rollover incidents without limit, oldest first, carried again, expires 30 calendar days after "the plan ends"`;
  const ends = (at: string, name = 'the plan ends') => ({ kind: 'event', at: berlin(at), name }) as const;
  const buy = bought('06-02', 'incidents', '2');

  test('is there until the day so long after it, and what is bought later for good', () => {
    const events = [buy, ends('06-10 15:00'), bought('06-11', 'incidents', '1')];
    expect(moved(clauses, events, '07-10').slice(-1)).toEqual([
      '07-10 00:00 expired 2 incidents of #1, 1 left',
    ]);
    expect(moved(clauses, events, '07-09 23:59')).toHaveLength(2);
  });

  test('is not put off by a second such event, nor begun by another', () => {
    expect(moved(clauses, [buy, ends('06-10'), ends('06-20')], '07-10').slice(-1)).toEqual([
      '07-10 00:00 expired 2 incidents of #1, 0 left',
    ]);
    expect(moved(clauses, [buy, ends('06-10', 'the plan starts')], '2027-07-10')).toHaveLength(1);
  });

  test('is not what another quota has, which no event ends', () => {
    const both = `${clauses}
  hours 2 per month, over billed, used when work ends, not rounded`;
    expect(moved(both, [buy, ends('06-10')], '07-10').slice(2)).toEqual([
      '07-01 00:00 expired 2 hours of #1, 0 left',
      '07-01 00:00 granted 2 hours of #2, 2 left',
      '07-10 00:00 expired 2 incidents of #1, 0 left',
    ]);
  });

  test('does not expire from the month into which it goes over', () => {
    const monthly = clauses.replace('prepaid', '2 per month');
    const lines = moved(monthly, [ends('07-10')], '08-20');
    expect(lines.filter((line) => line?.includes('expired'))).toEqual([
      // All that there was on 10 July expires on 9 August, at its very beginning.
      '08-09 00:00 expired 2 incidents of #1, 4 left',
      '08-09 00:00 expired 2 incidents of #2, 2 left',
    ]);
  });
});

describe('a least that is drawn', () => {
  const least = (more = '') =>
    `incidents 9 per year, over billed, used when opened, one incident per ticket, at least 3 incidents drawn per month${more}`;

  test('draws at the end of the month what was not used of it', () => {
    expect(moved(least(), opened('06-15', 1), '08-01').slice(1)).toEqual([
      '06-15 00:00 used 1 incidents of #1, 8 left',
      '07-01 00:00 drawn 2 incidents of #1, 6 left',
      '08-01 00:00 drawn 3 incidents of #1, 3 left',
    ]);
  });

  test('is drawn at the end of the month alone, whatever lapses within it', () => {
    const clauses = `${least()}
  pack "more" EUR 9, gives 2 incidents, valid 1 week`;
    expect(moved(clauses, [bought('06-10', 'incidents', '2', 'more')], '07-01').slice(2)).toEqual([
      '06-17 00:00 expired 2 incidents of #2, 9 left',
      '07-01 00:00 drawn 3 incidents of #1, 6 left',
    ]);
  });

  test('draws nothing where as many or more were used, and owes nothing for it', () => {
    expect(moved(least(), opened('06-15', 4), '08-01').slice(5)).toEqual([
      '08-01 00:00 drawn 3 incidents of #1, 2 left',
    ]);
    expect(moved(least(), opened('06-15', 3), '07-01')).toHaveLength(4);
  });

  test('draws no more than there is, and the rest later where it may be made up', () => {
    const events = [{ kind: 'used', at: berlin('06-02'), thing: 'incidents', amount: '8' } as const];
    const lines = (more: string) => moved(least(more), events, '2027-02-01').slice(2);
    // June used eight, July draws the last one. The new year has nine: of January alone, or of what is owed as well.
    expect(lines('')).toEqual([
      '08-01 00:00 drawn 1 incidents of #1, 0 left',
      '2027-01-01 00:00 granted 9 incidents of #2, 9 left',
      '2027-02-01 00:00 drawn 3 incidents of #2, 6 left',
    ]);
    // Two of July, and three each of August to December are owed: 17, and three of January.
    expect(lines(' or made up later')).toEqual([
      '08-01 00:00 drawn 1 incidents of #1, 0 left',
      '2027-01-01 00:00 granted 9 incidents of #2, 9 left',
      '2027-02-01 00:00 drawn 9 incidents of #2, 0 left',
    ]);
  });

  test('comes before what lapses with a period that ends at the same moment', () => {
    expect(moved(least().replace('per year', 'per month'), [], '07-01')).toEqual([
      '06-01 00:00 granted 9 incidents of #1, 9 left',
      '07-01 00:00 drawn 3 incidents of #1, 6 left',
      '07-01 00:00 expired 6 incidents of #1, 0 left',
      '07-01 00:00 granted 9 incidents of #2, 9 left',
    ]);
  });
});
