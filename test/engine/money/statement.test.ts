import { describe, expect, test } from 'vitest';
import { digitsOf } from '../../../src/engine/money/currency.ts';
import type { CustomerHistory, Statement, TicketStory } from '../../../src/engine/money/statement-model.ts';
import { statementOf } from '../../../src/engine/money/statement.ts';
import { usedBy } from '../../../src/engine/money/usage-lines.ts';
import { instant, loaded } from './credited.ts';

const KEY = { severity: 1, region: -1, channel: -1, type: -1, facts: [] };
const NOTHING_ELSE = () => undefined;

interface Told {
  readonly work?: readonly (readonly [ticket: string, from: string, to: string, activity?: string])[];
  readonly events?: readonly (readonly [ticket: string, at: string, event: string])[];
  readonly misses?: readonly string[];
  readonly severe?: readonly string[];
  readonly start?: string;
  readonly now?: string;
  readonly more?: Partial<CustomerHistory>;
}

function stated(clauses: string, told: Told): Statement {
  const { engine } = loaded(clauses);
  const { work = [], events = [], misses = [], severe = [], more = {} } = told;
  const keyOf = (ticket: string) => (severe.includes(ticket) ? { ...KEY, severity: 0 } : KEY);
  const names = [...new Set([...work, ...events].map(([ticket]) => ticket))];
  const tickets = names.map((ticket): TicketStory => {
    const opened = instant(
      work.find(([of]) => of === ticket)?.[1] ?? events.find(([of]) => of === ticket)?.[1] ?? '',
    );
    return { ticket, key: keyOf(ticket), opened, factOf: NOTHING_ELSE, promises: [], misses: [] };
  });
  const missed = misses.map((at, i): TicketStory => {
    const miss = {
      ticket: `M${i}`,
      metric: 'respond',
      at: instant(at),
      keptAt: null,
      key: KEY,
      promise: null,
      factOf: NOTHING_ELSE,
      claimed: null,
    };
    return {
      ticket: `M${i}`,
      key: KEY,
      opened: instant(at),
      factOf: NOTHING_ELSE,
      promises: [],
      misses: [miss],
    };
  });
  const happening = (ticket: string) => ({ ticket, cause: null, key: keyOf(ticket), factOf: NOTHING_ELSE });
  return statementOf(engine, 0, {
    start: instant(told.start ?? '2026-06-01T00:00+02:00'),
    end: null,
    now: instant(told.now ?? '2026-07-01T00:00+02:00'),
    happenings: [
      ...work.map(([ticket, from, to, activity = null]) => ({
        ...happening(ticket),
        at: instant(to),
        event: 'work ended',
        activity,
        work: [{ from: instant(from), to: instant(to) }],
      })),
      ...events.map(([ticket, at, event]) => ({
        ...happening(ticket),
        at: instant(at),
        event,
        activity: null,
        work: [],
      })),
    ],
    bought: [],
    events: [],
    tickets: [...tickets, ...missed],
    outages: [],
    stated: [],
    claims: [],
    size: {
      sizes: new Map(),
      sums: new Map(),
      factOf: NOTHING_ELSE,
      key: KEY,
      options: [],
      packs: new Map(),
    },
    factOf: NOTHING_ELSE,
    ...more,
  });
}

/** `2026-06-01: price 450.00, credit -50.00 = 400.00`, an invoice each; the date is that of Berlin. */
function invoices({ invoices: all }: Statement): readonly string[] {
  return all.map(({ from, lines, sum }) => {
    const date = new Date(from + 3 * 3_600_000).toISOString().slice(0, 10);
    const each = lines.map(({ kind, amount, currency, words }) => {
      return `${kind} ${amount === null ? `(${words === '' ? 'no price' : words})` : digitsOf(amount, currency)}`;
    });
    return `${date}: ${each.join(', ')} = ${digitsOf(sum.amount, sum.currency)}`;
  });
}

const BANK =
  'hours 10 per month, outside Office at 2x split at edge, over billed, used when work ends, not rounded';
const PRICE = 'price EUR 900 per month, billed monthly, prorated by day';

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

