import { describe, expect, test } from 'vitest';
import type { CustomerHistory } from '../../../src/engine/money/statement-model.ts';
import { usedBy } from '../../../src/engine/money/usage-lines.ts';
import { instant, loaded } from './credited.ts';
import { type Told, stated, invoices, BANK, PRICE, linesOf } from './stated.ts';

describe('an invoice', () => {
  test('has the price, the hours beyond the bank, call-outs and credits of its month, and each month begins anew', () => {
    const clauses = `${PRICE}
  ${BANK}
  rate EUR 120 per hour, rounded up to 15 min
  surcharge "call-out" EUR 250 per call for P1
  credit EUR 50 per missed respond, at most EUR 80 per month`;
    const statement = stated(clauses, {
      start: '2026-06-16T00:00+02:00',
      now: '2026-07-20T00:00+02:00',
      work: [
        ['A', '2026-06-18T14:00+02:00', '2026-06-18T20:30+02:00'], // 3 h and 3.5 h twice: the ten of June
        ['B', '2026-06-19T16:00+02:00', '2026-06-19T18:00+02:00'], // 1 h and 1 h twice, all of it beyond them
        ['C', '2026-07-01T10:00+02:00', '2026-07-01T12:00+02:00'], // two of the ten of July
      ],
      severe: ['B'],
      misses: ['2026-06-20T10:00Z', '2026-06-21T10:00Z', '2026-07-02T10:00Z'],
    });
    expect(invoices(statement)).toEqual([
      '2026-06-01: price 450.00, over quota 360.00, surcharge 250.00, credit -50.00, credit -30.00 = 980.00',
      '2026-07-01: price 900.00, credit -50.00 = 850.00',
    ]);
    const [{ periods: [june, july] } = { periods: [] }] = statement.quotas;
    expect(
      [june?.used, june?.over, june?.expired, july?.used, july?.closing].map((each) => each?.toString()),
    ).toEqual(['10', '3', '0', '2', '8']);
    expect(statement.invoices[0]?.lines[1]).toMatchObject({
      clause: 'rate EUR 120 per hour, rounded up to 15 min',
      ticket: 'B',
      count: { of: 'hours' },
    });
  });

  test('has the last part of the work beyond the bank by the rate of its own hours', () => {
    // Four hours of the bank: 15:00 to 19:00. The rest, 19:00 to 20:00, lies outside: 1 h at EUR 180.
    const clauses = `hours 4 per month, over billed, used when work ends, not rounded
  rate EUR 90 per hour in Office | EUR 180 per hour outside, split at edge`;
    const work = [['A', '2026-06-18T15:00+02:00', '2026-06-18T20:00+02:00']] as const;
    expect(invoices(stated(clauses, { work }))).toEqual(['2026-06-01: over quota 180.00 = 180.00']);
    // With no bank all of it is paid: 2 h at 90 and 3 h at 180.
    const rate = clauses.split('\n')[1] ?? '';
    expect(invoices(stated(rate, { work }))).toEqual(['2026-06-01: work 720.00 = 720.00']);
  });

  test('says what is billed and has no price', () => {
    const work = [['A', '2026-06-18T10:00+02:00', '2026-06-18T12:00+02:00']] as const;
    const over = 'hours 1 per month, over billed, used when work ends, not rounded';
    expect(invoices(stated(over, { work }))).toEqual(['2026-06-01: over quota (no price) = 0.00']);
    expect(invoices(stated(`${over}\n  rate "the daily rate" per hour`, { work }))).toEqual([
      '2026-06-01: over quota (the daily rate) = 0.00',
    ]);
  });

  test('has incidents beyond those of the month by what one costs', () => {
    const clauses = `incidents 1 per month, over billed, used when opened, one incident per ticket
  rate EUR 40 per incident`;
    const opened = ['A', 'B', 'C'].map(
      (ticket, i) => [ticket, `2026-06-0${i + 1}T10:00+02:00`, 'opened'] as const,
    );
    const statement = stated(clauses, { events: opened });
    expect(invoices(statement)).toEqual(['2026-06-01: over quota 40.00, over quota 40.00 = 80.00']);
  });

  test('takes back a charge that another takes the place of', () => {
    const clauses = `charge call EUR 30, on reply
  charge repair EUR 90 per 1 h, at least 1 h, on "work ended", instead of call`;
    const statement = stated(clauses, {
      events: [['A', '2026-06-01T10:00+02:00', 'reply']],
      work: [['A', '2026-06-02T10:00+02:00', '2026-06-02T10:20+02:00', 'repair']],
    });
    expect(invoices(statement)).toEqual(['2026-06-01: charge 30.00, charge -30.00, charge 90.00 = 90.00']);
  });

  test('is less than nothing where the credits are more than the fee', () => {
    const clauses = `${PRICE.replace('900', '40')}\n  credit EUR 50 per any missed target`;
    expect(invoices(stated(clauses, { misses: ['2026-06-02T10:00Z'] })).slice(0, 1)).toEqual([
      '2026-06-01: price 40.00, credit -50.00 = -10.00',
    ]);
  });

  test('of a price that is told on request has what was used alone, and says so', () => {
    const statement = stated(`price on request\n  ${BANK}`, {});
    expect(statement.invoices).toEqual([]);
    expect(statement.noPrice).toMatchObject({ kind: 'on request' });
  });
});

