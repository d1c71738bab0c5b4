/**
 * What each line of a change makes of a deadline, by dates worked out by hand. Calendar B is Monday to Friday 09:00-17:00
 * Europe/Berlin; 1 June 2026 is a Monday.
 */
import { describe, expect, test } from 'vitest';
import { desk, type DeskParts } from '../../traps/desk.ts';
import { clocks, type Row, tell } from './story.ts';

test('dates that take the place of hours kept twice count from where the first of those hours were counted', () => {
  const contract = desk({
    extra: 'channel web\nchannel phone\ncalendar Desk { use B; use 24x7 for phone }',
    p1: '30 h in Desk',
    p3: '2 business days in B at close',
    rules: 'on raise keep old\non lower keep elapsed\non change of channel keep elapsed',
  });
  const rows: readonly Row[] = [
    ['2026-06-01T09:00+02:00', 'opened', { severity: 'P1', channel: 'web' }],
    ['2026-06-02T10:00+02:00', 'changed', { channel: 'phone' }],
    ['2026-06-02T12:00+02:00', 'lowered', { severity: 'P3' }],
  ];
  // Nine hours by Tuesday 10:00, and the other 21 at any time; then Tuesday and Wednesday, not Wednesday and Thursday.
  expect(clocks(tell(contract, rows.slice(0, 2)))).toEqual(['running by 2026-06-03T05:00:00Z']);
  expect(clocks(tell(contract, rows))).toEqual(['running by 2026-06-03T15:00:00Z']);
});

