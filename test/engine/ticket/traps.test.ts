/**
 * The dated answers of the traps that hang on a ticket's history: what each contract's words make of one story. Calendar B
 * is Monday to Friday 09:00-17:00 Europe/Berlin.
 */
import { describe, expect, test } from 'vitest';
import { desk, same } from '../../traps/desk.ts';
import { byMachine, byReference, ticketCaseOf, toldOf } from '../../laws/ticket-case.ts';
import { clocks, instant, type Row, tell as tellMachine } from './story.ts';

/** What the machine says of a story; the reference says the same. */
function tell(contracts: string | readonly string[], rows: readonly Row[], until?: string) {
  const both = ticketCaseOf(...(typeof contracts === 'string' ? [contracts] : contracts));
  const told = toldOf(rows);
  const at = until === undefined ? Math.max(...told.map((each) => each.at)) : instant(until);
  expect(byMachine(both, told, at)).toEqual(byReference(both, told, at));
  return tellMachine(contracts, rows, until);
}

const raised = (clause: string) => desk({ rules: `on raise ${clause}\non lower keep old` });
const lowered = (clause: string) => desk({ rules: `on raise count from the change\non lower ${clause}` });
const reopened = (clause: string) =>
  same('8 h in B', { clock: `starts on opened; stops on resolved; reopen ${clause}` });

describe('trap 1: raised in the middle', () => {
  const story: readonly Row[] = [
    ['2026-06-02T10:00+02:00', 'opened', { severity: 'P3' }],
    ['2026-06-02T15:30+02:00', 'raised', { severity: 'P1' }],
  ];
  test.each([
    ['count from open, late from the deadline', 'missed by 2026-06-02T12:00:00Z'],
    [
      'count from open, late from the change',
      'missed by 2026-06-02T12:00:00Z, late since 2026-06-02T13:30:00Z',
    ],
    ['count from open, never due less than 30 min after the change', 'running by 2026-06-02T14:00:00Z'],
    ['count from the change', 'running by 2026-06-03T09:30:00Z'],
    ['count from the change, earlier of old and new', 'running by 2026-06-03T09:30:00Z'],
    ['keep elapsed, late from the deadline', 'missed by 2026-06-02T12:00:00Z'],
    ['proportional', 'running by 2026-06-03T08:07:30Z'],
    ['keep old', 'running by 2026-06-04T08:00:00Z'],
  ])('%s', (clause, says) => {
    expect(clocks(tell(raised(clause), story))).toEqual([says]);
  });
});

describe('trap 2: raised after a pause', () => {
  const contract = desk({
    clock: 'starts on opened; stops on resolved; pauses while waiting for customer; reopen never',
    p1: '4 h',
    p3: '16 h',
    rules: 'on raise count from open, late from the deadline\non lower keep old',
  });
  test('the deadline is worked out from the history: a pause after it moves nothing', () => {
    const story: readonly Row[] = [
      ['2026-06-02T09:00+02:00', 'opened', { severity: 'P3' }],
      ['2026-06-02T14:00+02:00', 'waiting for customer'],
      ['2026-06-02T15:00+02:00', 'resumed'],
      ['2026-06-02T15:30+02:00', 'raised', { severity: 'P1' }],
    ];
    expect(clocks(tell(contract, story))).toEqual(['missed by 2026-06-02T11:00:00Z']);
  });
});

describe('trap 3: lowered after a breach', () => {
  const story: readonly Row[] = [
    ['2026-06-02T09:00+02:00', 'opened', { severity: 'P1' }],
    ['2026-06-02T14:00+02:00', 'lowered', { severity: 'P3' }],
  ];
  test('a breach stays a breach, since when it was one', () => {
    expect(clocks(tell(lowered('keep elapsed, a breach stays a breach'), story))).toEqual([
      'missed by 2026-06-03T15:00:00Z, late since 2026-06-02T11:00:00Z',
    ]);
  });
  test('a breach is forgotten where the contract says so', () => {
    expect(clocks(tell(lowered('keep elapsed, a breach is forgotten'), story))).toEqual([
      'running by 2026-06-03T15:00:00Z',
    ]);
  });
});

