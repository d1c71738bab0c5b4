/**
 * What starts, stops, repeats, ends and reopens clocks, with dates worked out by hand. Calendar B is Monday to Friday
 * 09:00-17:00 Europe/Berlin; 1 June 2026 is a Monday.
 */
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import {
  prepareProgram,
  readEvent,
  type TicketEvent,
  ticketMachine,
} from '../../../src/engine/ticket/index.ts';
import { desk, same } from '../../traps/desk.ts';
import { clocks, instant, planOf, type Row, tell } from './story.ts';

const at = (time: string, event: string, says: Row[2] = {}): Row => [`2026-06-01T${time}+02:00`, event, says];
const OPENED = at('09:00', 'opened', { severity: 'P3' });
const until = (time: string) => `2026-06-01T${time}+02:00`;

describe('a clock that runs for each message', () => {
  const contract = (which: string, more = '') =>
    same('4 h', {
      clock: `starts on "customer reply"; stops on reply; every "customer reply", ${which} message${more}; pauses never; reopen never`,
    });
  const asks = (time: string) => at(time, 'customer reply');

  test('begins again with the next one after it was stopped, and its first run stays as it was', () => {
    const rows = [
      OPENED,
      asks('10:00'),
      at('11:00', 'reply'),
      asks('12:00'),
      at('17:00', 'reply'),
      asks('18:00'),
    ];
    const told = tell(contract('oldest'), rows);
    expect(clocks(told)).toEqual([
      'met by 2026-06-01T12:00:00Z',
      'missed by 2026-06-01T14:00:00Z',
      'running by 2026-06-01T20:00:00Z',
    ]);
    expect(told.clocks.map(({ occurrence }) => occurrence)).toEqual([1, 2, 3]);
  });
  test('is stopped once, whatever replies follow', () => {
    const rows = [OPENED, asks('10:00'), at('11:00', 'reply'), at('15:00', 'reply')];
    expect(clocks(tell(contract('oldest'), rows))).toEqual(['met by 2026-06-01T12:00:00Z']);
  });
  test('counts from the newest where that is said, and stays late where it was late by then', () => {
    expect(clocks(tell(contract('newest'), [OPENED, asks('10:00'), asks('13:00')]))).toEqual([
      'running by 2026-06-01T15:00:00Z',
    ]);
    expect(clocks(tell(contract('newest'), [OPENED, asks('10:00'), asks('14:00')]))).toEqual([
      'running by 2026-06-01T16:00:00Z',
    ]);
    expect(clocks(tell(contract('newest'), [OPENED, asks('10:00'), asks('14:01'), asks('19:00')]))).toEqual([
      'missed by 2026-06-01T21:00:00Z, late since 2026-06-01T12:00:00Z',
    ]);
  });
  test('that was late only since the change is late since then under the next message', () => {
    const late = desk({
      p1: '1 h',
      p3: '8 h',
      clock:
        'starts on "customer reply"; stops on reply; every "customer reply", newest message; pauses never; reopen never',
      rules: 'on raise count from open, late from the change\non lower keep old',
    });
    const rows = [OPENED, asks('10:00'), at('13:00', 'raised', { severity: 'P1' }), asks('14:00')];
    expect(clocks(tell(late, rows))).toEqual([
      'missed by 2026-06-01T13:00:00Z, late since 2026-06-01T11:00:00Z',
    ]);
  });
  test('takes messages of one group as one up to the very end of its time, and an answer ends the group', () => {
    const grouped = contract('newest', ', messages within 30 min are one');
    const begins = (...rows: readonly Row[]) => clocks(tell(grouped, [OPENED, ...rows])).at(-1);
    expect(begins(asks('10:00'), asks('10:30'))).toBe('running by 2026-06-01T12:30:00Z');
    const oldest = contract('oldest', ', messages within 30 min are one');
    const from = (...rows: readonly Row[]) => clocks(tell(oldest, [OPENED, ...rows])).at(-1);
    expect(from(asks('10:00'), asks('10:30'))).toBe('running by 2026-06-01T12:30:00Z');
    expect(from(asks('10:00'), [`2026-06-01T10:30:00.001+02:00`, 'customer reply'])).toBe(
      'running by 2026-06-01T12:00:00Z',
    );
    expect(from(asks('10:00'), at('10:10', 'reply'), asks('10:20'), asks('10:40'))).toBe(
      'running by 2026-06-01T12:40:00Z',
    );
  });
  test('is not moved by a message of the instant at which it began', () => {
    expect(clocks(tell(contract('newest'), [OPENED, asks('10:00'), asks('10:00')]))).toEqual([
      'running by 2026-06-01T12:00:00Z',
    ]);
  });
});

