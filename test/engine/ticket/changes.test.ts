/**
 * What changes of a ticket do to its clocks beyond the traps, with dates worked out by hand. Calendar B is Monday to Friday
 * 09:00-17:00 Europe/Berlin; 1 June 2026 is a Monday.
 */
import { describe, expect, test } from 'vitest';
import { B, same } from '../../traps/desk.ts';
import { clocks, type Row, tell } from './story.ts';

interface Parts {
  readonly header?: string;
  readonly clocks?: string;
  readonly p1: string;
  readonly p3: string;
  readonly plus?: string;
  readonly rules?: string;
}

/** Three promises for two severities, and a second plan. */
function contract({ header = '', clocks: own = RESOLVE, p1, p3, plus = '', rules = '' }: Parts): string {
  return `contract "Desk" version "1" { zone Europe/Berlin
  ${header}
}
facts { urgent yes or no }
severities { P1 "all"
  P3 "one" }
calendar B { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none }
clock respond { starts on opened; stops on reply }
clock update { starts on opened; stops on update; pauses never }
${own}
plan Basic { targets { respond | update | resolve
  P1 | ${p1}
  P3 | ${p3} } }
plan Plus extends Basic { ${plus} }
${rules}
`;
}

const RESOLVE = 'clock resolve { starts on opened; stops on resolved; pauses never; reopen never }';
const opened = (severity: string, plan = 'Basic'): Row => [
  '2026-06-01T09:00+02:00',
  'opened',
  { severity, plan },
];
const raised = (at: string): Row => [`2026-06-01T${at}+02:00`, 'raised', { severity: 'P1' }];

describe('a promise that hangs on another', () => {
  const parts = { p1: '1 h | 2 h after respond is due | 4 h', p3: '4 h | 2 h after respond is due | 8 h' };

  test('was broken or not by the deadline before the change, though the other changes too', () => {
    const rules =
      'on raise count from open, late from the deadline, a breach stays a breach\non lower keep old';
    // Due at 15:00 before, at 12:00 after: it is late since the new deadline, and no breach of before is made up.
    expect(clocks(tell(contract({ ...parts, rules }), [opened('P3'), raised('14:00')]), 'update')).toEqual([
      'missed by 2026-06-01T10:00:00Z',
    ]);
    const longer = {
      p1: '6 h | 2 h after respond is due | 8 h',
      p3: '1 h | 2 h after respond is due | 8 h',
      rules: rules.replace('on raise count from open', 'on raise count from the change'),
    };
    expect(clocks(tell(contract(longer), [opened('P3'), raised('14:00')]), 'update')).toEqual([
      'missed by 2026-06-01T20:00:00Z, late since 2026-06-01T10:00:00Z',
    ]);
  });
  test('is never due before the floor of the change', () => {
    const rules = 'on raise count from open, never due less than 30 min after the change\non lower keep old';
    const early = { ...parts, p1: '1 h | 3 h before respond is due | 4 h' };
    expect(clocks(tell(contract({ ...early, rules }), [opened('P3'), raised('14:00')]), 'update')).toEqual([
      'running by 2026-06-01T12:30:00Z',
    ]);
  });
  test('is due no later than before where the earlier of both holds', () => {
    const rules = 'on raise count from the change, earlier of old and new\non lower keep old';
    const late = { p1: '1 h | 24 h | 4 h', p3: '4 h | 2 h after respond is due | 8 h' };
    expect(clocks(tell(contract({ ...late, rules }), [opened('P3'), raised('14:00')]), 'update')).toEqual([
      'running by 2026-06-01T13:00:00Z',
    ]);
  });
});

test('an update that is promised until resolve is none where that is over already', () => {
  const rules = 'on raise count from the change\non lower keep old';
  const text = contract({ p1: '1 h | every 2 h until resolve | 4 h', p3: '4 h | 8 h | 8 h', rules });
  const resolved: Row = ['2026-06-01T10:00+02:00', 'resolved'];
  expect(clocks(tell(text, [opened('P3'), resolved, raised('11:00')]), 'update')).toEqual([
    'cancelled by 2026-06-01T11:00:00Z',
  ]);
});