describe('the questions that contracts leave open, to the cent', () => {
  const evening = [['A', '2026-06-11T18:00+03:00', '2026-06-11T20:30+03:00']] as const;
  const moscow = (
    parts: string,
  ) => `hours prepaid, outside Moscow at 2x ${parts}, over billed, used when work ends, not rounded
  rate EUR 120 per hour`;

  test.each([
    ['split at edge', '480.00'], // an hour until 19:00, and an hour and a half twice
    ['by start', '300.00'],
    ['whole', '600.00'],
  ])('double outside hours, %s: what work over the end of the day bills', (parts, sum) => {
    expect(invoices(stated(moscow(parts), { work: evening }))).toEqual([
      `2026-06-01: over quota ${sum} = ${sum}`,
    ]);
  });

  test('the zone decides of which month a ticket at midnight is, and with that what it costs', () => {
    const clauses = (
      zone: string,
    ) => `incidents 1 per month in ${zone}, over billed, used when opened, one incident per ticket
  rate EUR 40 per incident`;
    const told: Told = {
      start: '2026-01-01T00:00+01:00',
      now: '2026-03-01T00:00+01:00',
      events: [
        ['A', '2026-01-31T10:00+01:00', 'opened'],
        ['B', '2026-01-31T23:50+01:00', 'opened'],
        ['C', '2026-02-01T00:30+01:00', 'opened'],
      ],
    };
    expect(invoices(stated(clauses('Europe/Berlin'), told))).toEqual([
      '2026-01-01: over quota 40.00 = 40.00',
    ]);
    // In UTC it is still January; the invoice is the contract's, which is February's in Berlin.
    expect(invoices(stated(clauses('UTC'), told))).toEqual([
      '2026-01-01: over quota 40.00 = 40.00',
      '2026-02-01: over quota 40.00 = 40.00',
    ]);
  });

  test('what is left over of one year pays for the next: the order of use decides how many are billed', () => {
    const clauses = (
      order: string,
      carried: string,
    ) => `incidents prepaid per contract year, over billed, used when opened, one incident per ticket
  rollover incidents up to 15 per contract year, ${order}, carried ${carried}
  rate EUR 10 per incident`;
    const bought = (at: string, amount: string) =>
      ({ kind: 'bought', at: instant(at), thing: 'incidents', amount, pack: null }) as const;
    const uses = (day: string, count: number, name: string) =>
      Array.from({ length: count }, (_, i) => [`${name}${i}`, `${day}T10:00+01:00`, 'opened'] as const);
    const billed = (order: string, carried: string) =>
      stated(clauses(order, carried), {
        start: '2026-01-31T00:00+01:00',
        now: '2029-01-01T00:00+01:00',
        events: [
          ...uses('2026-11-02', 20, 'A'),
          ...uses('2027-11-02', 25, 'B'),
          ...uses('2028-11-02', 12, 'C'),
        ],
        more: { bought: [bought('2026-03-01T00:00+01:00', '40'), bought('2027-03-01T00:00+01:00', '20')] },
      }).invoices.flatMap(({ lines }) => lines).length;
    // 15 are carried; of 35, 25 are used: ten new ones are left, and twelve are asked for.
    expect(billed('oldest first', 'once')).toBe(2);
    // The ten that are left are old ones, which lapse: all twelve are billed.
    expect(billed('newest first', 'once')).toBe(12);
    expect(billed('newest first', 'again')).toBe(2);
  });
});

/** Every line, such as `06-18 work 30.00 of A by rate EUR 60 per hour`; dates are those of Berlin. */
function linesOf({ invoices: all }: Statement): readonly string[] {
  return all.flatMap(({ lines }) =>
    lines.map(({ at, kind, amount, currency, ticket, words, clause, count }) => {
      const date = new Date(at + 7_200_000).toISOString().slice(5, 10);
      const sum = amount === null ? `"${words}"` : digitsOf(amount, currency);
      const of = ticket === null ? '' : ` of ${ticket}`;
      const many = count === null ? '' : ` for ${count.amount.toFraction()} ${count.of}`;
      return `${date} ${kind} ${sum}${of}${many} by ${clause}`;
    }),
  );
}

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