describe('an update that is promised again and again', () => {
  const contract = (cell: string) => `contract "Desk" version "1" { zone Europe/Berlin }
severities { P1 "all" }
clock update { starts on opened; stops on update; pauses never; reopen never }
clock resolve { starts on opened; stops on resolved; pauses never; reopen never }
plan Basic { targets { update | resolve
  P1 | ${cell} | 30 h } }
`;
  const opened = at('09:00', 'opened');
  const of = (cell: string, ...rows: readonly Row[]) =>
    clocks(tell(contract(cell), [opened, ...rows]), 'update');

  test('begins again where it was stopped, until the ticket is closed', () => {
    const rows = [at('10:00', 'update'), at('13:00', 'update')];
    expect(of('every 2 h', ...rows)).toEqual([
      'met by 2026-06-01T09:00:00Z',
      'missed by 2026-06-01T10:00:00Z',
      'running by 2026-06-01T13:00:00Z',
    ]);
    expect(of('every 2 h', ...rows, at('14:00', 'closed')).at(-1)).toBe('cancelled by 2026-06-01T13:00:00Z');
    expect(of('every 2 h', at('10:00', 'update'), at('10:00', 'closed')).at(-1)).toBe(
      'cancelled by 2026-06-01T10:00:00Z',
    );
  });
  test('ends with the clock that it goes along with, and not before', () => {
    expect(of('every 2 h until resolve', at('10:00', 'update'), at('10:30', 'resolved'))).toEqual([
      'met by 2026-06-01T09:00:00Z',
      'cancelled by 2026-06-01T10:00:00Z',
    ]);
    expect(of('every 2 h until resolve', at('10:00', 'update'), at('10:00', 'resolved'))).toEqual([
      'met by 2026-06-01T09:00:00Z',
    ]);
    expect(of('every 2 h until resolve', at('10:30', 'resolved'), at('11:30', 'update'))).toEqual([
      'cancelled by 2026-06-01T09:00:00Z',
    ]);
  });
  test('does not begin again on the update of a ticket that is closed, and leaves other clocks alone', () => {
    const rows = [at('10:00', 'update'), at('10:30', 'closed'), at('10:40', 'update')];
    expect(of('every 2 h', ...rows)).toEqual([
      'met by 2026-06-01T09:00:00Z',
      'cancelled by 2026-06-01T10:00:00Z',
    ]);
    const both = [at('10:00', 'update'), at('10:30', 'resolved')];
    expect(clocks(tell(contract('every 2 h until resolve'), [opened, ...both]))).toEqual([
      'met by 2026-06-02T13:00:00Z',
    ]);
  });
  test('ends alone of the clocks that still run', () => {
    const text = contract('every 2 h until resolve')
      .replace(
        'clock resolve',
        'clock respond { starts on opened; stops on reply; pauses never; reopen never }\nclock resolve',
      )
      .replace('update | resolve', 'update | resolve | respond')
      .replace('| 30 h', '| 30 h | 9 h');
    const rows = [opened, at('10:30', 'resolved')];
    expect(clocks(tell(text, rows), 'update')).toEqual(['cancelled by 2026-06-01T09:00:00Z']);
    expect(clocks(tell(text, rows), 'respond')).toEqual(['running by 2026-06-01T16:00:00Z']);
  });
  test('is one promise where nothing is said of again', () => {
    expect(of('2 h', at('10:00', 'update'), at('13:00', 'update'))).toEqual(['met by 2026-06-01T09:00:00Z']);
  });
});

