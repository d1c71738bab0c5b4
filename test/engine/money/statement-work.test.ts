import { describe, expect, test } from 'vitest';
import { KEY } from '../entitlement/ledgered.ts';
import { instant } from './credited.ts';
import { NOTHING_ELSE, stated, invoices, BANK, linesOf } from './stated.ts';

describe('work that is added up', () => {
  test('is rounded once for the month and the ticket where the rate says so', () => {
    const clauses =
      'rate EUR 60 per hour, free below 15 min, at least 1 h, rounded up to 15 min after 5 min per ticket per month';
    const statement = stated(clauses, {
      work: [
        ['A', '2026-06-01T10:00+02:00', '2026-06-01T10:50+02:00'],
        ['A', '2026-06-05T10:00+02:00', '2026-06-05T10:30+02:00'], // 80 min: 75 and five, which is not counted
        ['B', '2026-06-05T10:00+02:00', '2026-06-05T10:14+02:00'], // free
        ['C', '2026-06-05T10:00+02:00', '2026-06-05T10:16+02:00'], // an hour at the least
      ],
    });
    expect(invoices(statement)).toEqual(['2026-06-01: work 60.00, work 75.00 = 135.00']);
  });
});

describe('work that nothing counts', () => {
  test('is a line for each piece by the rate of the ticket, none where it costs nothing', () => {
    const clauses = `rate EUR 60 per hour, free below 10 min
  rate EUR 120 per hour for P1`;
    const statement = stated(clauses, {
      work: [
        ['A', '2026-06-01T10:00+02:00', '2026-06-01T10:30+02:00'],
        ['A', '2026-06-02T10:00+02:00', '2026-06-02T10:09+02:00'],
        ['B', '2026-06-03T10:00+02:00', '2026-06-03T10:30+02:00'],
      ],
      severe: ['B'],
    });
    expect(linesOf(statement)).toEqual([
      '06-01 work 30.00 of A by rate EUR 60 per hour, free below 10 min',
      '06-03 work 60.00 of B by rate EUR 120 per hour for P1',
    ]);
  });

  test('is no line without a rate, and one without a figure where the rate is in words', () => {
    const work = [['A', '2026-06-01T10:00+02:00', '2026-06-01T10:30+02:00']] as const;
    expect(linesOf(stated('', { work }))).toEqual([]);
    expect(linesOf(stated('rate "the hourly rate" per hour', { work }))).toEqual([
      '06-01 work "the hourly rate" of A by rate "the hourly rate" per hour',
    ]);
  });

  test('that is added up is one line of a month and a rate, of a ticket where it is of one alone', () => {
    const clauses = `rate EUR 60 per hour, rounded up to 15 min per month
  rate EUR 120 per hour, rounded up to 15 min per month for P1`;
    const minutes = (ticket: string, day: string) =>
      [ticket, `2026-${day}T10:00+02:00`, `2026-${day}T10:07+02:00`] as const;
    const told = {
      work: [minutes('A', '06-01'), minutes('B', '06-02'), minutes('C', '06-03'), minutes('A', '07-01')],
      severe: ['B'],
      now: '2026-08-01T00:00+02:00',
    };
    expect(linesOf(stated(clauses, told))).toEqual([
      '06-02 work 30.00 of B by rate EUR 120 per hour, rounded up to 15 min per month for P1',
      '06-03 work 15.00 by rate EUR 60 per hour, rounded up to 15 min per month',
      '07-01 work 15.00 of A by rate EUR 60 per hour, rounded up to 15 min per month',
    ]);
    const perTicket = clauses.replaceAll('per month', 'per ticket per month');
    expect(linesOf(stated(perTicket, told)).map((line) => line.slice(0, 21))).toEqual([
      '06-01 work 15.00 of A',
      '06-02 work 30.00 of B',
      '06-03 work 15.00 of C',
      '07-01 work 15.00 of A',
    ]);
  });

  test('is not what a quota or a charge counts', () => {
    const clauses = `${BANK}
  charge repair EUR 30, on "work ended"
  rate EUR 60 per hour`;
    const statement = stated(clauses, {
      work: [['A', '2026-06-01T10:00+02:00', '2026-06-01T10:30+02:00', 'repair']],
    });
    expect(linesOf(statement)).toEqual(['06-01 charge 30.00 of A by charge repair EUR 30, on "work ended"']);
  });
});

