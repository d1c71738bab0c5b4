/** Lines for the first or last of a weekday in a month: from the text to the engine, with the reference beside it. */
import { describe, expect, test } from 'vitest';
import { contractWith, HEAD } from '../check/contract-with.ts';
import { briefly, checkText } from '../check/findings.ts';
import { calendars } from './calendar-of-text.ts';

function desk(clauses: string) {
  const { stretches } = calendars(`calendar Desk { zone UTC; ${clauses}; holidays none }`);
  return (from: string, to: string) => stretches('Desk', {}, from, to);
}

function findings(clauses: string): readonly string[] {
  return briefly(checkText(`${HEAD}calendar Desk { zone UTC; ${clauses}; holidays none }`).findings);
}

describe('hours on the n-th weekday of a month', () => {
  test('are open on those dates alone', () => {
    const open = desk('open every first Sun 02:00-06:00');
    expect(open('2026-06-01T00:00Z', '2026-07-07T00:00Z')).toEqual([
      '2026-06-07T02:00:00Z',
      '2026-06-07T06:00:00Z',
      '2026-07-05T02:00:00Z',
      '2026-07-05T06:00:00Z',
    ]);
  });

  test('are the last of the month, and of the month that is named', () => {
    const open = desk('open every last Fri of 05 10:00-11:00');
    expect(open('2026-04-20T00:00Z', '2026-07-10T00:00Z')).toEqual([
      '2026-05-29T10:00:00Z',
      '2026-05-29T11:00:00Z',
    ]);
  });

  test('close the date of a working week', () => {
    const open = desk('open Mon..Fri 09:00-17:00; closed every first Mon "inventory"');
    expect(open('2026-05-31T00:00Z', '2026-06-03T00:00Z')).toEqual([
      '2026-06-02T09:00:00Z',
      '2026-06-02T17:00:00Z',
    ]);
  });

  test('give way to lines that name dates or days of the year, wherever they stand', () => {
    const lines = ['closed 2026-06-07', 'closed every 07-01..07-31', 'open every first Sun 02:00-06:00'];
    for (const order of [lines, [...lines].reverse()]) {
      expect(desk(order.join('; '))('2026-06-01T00:00Z', '2026-08-03T00:00Z')).toEqual([
        '2026-08-02T02:00:00Z',
        '2026-08-02T06:00:00Z',
      ]);
    }
  });

  test('are an error where two lines give some date other hours', () => {
    expect(findings('open every first Sun 02:00-06:00; open every first Sun 03:00-04:00')).toEqual([
      expect.stringContaining('calendar/dates-twice') as string,
    ]);
    expect(
      findings('open every fourth Sun of each month 02:00-06:00; open every last Sun 03:00-04:00'),
    ).toEqual([expect.stringContaining('calendar/dates-meet') as string]);
    expect(findings('open every first Sun 02:00-06:00; open every last Sun 03:00-04:00')).toEqual([]);
  });

  test('lie in a month that there is', () => {
    expect(findings('open every first Sun of 13 02:00-06:00')).toEqual([
      expect.stringContaining('time/impossible-date') as string,
    ]);
  });

  test('hold for limited hours too', () => {
    const text = 'limited every first Sat 10:00-12:00 admits P1, others stop';
    expect(() => contractWith(`calendar Desk { zone UTC; ${text}; holidays none }`)).not.toThrow();
    const { stretches } = calendars(`calendar Desk { zone UTC; ${text}; holidays none }`);
    const [from, to] = ['2026-06-01T00:00Z', '2026-06-30T00:00Z'];
    expect(stretches('Desk', { severity: 'P2' }, from, to)).toEqual([]);
    expect(stretches('Desk', { severity: 'P1' }, from, to)).toEqual([
      '2026-06-06T10:00:00Z',
      '2026-06-06T12:00:00Z',
    ]);
  });
});