describe('a clock that counts to the last of its stops', () => {
  const contract = same('8 h', {
    clock: 'starts on opened; stops on reply at last; pauses while waiting for customer; reopen never',
  });
  test('is judged by the last that came, and runs on until the ticket ends', () => {
    expect(clocks(tell(contract, [OPENED, at('10:00', 'reply')]))).toEqual(['met by 2026-06-01T15:00:00Z']);
    expect(clocks(tell(contract, [OPENED, at('10:00', 'reply'), at('18:00', 'reply')]))).toEqual([
      'missed by 2026-06-01T15:00:00Z',
    ]);
    expect(clocks(tell(contract, [OPENED, at('10:00', 'reply'), at('18:00', 'closed')]))).toEqual([
      'met by 2026-06-01T15:00:00Z',
    ]);
  });
  test('takes a pause after a stop out where another stop follows', () => {
    const rows = [OPENED, at('10:00', 'reply'), at('11:00', 'waiting for customer'), at('13:00', 'resumed')];
    expect(clocks(tell(contract, rows))).toEqual(['met by 2026-06-01T15:00:00Z']);
    expect(clocks(tell(contract, [...rows, at('18:00', 'reply')]))).toEqual(['met by 2026-06-01T17:00:00Z']);
  });
});

describe('a ticket that comes back', () => {
  const contract = (does: string, within = 'within 2 h ', cell = '4 h') =>
    same(cell, {
      clock: `starts on opened; stops on resolved; pauses while waiting for customer; reopen ${within}${does}`,
    });
  const back = (does: string, time: string, within?: string) =>
    clocks(
      tell(
        contract(does, within),
        [OPENED, at('11:00', 'resolved'), [`2026-06-01T${time}+02:00`, 'reopened']],
        until('20:00'),
      ),
    );

  test('is taken up to the very end of its time, and not an instant later', () => {
    expect(back('continues, met is withdrawn', '13:00')).toEqual(['missed by 2026-06-01T13:00:00Z']);
    expect(back('continues, met is withdrawn', '13:00:00.001')).toEqual(['met by 2026-06-01T11:00:00Z']);
  });
  test('was out of time as long as it was over, unless its clock runs on', () => {
    expect(back('continues, met is withdrawn', '12:00')).toEqual(['missed by 2026-06-01T12:00:00Z']);
    expect(back('runs on, met is withdrawn', '12:00')).toEqual(['missed by 2026-06-01T11:00:00Z']);
  });
  test('keeps what was missed as what it is, though what is met stands', () => {
    const late = [OPENED, at('14:00', 'resolved'), at('15:00', 'reopened')];
    const told = (does: string) => clocks(tell(contract(does), late));
    expect(told('continues, met stands')).toEqual(['missed by 2026-06-01T11:00:00Z']);
    expect(told('starts afresh, met is withdrawn')).toEqual([
      'missed by 2026-06-01T11:00:00Z',
      'running by 2026-06-01T17:00:00Z',
    ]);
    expect(told('starts afresh, met stands')).toEqual([
      'missed by 2026-06-01T11:00:00Z',
      'running by 2026-06-01T17:00:00Z',
    ]);
  });
  test('starts afresh in place of what was met, where that is withdrawn', () => {
    expect(back('starts afresh, met is withdrawn', '12:00')).toEqual(['missed by 2026-06-01T14:00:00Z']);
    expect(back('starts afresh, met stands', '12:00')).toEqual([
      'met by 2026-06-01T11:00:00Z',
      'missed by 2026-06-01T14:00:00Z',
    ]);
  });
  test('was not met where it was closed without being resolved', () => {
    const rows = [OPENED, at('11:00', 'closed'), at('12:00', 'reopened')];
    expect(clocks(tell(contract('continues, met stands'), rows))).toEqual([
      'running by 2026-06-01T12:00:00Z',
    ]);
    expect(tell(contract('continues, met stands'), rows).isClosed).toBe(false);
    expect(tell(contract('never', ''), rows).isClosed).toBe(true);
    expect(
      tell(contract('continues, met stands'), [OPENED, at('11:00', 'closed'), at('13:01', 'reopened')])
        .isClosed,
    ).toBe(true);
  });
  test('says until when it may', () => {
    const closed = [OPENED, at('10:00', 'resolved'), at('11:00', 'closed')];
    const last = (text: string, rows = closed) => {
      const { reopensUntil } = tell(text, rows);
      return reopensUntil === null || !Number.isFinite(reopensUntil)
        ? reopensUntil
        : new Date(reopensUntil).toISOString();
    };
    expect(last(contract('continues, met stands'))).toBe('2026-06-01T10:00:00.000Z');
    expect(last(contract('continues, met stands'), [OPENED, at('11:00', 'closed')])).toBe(
      '2026-06-01T11:00:00.000Z',
    );
    expect(last(contract('never', ''))).toBe(-Infinity);
    expect(last(contract('continues, met stands'), [OPENED, at('10:00', 'resolved')])).toBe(null);
    const unstarted = contract('continues, met stands').replace('starts on opened', 'starts on described');
    expect(last(unstarted)).toBe(-Infinity);
  });
  test('says the later of two clocks, until when it may', () => {
    const two = (respond: string, resolve: string) => `contract "Desk" version "1" { zone Europe/Berlin }
severities { P1 "all" }
clock respond { starts on opened; stops on reply; pauses never; reopen ${respond} }
clock resolve { starts on opened; stops on resolved; pauses never; reopen ${resolve} }
plan Basic { targets { respond | resolve
  P1 | 1 h | 4 h } }
`;
    const rows = [at('09:00', 'opened'), at('11:00', 'closed')];
    const [short, long] = ['within 1 h continues, met stands', 'within 5 h continues, met stands'];
    for (const text of [two(short, long), two(long, short), two(long, 'never'), two('never', long)]) {
      expect(tell(text, rows).reopensUntil).toBe(instant(until('16:00')));
    }
  });
  test('waits no more for what it waited for before', () => {
    const rows = [
      OPENED,
      at('10:00', 'waiting for customer'),
      at('11:00', 'closed'),
      at('12:00', 'reopened'),
    ];
    const told = tell(contract('continues, met stands'), rows);
    // An hour of the four, and three from 12:00.
    expect([clocks(told), told.states]).toEqual([['running by 2026-06-01T13:00:00Z'], []]);
  });
});

