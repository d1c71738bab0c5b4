import { describe, expect, test } from 'vitest';
import { brief, credited, instant, type Told } from './credited.ts';

const given = (clauses: string, told: Told) => credited(clauses, told).credits.map(brief);
const PRICE = 'price EUR 1000 per month, billed monthly';

// Office is open Mon..Fri 09:00-17:00 in Berlin, without holidays. 2026-06-05 is a Friday.
const late = (at: string, keptAt: string | null, ticket = 'A') => ({
  ticket,
  at: instant(`2026-${at}+02:00`),
  keptAt: keptAt === null ? null : instant(`2026-${keptAt}+02:00`),
});

describe('a delay in the hours of a calendar', () => {
  const hourly = 'credit EUR 10 per started 4 h in Office of delay of respond';

  test('counts open time alone: a weekend between gives nothing', () => {
    // Friday 15:00 to Monday 10:00 is 2 h + 1 h: one step of four begun.
    expect(given(hourly, { misses: [late('06-05T15:00', '06-08T10:00')] })).toEqual(['EUR 10.00']);
    // Friday 15:00 to Monday 11:00 is 2 h + 2 h, to the second later a second step.
    expect(given(hourly, { misses: [late('06-05T15:00', '06-08T11:00')] })).toEqual(['EUR 10.00']);
    expect(given(hourly, { misses: [late('06-05T15:00', '06-08T11:00:01')] })).toEqual(['EUR 20.00']);
  });

  test('gives nothing for a delay that no open time lies in', () => {
    expect(given(hourly, { misses: [late('06-05T17:00', '06-08T09:00')] })).toEqual([]);
  });

  test('counts full steps where none is said to be begun', () => {
    const full = hourly.replace('started ', '');
    expect(given(full, { misses: [late('06-05T15:00', '06-08T10:59:59')] })).toEqual([]);
    expect(given(full, { misses: [late('06-05T15:00', '06-08T11:00')] })).toEqual(['EUR 10.00']);
  });

  test('leaves out what is free, in hours of its own', () => {
    // Two hours of Office are free: up to Friday 17:00. Then Monday 09:00-10:00.
    const beyond = 'credit EUR 10 per started 1 h in Office of delay of respond, beyond 2 h in Office';
    expect(given(beyond, { misses: [late('06-05T15:00', '06-08T10:00')] })).toEqual(['EUR 10.00']);
    // Two hours as they are end at 17:00 as well, so the same hour is left.
    expect(
      given(beyond.replace('2 h in Office', '2 h'), { misses: [late('06-05T15:00', '06-08T10:00')] }),
    ).toEqual(['EUR 10.00']);
    // 24 hours as they are end on Saturday.
    expect(
      given(beyond.replace('2 h in Office', '24 h'), { misses: [late('06-05T15:00', '06-08T11:00')] }),
    ).toEqual(['EUR 20.00']);
  });
});

describe('a delay in business days', () => {
  const daily = (end: string) =>
    `credit EUR 10 per started 1 business day${end} in Office of delay of respond`;

  test('ends each day at the time of the deadline, on the next date that is open', () => {
    const same = daily(' ending at same time');
    // Friday 12:00: the first day ends on Monday 12:00, the second on Tuesday 12:00.
    expect(given(same, { misses: [late('06-05T12:00', '06-05T12:01')] })).toEqual(['EUR 10.00']);
    expect(given(same, { misses: [late('06-05T12:00', '06-08T12:00')] })).toEqual(['EUR 10.00']);
    expect(given(same, { misses: [late('06-05T12:00', '06-08T12:00:01')] })).toEqual(['EUR 20.00']);
  });

  test('or at close', () => {
    const close = daily(' ending at close');
    expect(given(close, { misses: [late('06-05T12:00', '06-08T17:00')] })).toEqual(['EUR 10.00']);
    expect(given(close, { misses: [late('06-05T12:00', '06-08T17:00:01')] })).toEqual(['EUR 20.00']);
    expect(given(close.replace('started ', ''), { misses: [late('06-05T12:00', '06-08T16:59')] })).toEqual(
      [],
    );
  });

  test('is of the plan’s own business days where no calendar is named', () => {
    const own = `business days in Office at close
  credit EUR 10 per started 1 business day of delay of respond`;
    expect(given(own, { misses: [late('06-05T12:00', '06-08T17:00')] })).toEqual(['EUR 10.00']);
  });

  test('counts several days as one step', () => {
    const two = 'credit EUR 10 per started 2 business days ending at same time in Office of delay of respond';
    // Friday 12:00 and two days: Tuesday 12:00.
    expect(given(two, { misses: [late('06-05T12:00', '06-09T12:00')] })).toEqual(['EUR 10.00']);
    expect(given(two, { misses: [late('06-05T12:00', '06-09T12:01')] })).toEqual(['EUR 20.00']);
  });
});

test('a delay counted as promised is counted in the hours of each promise', () => {
  // The plan of these tests promises an answer within 1 h in real time: Friday 15:00 to Monday 10:00 are 67 hours.
  const counted = 'credit EUR 1 per started 1 h of delay of respond, counted as promised';
  const misses = [late('06-05T15:00', '06-08T10:00')];
  expect(given(counted, { misses })).toEqual(['EUR 67.00']);
  const promise = { kind: 'hours', seconds: 3600, calendar: 0 } as const;
  expect(
    given(`${counted}\n  coverage receive in Office`, {
      misses: misses.map((miss) => ({ ...miss, promise })),
    }),
  ).toEqual(['EUR 3.00']);
});

