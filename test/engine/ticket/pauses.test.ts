/**
 * What pauses do to what is counted, with dates worked out by hand. Calendar B is Monday to Friday 09:00-17:00
 * Europe/Berlin; 1 June 2026 is a Monday.
 */
import { describe, expect, test } from 'vitest';
import { desk, same } from '../../traps/desk.ts';
import { clocks, type Row, tell } from './story.ts';

const OPENED: Row = ['2026-06-01T09:00+02:00', 'opened', { severity: 'P3' }];
const clock = (pauses: string) => `starts on opened; stops on resolved; ${pauses}; reopen never`;
const WAITING = 'pauses while waiting for customer';

describe('dates that run on', () => {
  const contract = same('1 business day in B at close', { clock: clock(WAITING) });
  const waits: Row = ['2026-06-02T10:00+02:00', 'waiting for customer'];

  test('have a deadline while the ticket waits, and are missed when it has passed', () => {
    expect(clocks(tell(contract, [OPENED, waits], '2026-06-02T17:00+02:00'))).toEqual([
      'running by 2026-06-02T15:00:00Z',
    ]);
    expect(clocks(tell(contract, [OPENED, waits], '2026-06-02T17:00:00.001+02:00'))).toEqual([
      'missed by 2026-06-02T15:00:00Z',
    ]);
  });
  test('end the earlier of two although the hours stand still, and do not end the later', () => {
    const of = (pick: string) =>
      clocks(
        tell(same(`${pick} of 12 h in B and 1 business day in B at close`, { clock: clock(WAITING) }), [
          OPENED,
          waits,
        ]),
      );
    expect(of('earlier')).toEqual(['running by 2026-06-02T15:00:00Z']);
    expect(of('later')).toEqual(['paused']);
  });
  test('use up their share of time whether the ticket waits or not', () => {
    const rules = 'escalate resolve at 50% to "lead"';
    const told = tell(
      same('2 business days in B at close', { clock: clock(WAITING), rules }),
      [OPENED, ['2026-06-01T09:00+02:00', 'waiting for customer']],
      '2026-06-05T00:00Z',
    );
    // From Monday 09:00 to Wednesday 17:00 there are 24 h, and half of them are over on Tuesday at 13:00.
    expect(told.notices.map(({ at }) => new Date(at).toISOString())).toEqual(['2026-06-02T11:00:00.000Z']);
  });
});

test('a promise that was over before the pause began is missed, and the pause does not hide it', () => {
  const contract = desk({
    clock: clock(WAITING),
    rules: 'on raise count from open, late from the deadline\non lower keep old',
  });
  const rows: readonly Row[] = [
    OPENED,
    ['2026-06-01T14:00+02:00', 'waiting for customer'],
    ['2026-06-01T15:00+02:00', 'raised', { severity: 'P1' }],
  ];
  // 16 h of B were not over when it began to wait; 4 h were.
  expect(clocks(tell(contract, rows))).toEqual(['missed by 2026-06-01T11:00:00Z']);
});

describe('the hours of a calendar that pause', () => {
  const extra = 'calendar Lunch { zone Europe/Berlin; open Mon..Fri 12:00-14:00; holidays none }';
  const due = (cell: string, pauses: string, rows: readonly Row[] = [OPENED]) =>
    clocks(tell(same(cell, { extra: `${extra}\nfacts { quiet yes or no }`, clock: clock(pauses) }), rows));

  test('are taken out, each up to its cap', () => {
    expect(due('8 h in B', 'pauses during Lunch')).toEqual(['running by 2026-06-02T09:00:00Z']);
    expect(due('8 h in B', 'pauses during Lunch, at most 1 h each')).toEqual([
      'running by 2026-06-02T08:00:00Z',
    ]);
  });
  test('are taken out up to a cap of all together', () => {
    // Two hours on Monday, one on Tuesday, none on Wednesday: 24 h of B and three more.
    expect(due('24 h in B', 'pauses during Lunch, at most 3 h together')).toEqual([
      'running by 2026-06-04T10:00:00Z',
    ]);
  });
  test('are skipped or added by dates as other pauses are', () => {
    const days =
      '1 business day in B at 12:30, received outside hours as received, ending outside hours stays';
    // Two hours on Monday, and the half on Tuesday before 12:30, by which the end comes to lie in the pause itself.
    expect(due(days, 'pauses during Lunch; days add time paused')).toEqual([
      'running by 2026-06-02T14:30:00Z',
    ]);
    expect(due(days, 'pauses during Lunch; days skip dates paused')).toEqual([
      'running by 2026-06-02T10:30:00Z',
    ]);
    expect(due(days, 'pauses during Lunch')).toEqual(['running by 2026-06-02T10:30:00Z']);
  });
  test('count from when their condition holds, and never before', () => {
    const quiet: Row = ['2026-06-01T13:00+02:00', 'changed', { quiet: 'yes' }];
    expect(due('8 h in B', 'pauses during Lunch when quiet', [OPENED, quiet])).toEqual([
      'running by 2026-06-02T08:00:00Z',
    ]);
  });
});