describe('hours of calendars that pause, line by line', () => {
  const extra = `facts { quiet yes or no
  busy yes or no }
calendar Lunch { zone Europe/Berlin; open Mon..Fri 12:00-13:00; holidays none }
calendar Tea { zone Europe/Berlin; open Mon..Fri 15:00-15:30; holidays none }`;
  const contract = same('8 h', {
    extra,
    clock:
      'starts on opened; stops on resolved; pauses during Lunch when quiet; pauses during Tea when busy; reopen never',
  });
  const says = (time: string, quiet: string, busy: string) => at(time, 'changed', { quiet, busy });
  const due = (...rows: readonly Row[]) => clocks(tell(contract, [OPENED, ...rows], until('16:00')));

  test('pause while their own line holds', () => {
    expect(due(says('10:00', 'no', 'no'))).toEqual(['running by 2026-06-01T15:00:00Z']);
    expect(due(says('10:00', 'yes', 'no'))).toEqual(['running by 2026-06-01T16:00:00Z']);
    expect(due(says('10:00', 'no', 'yes'))).toEqual(['running by 2026-06-01T15:30:00Z']);
    expect(due(says('10:00', 'yes', 'yes'))).toEqual(['running by 2026-06-01T16:30:00Z']);
  });
  test('end with it, and begin with it again', () => {
    expect(due(says('10:00', 'yes', 'yes'), says('12:15', 'no', 'yes'))).toEqual([
      'running by 2026-06-01T15:45:00Z',
    ]);
    expect(due(says('10:00', 'yes', 'yes'), says('12:15', 'no', 'yes'), says('12:45', 'yes', 'yes'))).toEqual(
      ['running by 2026-06-01T16:00:00Z'],
    );
    expect(due(says('10:00', 'yes', 'yes'), says('12:15', 'yes', 'no'))).toEqual([
      'running by 2026-06-01T16:00:00Z',
    ]);
    expect(due(says('10:00', 'yes', 'no'), says('14:00', 'yes', 'yes'))).toEqual([
      'running by 2026-06-01T16:30:00Z',
    ]);
  });
  test('are those of the calendar that the ticket has by then', () => {
    const keyed = same('8 h', {
      extra: `${extra}\ncalendar Break { use Tea; use Lunch for phone }`,
      clock: 'starts on opened; stops on resolved; pauses during Break; reopen never',
    });
    const to = (time: string, channel: string) => at(time, 'changed', { channel });
    const told = (...rows: readonly Row[]) => clocks(tell(keyed, [OPENED, ...rows], until('16:00')));
    expect(told()).toEqual(['running by 2026-06-01T15:30:00Z']);
    expect(told(to('10:00', 'phone'))).toEqual(['running by 2026-06-01T16:00:00Z']);
    expect(told(to('10:00', 'phone'), to('12:30', 'email'))).toEqual(['running by 2026-06-01T16:00:00Z']);
    expect(told(to('12:30', 'phone'))).toEqual(['running by 2026-06-01T15:30:00Z']);
  });
});