describe('a cap', () => {
  const cells = { p1: '1 h | 2 h | 4 h', p3: '4 h | 8 h | 8 h' };
  const cap = 'rule "no emergency" when severity = P1 and not urgent then severity at most P3';
  const changes = 'on raise count from the change\non lower keep old';

  test('is asked of the severity that the ticket would have', () => {
    const text = contract({ ...cells, rules: `${cap}\n${changes}` });
    expect(
      tell(text, [['2026-06-01T09:00+02:00', 'opened', { plan: 'Basic', severity: 'P1', urgent: 'no' }]])
        .severity,
    ).toBe(1);
    const says = { plan: 'Basic', severity: 'P3', urgent: 'no' };
    const rows: readonly Row[] = [['2026-06-01T09:00+02:00', 'opened', says], raised('10:00')];
    const { severity, changes: made } = tell(text, rows);
    expect([severity, made]).toEqual([1, []]);
  });
  test('of a new version holds for open tickets from the day on which it is in force', () => {
    const old = contract({ ...cells, rules: changes });
    const next = contract({
      ...cells,
      header: 'effective 2026-06-02 in Europe/Berlin\ntickets in flight count from open',
      rules: `${cap}\n${changes}`,
    });
    const rows: readonly Row[] = [
      ['2026-06-01T09:00+02:00', 'opened', { plan: 'Basic', severity: 'P1', urgent: 'no' }],
    ];
    const { severity, changes: made } = tell([old, next], rows, '2026-06-03T00:00Z');
    expect(severity).toBe(1);
    expect(made).toEqual([{ at: Date.parse('2026-06-01T22:00:00Z'), from: 0, to: 1, rule: null }]);
  });
});

describe('a ticket that comes to another plan', () => {
  const cells = { p1: '1 h | 2 h | 4 h in B', p3: '4 h | 8 h | 8 h in B' };
  const later =
    'clock resolve { starts on opened then acknowledged; stops on resolved; pauses never; reopen never }';
  const moved: Row = ['2026-06-01T12:00+02:00', 'changed', { plan: 'Plus' }];

  test('starts the clocks of that plan which what has happened would have started, with the change', () => {
    const plus = 'clock resolve { starts on opened; stops on resolved; pauses never; reopen never }';
    const text = contract({ ...cells, clocks: later, plus });
    expect(clocks(tell(text, [opened('P1')]))).toEqual(['not started']);
    expect(clocks(tell(text, [opened('P1'), moved]))).toEqual(['running by 2026-06-01T14:00:00Z']);
  });
  test('does not start those that still wait for something', () => {
    const text = contract({
      ...cells,
      clocks:
        'clock resolve { starts on last of opened, described; stops on resolved; pauses never; reopen never }',
      plus: later,
    });
    const acknowledged: Row = ['2026-06-01T13:00+02:00', 'acknowledged'];
    expect(clocks(tell(text, [opened('P1'), moved]))).toEqual(['not started']);
    expect(clocks(tell(text, [opened('P1'), moved, acknowledged]))).toEqual([
      'running by 2026-06-01T15:00:00Z',
    ]);
  });
  test('does not start one whose events came in another order', () => {
    const plus =
      'clock resolve { starts on described then acknowledged; stops on resolved; pauses never; reopen never }';
    const text = contract({ ...cells, clocks: later, plus });
    const row = (time: string, event: string): Row => [`2026-06-01T${time}+02:00`, event];
    const rows = (...events: readonly Row[]) => clocks(tell(text, [opened('P3'), ...events, moved]));
    expect(rows(row('10:00', 'described'), row('11:00', 'acknowledged'))).not.toEqual(['not started']);
    const turned = contract({
      ...cells,
      clocks:
        'clock resolve { starts on last of opened, "customer reply"; stops on resolved; pauses never; reopen never }',
      plus,
    });
    const told = [row('10:00', 'acknowledged'), row('11:00', 'described')];
    expect(clocks(tell(turned, [opened('P3'), ...told, moved]))).toEqual(['not started']);
  });
  test('is held to no cap of the plan that it had', () => {
    const waiting = (cap: string) =>
      `clock resolve { starts on opened; stops on resolved; pauses while waiting for customer${cap}; reopen never }`;
    const text = contract({ ...cells, clocks: waiting(', at most 30 min each'), plus: waiting('') });
    const waits: Row = ['2026-06-01T10:00+02:00', 'waiting for customer'];
    expect(clocks(tell(text, [opened('P3'), waits], '2026-06-01T11:00+02:00'))).not.toEqual(['paused']);
    expect(clocks(tell(text, [opened('P3'), waits, moved]))).toEqual(['paused']);
  });
  test('pauses by the lines of that plan from then on', () => {
    const paused = (state: string) =>
      `clock resolve { starts on opened; stops on resolved; pauses while ${state}; reopen never }`;
    const text = contract({ ...cells, clocks: paused('waiting for customer'), plus: paused('third party') });
    const waits: Row = ['2026-06-01T11:00+02:00', 'waiting for customer'];
    // An hour out of four hours, and not what comes after the move.
    expect(clocks(tell(text, [opened('P1'), waits, moved]))).toEqual(['running by 2026-06-01T12:00:00Z']);
    expect(clocks(tell(text, [opened('P1', 'Plus'), waits]))).toEqual(['running by 2026-06-01T11:00:00Z']);
  });
});