test('trap 4: what was met before a change stays met', () => {
  const story: readonly Row[] = [
    ['2026-06-02T09:00+02:00', 'opened', { severity: 'P3' }],
    ['2026-06-02T16:00+02:00', 'resolved'],
    ['2026-06-02T16:30+02:00', 'raised', { severity: 'P1' }],
  ];
  expect(clocks(tell(raised('count from open, late from the deadline'), story))).toEqual([
    'met by 2026-06-03T15:00:00Z',
  ]);
});

describe('trap 9: the edge instant', () => {
  const contract = desk({ p3: '8 h in B' });
  const ended = (at: string): readonly Row[] => [
    ['2026-06-02T09:00+02:00', 'opened', { severity: 'P3' }],
    [at, 'resolved'],
  ];
  test('a budget that runs out at closing is due then, and an end at the deadline is in time', () => {
    expect(clocks(tell(contract, ended('2026-06-02T17:00:00+02:00')))).toEqual([
      'met by 2026-06-02T15:00:00Z',
    ]);
  });
  test('a millisecond later is late, though the calendar is closed', () => {
    expect(clocks(tell(contract, ended('2026-06-02T17:00:00.001+02:00')))).toEqual([
      'missed by 2026-06-02T15:00:00Z',
    ]);
  });
});

test('trap 16: a pause over the weekend takes out six hours of the calendar, not seventy of the wall', () => {
  const contract = same('10 h in B', {
    clock: 'starts on opened; stops on resolved; pauses while waiting for customer; reopen never',
  });
  const story: readonly Row[] = [
    ['2026-06-12T09:00+02:00', 'opened', { severity: 'P3' }],
    ['2026-06-12T12:00+02:00', 'waiting for customer'],
    ['2026-06-15T10:00+02:00', 'resumed'],
  ];
  expect(clocks(tell(contract, story))).toEqual(['running by 2026-06-15T15:00:00Z']);
});

describe('trap 17: a ticket comes back', () => {
  const WITHIN = 'within 5 business days ending at close in B';
  const story: readonly Row[] = [
    ['2026-06-02T09:00+02:00', 'opened', { severity: 'P3' }],
    ['2026-06-02T13:00+02:00', 'resolved'],
    ['2026-06-05T15:00+02:00', 'reopened'],
  ];
  test.each([
    [`${WITHIN} continues, met is withdrawn`, ['running by 2026-06-08T09:00:00Z']],
    [`${WITHIN} continues, met stands`, ['met by 2026-06-02T15:00:00Z', 'running by 2026-06-08T09:00:00Z']],
    [
      `${WITHIN} starts afresh, met stands`,
      ['met by 2026-06-02T15:00:00Z', 'running by 2026-06-08T13:00:00Z'],
    ],
    [`${WITHIN} runs on, met is withdrawn`, ['missed by 2026-06-02T15:00:00Z']],
    ['never', ['met by 2026-06-02T15:00:00Z']],
  ])('reopen %s', (clause, says) => {
    expect(clocks(tell(reopened(clause), story))).toEqual(says);
  });
  test('after the window it is another ticket', () => {
    const late: readonly Row[] = [...story.slice(0, 2), ['2026-06-09T17:00:01+02:00', 'reopened']];
    expect(clocks(tell(reopened(`${WITHIN} runs on, met is withdrawn`), late))).toEqual([
      'met by 2026-06-02T15:00:00Z',
    ]);
  });
});

