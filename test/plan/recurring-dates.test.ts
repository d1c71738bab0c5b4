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
    expect(findings('open every fourth Sun 02:00-06:00; open every last Sun 03:00-04:00')).toEqual([
      expect.stringContaining('calendar/dates-meet') as string,
    ]);
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
