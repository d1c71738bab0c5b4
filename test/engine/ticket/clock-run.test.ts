/** Clocks by themselves: what starts them, on what they hang, and what each keeps. */
import { describe, expect, test } from 'vitest';
import { advance, ClockRun, readyToStart } from '../../../src/engine/ticket/clock-run.ts';
import type { Clock } from '../../../src/engine/ticket/program.ts';
import { desk, same } from '../../traps/desk.ts';
import { clocks, type Row, tell } from './story.ts';

type Step = Clock['starts'][number]['steps'][number];

/** Whether a line of these steps is complete after each instant, of which each is the events that happen at it. */
function line(steps: readonly Step[], ...instants: readonly (readonly number[])[]): readonly boolean[] {
  const start = { steps, when: null };
  const run = new ClockRun();
  readyToStart(run, { starts: [start] } as unknown as Clock);
  return instants.map((happened) => advance(run, 0, start, happened));
}
const first = (...events: readonly number[]): Step => ({ which: 'first', events });
const last = (...events: readonly number[]): Step => ({ which: 'last', events });

describe('a line of what starts a clock', () => {
  test('is complete with the first of several events', () => {
    expect(line([first(4, 7)], [], [5], [7])).toEqual([false, false, true]);
    expect(line([first(4, 7)], [4])).toEqual([true]);
    expect(line([first()], [4])).toEqual([false]);
  });
  test('is complete with the last of several, in whatever order and at whatever instants they come', () => {
    expect(line([last(4, 7)], [7], [7], [], [4])).toEqual([false, false, false, true]);
    expect(line([last(4, 7)], [7, 4])).toEqual([true]);
    expect(line([last(4)], [5], [4])).toEqual([false, true]);
  });
  test('goes step by step, through several at one instant where they come together', () => {
    expect(line([first(4), first(7)], [7], [4], [4], [7])).toEqual([false, false, false, true]);
    expect(line([first(4), first(7)], [7, 4])).toEqual([true]);
    expect(line([last(4, 7), last(4, 9)], [4], [7], [4], [9])).toEqual([false, false, false, true]);
    expect(line([last(4, 7), last(4, 9)], [4, 7], [9])).toEqual([false, true]);
  });
  test('begins anew when the clock is made ready for another ticket', () => {
    const start = { steps: [last(4, 7)], when: null };
    const run = new ClockRun();
    const clock = { starts: [start] } as unknown as Clock;
    readyToStart(run, clock);
    advance(run, 0, start, [4]);
    readyToStart(run, clock);
    expect(advance(run, 0, start, [7])).toBe(false);
    run.forget();
    expect(advance(run, 0, start, [4])).toBe(false);
    expect(run.steps).toEqual([0]);
  });
});

test('a clock that is promised nothing hangs on no instant, and has no deadline', () => {
  const around = { lastAt: () => 5, run: () => undefined };
  const run = new ClockRun();
  expect([run.anchor(around), run.due(around), run.softDue(around), run.count()]).toEqual([
    NaN,
    NaN,
    NaN,
    null,
  ]);
});

describe('a promise after an event or the stop of another', () => {
  const contract = (update: string) => `contract "Desk" version "1" { zone Europe/Berlin }
event "handed over" "somebody else has it"
severities { P1 "all" }
calendar B { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none }
clock respond { starts on opened; stops on reply; pauses never; reopen never }
clock update { starts on opened; stops on update; pauses never; reopen never }
plan Basic { targets { respond | update
  P1 | 1 h | ${update} } }
`;
  const OPENED: Row = ['2026-06-01T09:00+02:00', 'opened'];
  const of = (update: string, ...rows: readonly Row[]) => {
    const [clock] = tell(contract(update), [OPENED, ...rows]).clocks.filter(
      ({ target }) => target.metric === 'update',
    );
    const at = (instant: number | null | undefined) =>
      instant === null || instant === undefined ? null : new Date(instant).toISOString().slice(8, 16);
    return [clock?.status, at(clock?.softDue), at(clock?.due)];
  };
  const handed: Row = ['2026-06-01T11:00+02:00', 'handed over'];
  const replied: Row = ['2026-06-01T12:00+02:00', 'reply'];

  test('has no deadline before that, and then both of its bounds', () => {
    expect(of('2 to 4 h after "handed over"', replied)).toEqual(['not started', null, null]);
    expect(of('2 to 4 h after "handed over"', replied, handed)).toEqual(['running', '01T11:00', '01T13:00']);
    expect(of('2 to 4 h after respond', handed)).toEqual(['not started', null, null]);
    expect(of('2 to 4 h after respond', handed, replied)).toEqual(['running', '01T12:00', '01T14:00']);
  });
  test('is counted back from it, and never before the clock has begun', () => {
    expect(of('1 h before "handed over"', handed)).toEqual(['missed', null, '01T08:00']);
    expect(of('6 h before "handed over"', handed)).toEqual(['missed', null, '01T07:00']);
  });
  test('of another’s deadline has both of its bounds as well', () => {
    expect(of('2 to 4 h after respond is due')).toEqual(['running', '01T10:00', '01T12:00']);
    expect(of('best effort')).toEqual(['word', null, null]);
  });
});