describe('hours of a calendar that pause up to a cap', () => {
  const lines = (pauses: string) =>
    same('8 h', {
      extra: `facts { quiet yes or no
  busy yes or no }
calendar Lunch { zone Europe/Berlin; open Mon..Fri 12:00-13:00; holidays none }`,
      clock: `starts on opened; stops on resolved; ${pauses}; reopen never`,
    });
  const says = (time: string, quiet: string, busy: string) => at(time, 'changed', { quiet, busy });
  const due = (pauses: string, ...rows: readonly Row[]) =>
    clocks(tell(lines(pauses), [OPENED, ...rows], until('16:00')));

  test('have used no less of it when something else about the ticket changes in between', () => {
    const each = 'pauses during Lunch, at most 30 min each';
    expect(due(each)).toEqual(['running by 2026-06-01T15:30:00Z']);
    expect(due(each, says('12:10', 'yes', 'no'))).toEqual(['running by 2026-06-01T15:30:00Z']);
    const together = 'pauses during Lunch, at most 45 min together';
    expect(due(together)).toEqual(['running by 2026-06-01T15:45:00Z']);
    expect(due(together, says('12:10', 'yes', 'no'), says('12:20', 'no', 'no'))).toEqual([
      'running by 2026-06-01T15:45:00Z',
    ]);
  });
  test('pause by each line of their own, though the calendar is the same', () => {
    const two =
      'pauses during Lunch, at most 10 min each when quiet; pauses during Lunch, at most 40 min each when busy';
    expect(due(two, says('10:00', 'yes', 'no'))).toEqual(['running by 2026-06-01T15:10:00Z']);
    expect(due(two, says('10:00', 'yes', 'yes'))).toEqual(['running by 2026-06-01T15:40:00Z']);
    expect(due(two, says('10:00', 'yes', 'yes'), says('12:15', 'yes', 'no'))).toEqual([
      'running by 2026-06-01T15:15:00Z',
    ]);
  });
});

test('a clock that starts while the ticket waits stands still from its start on', () => {
  const contract = same('4 h', {
    clock: 'starts on acknowledged; stops on resolved; pauses while waiting for customer; reopen never',
  });
  const rows = [OPENED, at('10:00', 'waiting for customer'), at('11:00', 'acknowledged')];
  expect(clocks(tell(contract, rows, until('11:30')))).toEqual(['paused']);
  // It has four hours from the end of the wait on.
  expect(clocks(tell(contract, [...rows, at('12:00', 'resumed')]))).toEqual([
    'running by 2026-06-01T14:00:00Z',
  ]);
});

test('a ticket whose clock starts afresh is open again, and its clock can be stopped', () => {
  const contract = same('4 h', {
    clock: 'starts on opened; stops on resolved; pauses never; reopen within 40 h starts afresh, met stands',
  });
  const rows = [OPENED, at('10:00', 'resolved'), at('10:00', 'closed'), at('11:00', 'reopened')];
  expect(tell(contract, rows).isClosed).toBe(false);
  expect(clocks(tell(contract, [...rows, at('12:00', 'resolved')]))).toEqual([
    'met by 2026-06-01T11:00:00Z',
    'met by 2026-06-01T13:00:00Z',
  ]);
});

