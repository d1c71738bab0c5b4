/** Annexes of four kinds, each over a few tickets and outages; every figure is worked out by hand beside it. */
import { describe, expect, test } from 'vitest';
import { call } from './call.ts';

interface Line {
  readonly period?: string;
  readonly [name: string]: unknown;
}

async function track(contract: string, at: string, lines: readonly object[]) {
  const stdin = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const { code, out, err } = await call(
    ['track', `test/corpus/good/${contract}.plan`, '--periods', '--at', at],
    { stdin },
  );
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const read = out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
  return (period: string) => read.filter((line) => line.period === period);
}

interface Given {
  readonly gives: { readonly amount?: string };
  readonly due: { readonly amount?: string };
  readonly status: string;
}

/** `225.00 of 500.00`, in the order in which they arose. */
const credits = (lines: readonly Line[]) =>
  (lines as unknown as readonly Given[]).map(({ gives, due, status }) => {
    const cut = gives.amount === due.amount ? '' : ` of ${due.amount}`;
    return `${gives.amount}${cut}${status === 'given' ? '' : ` ${status}`}`;
  });
const sums = (lines: readonly Line[]) =>
  lines.map(({ from, sum }) => `${String(from).slice(0, 10)} ${String(sum)}`);

const ticket =
  (plan: string) =>
  (name: string, severity: string, opened: string, events: Readonly<Record<string, string>>) => [
    { customer: 'Acme', ticket: name, at: opened, event: 'opened', plan, severity },
    ...Object.entries(events).map(([event, at]) => ({ ticket: name, at, event })),
  ];
const starts = (plan: string, at: string, more: object = {}) => ({
  customer: 'Acme',
  at,
  event: 'starts',
  plan,
  ...more,
});