describe('a change of severity', () => {
  const at = (time: string, event: string, says: Row[2] = {}): Row => [
    `2026-06-01T${time}+02:00`,
    event,
    says,
  ];
  const raise = (line: string, parts: Partial<DeskParts> = {}) =>
    desk({ p1: '4 h', p3: '8 h', rules: `on raise ${line}\non lower keep old`, ...parts });
  const OPENED = at('09:00', 'opened', { severity: 'P3' });
  const RAISED = at('11:00', 'raised', { severity: 'P1' });
  const due = (line: string, rows: readonly Row[] = [OPENED, RAISED], parts: Partial<DeskParts> = {}) =>
    clocks(tell(raise(line, parts), rows));

  test('counts from the opening, from the change, or from an event before it', () => {
    expect(due('count from open')).toEqual(['running by 2026-06-01T11:00:00Z']);
    expect(due('count from the change')).toEqual(['running by 2026-06-01T13:00:00Z']);
    expect(due('count from described', [OPENED, at('10:00', 'described'), RAISED])).toEqual([
      'running by 2026-06-01T12:00:00Z',
    ]);
    // Of which there was none, and then from the change.
    expect(due('count from described')).toEqual(['running by 2026-06-01T13:00:00Z']);
  });
  test('counts from no event before the clock began', () => {
    const late = { clock: 'starts on acknowledged; stops on resolved; pauses never; reopen never' };
    const rows = [OPENED, at('09:30', 'described'), at('10:00', 'acknowledged'), RAISED];
    expect(due('count from described', rows, late)).toEqual(['running by 2026-06-01T12:00:00Z']);
  });
  test('keeps what has elapsed, or the share that is left', () => {
    expect(due('keep elapsed')).toEqual(['running by 2026-06-01T11:00:00Z']);
    // A quarter is used, and three of the four hours are left.
    expect(due('proportional')).toEqual(['running by 2026-06-01T12:00:00Z']);
    expect(due('proportional', [OPENED, at('18:00', 'raised', { severity: 'P1' })])).toEqual([
      'missed by 2026-06-01T16:00:00Z, late since 2026-06-01T15:00:00Z',
    ]);
  });
  test('keeps the share that was left of dates, in open time up to their end', () => {
    // Sixteen hours up to Tuesday 17:00, of which two are used: seven eighths of four hours.
    expect(due('proportional', [OPENED, RAISED], { p3: '1 business day in B at close' })).toEqual([
      'running by 2026-06-01T12:30:00Z',
    ]);
    // A quarter of eight hours is used: three quarters of the fourteen that are left up to Tuesday 17:00, from 11:00.
    expect(due('proportional', [OPENED, RAISED], { p1: '1 business day in B at close' })).toEqual([
      'running by 2026-06-02T11:30:00Z',
    ]);
  });
  test('is rounded down to a whole millisecond where a share is none', () => {
    const third = at('09:00', 'raised', { severity: 'P1' });
    const rows = [OPENED, [`2026-06-01T09:00:00.001+02:00`, third[1], third[2]] as Row];
    const [clock] = tell(raise('proportional', { p1: '1 h', p3: '7 h' }), rows).clocks;
    // What is left of an hour is 25 199 999 / 25 200 000 of it, and 0.14 ms less than 3 600 000.
    expect(clock?.due).toBe(Date.parse('2026-06-01T07:00:00.001Z') + 3_599_999);
  });
  test('leaves out what a pause took before it', () => {
    const paused = {
      clock: 'starts on opened; stops on resolved; pauses while waiting for customer; reopen never',
    };
    const rows = [
      OPENED,
      at('10:00', 'waiting for customer'),
      at('11:00', 'resumed'),
      at('12:00', 'raised', { severity: 'P1' }),
    ];
    expect(due('keep elapsed', rows, paused)).toEqual(['running by 2026-06-01T12:00:00Z']);
    expect(due('proportional', rows, paused)).toEqual(['running by 2026-06-01T13:00:00Z']);
    expect(due('count from open', rows, paused)).toEqual(['running by 2026-06-01T12:00:00Z']);
    // While the ticket waits, what was left when it began to wait is left.
    const waits = [
      OPENED,
      at('10:00', 'waiting for customer'),
      at('12:00', 'raised', { severity: 'P1' }),
      at('13:00', 'resumed'),
    ];
    expect(due('proportional', waits, paused)).toEqual(['running by 2026-06-01T14:30:00Z']);
  });
  test('holds the old promise beside the new one, which pauses after the change move as well', () => {
    const paused = {
      p1: '8 h',
      p3: '4 h',
      clock: 'starts on opened; stops on resolved; pauses while waiting for customer; reopen never',
    };
    const rows = [OPENED, RAISED, at('11:30', 'waiting for customer'), at('12:00', 'resumed')];
    const line = 'count from the change, earlier of old and new';
    expect(due(line, rows.slice(0, 2), paused)).toEqual(['running by 2026-06-01T11:00:00Z']);
    expect(due(line, rows, paused)).toEqual(['running by 2026-06-01T11:30:00Z']);
  });
  test('from dates to hours that are kept counts those from where the dates were counted', () => {
    const early = at('08:00', 'opened', { severity: 'P3' });
    const rows = [early, at('10:00', 'raised', { severity: 'P1' })];
    // Four hours from 08:00, though B opens at 09:00 alone.
    expect(due('keep elapsed', rows, { p3: '1 business day in B at close' })).toEqual([
      'running by 2026-06-01T10:00:00Z',
    ]);
  });
  test('is late from the deadline, or from the change where that says so', () => {
    const rows = [OPENED, at('14:00', 'raised', { severity: 'P1' })];
    expect(due('count from open, late from the deadline', rows)).toEqual(['missed by 2026-06-01T11:00:00Z']);
    expect(due('count from open, late from the change', [...rows, at('14:01', 'call')])).toEqual([
      'missed by 2026-06-01T11:00:00Z, late since 2026-06-01T12:00:00Z',
    ]);
    const exactly = [OPENED, at('13:00', 'raised', { severity: 'P1' }), at('13:30', 'call')];
    expect(due('count from open, late from the change', exactly)).toEqual(['missed by 2026-06-01T11:00:00Z']);
  });
  test('forgets a breach, or has it stay one since when it was', () => {
    const rows = [OPENED, at('17:30', 'raised', { severity: 'P1' })];
    expect(due('count from the change, a breach stays a breach', rows)).toEqual([
      'missed by 2026-06-01T19:30:00Z, late since 2026-06-01T15:00:00Z',
    ]);
    expect(due('count from the change, a breach is forgotten', rows)).toEqual([
      'running by 2026-06-01T19:30:00Z',
    ]);
    const inTime = [OPENED, at('17:00', 'raised', { severity: 'P1' })];
    expect(due('count from the change, a breach stays a breach', inTime)).toEqual([
      'running by 2026-06-01T19:00:00Z',
    ]);
  });
  test('is due no earlier than its floor, from the change or from an event', () => {
    const rows = [OPENED, at('10:00', 'described'), at('12:30', 'raised', { severity: 'P1' })];
    expect(due('count from open, never due less than 2 h after the change', rows)).toEqual([
      'running by 2026-06-01T12:30:00Z',
    ]);
    expect(due('count from open, never due less than 4 h after described', rows)).toEqual([
      'running by 2026-06-01T12:00:00Z',
    ]);
    expect(due('count from open, never due less than 10 min after the change', rows)).toEqual([
      'running by 2026-06-01T11:00:00Z',
    ]);
    const none = [OPENED, at('12:30', 'raised', { severity: 'P1' })];
    expect(due('count from open, never due less than 4 h after described', none)).toEqual([
      'running by 2026-06-01T14:30:00Z',
    ]);
  });
  test('to a word promises no time any more', () => {
    expect(due('count from open, earlier of old and new', [OPENED, RAISED], { p1: 'best effort' })).toEqual([
      'word',
    ]);
  });
  test('from a word counts as it says', () => {
    expect(due('keep elapsed', [OPENED, RAISED], { p3: 'best effort' })).toEqual([
      'running by 2026-06-01T13:00:00Z',
    ]);
    expect(due('proportional', [OPENED, RAISED], { p3: 'best effort' })).toEqual([
      'running by 2026-06-01T13:00:00Z',
    ]);
    expect(due('count from open', [OPENED, RAISED], { p3: 'best effort' })).toEqual([
      'running by 2026-06-01T11:00:00Z',
    ]);
  });
  test('that changes no promise changes no clock', () => {
    expect(due('count from the change', [OPENED, RAISED], { p1: '8 h' })).toEqual([
      'running by 2026-06-01T15:00:00Z',
    ]);
  });
  test('is by the line of its own kind, or else by that of its direction', () => {
    const facts = { extra: 'facts { detailed yes or no }' };
    const lines = (more: string) => ({
      ...facts,
      rules: `on raise count from open\non lower keep old\n${more}`,
    });
    const described = [OPENED, at('11:00', 'described', { severity: 'P1' })];
    const corrected = [OPENED, at('11:00', 'corrected', { severity: 'P1' })];
    expect(due('', described, lines('on completion count from the change'))).toEqual([
      'running by 2026-06-01T13:00:00Z',
    ]);
    expect(due('', described, lines('on correction count from the change'))).toEqual([
      'running by 2026-06-01T11:00:00Z',
    ]);
    expect(due('', corrected, lines('on correction count from the change'))).toEqual([
      'running by 2026-06-01T13:00:00Z',
    ]);
    expect(due('', corrected, lines('on completion count from the change'))).toEqual([
      'running by 2026-06-01T11:00:00Z',
    ]);
  });
  test('is by the line of the nearest plan that has one', () => {
    const parts = {
      rules: `plan Plus extends Basic { on raise count from the change }
plan Most extends Plus { }
on raise count from open
on lower keep old`,
    };
    const of = (plan: string) => due('', [at('09:00', 'opened', { severity: 'P3', plan }), RAISED], parts);
    expect([of('Basic'), of('Plus'), of('Most')].flat()).toEqual([
      'running by 2026-06-01T11:00:00Z',
      'running by 2026-06-01T13:00:00Z',
      'running by 2026-06-01T13:00:00Z',
    ]);
  });
});