describe('hours that come back every few weeks', () => {
  test('are those of the dates from the first on', () => {
    const open = desk('open every 2 weeks from 2026-06-07 02:00-06:00');
    expect(open('2026-05-20T00:00Z', '2026-07-01T00:00Z')).toEqual([
      '2026-06-07T02:00:00Z',
      '2026-06-07T06:00:00Z',
      '2026-06-21T02:00:00Z',
      '2026-06-21T06:00:00Z',
    ]);
  });

  test('close alternate Fridays of a working week', () => {
    const open = desk('open Thu..Fri 09:00-10:00; closed every 2 weeks from 2026-06-05 "alternate Fridays"');
    expect(open('2026-06-04T00:00Z', '2026-06-14T00:00Z')).toEqual([
      '2026-06-04T09:00:00Z',
      '2026-06-04T10:00:00Z',
      '2026-06-11T09:00:00Z',
      '2026-06-11T10:00:00Z',
      '2026-06-12T09:00:00Z',
      '2026-06-12T10:00:00Z',
    ]);
  });

  test('are those of odd weeks, in the last week of a year of 53 and in the first after it', () => {
    const open = desk('open every Sat..Sun of odd weeks 10:00-11:00');
    expect(open('2026-12-24T00:00Z', '2027-01-18T00:00Z')).toEqual([
      '2027-01-02T10:00:00Z',
      '2027-01-02T11:00:00Z',
      '2027-01-03T10:00:00Z',
      '2027-01-03T11:00:00Z',
      '2027-01-09T10:00:00Z',
      '2027-01-09T11:00:00Z',
      '2027-01-10T10:00:00Z',
      '2027-01-10T11:00:00Z',
    ]);
  });

  test('make shifts that take turns by the week, nights over the end of one included', () => {
    const season = 'season "late" every Mon..Sun of even weeks { open Mon..Fri 14:00-22:00 }';
    const open = desk(`open Thu..Fri 22:00-06:00; ${season}`);
    // Friday of week 25 into Saturday, and no part of it on the Monday of week 26.
    expect(open('2026-06-19T12:00Z', '2026-06-23T12:00Z')).toEqual([
      '2026-06-19T22:00:00Z',
      '2026-06-20T06:00:00Z',
      '2026-06-22T14:00:00Z',
      '2026-06-22T22:00:00Z',
    ]);
  });

  test('give way to lines that name dates, and are an error where they meet with other hours', () => {
    const every = 'open every 2 weeks from 2026-06-07 02:00-06:00';
    expect(
      desk(`open on 2026-06-21 03:00-04:00; ${every}`)('2026-06-20T00:00Z', '2026-06-22T00:00Z'),
    ).toEqual(['2026-06-21T03:00:00Z', '2026-06-21T04:00:00Z']);
    expect(findings(`${every}; open every 3 weeks from 2026-06-28 02:00-03:00`)).toEqual([
      'calendar/dates-meet @ open every 3 weeks from 2026-06-28 02:00-03:00',
    ]);
    expect(findings(`${every}; open every 2 weeks from 2026-06-14 02:00-03:00`)).toEqual([]);
  });

  test('come back no sooner than they are over', () => {
    for (const turn of ['0 weeks', '1 days', '1.5 days', '1 weeks from 2026-06-01 .. 2026-06-08']) {
      const dates = turn.includes('from') ? turn : `${turn} from 2026-06-01`;
      expect(findings(`open Mon 09:00-10:00; closed every ${dates}`)).toEqual([
        expect.stringContaining('time/turn-too-short') as string,
      ]);
    }
    expect(findings('open Mon 09:00-10:00; closed every 2 weeks from 2026-06-31')).toEqual([
      expect.stringContaining('time/impossible-date') as string,
    ]);
  });

  test('are taken for one in each month with a word about it, where `second` may mean either', () => {
    expect(findings('open every second Sun 02:00-06:00')).toEqual([
      expect.stringContaining('assume/of-each-month') as string,
    ]);
    expect(findings('open every second Sun of each month 02:00-06:00')).toEqual([]);
    expect(findings('open every first Sun 02:00-06:00')).toEqual([]);
  });
});