describe('work that is charged on a later event', () => {
  const clauses = `rate EUR 10 per hour
  charge repair EUR 90 per 1 h, on closed`;
  const at = (time: string) => `2026-06-18T${time}+02:00`;
  const repair = ['A', at('10:00'), at('11:00'), 'repair'] as const;
  const charge = '06-18 charge 90.00 of A by charge repair EUR 90 per 1 h, on closed';
  const byRate = '06-18 work 10.00 of A by rate EUR 10 per hour';

  test('is charged then, and never by the rate as well', () => {
    const closed = [['A', at('12:00'), 'closed']] as const;
    expect(linesOf(stated(clauses, { work: [repair], events: closed }))).toEqual([charge]);
    // Work that ends as the ticket closes comes before that, whichever is told first.
    const of = { ticket: 'A', cause: null, key: KEY, factOf: NOTHING_ELSE, at: instant(at('11:00')) };
    const ended = [{ from: instant(at('10:00')), to: instant(at('11:00')) }];
    const happenings = [
      { ...of, event: 'closed', activity: null, work: [] },
      { ...of, event: 'work ended', activity: 'repair', work: ended },
    ];
    for (const told of [happenings, happenings.toReversed()])
      expect(linesOf(stated(clauses, { more: { happenings: told } }))).toEqual([charge]);
  });

  test('is the last part of the work that lies beyond the hours, whatever it is charged instead of', () => {
    const rate = 'rate EUR 90 per hour in Office | EUR 180 per hour outside, split at edge';
    const instead = `hours 1 per month, over billed, used when work ends, not rounded
  ${rate}
  charge handover 2 hours, on reply
  charge repair 1 hour per 1 h, on closed, instead of handover`;
    const statement = stated(instead, {
      work: [['A', at('16:00'), at('19:00'), 'repair']],
      events: [
        ['A', at('15:00'), 'reply'],
        ['A', at('19:00'), 'closed'],
      ],
    });
    expect(linesOf(statement)).toEqual([
      `06-18 over quota "" of A for 1 hours by ${rate}`,
      `06-18 over quota "taken back" of A for -1 hours by ${rate}`,
      `06-18 over quota 360.00 of A for 2 hours by ${rate}`,
    ]);
  });

  test('is not charged yet while its ticket is open', () => {
    expect(linesOf(stated(clauses, { work: [repair] }))).toEqual([]);
    const later = { work: [repair], events: [['A', at('12:00'), 'closed']] as const, now: at('11:30') };
    expect(linesOf(stated(clauses, later))).toEqual([]);
  });

  test('is paid by the rate where its event has not come up to the end of the ticket', () => {
    const replied = clauses.replace('closed', 'reply');
    for (const end of ['closed', 'cancelled'])
      expect(linesOf(stated(replied, { work: [repair], events: [['A', at('12:00'), end]] }))).toEqual([
        byRate,
      ]);
    // What is of another activity is never charged so.
    expect(linesOf(stated(clauses, { work: [['A', at('10:00'), at('11:00'), 'look']] }))).toEqual([byRate]);
  });

  test('draws on hours that are used at the close, instead of being paid by the rate', () => {
    const bank = 'rate EUR 10 per hour\n  hours 4 per month, over billed, used when closed, not rounded';
    const statement = stated(bank, {
      work: [['A', at('09:00'), at('11:00')], repair, ['B', at('10:00'), at('12:00')]],
      events: [
        ['A', at('12:00'), 'closed'],
        ['B', at('13:00'), 'closed'],
      ],
    });
    expect(linesOf(statement)).toEqual([`06-18 over quota 10.00 of B for 1 hours by rate EUR 10 per hour`]);
  });

  test('as a whole is charged once, however many stretches of work there were', () => {
    const call = 'charge call EUR 30, on "work ended"';
    const spans = [
      { from: instant(at('10:00')), to: instant(at('10:10')) },
      { from: instant(at('11:00')), to: instant(at('11:10')) },
    ];
    const happening = {
      ticket: 'A',
      cause: null,
      key: KEY,
      factOf: NOTHING_ELSE,
      at: instant(at('11:10')),
      event: 'work ended',
      activity: 'call',
      work: spans,
    };
    expect(linesOf(stated(call, { more: { happenings: [happening] } }))).toEqual([
      `06-18 charge 30.00 of A by ${call}`,
    ]);
  });
});
