/** What the manual says of clocks, changes and states, by dates worked out by hand; 1 June 2026 is a Monday. */
import { describe, expect, test } from 'vitest';
import { formatInstantUtc } from '../../../src/time/iso-instant.ts';
import { desk, same } from '../../traps/desk.ts';
import { clocks, type Row, tell } from './story.ts';

const OPENED: Row = ['2026-06-01T09:00+02:00', 'opened', { severity: 'P3' }];

test('a promise counted from the opening is counted from the start of its clock, and never before it', () => {
  const contract = desk({
    clock: 'starts on described; stops on resolved; pauses never; reopen never',
    rules: 'on raise count from open, late from the deadline\non lower keep old',
  });
  const rows: readonly Row[] = [
    OPENED,
    ['2026-06-01T12:00+02:00', 'described'],
    ['2026-06-01T13:00+02:00', 'raised', { severity: 'P1' }],
  ];
  expect(clocks(tell(contract, rows))).toEqual(['running by 2026-06-01T14:00:00Z']);
});

test('a clock that nothing stopped before the ticket closes is cancelled, or missed where it was late by then', () => {
  const closed = (at: string): readonly Row[] => [OPENED, [at, 'closed']];
  const contract = same('4 h in B');
  expect(clocks(tell(contract, closed('2026-06-01T13:00+02:00')))).toEqual([
    'cancelled by 2026-06-01T11:00:00Z',
  ]);
  expect(clocks(tell(contract, closed('2026-06-01T13:00:01+02:00')))).toEqual([
    'missed by 2026-06-01T11:00:00Z',
  ]);
});

describe('messages that are one', () => {
  const story: readonly Row[] = [
    ['2026-06-01T09:00+02:00', 'opened', { severity: 'P3' }],
    ['2026-06-01T10:00+02:00', 'customer reply'],
    ['2026-06-01T10:10+02:00', 'customer reply'],
    ['2026-06-01T10:20+02:00', 'customer reply'],
  ];
  const within = (minutes: number, rows = story) =>
    clocks(
      tell(
        same('4 h in B', {
          clock: `starts on "customer reply"; stops on reply; every "customer reply", oldest message, messages within ${minutes} min are one; pauses never; reopen never`,
        }),
        rows,
      ),
    );
  test('come within the time from the first of them, and the clock counts from the last', () => {
    expect(within(5)).toEqual(['running by 2026-06-01T12:00:00Z']);
    expect(within(10)).toEqual(['running by 2026-06-01T12:10:00Z']);
    // The third comes twenty minutes after the first, though ten after the second.
    expect(within(15)).toEqual(['running by 2026-06-01T12:10:00Z']);
    expect(within(20)).toEqual(['running by 2026-06-01T12:20:00Z']);
  });
});

test('dates that are skipped are those that end in the pause, so that a pause of hours skips none', () => {
  const contract = same('2 business days in B at close', {
    clock:
      'starts on opened; stops on resolved; pauses while waiting for customer; days skip dates paused; reopen never',
  });
  const due = (from: string, to: string) =>
    clocks(tell(contract, [OPENED, [from, 'waiting for customer'], [to, 'resumed']]));
  expect(due('2026-06-02T09:00+02:00', '2026-06-02T17:00+02:00')).toEqual([
    'running by 2026-06-03T15:00:00Z',
  ]);
  expect(due('2026-06-02T16:00+02:00', '2026-06-03T10:00+02:00')).toEqual([
    'running by 2026-06-04T15:00:00Z',
  ]);
});

test('hours that have gone by are no dates: where either promise counts dates, the new one counts from where the old did', () => {
  const contract = (p1: string, p3: string) =>
    desk({ p1, p3, rules: 'on raise keep elapsed, late from the deadline\non lower keep old' });
  const raised: Row = ['2026-06-02T12:00+02:00', 'raised', { severity: 'P1' }];
  expect(clocks(tell(contract('2 business days in B at close', '40 h in B'), [OPENED, raised]))).toEqual([
    'running by 2026-06-03T15:00:00Z',
  ]);
  expect(clocks(tell(contract('14 h in B', '5 business days in B at close'), [OPENED, raised]))).toEqual([
    'running by 2026-06-02T13:00:00Z',
  ]);
});

test('what time brings at an instant comes after what happens then', () => {
  const contract = same('8 h in B', {
    rules: 'rule "silent" after 2 h in silence then tell customer',
  });
  const notices = (at: string) =>
    tell(contract, [OPENED, [at, 'reply']], '2026-06-01T12:00+02:00').notices.map((each) =>
      formatInstantUtc(each.at),
    );
  expect(notices('2026-06-01T11:00+02:00')).toEqual([]);
  expect(notices('2026-06-01T11:00:00.001+02:00')).toEqual(['2026-06-01T09:00:00Z']);
});

test('a state ends as another begins, in the lines of a history as in the rows of a scenario', () => {
  const contract = same('8 h in B', {
    clock: 'starts on opened; stops on resolved; pauses while waiting for customer; reopen never',
    rules: 'rule "elsewhere" after 1 h in third party then tell customer',
  });
  const rows: readonly Row[] = [
    OPENED,
    ['2026-06-01T10:00+02:00', 'waiting for customer'],
    ['2026-06-01T11:00+02:00', 'third party'],
  ];
  // One hour out of eight hours that began at 09:00.
  expect(clocks(tell(contract, rows))).toEqual(['running by 2026-06-02T08:00:00Z']);
});
