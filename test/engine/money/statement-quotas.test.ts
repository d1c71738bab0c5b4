import { describe, expect, test } from 'vitest';
import { instant } from './credited.ts';
import { type Told, stated, invoices, BANK, linesOf } from './stated.ts';

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