describe('trap 18: the oldest message or the newest', () => {
  const story: readonly Row[] = [
    ['2026-06-02T09:00+02:00', 'opened', { severity: 'P3' }],
    ['2026-06-02T10:00+02:00', 'customer reply'],
    ['2026-06-02T12:00+02:00', 'customer reply'],
  ];
  test.each([
    ['oldest message', 'running by 2026-06-02T12:00:00Z'],
    ['newest message', 'running by 2026-06-02T14:00:00Z'],
  ])('%s', (which, says) => {
    const contract = same('4 h in B', {
      clock: `starts on "customer reply"; stops on reply; every "customer reply", ${which}; reopen never`,
    });
    expect(clocks(tell(contract, story))).toEqual([says]);
  });
});

test('trap 19: what stops a clock is what the contract lists', () => {
  const story: readonly Row[] = [
    ['2026-06-02T09:00+02:00', 'opened', { severity: 'P3' }],
    ['2026-06-02T09:00:05+02:00', 'automatic reply'],
    ['2026-06-02T09:40+02:00', 'call'],
    ['2026-06-02T10:10+02:00', 'reply'],
  ];
  const stops = (events: string) =>
    clocks(tell(same('1 h in B', { clock: `starts on opened; stops on ${events}; reopen never` }), story));
  expect(stops('reply, call')).toEqual(['met by 2026-06-02T08:00:00Z']);
  expect(stops('reply')).toEqual(['missed by 2026-06-02T08:00:00Z']);
});

describe('trap 20: a ticket that says too little', () => {
  const MOSCOW = 'calendar B { zone Europe/Moscow; open Mon..Fri 10:00-19:00; holidays none }';
  const story: readonly Row[] = [
    ['2026-06-15T10:00+03:00', 'opened', { severity: 'P1', detailed: 'no' }],
    ['2026-06-16T14:00+03:00', 'described', { severity: 'P1', detailed: 'yes' }],
  ];
  test.each([
    ['opened', 'count from open, late from the deadline', 'missed by 2026-06-15T12:00:00Z'],
    ['opened', 'count from described, late from the change', 'running by 2026-06-16T16:00:00Z'],
    ['described', 'count from open, late from the deadline', 'running by 2026-06-16T16:00:00Z'],
  ])('starts on %s, on completion %s', (starts, clause, says) => {
    const contract = desk({
      header: 'zone Europe/Moscow',
      hours: MOSCOW,
      extra: 'facts { detailed yes or no }',
      p1: '5 h in B',
      p3: '40 h in B',
      clock: `starts on ${starts}; stops on resolved; reopen never`,
      rules: `rule "too little" on opened when not detailed then severity P3
on raise count from the change
on lower keep old
on completion ${clause}, a breach stays a breach`,
    });
    expect(clocks(tell(contract, story))).toEqual([says]);
  });
});

describe('trap 21: half restored, and agreed to be less', () => {
  const restored = (clause: string) =>
    desk({
      p1: '4 h',
      p3: '6 h',
      rules: `rule "partly restored" on restored partly then lower P1 to P3, if customer agrees, silence refuses
on raise count from the change
on lower ${clause}, a breach stays a breach`,
    });
  const story = (agreed: string): readonly Row[] => [
    ['2026-06-16T10:00+03:00', 'opened', { severity: 'P1' }],
    ['2026-06-16T12:30+03:00', 'restored partly'],
    [agreed, 'agreed'],
  ];
  test.each([
    ['count from open', 'running by 2026-06-16T13:00:00Z'],
    ['count from restored partly', 'running by 2026-06-16T15:30:00Z'],
    ['count from agreed', 'running by 2026-06-16T16:00:00Z'],
  ])('on lower %s', (clause, says) => {
    expect(clocks(tell(restored(clause), story('2026-06-16T13:00+03:00')))).toEqual([says]);
  });
  test('agreed after the first limit has passed, the miss stays', () => {
    expect(clocks(tell(restored('count from agreed'), story('2026-06-16T14:30+03:00')))).toEqual([
      'missed by 2026-06-16T17:30:00Z, late since 2026-06-16T11:00:00Z',
    ]);
  });
  test('without an answer nothing is lowered, and the question is on record', () => {
    const { severity, consents } = tell(
      restored('count from agreed'),
      story('2026-06-17T13:00+03:00').slice(0, 2),
    );
    expect(severity).toBe(0);
    expect(consents.map(({ rule, answer }) => `${rule}: ${answer}`)).toEqual(['partly restored: open']);
  });
});

