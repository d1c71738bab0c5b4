/** Closures that are announced in a file of data: from the text to the engine, with the reference beside it. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { lower } from '../../src/plan/lower.ts';
import { deadline, targetOf } from '../../src/reference/index.ts';
import { formatInstantUtc } from '../../src/time/iso-instant.ts';
import { briefly, checkText } from '../check/findings.ts';
import { NO_FACTS } from '../engine/lower-calendar.ts';
import { at, calendars } from './calendar-of-text.ts';

const FILE = 'closures.jsonl';

interface Line {
  readonly announced: string;
  readonly [field: string]: unknown;
}

const jsonLines = (lines: readonly Line[]): string => lines.map((line) => JSON.stringify(line)).join('\n');

/** June 2026 begins on a Monday. */
function desk(
  notice: string,
  lines: readonly Line[],
  clauses = 'open Mon..Fri 09:00-17:00',
  zone = 'Europe/Berlin',
) {
  const { stretches } = calendars(
    `calendar Desk { zone ${zone}; ${clauses}; holidays none; closures "${FILE}" ${notice} }`,
    { [FILE]: jsonLines(lines) },
  );
  return (from: string, to: string) => stretches('Desk', {}, from, to);
}

/** The dates of the first week of June, in UTC, on which a desk open from 9 to 17 in Berlin is open at all. */
function openDates(notice: string, ...lines: readonly Line[]): string {
  const edges = desk(notice, lines)('2026-06-01T00:00Z', '2026-06-06T00:00Z');
  return [...new Set(edges.map((edge) => edge.slice(8, 10)))].join(' ');
}

const LATE = 'late ones do not count';
const FROM_END = 'late ones count from the end of the notice';