test('a ticket that a rule closes is in the state `closed`, as one that is recorded so', () => {
  const text = same('8 h in B', {
    rules: 'rule "lost" on refused then close\nrule "kept" after 2 h in closed then tell "the archive"',
  });
  const told = tell(text, [opened('P3'), ['2026-06-01T10:00+02:00', 'refused']], '2026-06-02T00:00Z');
  expect(told.notices.map(({ at, to }) => `${new Date(at).toISOString()} ${to}`)).toEqual([
    '2026-06-01T10:00:00.000Z the archive',
  ]);
  expect(told.states).toHaveLength(1);
});

test('a question that an older version asked is answered by silence in the hours of that version', () => {
  const rule = (calendar: string) =>
    `rule "half" on restored partly then lower P1 to P3, if customer agrees, silence agrees after 3 h in ${calendar}`;
  const changes = 'on raise keep old\non lower keep old';
  const other = 'calendar Early { zone Europe/Berlin; open Mon..Fri 03:00-04:00; holidays none }';
  const old = same('8 h in B', { rules: `${rule('B')}\n${changes}` });
  const next = same('8 h in B', {
    header: 'zone Europe/Berlin\neffective 2026-06-02 in Europe/Berlin\ntickets in flight count from open',
    hours: `${other}\n${B}`,
    rules: `${rule('Early')}\n${changes}`,
  });
  const rows: readonly Row[] = [opened('P1'), ['2026-06-01T15:00+02:00', 'restored partly']];
  const bare = same('8 h in B', {
    header: 'zone Europe/Berlin\neffective 2026-06-02 in Europe/Berlin\ntickets in flight count from open',
    rules: changes,
  });
  expect(tell([old, bare], rows, '2026-06-04T00:00Z').consents.map(({ answer }) => answer)).toEqual([
    'agreed',
  ]);
  // Two hours on Monday and one on Tuesday.
  expect(tell([old, next], rows, '2026-06-04T00:00Z').consents.map(({ answer, at }) => [answer, at])).toEqual(
    [['agreed', Date.parse('2026-06-02T08:00Z')]],
  );
});