// The first call loads the command, which takes a while on a busy machine.
describe('annexes', { timeout: 30_000 }, () => {
  test('a maintenance contract with penalties in business time', async () => {
    const of = ticket('Pflege');
    const at = (day: string, time: string) => `2026-${day}T${time}+01:00`;
    const lines = await track('penalties', '2026-04-20T12:00+02:00', [
      starts('Pflege', at('01-01', '00:00')),
      // Due on Monday 17:00, eight hours of service time after 09:00. Late by 17:00-18:00 and 08:00-10:30, which are 3.5 h:
      // two steps of two hours begun, EUR 500.
      ...of('A', 'P1', at('02-02', '09:00'), {
        reply: at('02-02', '09:30'),
        resolved: at('02-03', '10:30'),
        closed: at('02-03', '11:00'),
      }),
      // Two business days after Tuesday: Thursday at close. Friday is free; Monday is the first step and Tuesday the second:
      // twice 0.5 % of EUR 4500, EUR 45.
      ...of('B', 'P2', at('02-03', '09:00'), {
        reply: at('02-03', '10:00'),
        resolved: at('02-10', '12:00'),
        closed: at('02-10', '13:00'),
      }),
      // Answered an hour late. Of two answers to P2 and P3 that fell due in the quarter 5 % are none: it counts. The quarter
      // ends on a Tuesday; the tenth business day after it is Tuesday the 14th of April.
      ...of('C', 'P3', at('03-02', '08:00'), {
        reply: at('03-02', '17:00'),
        resolved: at('03-03', '09:00'),
        closed: at('03-03', '10:00'),
      }),
      { ticket: 'C', at: '2026-04-14T17:00+02:00', event: 'claimed' },
    ]);
    // All of February together: 5 % of EUR 4500 are EUR 225, which the first uses up.
    expect(credits(lines('credit'))).toEqual(['225.00 of 500.00', '0.00 of 45.00', '40.00']);
    expect(lines('right')).toEqual([]);
    // Three months of EUR 4500 less 225 and 40.
    expect(sums(lines('invoice'))[0]).toBe('2025-12-31 13235.00');
  });

  test('service points, a critical level and a credit that is earned back', async () => {
    const of = ticket('Service');
    const at = (day: string, time: string) => `2026-${day}T${time}+01:00`;
    const kept = (name: string, day: string) =>
      of(name, 'S3', at(day, '09:00'), {
        reply: at(day, '09:10'),
        resolved: at(day, '10:00'),
        closed: at(day, '10:01'),
      });
    const lines = await track('service-points', '2026-08-02T00:00+01:00', [
      starts('Service', at('04-01', '00:00')),
      // An hour late: five points. Fifteen minutes of the next morning late, of ten hours on a day that has ten: two points.
      ...of('A', 'S1', at('04-07', '10:00'), {
        reply: at('04-07', '10:05'),
        resolved: at('04-07', '15:00'),
        closed: at('04-07', '15:01'),
      }),
      ...of('B', 'S2', at('04-08', '08:00'), {
        reply: at('04-08', '08:30'),
        resolved: at('04-09', '08:15'),
        closed: at('04-09', '08:16'),
      }),
      ...kept('C', '04-13'),
      ...kept('D', '04-14'),
      ...kept('E', '04-15'),
    ]);
    // Three of five in time are 60 %, below 80 %: six points more. Thirteen together.
    expect(lines('points').map(({ points }) => points)).toEqual(['5', '2', '6']);
    // Ten or more: 8 % of GBP 20000, under the cap of 2000; May to July have none, and take it back.
    expect(credits(lines('credit'))).toEqual(['1600.00']);
    expect(lines('credit')[0]?.['earnedBack']).toBe('2026-07-31T23:00:00Z');
    expect(sums(lines('invoice')).slice(0, 4)).toEqual([
      '2026-03-31 18400.00',
      '2026-04-30 20000.00',
      '2026-05-31 20000.00',
      '2026-06-30 21600.00',
    ]);
    // 60 % lie below 70 % as well. Three months from the 1st of May.
    expect(lines('right').map(({ right, useBefore }) => [right, useBefore])).toEqual([
      ['to require a plan to put things right', null],
      ['to terminate for critical failure', '2026-07-31T23:00:00Z'],
    ]);
  });

  test('hosting with credits for availability and answers under one cap', async () => {
    const of = ticket('Hosted');
    const at = (day: string, time: string) => `2026-${day}T${time}+02:00`;
    const missed = (name: string, day: string) =>
      of(name, 'P1', at(day, '10:00'), { reply: at(day, '10:31') });
    const lines = await track('hosting-credits', '2026-06-20T00:00+02:00', [
      starts('Hosted', at('05-01', '00:00')),
      {
        customer: 'Acme',
        at: at('05-12', '10:00'),
        event: 'outage',
        service: 'the cluster',
        until: at('05-12', '11:00'),
      },
      // Announced on Wednesday for Monday: Thursday, Friday and Monday are three business days.
      {
        customer: 'Acme',
        at: at('05-18', '12:00'),
        event: 'outage',
        service: 'the cluster',
        until: at('05-18', '15:00'),
        reason: 'maintenance',
        announced: at('05-13', '12:00'),
      },
      ...missed('A', '05-04'),
      ...missed('B', '05-05'),
      ...missed('C', '05-06'),
      ...missed('D', '05-07'),
      ...missed('E', '05-08'),
      // Due on Friday 13:00, answered on Monday 11:00: 4 h and 2 h of the office, three steps. Claimed on the tenth business
      // day after May, which is Friday the 12th of June.
      ...of('F', 'P2', at('05-15', '09:00'), { reply: at('05-18', '11:00'), claimed: at('06-12', '23:59') }),
    ]);
    // Sixty of 44,640 minutes are down: 99.8656 %, and 10 % of EUR 800. Together at most EUR 240: five times 40, 24, then 16 of 80.
    expect(lines('availability')[0]).toMatchObject({
      downSeconds: 3600,
      excludedSeconds: 10_800,
      wholeSeconds: 2_678_400,
    });
    expect(credits(lines('credit'))).toEqual([
      '40.00',
      '40.00',
      '40.00',
      '40.00',
      '40.00',
      '24.00',
      '16.00 of 80.00',
    ]);
    expect(sums(lines('invoice'))[0]).toBe('2026-04-30 560.00');
    // Thirty per cent are reached. Thirty days from the 1st of June.
    expect(lines('right').map(({ right, at: arose, useBefore }) => [right, arose, useBefore])).toEqual([
      ['to terminate', '2026-05-31T22:00:00Z', '2026-06-30T22:00:00Z'],
    ]);
  });

  test('software by the seat, judged by the quarter', async () => {
    const outage = (day: string, from: string, until: string, offset = '+01:00') => ({
      customer: 'Acme',
      at: `2026-${day}T${from}${offset}`,
      event: 'outage',
      service: 'the application',
      until: `2026-${day}T${until}${offset}`,
    });
    const lines = await track('seats', '2026-07-15T00:00+02:00', [
      starts('Seats', '2026-01-01T00:00+01:00', { users: 120 }),
      // 11 h 50 min are counted as 12 h; in April 11 h.
      outage('02-10', '06:00', '17:50'),
      { customer: 'Acme', at: '2026-04-20T10:00+02:00', event: 'claimed' },
      outage('05-10', '06:00', '17:00', '+02:00'),
    ]);
    // The first quarter has 90 days less an hour, 2159 h: 12 of them are 0.556 %. The second has 91 days, 2184 h: 11 are 0.504 %.
    expect(
      lines('availability')
        .map(({ kept }) => kept)
        .slice(0, 2),
    ).toEqual([false, false]);
    // 100 x 12 + 20 x 10 are EUR 1400 a month and 4200 a quarter: 5 % are 210. The second can still be claimed. The outages
    // are of a day begun beyond four hours: a week each, which is no money.
    const money = lines('credit').filter(
      ({ gives }) => (gives as { readonly kind: string }).kind === 'money',
    );
    expect(credits(money)).toEqual(['210.00', '210.00 to be claimed']);
    expect(lines('credit')).toHaveLength(4);
    expect(sums(lines('invoice'))).toEqual(['2025-12-31 16590.00']);
    // Two quarters in a row; six weeks from the 1st of July, and a month.
    expect(lines('right')).toMatchObject([
      { at: '2026-06-30T22:00:00Z', useBefore: '2026-08-11T22:00:00Z', effectFrom: '2026-07-31T22:00:00Z' },
    ]);
  });
});