describe('a closure that is announced in time', () => {
  test('shuts its dates, both ends of a range', () => {
    const announced = '2026-05-01';
    expect(openDates('without notice', { announced, date: '2026-06-03' })).toBe('01 02 04 05');
    expect(openDates('without notice', { announced, from: '2026-06-02', to: '2026-06-04' })).toBe('01 05');
  });

  test('shuts the hours that it says of each of its dates', () => {
    const open = desk('without notice', [
      { announced: '2026-05-01', from: '2026-06-02', to: '2026-06-03', closed: '08:00-10:00, 12:00-14:30' },
    ]);
    expect(open('2026-06-02T00:00Z', '2026-06-04T00:00Z')).toEqual([
      ...['2026-06-02T08:00:00Z', '2026-06-02T10:00:00Z', '2026-06-02T12:30:00Z', '2026-06-02T15:00:00Z'],
      ...['2026-06-03T08:00:00Z', '2026-06-03T10:00:00Z', '2026-06-03T12:30:00Z', '2026-06-03T15:00:00Z'],
    ]);
  });

  test('stands over what dated lines, seasons and limited hours open', () => {
    const open = desk(
      'without notice',
      [{ announced: '2026-05-01', date: '2026-06-06' }],
      'open Mon..Fri 09:00-17:00; open on 2026-06-06 10:00-12:00; limited Sat 09:00-18:00 admits P1, others stop; ' +
        'season 2026-06-01 .. 2026-06-07 { open Sat 08:00-12:00 }',
    );
    expect(open('2026-06-05T20:00Z', '2026-06-07T20:00Z')).toEqual([]);
  });

  test('shuts a calendar that is open round the clock', () => {
    const open = desk(
      'without notice',
      [{ announced: '2026-05-01', date: '2026-06-03' }],
      'open 24x7',
      'UTC',
    );
    expect(open('2026-06-02T00:00Z', '2026-06-05T00:00Z')).toEqual([
      ...['2026-06-02T00:00:00Z', '2026-06-03T00:00:00Z', '2026-06-04T00:00:00Z', '2026-06-05T00:00:00Z'],
    ]);
  });

  test('shuts what falls on its date of a window past midnight, or all of the window that is bound to it', () => {
    const line = { announced: '2026-05-01', date: '2026-06-03' };
    const nights = 'open Mon..Fri 22:00-06:00';
    expect(desk('without notice', [line], nights, 'UTC')('2026-06-02T12:00Z', '2026-06-04T12:00Z')).toEqual([
      ...['2026-06-02T22:00:00Z', '2026-06-03T00:00:00Z', '2026-06-04T00:00:00Z', '2026-06-04T06:00:00Z'],
    ]);
    const bound = `${nights}; bound to the day of opening`;
    expect(desk('without notice', [line], bound, 'UTC')('2026-06-02T12:00Z', '2026-06-04T12:00Z')).toEqual([
      ...['2026-06-02T22:00:00Z', '2026-06-03T06:00:00Z'],
    ]);
  });

  test('shuts windows between zones by the date of the calendar', () => {
    const open = desk(
      'without notice',
      [{ announced: '2026-05-01', date: '2026-06-03' }],
      'open Mon 08:00 in Asia/Tokyo .. Fri 17:00 in America/New_York',
      'UTC',
    );
    expect(open('2026-06-02T12:00Z', '2026-06-04T12:00Z')).toEqual([
      ...['2026-06-02T12:00:00Z', '2026-06-03T00:00:00Z', '2026-06-04T00:00:00Z', '2026-06-04T12:00:00Z'],
    ]);
  });

  test('of some regions is open in the others', () => {
    const { stretches } = calendars(
      `regions by site { North zone UTC; South zone UTC }
       calendar Desk { zone UTC; open Mon..Fri 09:00-17:00; holidays none; closures "${FILE}" without notice }
       calendar Cover = Desk or 24x7`,
      { [FILE]: jsonLines([{ announced: '2026-05-01', date: '2026-06-03', regions: ['South'] }]) },
    );
    const on = (region: string) => stretches('Desk', { region }, '2026-06-03T00:00Z', '2026-06-04T00:00Z');
    expect(on('North')).toEqual(['2026-06-03T09:00:00Z', '2026-06-03T17:00:00Z']);
    expect(on('South')).toEqual([]);
  });

  test('adds up with those of another file', () => {
    const { stretches } = calendars(
      `calendar Desk { zone UTC; open Mon..Fri 09:00-17:00; holidays none
         closures "a.jsonl" without notice; closures "b.jsonl" with 2 weeks notice }`,
      {
        'a.jsonl': jsonLines([{ announced: '2026-05-30', date: '2026-06-02' }]),
        'b.jsonl': jsonLines([
          { announced: '2026-05-01', date: '2026-06-03' },
          { announced: '2026-05-30', date: '2026-06-04' },
        ]),
      },
    );
    const edges = stretches('Desk', {}, '2026-06-01T00:00Z', '2026-06-05T00:00Z');
    expect(edges.map((edge) => edge.slice(8, 10))).toEqual(['01', '01', '04', '04']);
  });

  test('is counted where calendars are made of the calendar', () => {
    const { stretches } = calendars(
      `calendar Desk { zone UTC; open Mon..Fri 09:00-17:00; holidays none; closures "${FILE}" without notice }
       calendar Quiet = 24x7 except Desk`,
      { [FILE]: jsonLines([{ announced: '2026-05-01', date: '2026-06-03' }]) },
    );
    expect(stretches('Quiet', {}, '2026-06-02T17:00Z', '2026-06-04T09:00Z')).toEqual([
      ...['2026-06-02T17:00:00Z', '2026-06-04T09:00:00Z'],
    ]);
  });
});