describe('one line of pauses among others', () => {
  test('holds by its own states and its own condition', () => {
    const contract = same('8 h', {
      extra: 'facts { quiet yes or no }',
      clock:
        'starts on opened; stops on resolved; pauses while waiting for customer when quiet; pauses while third party; reopen never',
    });
    const status = (state: string, quiet: string) =>
      tell(contract, [at('09:00', 'opened', { severity: 'P3', quiet }), at('10:00', state)]).clocks[0]
        ?.status;
    expect([
      status('waiting for customer', 'yes'),
      status('waiting for customer', 'no'),
      status('third party', 'no'),
    ]).toEqual(['paused', 'running', 'paused']);
  });
  test('counts only while one of several states holds', () => {
    const contract = same('8 h', {
      extra: 'state "with an agent" "somebody works on it"\nstate "with the lead" "the lead does"',
      clock:
        'starts on opened; stops on resolved; counts only while "with an agent", "with the lead"; reopen never',
    });
    const status = (state: string) => tell(contract, [OPENED, at('10:00', state)]).clocks[0]?.status;
    expect([status('with an agent'), status('with the lead'), status('described')]).toEqual([
      'running',
      'running',
      'paused',
    ]);
  });
});

describe('a machine that has judged one ticket', () => {
  const contract = desk({
    extra: 'facts { urgent yes or no }\nstate "with an agent" "somebody works on it"',
    clock:
      'starts on last of opened, described; stops on reply; every "customer reply", newest message, messages within 30 min are one; pauses while waiting for customer, at most 2 h together; reopen within 40 h continues, met stands',
    rules: `rule "half" on acknowledged then lower to P3, if customer agrees, silence refuses
rule "slow" after 1 h in waiting for customer then tell "the lead"
on raise count from the change, late from the change
on lower keep elapsed, earlier of old and new, never due less than 30 min after the change`,
  });
  const program = prepareProgram([loadPlan(planOf(contract))]);
  const eventsOf = (rows: readonly Row[]) =>
    rows.map(
      ([when, event, says = {}]) => readEvent(program, { at: instant(when), event, says }) as TicketEvent,
    );
  const eventful = eventsOf([
    at('09:00', 'opened', { severity: 'P1', urgent: 'yes' }),
    at('09:10', 'described'),
    at('09:20', 'acknowledged'),
    at('09:30', 'agreed'),
    at('10:00', 'waiting for customer'),
    at('11:30', 'resumed'),
    at('12:00', 'reply'),
    at('12:30', 'customer reply'),
    at('12:40', 'raised', { severity: 'P1' }),
    at('12:50', 'waiting for customer'),
    at('13:00', 'closed'),
    at('14:00', 'reopened'),
    at('14:10', 'acknowledged'),
  ]);
  const others = [
    eventsOf([at('08:00', 'opened', { severity: 'P3' })]),
    eventsOf([at('08:00', 'opened', { severity: 'P3' }), at('09:00', 'described')]),
    eventsOf([
      at('08:00', 'opened', { severity: 'P1' }),
      at('08:00', 'described'),
      at('09:00', 'waiting for customer'),
    ]),
    eventsOf([
      at('08:00', 'opened', { severity: 'P1' }),
      at('08:10', 'customer reply'),
      at('08:50', 'reply'),
      at('09:00', 'closed'),
    ]),
  ];
  test('knows nothing of it when it judges the next', () => {
    for (const next of others) {
      const fresh = ticketMachine(program).judge(next, NaN);
      for (const end of [NaN, instant(until('09:25')), instant(until('11:00')), instant(until('12:45'))]) {
        const machine = ticketMachine(program);
        machine.judge(eventful, end);
        expect(machine.judge(next, NaN)).toEqual(fresh);
        expect(machine.judge([], NaN)).toBe(null);
        expect(machine.judge(next, NaN)).toEqual(fresh);
      }
    }
  });
  test('does not change what it has said of it', () => {
    const machine = ticketMachine(program);
    const verdict = machine.judge(eventful, NaN);
    const copy = structuredClone(verdict);
    for (const next of others) machine.judge(next, NaN);
    machine.judge(eventful, NaN);
    expect(verdict).toEqual(copy);
  });
});
