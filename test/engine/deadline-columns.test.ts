import { describe, expect, it } from 'vitest';
import type { ColumnQuestion } from '../../src/engine/column-question.ts';
import { deadlinesEach } from '../../src/engine/deadline-columns.ts';
import { loadPlan } from '../../src/engine/index.ts';
import type { PlanLimit, PlanPromise } from '../../src/plan/model.ts';
import { at } from '../plan/calendar-of-text.ts';
import { civil, contractWith, weekdays } from './checked-contract.ts';
import { engineOf } from './lower-calendar.ts';

const HOUR = 3_600_000;

/** A Monday and a Friday afternoon, and no instant between them. */
const STARTS = Float64Array.of(at('2026-06-01T10:00+02:00'), NaN, at('2026-06-05T16:00+02:00'));

const engine = engineOf(contractWith({ C: civil('Europe/Berlin', weekdays(1, 5, '09:00-17:00')) }));

const elapsed = (hours: number): PlanLimit => ({ kind: 'elapsed', seconds: hours * 3600 });
const hours = (count: number): PlanLimit => ({ kind: 'hours', seconds: count * 3600, calendar: 0 });
const nextDay: PlanLimit = {
  kind: 'days',
  unit: 'business day',
  count: 1,
  calendar: 0,
  zone: 'Europe/Berlin',
  end: { kind: 'close' },
  receipt: 'as received',
  dayOne: 'day after',
  cutOff: null,
  endOutside: 'stays',
};

/** Hours from the opening of each row to its deadline, beside the column and over it; `out` has room for one row more. */
function dues(promise: PlanPromise): readonly number[] {
  const out = new Float64Array(STARTS.length + 1).fill(7);
  deadlinesEach(engine, promise, STARTS, out);
  expect(out.at(-1)).toBe(7);
  const over = STARTS.slice();
  deadlinesEach(engine, promise, over, over);
  expect(over).toEqual(out.subarray(0, STARTS.length));
  return [...over].map((due, row) => (due - (STARTS[row] as number)) / HOUR);
}

describe('a column of deadlines', () => {
  it('is counted by the clock, by open hours, and by dates', () => {
    expect(dues(elapsed(5))).toEqual([5, NaN, 5]);
    expect(dues(hours(2))).toEqual([2, NaN, 66]);
    expect(dues(nextDay)).toEqual([31, NaN, 73]);
  });

  it('of open hours is counted so however long it is', () => {
    const starts = new Float64Array(300).fill(STARTS[0] as number);
    deadlinesEach(engine, hours(2), starts, starts);
    expect(new Set(starts)).toEqual(new Set([(STARTS[0] as number) + 2 * HOUR]));
  });

  it('is the later or the earlier of several, row by row', () => {
    expect(dues({ kind: 'pick', pick: 'later', of: [hours(2), elapsed(5)] })).toEqual([5, NaN, 66]);
    expect(dues({ kind: 'pick', pick: 'earlier', of: [hours(2), elapsed(5)] })).toEqual([2, NaN, 5]);
    expect(dues({ kind: 'pick', pick: 'later', of: [hours(1), elapsed(5), nextDay] })).toEqual([31, NaN, 73]);
    const ofPicks: PlanLimit = { kind: 'pick', pick: 'earlier', of: [elapsed(70), nextDay] };
    expect(dues({ kind: 'pick', pick: 'later', of: [hours(2), ofPicks] })).toEqual([31, NaN, 70]);
    expect(dues({ kind: 'pick', pick: 'later', of: [] })).toEqual([NaN, NaN, NaN]);
  });

  it('is none where a word stands in its place, or it waits for an event', () => {
    expect(dues({ kind: 'word', word: 'best effort' })).toEqual([NaN, NaN, NaN]);
    const of = { kind: 'event', name: 'handover' } as const;
    expect(dues({ kind: 'awaited', side: 'after', of, soft: null, hard: elapsed(1) })).toEqual([
      NaN,
      NaN,
      NaN,
    ]);
  });

  it('is that of the hard end of a range and of a cadence', () => {
    expect(dues({ kind: 'range', soft: elapsed(1), hard: hours(2) })).toEqual([2, NaN, 66]);
    expect(dues({ kind: 'cadence', soft: elapsed(1), hard: elapsed(3), until: null })).toEqual([3, NaN, 3]);
  });

  it('goes on from the column of another promise, or back from it, never to before the opening', () => {
    const relative = (side: 'before' | 'after', base: PlanPromise, hard: PlanLimit): PlanPromise => ({
      kind: 'relative',
      side,
      metric: 'resolve',
      base,
      soft: null,
      hard,
    });
    expect(dues(relative('after', elapsed(3), elapsed(2)))).toEqual([5, NaN, 5]);
    expect(dues(relative('after', hours(2), hours(1)))).toEqual([3, NaN, 67]);
    expect(dues(relative('after', relative('after', elapsed(1), elapsed(1)), nextDay))).toEqual([
      31,
      NaN,
      73,
    ]);
    expect(dues(relative('after', { kind: 'word', word: 'as agreed' }, elapsed(2)))).toEqual([NaN, NaN, NaN]);
    expect(dues(relative('before', nextDay, elapsed(2)))).toEqual([29, NaN, 71]);
    expect(dues(relative('before', nextDay, elapsed(40)))).toEqual([0, NaN, 33]);
    // What is counted from ended before the opening: a day of 2 hours back from one hour on.
    const ended = relative('before', elapsed(1), elapsed(2));
    expect(dues(relative('after', ended, elapsed(0)))).toEqual([0, NaN, 0]);
  });

  it('of hours, and of hours on from them, is for what answers columns', () => {
    const asked: number[] = [];
    const columns = { answer: ({ ms }: ColumnQuestion) => void asked.push(ms / HOUR) };
    const on = loadPlan(engine.plan, {}, columns);
    const after: PlanPromise = {
      kind: 'relative',
      side: 'after',
      metric: 'x',
      base: hours(2),
      soft: null,
      hard: hours(3),
    };
    deadlinesEach(on, after, STARTS, new Float64Array(3));
    expect(asked).toEqual([2, 3]);
    deadlinesEach(on, hours(4), STARTS, new Float64Array(3));
    expect(asked).toEqual([2, 3, 4]);
  });
});