describe('a notice', () => {
  const closing = (announced: string) => ({ announced, date: '2026-06-05' });
  const SHUT = '01 02 03 04';
  const OPEN = '01 02 03 04 05';

  test.each([
    // Whole dates: Wednesday and Thursday lie between Tuesday and Friday.
    ['with 2 calendar days notice', '2026-06-02', SHUT],
    ['with 2 calendar days notice', '2026-06-02T23:59+02:00', SHUT],
    ['with 2 calendar days notice', '2026-06-03T00:00+02:00', OPEN],
    ['with 2 calendar days notice', '2026-06-03', OPEN],
    // By the calendar's clock it is Wednesday already.
    ['with 2 calendar days notice', '2026-06-02T22:30Z', OPEN],
    ['with 2 calendar days notice', '2026-06-02T20:30-01:00', SHUT],
    ['with 2 calendar days notice', '2026-06-02T23:30', SHUT],
    ['with 1 week notice', '2026-05-28', SHUT],
    ['with 1 week notice', '2026-05-29', OPEN],
    ['with 1 month notice', '2026-05-04', SHUT],
    ['with 1 month notice', '2026-05-05', OPEN],
    // To the minute, and a date stands for its end.
    ['with 48 h notice', '2026-06-03T00:00+02:00', SHUT],
    ['with 48 h notice', '2026-06-03T00:01+02:00', OPEN],
    ['with 48 h notice', '2026-06-02', SHUT],
    ['with 48 h notice', '2026-06-03', OPEN],
    // Wednesday and Thursday are business days, and so is the Monday before.
    ['with 2 business days notice', '2026-06-02', SHUT],
    ['with 2 business days notice', '2026-06-03', OPEN],
    ['with 5 business days notice', '2026-05-28', SHUT],
    ['with 5 business days notice', '2026-05-29', OPEN],
    // 16 business hours from Tuesday's close are over at Thursday's.
    ['with 16 business hours notice', '2026-06-02T17:00+02:00', SHUT],
    ['with 16 business hours notice', '2026-06-03T09:01+02:00', OPEN],
    ['without notice', '2026-06-04T23:59+02:00', SHUT],
    ['without notice', '2026-06-05T00:01+02:00', OPEN],
  ])('%s of what is announced %s leaves open %s', (notice, announced, open) => {
    expect(openDates(`${notice}, ${LATE}`, closing(announced))).toBe(open);
  });

  test('is kept to the hours that a closure of part of a date begins with', () => {
    const part = (announced: string) => ({ announced, date: '2026-06-05', closed: '14:00-18:00' });
    const edges = (announced: string) =>
      desk(`with 48 h notice, ${LATE}`, [part(announced)])('2026-06-05T00:00Z', '2026-06-06T00:00Z');
    expect(edges('2026-06-03T14:00+02:00')).toEqual(['2026-06-05T07:00:00Z', '2026-06-05T12:00:00Z']);
    expect(edges('2026-06-03T14:01+02:00')).toEqual(['2026-06-05T07:00:00Z', '2026-06-05T15:00:00Z']);
  });

  test('that is not kept does nothing, or shuts from its end on, in the middle of the closure and of a date', () => {
    const line = { announced: '2026-06-01T12:30+02:00', from: '2026-06-02', to: '2026-06-04' };
    expect(openDates(`with 48 h notice, ${LATE}`, line)).toBe(OPEN);
    expect(desk(`with 48 h notice, ${FROM_END}`, [line])('2026-06-02T00:00Z', '2026-06-05T00:00Z')).toEqual([
      ...['2026-06-02T07:00:00Z', '2026-06-02T15:00:00Z', '2026-06-03T07:00:00Z', '2026-06-03T10:30:00Z'],
    ]);
    // One day of notice runs over Tuesday.
    expect(openDates(`with 1 calendar day notice, ${FROM_END}`, line)).toBe('01 02 05');
  });

  test('that ends behind its closure leaves nothing of it', () => {
    const line = { announced: '2026-06-04', from: '2026-06-02', to: '2026-06-05' };
    for (const notice of ['1 week', '100 h', '5 business days', '40 business hours']) {
      expect(openDates(`with ${notice} notice, ${FROM_END}`, line)).toBe(OPEN);
    }
  });

  test('does not shut an hour twice: what a late closure begins in is open when the clock repeats it', () => {
    // In Berlin 02:00 to 03:00 of 25 October 2026 occurs twice. The notice ends at the second 02:30.
    const line = { announced: '2026-10-24T01:30Z', date: '2026-10-25' };
    const open = desk(`with 24 h notice, ${FROM_END}`, [line], 'open 24x7');
    expect(open('2026-10-25T00:00Z', '2026-10-25T04:00Z')).toEqual([
      ...['2026-10-25T00:00:00Z', '2026-10-25T02:00:00Z'],
    ]);
  });

  test('in business days skips holidays and not other closures', () => {
    const { stretches } = calendars(
      `holidays Own { covers 2026..2026; 2026-06-03 "a holiday" }
       calendar Desk { zone UTC; open Mon..Fri 09:00-17:00; holidays Own
         closures "${FILE}" with 2 business days notice, ${LATE} }`,
      {
        [FILE]: jsonLines([
          { announced: '2026-05-20', date: '2026-06-02', reason: 'in time' },
          { announced: '2026-06-01', date: '2026-06-05', reason: 'Tuesday and Thursday lie between' },
          { announced: '2026-06-02', date: '2026-06-08', reason: 'in time: Thursday and Friday' },
          { announced: '2026-06-04', date: '2026-06-09', reason: 'in time: Friday and Monday' },
          { announced: '2026-06-05', date: '2026-06-10', reason: 'in time: Monday and Tuesday' },
          { announced: '2026-06-08', date: '2026-06-11', reason: 'in time: Tuesday and Wednesday' },
          { announced: '2026-06-09', date: '2026-06-11', reason: 'too late' },
        ]),
      },
    );
    const edges = stretches('Desk', {}, '2026-06-01T00:00Z', '2026-06-13T00:00Z');
    expect([...new Set(edges.map((edge) => edge.slice(8, 10)))]).toEqual(['01', '04', '12']);
  });

  test('is counted by the contract where the zone is the customer’s', () => {
    const text = `calendar Desk { zone of customer; open Mon..Fri 09:00-17:00; holidays none
      closures "${FILE}" with 1 calendar day notice, ${LATE} }`;
    const open = (announced: string): boolean => {
      const { plan } = calendars(text, { [FILE]: jsonLines([{ announced, date: '2026-06-05' }]) });
      const engine = loadPlan(plan, {
        zone: (name) =>
          name === '+12:00' ? { zone: name, from: 0, to: 4e9, transitions: [], offsets: [43_200] } : null,
      });
      const calendar = engine
        .forTicket({ zone: '+12:00', holidays: null })
        .calendar(plan.calendars.findIndex(({ name }) => name === 'Desk'));
      return calendar.isOpen(at('2026-06-05T12:00+12:00'));
    };
    // The contract is in Berlin: it is Wednesday there, and Thursday in the Pacific.
    expect(open('2026-06-03T21:00Z')).toBe(false);
    expect(open('2026-06-03T22:00Z')).toBe(true);
  });
});

