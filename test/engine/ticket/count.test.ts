/**
 * What is counted of bounds of every kind. Calendar B is Monday to Friday 09:00-17:00 Europe/Berlin; 1 June 2026 is a Monday.
 */
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import {
  countFrom,
  dueOfCount,
  lengthTo,
  measureOf,
  pausedOf,
  standsStill,
  usedOf,
} from '../../../src/engine/ticket/count.ts';
import { termOfLimit } from '../../../src/engine/ticket/find-stretch.ts';
import { NO_PAUSES } from '../../../src/engine/ticket/pauses.ts';
import { ELAPSED, type PausedDays, type Term } from '../../../src/engine/ticket/term.ts';
import { desk, same } from '../../traps/desk.ts';
import type { PlanLimit } from '../../../src/plan/model.ts';
import { clocks, instant, planOf, type Row, tell } from './story.ts';

const HOUR = 3_600_000;
const OPENED: Row = ['2026-06-01T09:00+02:00', 'opened', { severity: 'P3' }];
const WAITS: Row = ['2026-06-01T10:00+02:00', 'waiting for customer'];
const WAITING = {
  clock: 'starts on opened; stops on resolved; pauses while waiting for customer; reopen never',
};

function termOf(cell: string, paused: PausedDays = 'run on'): Term {
  const plan = planOf(same(cell));
  return termOfLimit(loadPlan(plan), plan.plans[0]?.targets[0]?.promise as PlanLimit, paused);
}

describe('the earlier of two', () => {
  test('is due when the first of them is', () => {
    const contract = same('earlier of 30 h and 8 h in B');
    expect(clocks(tell(contract, [OPENED]))).toEqual(['running by 2026-06-01T15:00:00Z']);
  });
  test('has no deadline while a pause keeps both from ending', () => {
    const contract = same('earlier of 8 h in B and 30 h', WAITING);
    expect(clocks(tell(contract, [OPENED, WAITS]))).toEqual(['paused']);
  });
});

describe('hours that were used up before the promise changed', () => {
  const contract = (line: string) =>
    desk({ p1: '8 h in B', p3: '40 h in B', rules: `on raise keep elapsed, ${line}\non lower keep old` });
  const raised = (at: string): readonly Row[] => [OPENED, [at, 'raised', { severity: 'P1' }]];

  test('were so at the end of the last of them, though the calendar was shut when it changed', () => {
    expect(clocks(tell(contract('late from the deadline'), raised('2026-06-01T20:00+02:00')))).toEqual([
      'missed by 2026-06-01T15:00:00Z',
    ]);
  });
  test('were so in the middle of what was counted', () => {
    expect(clocks(tell(contract('late from the deadline'), raised('2026-06-02T12:00+02:00')))).toEqual([
      'missed by 2026-06-01T15:00:00Z',
    ]);
  });
  test('are told with what is counted since, and with what pauses took of both', () => {
    const paused = desk({
      ...WAITING,
      p1: '24 h in B',
      p3: '40 h in B',
      rules: 'on raise keep elapsed, late from the deadline\non lower keep old',
    });
    const [clock] = tell(
      paused,
      [
        OPENED,
        WAITS,
        ['2026-06-01T12:00+02:00', 'resumed'],
        ['2026-06-01T16:00+02:00', 'raised', { severity: 'P1' }],
        ['2026-06-02T10:00+02:00', 'waiting for customer'],
        ['2026-06-02T13:00+02:00', 'resumed'],
      ],
      '2026-06-02T15:00+02:00',
    ).clocks;
    // One hour before the first pause of two and four after it; an hour to the evening, one before the pause of three, two after.
    expect([clock?.used, clock?.paused, clock?.remaining]).toEqual([9 * HOUR, 5 * HOUR, 15 * HOUR]);
  });
});

describe('dates that add the time of a pause', () => {
  const extra = 'calendar Lunch { zone Europe/Berlin; open Mon..Fri 12:00-14:00; holidays none }';
  const clock =
    'starts on opened; stops on resolved; pauses during Lunch; days add time paused; reopen never';
  const due = (opened: string) =>
    clocks(
      tell(
        same('1 business day in B at 12:00, received outside hours as received, ending outside hours stays', {
          extra,
          clock,
        }),
        [[opened, 'opened', { severity: 'P3' }]],
      ),
    );
  test('add none that begins when they end', () => {
    expect(due('2026-06-01T15:00+02:00')).toEqual(['running by 2026-06-02T10:00:00Z']);
  });
  test('add one that by another comes to begin before they end', () => {
    // The two hours of Monday move the end to 14:00, before which lie the two of Tuesday.
    expect(due('2026-06-01T11:00+02:00')).toEqual(['running by 2026-06-02T14:00:00Z']);
  });
});