describe('the first misses of a month', () => {
  const on = (...days: string[]) => days.map((day) => `2026-06-${day}T10:00+02:00`);

  test('are free, as many as the contract says, by the order of time', () => {
    const beyond = 'credit EUR 50 per missed respond, beyond 2 missed per month';
    expect(given(beyond, { misses: [...on('20', '03', '10'), '2026-07-01T00:00+02:00'] })).toEqual([
      'EUR 50.00',
    ]);
    const [credit] = credited(beyond, { misses: on('20', '03', '10') }).credits;
    expect(credit?.at).toBe(instant('2026-06-20T10:00+02:00'));
  });

  test('or a share of what fell due, which is known when the month is over, and of which a part is not free', () => {
    const beyond = 'credit EUR 50 per missed respond, beyond 10% of tickets due per month';
    const days = Array.from({ length: 19 }, (_, i) => String(i + 1).padStart(2, '0'));
    // 10 % of 19 are 1.9: one is free. Of 20 they are two.
    expect(given(beyond, { misses: on('03', '04', '05'), due: on(...days) })).toEqual([
      'EUR 50.00',
      'EUR 50.00',
    ]);
    expect(given(beyond, { misses: on('03', '04', '05'), due: on(...days, '20') })).toEqual(['EUR 50.00']);
    expect(
      given(beyond, { misses: on('03', '04', '05'), due: on(...days), now: '2026-06-30T23:59+02:00' }),
    ).toEqual([]);
  });
});

describe('a claim in business days', () => {
  const claimed = (at: string) => ({ misses: ['2026-06-05T12:00+02:00'], claimed: `2026-${at}+02:00` });

  test('can be made to the end of the last of them', () => {
    const within = 'credit EUR 50 per missed respond, claimed within 2 business days in Office';
    // Friday: Monday and Tuesday count.
    expect(given(within, claimed('06-09T23:59:59'))).toEqual(['EUR 50.00']);
    expect(given(within, claimed('06-10T00:00'))).toEqual(['EUR 50.00 lapsed']);
  });

  test('may be counted from the end of the month in which the miss was', () => {
    const within =
      'credit EUR 50 per missed respond, claimed within 2 business days in Office from end of month with "a mail"';
    // June ends on a Tuesday: Wednesday and Thursday count.
    expect(given(within, claimed('07-02T23:59:59'))).toEqual(['EUR 50.00']);
    expect(given(within, claimed('07-03T00:00'))).toEqual(['EUR 50.00 lapsed']);
    expect(
      given(within.replace('2 business days in Office', '10 calendar days'), claimed('07-10T23:59')),
    ).toEqual(['EUR 50.00']);
  });
});

test('a claim within months may say how it is made', () => {
  const within = 'credit EUR 50 per missed respond, claimed within 2 months with "a letter"';
  const told = (at: string) => ({ misses: ['2026-06-05T12:00+02:00'], claimed: `2026-${at}+02:00` });
  expect(given(within, told('08-05T23:59:59'))).toEqual(['EUR 50.00']);
  expect(given(within, told('08-06T00:00'))).toEqual(['EUR 50.00 lapsed']);
});

describe('what all credits come to together', () => {
  const both = `${PRICE}
  credit 10% of "the monthly fee" per missed respond
  credit EUR 30 per started 1 h of delay of respond
  credits at most 15% of "the monthly fee" per month`;

  test('ends at the cap of the plan, used up in the order of time by any of them', () => {
    // Missed on the 5th: EUR 100; the delay of two hours EUR 60, of which 50 are left under 150.
    expect(given(both, { misses: [late('06-05T12:00', '06-05T14:00')] })).toEqual([
      'EUR 100.00',
      'EUR 50.00 of EUR 60.00',
    ]);
    const [, delay] = credited(both, { misses: [late('06-05T12:00', '06-05T14:00')] }).credits;
    expect(delay?.cappedBy).toMatchObject({ most: { kind: 'share', percent: '15' } });
  });

  test('is of each month by itself', () => {
    const misses = ['06-05T12:00', '06-06T12:00', '07-01T12:00'].map((at, i) => late(at, at, `T${i}`));
    expect(given(both, { misses })).toEqual(['EUR 100.00', 'EUR 50.00 of EUR 100.00', 'EUR 100.00']);
  });

  test('leaves each credit its own caps, and may be money, or of one ticket', () => {
    const own = both
      .replace('per missed respond', 'per missed respond, at most 8% per month')
      .replace('15% of "the monthly fee" per month', 'EUR 100 per ticket');
    expect(given(own, { misses: [late('06-05T12:00', '06-05T14:00')] })).toEqual([
      'EUR 80.00 of EUR 100.00',
      'EUR 20.00 of EUR 60.00',
    ]);
  });

  test('is not used up by what lapsed, and not reckoned of a fee that nobody knows', () => {
    const lapsed = both.replace('per missed respond', 'per missed respond, claimed within 1 calendar days');
    expect(given(lapsed, { misses: [late('06-05T12:00', '06-05T14:00')] })).toEqual([
      'EUR 100.00 lapsed',
      'EUR 60.00',
    ]);
    const { credits } = credited(both.replace('15% of "the monthly fee"', '15% of "the annual spend"'), {
      misses: [late('06-05T12:00', '06-05T14:00')],
    });
    expect(credits.map(({ uncapped }) => uncapped.length)).toEqual([1, 1]);
  });
});

describe('a credit for some tickets', () => {
  const BY_SEVERITY = `credit EUR 50 per missed respond for P1
  credit EUR 10 per missed respond for P2`;
  const of = (severity: number) => ({
    ...late('06-05T12:00', null),
    key: { severity, region: -1, channel: -1, type: -1, facts: [] },
  });

  test('is given for the severity of the promise that was missed', () => {
    expect(given(BY_SEVERITY, { misses: [of(0)] })).toEqual(['EUR 50.00']);
    expect(given(BY_SEVERITY, { misses: [of(1)] })).toEqual(['EUR 10.00']);
  });
});