describe('a promise that hangs on the deadline of another that counts otherwise', () => {
  const contract = (respond: string, starts = 'opened') => `contract "Desk" version "1" { zone Europe/Berlin }
severities { P1 "all" }
calendar B { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none }
clock respond { starts on ${starts}; stops on reply; pauses while waiting for customer; reopen never }
clock update { starts on opened; stops on update; pauses never; reopen never }
plan Basic { targets { respond | update
  P1 | ${respond} | 2 h after respond is due } }
`;
  const OPENED: Row = ['2026-06-01T09:00+02:00', 'opened'];

  test('is told by what the other would be from its own start, before the other begins', () => {
    expect(clocks(tell(contract('3 h', 'described'), [OPENED]), 'update')).toEqual([
      'running by 2026-06-01T12:00:00Z',
    ]);
    const described: Row = ['2026-06-01T10:00+02:00', 'described'];
    expect(clocks(tell(contract('3 h', 'described'), [OPENED, described]), 'update')).toEqual([
      'running by 2026-06-01T13:00:00Z',
    ]);
  });
  test('is not known while the other pauses', () => {
    const waits: Row = ['2026-06-01T10:00+02:00', 'waiting for customer'];
    expect(clocks(tell(contract('3 h'), [OPENED, waits]), 'update')).toEqual(['not started']);
  });
});

describe('a pause that has a cap', () => {
  const contract = same('8 h in B', {
    clock:
      'starts on opened; stops on resolved; pauses while waiting for customer, at most 2 h each; reopen never',
  });
  const rows: readonly Row[] = [
    ['2026-06-01T09:00+02:00', 'opened', { severity: 'P3' }],
    ['2026-06-01T10:00+02:00', 'waiting for customer'],
  ];
  test('keeps the deadline from being known until the cap is used up, and not at its end', () => {
    // One hour of work before the two of the pause and five after it; two more on Tuesday.
    expect(clocks(tell(contract, rows, '2026-06-01T11:59:59.999+02:00'))).toEqual(['paused']);
    expect(clocks(tell(contract, rows, '2026-06-01T12:00+02:00'))).toEqual([
      'running by 2026-06-02T09:00:00Z',
    ]);
  });
});

describe('a change that holds the earlier of old and new', () => {
  const contract = (clock: string) =>
    desk({
      p1: '30 h in B',
      p3: '1 business day in B at close',
      clock: `starts on opened; stops on resolved; ${clock}; reopen never`,
      rules: 'on raise count from the change, earlier of old and new\non lower keep old',
    });
  const rows: readonly Row[] = [
    ['2026-06-01T09:00+02:00', 'opened', { severity: 'P3' }],
    ['2026-06-01T10:00+02:00', 'raised', { severity: 'P1' }],
  ];
  test('is due when the old promise was, where that comes first', () => {
    expect(clocks(tell(contract('pauses never'), rows))).toEqual(['running by 2026-06-02T15:00:00Z']);
  });
  test('has no deadline while a pause keeps both from ending', () => {
    const skips = 'pauses while waiting for customer; days skip dates paused';
    const waits: Row = ['2026-06-01T12:00+02:00', 'waiting for customer'];
    expect(clocks(tell(contract(skips), [...rows, waits]))).toEqual(['paused']);
  });
});