describe('what is bought', () => {
  const PACKS = `${BANK}
  pack "ten" EUR 900, gives 10 hours, valid 12 months
  pack "more" on request, gives 2 hours, valid without limit`;
  const bought = (at: string, amount: string, pack: string | null) =>
    ({ kind: 'bought', at: instant(at), thing: 'hours', amount, pack }) as const;
  const buys = (...purchases: readonly ReturnType<typeof bought>[]) =>
    linesOf(stated(PACKS, { more: { bought: purchases } }));

  test('is a line of so many packs at their price, or of none that is told', () => {
    expect(
      buys(
        bought('2026-06-02T10:00+02:00', '30', 'ten'),
        bought('2026-06-03T10:00+02:00', '2', 'more'),
        bought('2026-06-04T10:00+02:00', '7', null),
      ),
    ).toEqual([
      '06-02 pack 2700.00 for 30 hours by pack "ten" EUR 900, gives 10 hours, valid 12 months',
      '06-03 pack "on request" for 2 hours by pack "more" on request, gives 2 hours, valid without limit',
    ]);
  });

  test('is none before the plan is held, or after what is known', () => {
    const ten = (at: string) => buys(bought(at, '10', 'ten')).length;
    expect(ten('2026-05-31T23:59+02:00')).toBe(0);
    expect(ten('2026-06-01T00:00+02:00')).toBe(1);
    expect(ten('2026-07-01T00:00+02:00')).toBe(1);
    expect(ten('2026-07-01T00:01+02:00')).toBe(0);
  });

  test('is there for what is used at the same instant, and by tickets in the order of their names', () => {
    const clauses = `hours prepaid, over billed, used when work ends, not rounded
  rate EUR 60 per hour`;
    const at = ['2026-06-02T10:00+02:00', '2026-06-02T11:00+02:00'] as const;
    const statement = stated(clauses, {
      work: [
        ['B', ...at],
        ['A', ...at],
      ],
      more: { bought: [bought(at[1], '1', null)] },
    });
    expect(linesOf(statement)).toEqual(['06-02 over quota 60.00 of B for 1 hours by rate EUR 60 per hour']);
  });
});