describe('what a statement goes by', () => {
  const LAST = 'incidents 1 per month, over billed, used when opened, one incident per ticket';
  const opened = (ticket: string, at: string) => [ticket, at, 'opened'] as const;

  test('is what is known of the customer, and what happened to it', () => {
    const rolled = `${LAST}
  rollover incidents without limit, oldest first, carried once when not lapsed`;
    const told: Told = { now: '2026-08-01T00:00+02:00', events: [opened('A', '2026-07-02T10:00+02:00')] };
    const left = (lapsed: boolean) => {
      const more = { factOf: (name: string) => (name === 'lapsed' ? lapsed : undefined) };
      return stated(rolled, { ...told, more }).quotas[0]?.periods[1]?.opening.toFraction();
    };
    expect([left(false), left(true)]).toEqual(['1', '0']);
    const ends = `incidents prepaid, over billed, used when opened, one incident per ticket
  rollover incidents without limit, oldest first, carried again, expires 10 calendar days after "the plan ends"`;
    const bought = [
      { kind: 'bought', at: instant('2026-06-02T10:00+02:00'), thing: 'incidents', amount: '2', pack: null },
    ] as const;
    const after = (name: string) => {
      const events = [{ at: instant('2026-06-03T10:00+02:00'), name }];
      return stated(ends, { more: { bought, events } }).quotas[0]?.periods[0]?.expired.toFraction();
    };
    expect([after('the plan ends'), after('something else')]).toEqual(['2', '0']);
  });

  test('begins with the start and ends with what is known, both included', () => {
    const used = (at: string) =>
      stated(LAST, { events: [opened('A', at)], now: '2026-06-30T10:00+02:00' }).entries.filter(
        ({ kind }) => kind === 'used',
      ).length;
    expect(used('2026-05-31T23:59+02:00')).toBe(0);
    expect(used('2026-06-01T00:00+02:00')).toBe(1);
    expect(used('2026-06-30T10:00+02:00')).toBe(1);
    expect(used('2026-06-30T10:01+02:00')).toBe(0);
  });

  test('takes tickets of one instant by their names, in whatever order they come', () => {
    const at = '2026-06-18T10:00+02:00';
    for (const names of ['ABC', 'CAB', 'BCA', 'CBA', 'ACB', 'BAC']) {
      const statement = stated(LAST, { events: [...names].map((name) => opened(name, at)) });
      expect(statement.entries.flatMap(({ ticket }) => ticket ?? []).join('')).toBe('ABC');
    }
  });

  test('has no work where none was done, whatever the rate', () => {
    const events = [['A', '2026-06-18T10:00+02:00', 'reply']] as const;
    expect(linesOf(stated('rate "the hourly rate" per hour', { events }))).toEqual([]);
  });

  test('names of several charges and quotas the one by which', () => {
    const clauses = `charge look EUR 20, on opened
  charge call EUR 30, on reply
  ${LAST}
  hours 1 per month, over billed, used when work ends, not rounded`;
    const statement = stated(clauses, {
      events: [['A', '2026-06-18T10:00+02:00', 'reply']],
      work: [['B', '2026-06-18T10:00+02:00', '2026-06-18T12:00+02:00']],
    });
    expect(linesOf(statement)).toEqual([
      '06-18 charge 30.00 of A by charge call EUR 30, on reply',
      '06-18 over quota "" of B for 1 hours by hours 1 per month, over billed, used when work ends, not rounded',
    ]);
    expect(statement.invoices[0]?.lines.map(({ words, currency }) => [words, currency])).toEqual([
      ['', 'EUR'],
      ['', ''],
    ]);
  });

  test('measures what lies beyond by what the use itself takes, not by what its month brings', () => {
    const clauses = `hours 1 per month, over billed, used when work ends, not rounded
  rate EUR 60 per hour in Office | EUR 120 per hour outside, split at edge`;
    const work = [['A', '2026-07-16T15:30+02:00', '2026-07-16T18:00+02:00']] as const;
    expect(linesOf(stated(clauses, { work, now: '2026-08-01T00:00+02:00' }))[0]).toContain(
      'over quota 150.00 of A for 3/2 hours',
    );
  });
});

test('there is no statement of a plan that the contract does not have', () => {
  const { engine } = loaded('');
  const history = { start: 0, now: 0 } as CustomerHistory;
  const ground = { zone: engine.zone('Europe/Berlin'), start: null };
  expect(() => usedBy(engine, 7, history, ground, new Map())).toThrow('the contract has no plan 7');
});

describe('the lines of an invoice', () => {
  test('stand by their kind, then in the order of time, and come to its sum', () => {
    const clauses = `${PRICE}
  rate EUR 60 per hour
  surcharge "each" EUR 5 per ticket
  charge call EUR 30, on reply
  credit EUR 50 per missed respond`;
    const statement = stated(clauses, {
      work: [
        ['B', '2026-06-19T10:00+02:00', '2026-06-19T11:00+02:00'],
        ['A', '2026-06-18T10:00+02:00', '2026-06-18T11:00+02:00'],
      ],
      events: [['A', '2026-06-20T10:00+02:00', 'reply']],
      misses: ['2026-06-02T10:00Z'],
    });
    expect(
      linesOf(statement)
        .slice(0, 8)
        .map((line) => line.split(' by ')[0]),
    ).toEqual([
      '06-01 price 900.00 for 1 month',
      '06-20 charge 30.00 of A',
      '06-18 work 60.00 of A',
      '06-19 work 60.00 of B',
      '06-02 surcharge 5.00 of M0',
      '06-18 surcharge 5.00 of A',
      '06-19 surcharge 5.00 of B',
      '06-02 credit -50.00 of M0',
    ]);
    expect(statement.invoices[0]).toMatchObject({
      from: instant('2026-06-01T00:00+02:00'),
      to: instant('2026-07-01T00:00+02:00'),
      sum: { currency: 'EUR' },
    });
  });
});
