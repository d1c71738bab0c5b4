import { describe, expect, test } from 'vitest';
import Fraction from 'fraction.js';
import {
  chargedTotals,
  type ChargedHappening,
  chargeTicket,
} from '../../../src/engine/entitlement/charge-ticket.ts';
import { loaded } from '../money/credited.ts';
import { berlin, bought, brief, facts, KEY, use, work } from './ledgered.ts';

const on = (at: string, event: string, said = {}): ChargedHappening => ({
  kind: 'event',
  at: berlin(at),
  event,
  key: KEY,
  factOf: facts(said),
});
const did = (of: string, piece: string): ChargedHappening => ({
  kind: 'work',
  at: work(piece).to,
  of,
  span: work(piece),
  key: KEY,
  factOf: facts({}),
});
const account = (event: ReturnType<typeof bought>): ChargedHappening => ({
  kind: 'account',
  at: event.at,
  event,
});

const charges = (clauses: string, happenings: readonly ChargedHappening[]) =>
  chargeTicket(loaded(clauses).engine, 0, berlin('06-01'), 'T', happenings);
const charged = (clauses: string, ...happenings: readonly ChargedHappening[]) =>
  charges(clauses, happenings).map(brief);

const HOURS = 'hours 2 per month, over billed, used when work ends, not rounded';

describe('the charges of a ticket', () => {
  test('by time are made on their event for all work of their name since the last time', () => {
    expect(
      charged(
        'charge repair EUR 60 per 1 h, on reply',
        on('06-18 09:00', 'opened'),
        did('repair', '06-18 10:00-10:10'),
        did('repair', '06-18 11:00-11:20'),
        did('look', '06-18 11:00-11:50'),
        on('06-18 12:00', 'reply'),
        on('06-18 12:30', 'reply'),
        did('repair', '06-18 13:00-13:15'),
        on('06-18 14:00', 'reply'),
      ),
    ).toEqual(['06-18 12:00 billed 30 EUR, 0 left; T repair', '06-18 14:00 billed 15 EUR, 0 left; T repair']);
  });

  test('by time are made as their work ends, where that is their event', () => {
    expect(
      charged(
        'charge repair EUR 60 per 1 h, on "work ended"',
        did('repair', '06-18 10:00-10:10'),
        did('look', '06-18 11:00-11:50'),
        did('repair', '06-18 12:00-12:20'),
        on('06-18 12:20', 'work ended'),
      ),
    ).toEqual(['06-18 10:10 billed 10 EUR, 0 left; T repair', '06-18 12:20 billed 20 EUR, 0 left; T repair']);
  });

  test('draw on hours once, also where it is said once more that work has ended', () => {
    expect(charged(HOURS, did('look', '06-18 10:00-10:30'), on('06-18 10:30', 'work ended'))).toEqual([
      '06-18 10:30 used 1/2 hours of #1, 3/2 left; T hours',
      '06-18 10:30 free 0 hours, 3/2 left; T hours, no time that counts',
    ]);
  });

  test('draw on hours that are used at the close for all work since the last one', () => {
    const clauses = 'hours 5 per month, over billed, used when closed, not rounded';
    expect(
      charged(
        clauses,
        did('look', '06-18 10:00-10:30'),
        did('repair', '06-18 11:00-12:00'),
        on('06-18 13:00', 'closed'),
        did('repair', '06-19 11:00-12:00'),
        on('06-19 13:00', 'closed'),
      ),
    ).toEqual([
      '06-18 13:00 used 3/2 hours of #1, 7/2 left; T hours',
      '06-19 13:00 used 1 hours of #1, 5/2 left; T hours',
    ]);
    expect(charged(clauses, on('06-18 13:00', 'closed'))).toEqual([
      '06-18 13:00 free 0 hours, 5 left; T hours, no time that counts',
    ]);
  });

  test('for work as a whole are made once, with work or without', () => {
    const clauses = 'charge call EUR 30, on reply';
    expect(charged(clauses, on('06-18 12:00', 'reply'))).toEqual([
      '06-18 12:00 billed 30 EUR, 0 left; T call',
    ]);
    expect(
      charged(
        clauses,
        did('call', '06-18 10:00-10:10'),
        did('call', '06-18 11:00-11:20'),
        on('06-18 12:00', 'reply'),
      ),
    ).toEqual(['06-18 12:00 billed 30 EUR, 0 left; T call']);
  });

  test('for work as a whole are made when it ends, where that is their event, once', () => {
    const clauses = 'charge call EUR 30, on "work ended"';
    expect(charged(clauses, did('call', '06-18 10:00-10:10'), did('call', '06-18 11:00-11:20'))).toEqual([
      '06-18 10:10 billed 30 EUR, 0 left; T call',
      '06-18 11:20 free 0 EUR, 0 left; T call, charged before',
    ]);
  });

  test('draw on hours without a charge as each piece of work ends', () => {
    expect(
      charged(
        HOURS,
        did('consult', '06-18 10:00-11:00'),
        did('look', '06-18 11:00-12:30'),
        on('06-18 13:00', 'closed'),
      ),
    ).toEqual([
      '06-18 11:00 used 1 hours of #1, 1 left; T hours',
      '06-18 12:30 used 1 hours of #1, 0 left; T hours',
      '06-18 12:30 over 1/2 hours, 0 left; T hours, bill',
    ]);
  });

  test('draw on what was bought, and on what other tickets leave, whose entries are theirs', () => {
    expect(
      charged(
        HOURS,
        account(bought('06-17', 'hours', '1')),
        account({ kind: 'used', at: berlin('06-18'), thing: 'hours', amount: '2' }),
        account({ ...use('Other', '06-18', 'hours'), work: [work('06-18 09:00-09:30')] }),
        did('consult', '06-18 10:00-11:00'),
      ),
    ).toEqual([
      '06-18 11:00 used 1/2 hours of #2, 0 left; T hours',
      '06-18 11:00 over 1/2 hours, 0 left; T hours, bill',
    ]);
  });

  test('use incidents at their event, with the facts of then', () => {
    const clauses = `incidents 5 per month, over billed, used when opened, one incident per ticket
  charge call 2 incidents, on reply, free when lapsed`;
    expect(
      charged(clauses, on('06-18 09:00', 'opened'), on('06-18 10:00', 'reply', { lapsed: true })),
    ).toEqual(['06-18 10:00 free 0 incidents, 5 left; T call, free in this case']);
    expect(charged(clauses.split('\n')[0] ?? '', on('06-18 09:00', 'opened'))).toEqual([
      '06-18 09:00 used 1 incidents of #1, 4 left; T incidents',
    ]);
  });

  test('are heard by what expires after an event', () => {
    const clauses = `incidents prepaid, over billed, used when opened, one incident per ticket
  rollover incidents without limit, oldest first, carried again, expires 30 calendar days after closed`;
    const buys = account(bought('06-02', 'incidents', '1'));
    expect(charged(clauses, buys, on('06-03', 'closed'), on('07-04', 'opened'))).toEqual([
      '07-04 00:00 over 1 incidents, 0 left; T incidents, bill',
    ]);
    expect(charged(clauses, buys, on('06-03', 'reply'), on('07-04', 'opened'))).toEqual([
      '07-04 00:00 used 1 incidents of #1, 0 left; T incidents',
    ]);
  });

  test('are those of a plan that there is', () => {
    expect(() => chargeTicket(loaded(HOURS).engine, 3, berlin('06-01'), 'T', [])).toThrow(
      'the contract has no plan 3',
    );
  });
});