describe('trap 23: a new version while tickets are open', () => {
  const old = same('16 h in B', { header: 'effective 2026-01-01 in Europe/Berlin\nbinds by opened' });
  const next = (clause: string) =>
    same('8 h in B', { header: `effective 2026-07-01 in Europe/Berlin\nbinds by opened\n${clause}` });
  const story: readonly Row[] = [['2026-06-30T14:00+02:00', 'opened', { severity: 'P3' }]];
  test.each([
    ['tickets in flight keep old', 'running by 2026-07-02T12:00:00Z'],
    ['tickets in flight count from open', 'running by 2026-07-01T12:00:00Z'],
    ['tickets in flight count from the change', 'running by 2026-07-01T15:00:00Z'],
    ['tickets in flight proportional', 'running by 2026-07-01T13:30:00Z'],
  ])('%s', (clause, says) => {
    expect(clocks(tell([old, next(clause)], story, '2026-07-01T08:00+02:00'))).toEqual([says]);
  });
});

describe('trap 30: two events at one instant', () => {
  const contract = same('8 h in B', {
    clock: 'starts on opened; stops on resolved; pauses while waiting for customer; reopen never',
  });
  const opened: Row = ['2026-06-02T09:00+02:00', 'opened', { severity: 'P3' }];
  const at = '2026-06-02T11:00+02:00';
  test('a stop beats a pause, whichever line comes first', () => {
    const lines: readonly Row[] = [
      [at, 'waiting for customer'],
      [at, 'resolved'],
    ];
    for (const order of [lines, lines.toReversed()]) {
      expect(clocks(tell(contract, [opened, ...order]))).toEqual(['met by 2026-06-02T15:00:00Z']);
    }
  });
  test('a start and a pause together start paused', () => {
    const waits: Row = ['2026-06-02T09:00+02:00', 'waiting for customer'];
    expect(clocks(tell(contract, [waits, opened]))).toEqual(['paused']);
  });
  test('events of one kind keep their order: waiting and resumed is not resumed and waiting', () => {
    const waits: Row = [at, 'waiting for customer'];
    const resumes: Row = [at, 'resumed'];
    expect(clocks(tell(contract, [opened, waits, resumes]))).toEqual(['running by 2026-06-02T15:00:00Z']);
    expect(clocks(tell(contract, [opened, resumes, waits]))).toEqual(['paused']);
  });
});

describe('trap 31: another channel on the way', () => {
  const story: readonly Row[] = [
    ['2026-06-12T18:00+02:00', 'opened', { severity: 'P1', channel: 'web' }],
    ['2026-06-13T10:00+02:00', 'changed', { channel: 'phone' }],
  ];
  test.each([
    ['count from open, late from the deadline, a breach stays a breach', 'missed by 2026-06-12T20:00:00Z'],
    ['count from the change, a breach stays a breach', 'running by 2026-06-13T12:00:00Z'],
    ['keep elapsed, late from the change, a breach stays a breach', 'running by 2026-06-13T12:00:00Z'],
    ['keep old', 'running by 2026-06-15T11:00:00Z'],
  ])('on change of channel %s', (clause, says) => {
    const contract = desk({
      extra: 'channel web\nchannel phone\ncalendar Desk { use B; use 24x7 for phone }',
      p1: '4 h in Desk',
      rules: `on raise count from the change\non lower keep old\non change of channel ${clause}`,
    });
    expect(clocks(tell(contract, story))).toEqual([says]);
  });
});