describe('the earlier of old and new, as in a cell', () => {
  const clock =
    'starts on opened; stops on resolved; pauses while waiting for customer; days run on; reopen never';
  const at = (time: string, event: string, says: Row[2] = {}): Row => [`2026-06-${time}+02:00`, event, says];
  const RAISED: readonly Row[] = [
    at('01T09:00', 'opened', { severity: 'P3' }),
    at('01T11:00', 'raised', { severity: 'P1' }),
  ];
  const WAITS = at('01T12:00', 'waiting for customer');
  const days = '2 business days in B at close';
  const raised = (rows: readonly Row[]) =>
    clocks(
      tell(
        desk({
          clock,
          p1: '4 h',
          p3: days,
          rules: 'on raise count from the change, earlier of old and new\non lower keep old',
        }),
        [...RAISED, ...rows],
      ),
    );
  const inOneCell = (rows: readonly Row[]) =>
    clocks(
      tell(
        desk({
          clock,
          p1: `earlier of 4 h and ${days}`,
          p3: days,
          rules: 'on raise count from open\non lower keep old',
        }),
        [...RAISED, ...rows],
      ),
    );

  test('is the one that a pause does not stop while the other stands still', () => {
    // Monday is the day of receipt, so the second business day is Wednesday.
    expect(raised([WAITS])).toEqual(['running by 2026-06-03T15:00:00Z']);
    expect(inOneCell([WAITS])).toEqual(['running by 2026-06-03T15:00:00Z']);
    const answered = [WAITS, at('05T12:00', 'resumed')];
    expect(raised(answered)).toEqual(inOneCell(answered));
    expect(raised(answered)[0]).toMatch(/^missed by 2026-06-03T15:00:00Z/);
  });

  test('is again the new one where the pause was short', () => {
    // Three of the four hours were left at noon.
    expect(raised([WAITS, at('01T13:00', 'resumed')])).toEqual(['running by 2026-06-01T14:00:00Z']);
  });

  test('is not known while both stand still', () => {
    const hours = desk({
      clock,
      p1: '4 h',
      p3: '8 h',
      rules: 'on raise count from the change, earlier of old and new\non lower keep old',
    });
    expect(clocks(tell(hours, [...RAISED, WAITS]))[0]).toMatch(/^paused/);
  });
});