describe('time spent on a bound', () => {
  test('is told by its calendar, and of several by that of the first', () => {
    const used = (cell: string) => tell(same(cell), [OPENED], '2026-06-02T09:00+02:00').clocks[0]?.used;
    expect(used('20 h in B')).toBe(8 * HOUR);
    expect(used('later of 20 h in B and 60 h')).toBe(8 * HOUR);
    expect(used('later of 60 h and 20 h in B')).toBe(24 * HOUR);
  });
  test('is all time where the first is itself of several, or there is none', () => {
    const several: Term = { kind: 'pick', pick: 'later', of: [termOf('8 h in B')] };
    expect(measureOf({ kind: 'pick', pick: 'later', of: [several] })).toBe(ELAPSED);
    expect(measureOf({ kind: 'pick', pick: 'later', of: [] })).toBe(ELAPSED);
    expect(measureOf(several).name).toBe('B');
  });
});

describe('a bound', () => {
  const runsOn = termOf('1 business day in B at close');
  const skips = termOf('1 business day in B at close', 'skip dates');
  const adds = termOf('1 business day in B at close', 'add time');
  const hours = termOf('8 h in B');
  const of = (pick: 'later' | 'earlier', ...all: readonly Term[]): Term => ({ kind: 'pick', pick, of: all });

  test('stands still in a pause unless it is of dates that run on', () => {
    expect([hours, skips, adds, runsOn].map(standsStill)).toEqual([true, true, true, false]);
  });
  test('that is the later of two stands still if either does, and the earlier if both do', () => {
    expect(
      [of('later', hours, runsOn), of('later', runsOn, skips), of('later', runsOn, runsOn)].map(standsStill),
    ).toEqual([true, true, false]);
    expect(
      [of('earlier', hours, runsOn), of('earlier', runsOn, hours), of('earlier', hours, adds)].map(
        standsStill,
      ),
    ).toEqual([false, false, true]);
  });
  test('is as long as what is open up to its end, without the pauses in which it stands still', () => {
    const from = instant('2026-06-01T09:00+02:00');
    const end = instant('2026-06-01T17:00+02:00');
    const pauses = { spans: [from + HOUR, from + 3 * HOUR], during: [] };
    expect(lengthTo(countFrom(hours, from), end, pauses)).toBe(6 * HOUR);
    expect(lengthTo(countFrom(runsOn, from), end, pauses)).toBe(8 * HOUR);
    expect([
      usedOf(countFrom(hours, from), end, pauses),
      pausedOf(countFrom(hours, from), end, pauses),
    ]).toEqual([6 * HOUR, 2 * HOUR]);
    expect([
      usedOf(countFrom(runsOn, from), end, pauses),
      pausedOf(countFrom(runsOn, from), end, pauses),
    ]).toEqual([8 * HOUR, 0]);
  });
  test('of which more is used than it has is due where it is counted from', () => {
    const from = instant('2026-06-01T09:00+02:00');
    expect(dueOfCount({ ...countFrom(hours, from), credit: 9 * HOUR }, NO_PAUSES)).toBe(from);
    const piece = { measure: ELAPSED, from: from - 2 * HOUR, to: from };
    expect(dueOfCount({ term: hours, from, credit: 9 * HOUR, earlier: [piece] }, NO_PAUSES)).toBe(
      from - 2 * HOUR,
    );
    // What was counted up to an instant before its end is told up to there.
    expect(usedOf({ term: hours, from, credit: HOUR, earlier: [piece] }, from - HOUR, NO_PAUSES)).toBe(
      2 * HOUR,
    );
    const pauses = { spans: [from - 2 * HOUR, from], during: [] };
    expect(pausedOf({ term: hours, from, credit: 0, earlier: [piece] }, from - HOUR, pauses)).toBe(HOUR);
  });
});
