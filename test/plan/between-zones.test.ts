/** Windows of the week whose ends are read in two zones: from the text to the engine, with the reference beside it. */
import { describe, expect, test } from 'vitest';
import { contractWith, HEAD } from '../check/contract-with.ts';
import { briefly, checkText } from '../check/findings.ts';
import { lower } from '../../src/plan/lower.ts';
import { calendars } from './calendar-of-text.ts';

const OPEN = 'open Mon 08:00 in Asia/Tokyo .. Fri 17:00 in America/New_York';

function desk(clauses: string) {
  const { stretches } = calendars(`calendar Desk { ${clauses} }`);
  return (from: string, to: string) => stretches('Desk', {}, from, to);
}

describe('a window between two zones', () => {
  test('begins by the one clock and ends by the other', () => {
    const open = desk(`${OPEN}; dates of UTC; holidays none`);
    expect(open('2026-06-06T00:00Z', '2026-06-14T00:00Z')).toEqual([
      '2026-06-07T23:00:00Z',
      '2026-06-12T21:00:00Z',
    ]);
    // In winter New York is an hour later by UTC, and Tokyo is not.
    expect(open('2026-12-05T00:00Z', '2026-12-13T00:00Z')).toEqual([
      '2026-12-06T23:00:00Z',
      '2026-12-11T22:00:00Z',
    ]);
  });

  test('ends at the first end after its start, which may be that of the next week', () => {
    const open = desk(
      'open Mon 08:00 in America/New_York .. Mon 09:00 in Asia/Tokyo; dates of UTC; holidays none',
    );
    expect(open('2026-06-08T06:00Z', '2026-06-16T00:00Z')).toEqual([
      '2026-06-08T12:00:00Z',
      '2026-06-15T00:00:00Z',
      '2026-06-15T12:00:00Z',
      '2026-06-16T00:00:00Z',
    ]);
  });

  test('has the holidays and dated lines of the dates that count', () => {
    const open = desk(
      `${OPEN}; dates of America/New_York; holidays none; closed 2026-06-10; open on 2026-06-11 09:00-10:00`,
    );
    expect(open('2026-06-06T00:00Z', '2026-06-14T00:00Z')).toEqual([
      '2026-06-07T23:00:00Z',
      '2026-06-10T04:00:00Z',
      '2026-06-11T13:00:00Z',
      '2026-06-11T14:00:00Z',
      '2026-06-12T04:00:00Z',
      '2026-06-12T21:00:00Z',
    ]);
  });

  test('gives way to a season, and to hours that admit others', () => {
    const season = desk(`${OPEN}; dates of UTC; holidays none
      season 2026-06-09 .. 2026-06-10 { open Tue 09:00-10:00 }`);
    expect(season('2026-06-08T12:00Z', '2026-06-11T12:00Z')).toEqual([
      '2026-06-08T12:00:00Z',
      '2026-06-09T00:00:00Z',
      '2026-06-09T09:00:00Z',
      '2026-06-09T10:00:00Z',
      '2026-06-11T00:00:00Z',
      '2026-06-11T12:00:00Z',
    ]);
    const limited = desk(
      `${OPEN}; dates of UTC; holidays none; limited Tue 06:00-07:00 admits phone, others stop`,
    );
    expect(limited('2026-06-09T05:00Z', '2026-06-09T08:00Z')).toEqual([
      '2026-06-09T05:00:00Z',
      '2026-06-09T06:00:00Z',
      '2026-06-09T07:00:00Z',
      '2026-06-09T08:00:00Z',
    ]);
  });

  test('adds to hours of the calendar, and is replaced by a narrower line', () => {
    const { stretches } = calendars(`calendar Desk {
      zone UTC; ${OPEN}; open Sat 10:00-12:00; open Wed 09:00-17:00 for P1; holidays none
    }`);
    expect(stretches('Desk', { severity: 'P2' }, '2026-06-12T20:00Z', '2026-06-14T00:00Z')).toEqual([
      '2026-06-12T20:00:00Z',
      '2026-06-12T21:00:00Z',
      '2026-06-13T10:00:00Z',
      '2026-06-13T12:00:00Z',
    ]);
    expect(stretches('Desk', { severity: 'P1' }, '2026-06-08T00:00Z', '2026-06-14T00:00Z')).toEqual([
      '2026-06-10T09:00:00Z',
      '2026-06-10T17:00:00Z',
    ]);
  });

  test('carries the zones of its ends in the plan', () => {
    const plan = lower(contractWith(`calendar Desk { ${OPEN}; dates of UTC; holidays none }`));
    expect(Object.keys(plan.zones)).toEqual(
      expect.arrayContaining(['Asia/Tokyo', 'America/New_York', 'UTC']),
    );
  });

  test('needs a zone for its dates', () => {
    expect(briefly(checkText(`${HEAD}calendar Desk { ${OPEN}; holidays none }`).findings)).toEqual([
      expect.stringContaining('calendar/no-zone') as string,
    ]);
  });

  test('needs to be told whose dates count where days are counted', () => {
    const plan = `plan P {
  targets {
         respond
    all  2 business days in Desk at close, received outside hours as received, day of receipt does not count
  }
}`;
    const codes = (zone: string) =>
      briefly(checkText(`${HEAD}calendar Desk { ${zone}; ${OPEN}; holidays none }\n${plan}`).findings);
    expect(codes('zone UTC')).toEqual([expect.stringContaining('calendar/whose-dates') as string]);
    expect(codes('dates of UTC')).toEqual([]);
  });

  test('is read in zones that exist', () => {
    const text = OPEN.replace('Asia/Tokyo', 'EST');
    const found = briefly(
      checkText(`${HEAD}calendar Desk { ${text}; dates of UTC; holidays none }`).findings,
    );
    expect(found).toEqual([expect.stringContaining('time/zone-abbreviation') as string]);
  });
});
