import { describe, expect, test } from 'vitest';
import { entryOf, entryState } from '../../../src/engine/entitlement/entry-state.ts';
import { berlin, bought, brief, entriesOf, INCIDENTS, ledgerOf, OF_CAUSE, use, worked } from './ledgered.ts';

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