describe('closures in flight', () => {
  const contractText = (inFlight: string) => `contract "Desk" version "1" { zone Europe/Berlin }
severities { P1 "nobody can work"; P2 "anything else" }
calendar Desk {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
  closures  "${FILE}" with 1 calendar day notice, ${LATE}, tickets in flight ${inFlight}
}
calendar Cover = Desk or Nights
calendar Nights { zone UTC; open Mon..Fri 22:00-06:00; holidays none }
clock respond { starts on opened; stops on reply; pauses never; reopen never }
clock resolve { starts on opened; stops on resolved; pauses never; reopen never }
plan Basic {
  targets {
        respond                                                                     | resolve
    P1  8 h in Desk                                                                 | 2 business days in Desk at close, received outside hours as received, day of receipt does not count
    P2  12 h in Cover                                                               | 8 h in Desk after respond is due
  }
}
on raise count from the change
on lower keep old
`;
  const LINES = [
    { announced: '2026-06-01T12:00+02:00', date: '2026-06-03' },
    { announced: '2026-06-02T12:00+02:00', date: '2026-06-04' },
    { announced: '2026-06-03T12:00+02:00', date: '2026-06-04', reason: 'too late' },
  ];

  function loaded(inFlight: string, lines: readonly Line[] = LINES) {
    const { contract, findings } = checkText(
      contractText(inFlight),
      'desk.plan',
      {},
      { [FILE]: jsonLines(lines) },
    );
    expect(briefly(findings.filter(({ level }) => level === 'error'))).toEqual([]);
    return { contract, engine: loadPlan(lower(contract)) };
  }

  function due(inFlight: string, opened: string): string {
    const { engine } = loaded(inFlight);
    const ticket = { severity: 0, region: -1, channel: -1, type: -1, facts: [] };
    const target = engine.selectTarget(0, 'respond', ticket, at(opened));
    const answer = engine.deadline(target?.promise ?? { kind: 'word', word: 'not offered' }, at(opened));
    return answer.kind === 'due' ? formatInstantUtc(answer.due) : answer.kind;
  }

  test('move the deadlines of tickets that were opened before them, or leave them as they were told', () => {
    // Opened an hour before the closure of Thursday is announced: 6 h on Tuesday, Wednesday is shut, 2 h are left.
    expect(due('see them', '2026-06-02T11:00+02:00')).toBe('2026-06-05T09:00:00Z');
    expect(due('keep old', '2026-06-02T11:00+02:00')).toBe('2026-06-04T09:00:00Z');
    // From the instant of the announcement on a ticket has the closure.
    expect(due('keep old', '2026-06-02T11:59:59+02:00')).toBe('2026-06-04T09:59:59Z');
    expect(due('keep old', '2026-06-02T12:00+02:00')).toBe('2026-06-05T10:00:00Z');
  });

  test('are the calendar as it is for those who ask without a ticket', () => {
    const { engine } = loaded('keep old');
    const index = engine.plan.calendars.findIndex(({ name }) => name === 'Desk');
    expect(engine.calendar(index).isOpen(at('2026-06-04T12:00+02:00'))).toBe(false);
  });

  test.each(['see them', 'keep old'])(
    '%s as the reference has it, whenever a ticket is opened',
    (inFlight) => {
      const { contract, engine } = loaded(inFlight);
      const around = fc.integer({
        min: at('2026-05-31T00:00Z') / 60_000,
        max: at('2026-06-05T00:00Z') / 60_000,
      });
      const opening = fc.oneof(
        around.map((minute) => minute * 60_000),
        fc
          .tuple(fc.constantFrom(...LINES.map(({ announced }) => at(announced))), fc.constantFrom(-1, 0, 1))
          .map(([instant, ms]) => instant + ms),
      );
      fc.assert(
        fc.property(
          opening,
          fc.constantFrom(0, 1),
          fc.constantFrom('respond', 'resolve'),
          (opened, severity, metric) => {
            const ticket = { severity, region: -1, channel: -1, type: -1, facts: [] };
            const facts = { ...NO_FACTS, severity: ['P1', 'P2'][severity] ?? null };
            const target = engine.selectTarget(0, metric, ticket, opened);
            const theirs = targetOf(contract, 'Basic', metric, facts, opened);
            if (target === null || theirs === null) throw new Error('no target');
            const promiseOf = (other: string) =>
              targetOf(contract, 'Basic', other, facts, opened)?.promise ?? null;
            expect(engine.deadline(target.promise, opened)).toMatchObject(
              deadline(contract, theirs.promise, facts, opened, promiseOf),
            );
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  test('keep old alone makes several calendars of one, and one a time at which something was announced that counts', () => {
    expect(loaded('see them').engine.plan.calendars.map(({ name }) => name)).not.toContainEqual(
      expect.stringContaining('before'),
    );
    const names = loaded('keep old').engine.plan.calendars.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('Desk'))).toEqual([
      'Desk (before 2026-06-01T12:00:00+02:00)',
      'Desk (before 2026-06-02T12:00:00+02:00)',
      'Desk',
    ]);
  });
});