test('a deadline before another that has not begun is told in the hours of its own version', () => {
  const version = (
    header: string,
    calendars: string,
    starts: string,
  ) => `contract "Desk" version "1" { zone Europe/Berlin
  ${header}
}
severities { P1 "all" }
${calendars}
clock update { starts on opened; stops on update; pauses never }
clock resolve { starts on ${starts}; stops on resolved; pauses never; reopen never }
plan Basic { targets { update | resolve
  P1 | 2 h before resolve is due | 4 h in B } }
`;
  const early = 'calendar A { zone Europe/Berlin; open Mon..Fri 03:00-04:00; holidays none }';
  const old = version('', B, 'described');
  const next = version(
    'effective 2026-06-02 in Europe/Berlin\ntickets in flight count from the change',
    `${early}\n${B}`,
    'described',
  ).replace('4 h in B', '4 h in A');
  const rows: readonly Row[] = [['2026-06-01T09:00+02:00', 'opened', { plan: 'Basic' }]];
  // Two hours before 13:00, by the hours of the old version.
  expect(tell([old, next], rows, '2026-06-03T00:00Z').clocks[0]?.breached).toBe(
    Date.parse('2026-06-01T09:00Z'),
  );
});

describe('a ticket of which a fact changes', () => {
  const cells = { p1: '1 h | 2 h | 4 h', p3: '4 h | 8 h | 8 h' };
  const sooner = (rules: string) =>
    contract({ ...cells, rules }).replace(
      'P3 | 4 h | 8 h | 8 h }',
      'P3 | 4 h | 8 h | 8 h }\n  targets for urgent { resolve\n  P3 | 2 h }',
    );
  const rows = (...more: readonly Row[]): readonly Row[] => [
    ['2026-06-01T09:00+02:00', 'opened', { plan: 'Basic', severity: 'P3', urgent: 'no' }],
    ['2026-06-01T10:00+02:00', 'changed', { urgent: 'yes' }],
    ...more,
  ];

  test('is promised with the change what such tickets are', () => {
    const late = 'late from the change, a breach stays a breach';
    for (const [line, due] of [
      ['on change of a fact count from open, late from the change, a breach stays a breach', '09:00'],
      [`on change of a fact count from the change, ${late}`, '10:00'],
      [`on change of a fact keep elapsed, ${late}`, '09:00'],
      ['on change of a fact keep old', '15:00'],
    ] as const) {
      expect(clocks(tell(sooner(line), rows())), line).toEqual([`running by 2026-06-01T${due}:00Z`]);
    }
  });
  test('keeps the hours that have gone by where the contract says nothing', () => {
    expect(clocks(tell(sooner(''), rows()))).toEqual(['running by 2026-06-01T09:00:00Z']);
    const back: Row = ['2026-06-01T10:30+02:00', 'changed', { urgent: 'no' }];
    expect(clocks(tell(sooner(''), rows(back)))).toEqual(['running by 2026-06-01T15:00:00Z']);
  });
});

describe('a promise that was broken and then is none any more', () => {
  const rows: readonly Row[] = [
    ['2026-06-01T09:00+02:00', 'opened', { plan: 'Basic', severity: 'P1' }],
    ['2026-06-01T14:00+02:00', 'lowered', { severity: 'P3' }],
  ];
  const withoutP3 = (rules: string) =>
    contract({ p1: '1 h | 2 h | 4 h', p3: '', rules }).replace(/\n {2}P3 \| .*? }/, ' }');

  test('stays broken', () => {
    const rules = 'on raise keep old\non lower count from the change, a breach stays a breach';
    expect(clocks(tell(withoutP3(rules), rows))).toEqual(['missed, late since 2026-06-01T11:00:00Z']);
  });
  test('is forgotten where the contract says so, and was never one where it was kept', () => {
    const rules = 'on raise keep old\non lower count from the change, a breach is forgotten';
    expect(clocks(tell(withoutP3(rules), rows))).toEqual([]);
    const kept = rules.replace('is forgotten', 'stays a breach');
    const early: Row = ['2026-06-01T12:00+02:00', 'lowered', { severity: 'P3' }];
    expect(clocks(tell(withoutP3(kept), [rows[0] as Row, early]))).toEqual([]);
  });
});