describe('what lies beyond a quota', () => {
  test('is no line where it is refused, or of a quota that has no price one without a figure', () => {
    const work = [['A', '2026-06-18T10:00+02:00', '2026-06-18T12:00+02:00']] as const;
    const refused = 'hours 1 per month, over refused, used when work ends, not rounded';
    expect(linesOf(stated(refused, { work }))).toEqual([]);
    const billed = refused.replace('refused', 'billed');
    expect(linesOf(stated(billed, { work }))).toEqual([`06-18 over quota "" of A for 1 hours by ${billed}`]);
  });

  test('is as much of the use as lies beyond, by the bands of its end', () => {
    const clauses = `hours 1 per month, over billed, used when work ends, not rounded
  rate EUR 60 per hour in Office | EUR 120 per hour outside, split at edge`;
    // Of 15:30 to 18:00 the last hour and a half is beyond: half an hour of it inside.
    const work = [['A', '2026-06-18T15:30+02:00', '2026-06-18T18:00+02:00']] as const;
    expect(linesOf(stated(clauses, { work }))[0]).toContain('over quota 150.00 of A for 3/2 hours');
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

describe('what lay beyond a quota and is taken back', () => {
  const story = (rate: string, quota: string, unit: string) =>
    linesOf(
      stated(
        `${quota}
  ${rate}
  charge call 3 ${unit}, on reply
  charge repair 1 ${unit} per started 1 h, on "work ended", instead of call`,
        {
          events: [['A', '2026-06-18T10:00+02:00', 'reply']],
          work: [['A', '2026-06-19T10:00+02:00', '2026-06-19T11:30+02:00', 'repair']],
        },
      ),
    ).map((line) => line.split(' by ')[0]);

  test('is taken off at the price at which it was billed', () => {
    const incidents = 'incidents 1 per month, over billed, used when opened, one incident per ticket';
    expect(story('rate EUR 40 per incident', incidents, 'incident')).toEqual([
      '06-18 over quota 80.00 of A for 2 incidents',
      '06-19 over quota -80.00 of A for -2 incidents',
      '06-19 over quota 40.00 of A for 1 incidents',
    ]);
    const hours = 'hours 1 per month, over billed, used when work ends, not rounded';
    expect(story('rate EUR 60 per hour', hours, 'hour')).toEqual([
      '06-18 over quota 120.00 of A for 2 hours',
      '06-19 over quota -120.00 of A for -2 hours',
      '06-19 over quota 60.00 of A for 1 hours',
    ]);
  });
});

test('of several tickets at one instant the first by name uses what is left', () => {
  const one = 'incidents 1 per month, over billed, used when opened, one incident per ticket';
  const opened = (ticket: string) => [ticket, '2026-06-18T10:00+02:00', 'opened'] as const;
  for (const events of [
    [opened('A'), opened('B')],
    [opened('B'), opened('A')],
  ])
    expect(
      stated(one, { events }).entries.flatMap(({ kind, ticket }) =>
        ticket === null ? [] : [[kind, ticket]],
      ),
    ).toEqual([
      ['used', 'A'],
      ['over', 'B'],
    ]);
});

test('what lies beyond a quota without a price stands by the clause of that quota, also of two on one line', () => {
  const [incidents, visits] = [
    'incidents 1 per month, over billed, used when opened, one incident per ticket',
    'visits 1 per month, over billed, used when work ends',
  ];
  const at = (day: string) => [`2026-06-${day}T10:00+02:00`, `2026-06-${day}T11:00+02:00`] as const;
  const statement = stated(`${incidents}; ${visits}`, {
    work: [
      ['A', ...at('18'), 'visit'],
      ['A', ...at('19'), 'visit'],
    ],
    events: [
      ['A', at('16')[0], 'opened'],
      ['B', at('17')[0], 'opened'],
    ],
  });
  expect(linesOf(statement)).toEqual([
    `06-17 over quota "" of B for 1 incidents by ${incidents}`,
    `06-19 over quota "" of A for 1 visits by ${visits}`,
  ]);
});

test('there is no statement of a plan that the contract does not have', () => {
  const { engine } = loaded('');
  const history = { start: 0, now: 0 } as CustomerHistory;
  const ground = { zone: engine.zone('Europe/Berlin'), start: null };
  expect(() => usedBy(engine, 7, history, ground, new Map())).toThrow('the contract has no plan 7');
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

test('a plan that is no longer held grants nothing more', () => {
  const told = { now: '2026-12-31T00:00+01:00' };
  const granted = (end: string | null) =>
    stated(BANK, { ...told, more: { end: end === null ? null : instant(end) } }).entries.filter(
      ({ kind }) => kind === 'granted',
    ).length;
  expect(granted(null)).toBe(7);
  expect(granted('2026-07-10T00:00+02:00')).toBe(2);
  expect(granted('2027-02-01T00:00+01:00')).toBe(7);
  // What was still done then is counted all the same.
  const after = stated(BANK, {
    work: [['A', '2026-06-12T10:00+02:00', '2026-06-12T11:00+02:00']],
    more: { end: instant('2026-06-10T00:00+02:00') },
  });
  expect(after.entries.map(({ kind }) => kind)).toEqual(['granted', 'used']);
});

describe('a surcharge', () => {
  const opened = (ticket: string, at: string) => [ticket, at, 'opened'] as const;
  const MORNING = '2026-06-18T10:00+02:00';

  test('on a ticket is for each that it is for', () => {
    const clause = 'surcharge "call-out" EUR 250 per call for P1';
    const statement = stated(clause, {
      events: [opened('A', MORNING), opened('B', '2026-06-19T10:00+02:00')],
      severe: ['B'],
    });
    expect(linesOf(statement)).toEqual([`06-19 surcharge 250.00 of B by ${clause}`]);
    for (const word of ['ticket', 'incident', 'request', 'case']) {
      const each = `surcharge "each" EUR 5 per ${word}`;
      expect(linesOf(stated(each, { events: [opened('A', MORNING)] }))).toEqual([
        `06-18 surcharge 5.00 of A by ${each}`,
      ]);
    }
  });

  test('for each visit, or whatever else it names, is for each time that this happened to the ticket', () => {
    const clause = 'surcharge "travel" EUR 80 per visit';
    const statement = stated(clause, {
      work: [
        ['A', '2026-06-18T10:00+02:00', '2026-06-18T11:00+02:00', 'visit'],
        ['A', '2026-06-19T10:00+02:00', '2026-06-19T11:00+02:00', 'visit'],
        ['A', '2026-06-20T10:00+02:00', '2026-06-20T11:00+02:00', 'consult'],
        ['B', '2026-06-21T10:00+02:00', '2026-06-21T11:00+02:00', 'consult'],
      ],
      events: [
        ['B', '2026-06-22T10:00+02:00', 'visit'],
        ['B', '2026-06-23T10:00+02:00', 'reply'],
      ],
    });
    expect(linesOf(statement)).toEqual([
      `06-18 surcharge 80.00 of A by ${clause}`,
      `06-19 surcharge 80.00 of A by ${clause}`,
      `06-22 surcharge 80.00 of B by ${clause}`,
    ]);
  });

  test('that is a share is one of what the ticket costs otherwise', () => {
    const clauses = `rate EUR 60 per hour
  surcharge "urgent" 25% for P1`;
    const statement = stated(clauses, {
      work: [
        ['A', '2026-06-18T10:00+02:00', '2026-06-18T11:00+02:00'],
        ['B', '2026-06-19T10:00+02:00', '2026-06-19T11:00+02:00'],
        ['B', '2026-06-20T10:00+02:00', '2026-06-20T10:30+02:00'],
      ],
      severe: ['B'],
    });
    expect(linesOf(statement).filter((line) => line.includes('surcharge'))).toEqual([
      '06-19 surcharge 15.00 of B by surcharge "urgent" 25% for P1',
      '06-20 surcharge 7.50 of B by surcharge "urgent" 25% for P1',
    ]);
    // What has no figure has no share either.
    const words = clauses.replace('EUR 60', '"the rate"');
    const open = stated(words, {
      work: [['B', '2026-06-19T10:00+02:00', '2026-06-19T11:00+02:00']],
      severe: ['B'],
    });
    expect(linesOf(open)).toEqual(['06-19 work "the rate" of B by rate "the rate" per hour']);
  });

  test('that is a share of the price is on no ticket', () => {
    const clauses = `rate EUR 60 per hour
  surcharge "back again" 20% when lapsed`;
    const work = [['A', '2026-06-18T10:00+02:00', '2026-06-18T11:00+02:00']] as const;
    expect(linesOf(stated(clauses, { work }))).toHaveLength(1);
  });

  test('that hangs on a fact, or is told on request, has no figure', () => {
    const when = 'surcharge "late" EUR 9 per ticket when lapsed';
    expect(linesOf(stated(when, { events: [opened('A', MORNING)] }))).toEqual([
      `06-18 surcharge "depends on \`lapsed\`" of A by ${when}`,
    ]);
    const request = 'surcharge "late" on request for P1';
    const told = { events: [opened('A', MORNING), opened('B', MORNING)], severe: ['B'] };
    expect(linesOf(stated(request, told))).toEqual([`06-18 surcharge "on request" of B by ${request}`]);
  });

  test('on tickets opened in some hours is for those alone', () => {
    const events = [opened('A', MORNING), opened('B', '2026-06-18T20:00+02:00')];
    const outside = 'surcharge "late" EUR 9 per ticket when opened outside Office';
    expect(linesOf(stated(outside, { events }))).toEqual([`06-18 surcharge 9.00 of B by ${outside}`]);
    const within = 'surcharge "day" EUR 9 per ticket when opened in Office';
    expect(linesOf(stated(within, { events }))).toEqual([`06-18 surcharge 9.00 of A by ${within}`]);
  });

  test('that is a share is on tickets opened in some hours alone, and not on the price', () => {
    const late = 'surcharge "late" 50% when opened outside Office';
    const statement = stated(`rate EUR 60 per hour\n  price EUR 100 per month, billed monthly\n  ${late}`, {
      work: [
        ['A', '2026-06-18T10:00+02:00', '2026-06-18T11:00+02:00'],
        ['B', '2026-06-18T20:00+02:00', '2026-06-18T21:00+02:00'],
      ],
    });
    expect(linesOf(statement).filter((line) => line.includes('surcharge'))).toEqual([
      `06-18 surcharge 30.00 of B by ${late}`,
    ]);
  });

  test('is not yet on what happens after now, nor on what happened before the plan was held', () => {
    const each = 'surcharge "each" EUR 5 per ticket';
    const travel = 'surcharge "travel" EUR 80 per visit';
    const told = {
      events: [
        opened('A', '2026-06-10T10:00+02:00'),
        opened('B', MORNING),
        opened('C', '2026-06-25T10:00+02:00'),
      ],
      work: [
        ['B', MORNING, '2026-06-18T11:00+02:00', 'visit'],
        ['B', '2026-06-25T10:00+02:00', '2026-06-25T11:00+02:00', 'visit'],
      ],
      start: '2026-06-15T00:00+02:00',
      now: '2026-06-20T00:00+02:00',
    } as const;
    expect(linesOf(stated(each, told))).toEqual([`06-18 surcharge 5.00 of B by ${each}`]);
    expect(linesOf(stated(travel, told))).toEqual([`06-18 surcharge 80.00 of B by ${travel}`]);
    const atEnds = { ...told, start: '2026-06-10T10:00+02:00', now: '2026-06-25T10:00+02:00' };
    expect(linesOf(stated(each, atEnds)).map((line) => line.slice(0, 5))).toEqual([
      '06-10',
      '06-18',
      '06-25',
    ]);
  });

  test('in the case that is said is for tickets of which it holds', () => {
    const clause = 'surcharge "late" EUR 9 per ticket when lapsed';
    const story = (lapsed: boolean): TicketStory => ({
      ticket: 'A',
      key: KEY,
      opened: instant(MORNING),
      factOf: (name) => (name === 'lapsed' ? lapsed : undefined),
      promises: [],
      misses: [],
    });
    expect(linesOf(stated(clause, { more: { tickets: [story(true)] } }))).toEqual([
      `06-18 surcharge 9.00 of A by ${clause}`,
    ]);
    expect(linesOf(stated(clause, { more: { tickets: [story(false)] } }))).toEqual([]);
  });
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