test('a cap of all pauses together is not used up while the ticket is over', () => {
  const contract = same('8 h in B', {
    clock: `starts on opened; stops on resolved; ${WAITING}, at most 3 h together; reopen within 5 business days ending at close in B continues, met is withdrawn`,
  });
  const rows: readonly Row[] = [
    OPENED,
    ['2026-06-01T10:00+02:00', 'waiting for customer'],
    ['2026-06-01T11:00+02:00', 'resolved'],
    ['2026-06-01T15:00+02:00', 'reopened'],
    ['2026-06-02T09:00+02:00', 'waiting for customer'],
    ['2026-06-02T15:00+02:00', 'resumed'],
  ];
  // One hour used before, two hours of the cap and four of work on Tuesday, two on Monday: one more.
  expect(clocks(tell(contract, rows))).toEqual(['running by 2026-06-02T14:00:00Z']);
});

test('a deadline that hangs on a clock that ended while it waited is known', () => {
  const contract = `contract "Desk" version "1" { zone Europe/Berlin }
severities { P1 "all" }
calendar B { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none }
clock update { starts on opened; stops on update; pauses never }
clock resolve { starts on opened; stops on resolved; pauses while waiting for customer; reopen never }
plan Basic { targets { update | resolve
  P1 | 2 h before resolve is due | 8 h in B } }
`;
  const rows: readonly Row[] = [
    ['2026-06-01T09:00+02:00', 'opened'],
    ['2026-06-01T10:00+02:00', 'waiting for customer'],
    ['2026-06-01T12:00+02:00', 'cancelled'],
  ];
  expect(clocks(tell(contract, rows), 'update')).toEqual(['cancelled by 2026-06-02T07:00:00Z']);
});

test('states of one instant begin and end in the order of their lines, whatever else the lines set off', () => {
  const contract = same('8 h in B', {
    clock: clock(WAITING),
    rules: 'rule "asked" on resumed then tell customer',
  });
  const at = '2026-06-01T11:00+02:00';
  const waits: Row = [at, 'waiting for customer'];
  const resumes: Row = [at, 'resumed'];
  expect(clocks(tell(contract, [OPENED, resumes, waits]))).toEqual(['paused']);
  expect(clocks(tell(contract, [OPENED, waits, resumes]))).toEqual(['running by 2026-06-01T15:00:00Z']);
});

test('a pause that hangs on the severity begins when a rule makes the ticket of that severity', () => {
  const contract = desk({
    clock: clock(`${WAITING} when severity = P1`),
    rules:
      'rule "long" after 1 h in waiting for customer then raise to P1\non raise count from the change\non lower keep old',
  });
  const rows: readonly Row[] = [
    OPENED,
    ['2026-06-01T10:00+02:00', 'waiting for customer'],
    ['2026-06-01T13:00+02:00', 'resumed'],
  ];
  expect(clocks(tell(contract, rows.slice(0, 2), '2026-06-01T12:00+02:00'))).toEqual(['paused']);
  // 4 h of B from 13:00 on.
  expect(clocks(tell(contract, rows))).toEqual(['running by 2026-06-01T15:00:00Z']);
});