describe('what charges come to', () => {
  test('is for each thing what was used, less what was given back, what lay beyond, and what is billed', () => {
    const clauses = `incidents 3 per month, over billed, used when opened, one incident per ticket
  charge call 2 incidents, on reply
  charge repair 2 incidents per started 1 h, on closed, instead of call
  charge look EUR 60 per 1 h, on closed`;
    const entries = charges(clauses, [
      on('06-18 09:00', 'reply'),
      did('repair', '06-18 10:00-11:30'),
      did('look', '06-18 12:00-12:30'),
      on('06-18 13:00', 'closed'),
    ]);
    const totals = chargedTotals(entries).map(({ thing, ...amounts }) => [
      thing,
      ...Object.entries(amounts).map(([name, amount]) => `${name} ${amount.toFraction()}`),
    ]);
    // Two of the call come back; of four of the repair three are there.
    expect(totals).toEqual([
      ['incidents', 'used 3', 'over 1', 'billedOver 1', 'billed 0'],
      ['EUR', 'used 0', 'over 0', 'billedOver 0', 'billed 30'],
    ]);
  });

  test('is nothing for no entries, and what is over and refused is not billed', () => {
    expect(chargedTotals([])).toEqual([]);
    const refused = 'visits at most 1 per quarter, used when work ends';
    const entries = charges(refused, [did('visit', '06-18 10:00-11:00'), did('visit', '06-18 12:00-13:00')]);
    expect(chargedTotals(entries)).toEqual([
      {
        thing: 'visits',
        used: new Fraction(1),
        over: new Fraction(1),
        billedOver: new Fraction(0),
        billed: new Fraction(0),
      },
    ]);
  });
});
