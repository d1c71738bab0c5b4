/**
 * What time brings to a ticket, to the instant. Calendar B is Monday to Friday 09:00-17:00 Europe/Berlin; 1 June 2026 is a
 * Monday.
 */
import { describe, expect, test } from 'vitest';
import { same } from '../../traps/desk.ts';
import { instant, type Row, tell } from './story.ts';

const at = (time: string, event: string, says: Row[2] = {}): Row => [`2026-06-01T${time}+02:00`, event, says];
const OPENED = at('09:00', 'opened', { severity: 'P3', plan: 'Basic' });
const END = '2026-06-03T00:00Z';

/** Who is told, when by the clock of Berlin, and by what. */
function told(contract: string, rows: readonly Row[] = [OPENED], until = END): readonly string[] {
  const { notices, closed } = tell(contract, rows, until);
  const time = (when: number) => new Date(when + 7_200_000).toISOString().slice(8, 16).replace('T', ' ');
  return [
    ...notices.map(({ at: when, to, by, kind }) => `${time(when)} ${to} ${by} ${kind}`),
    ...(closed === null ? [] : [`${time(closed)} closed`]),
  ];
}

describe('an escalation', () => {
  const ladder = (cell: string, rules: string, clock = 'pauses never', plus = '') =>
    same(cell, {
      clock: `starts on opened; stops on resolved; ${clock}; reopen within 40 h starts afresh, met stands`,
      rules: `plan Plus extends Basic { ${plus} }\nplan Most extends Plus { }\n${rules}`,
    });

  test('comes at each share of the hours, rounded up to whole milliseconds, and behind them', () => {
    expect(
      told(ladder('4 h', 'escalate resolve at 50% to "one", at 87.5% to "two", at 150% to "three"')),
    ).toEqual([
      '01 11:00 one resolve escalation',
      '01 12:30 two resolve escalation',
      '01 15:00 three resolve escalation',
    ]);
    const { notices } = tell(ladder('4 h', 'escalate resolve at 33.33333333% to "one"'), [OPENED], END);
    expect(notices[0]?.at).toBe(instant('2026-06-01T09:00+02:00') + Math.ceil(4 * 3_600_000 * 0.3333333333));
  });
  test('of dates comes at the share of open time to their end', () => {
    // Sixteen hours up to Tuesday 17:00.
    expect(
      told(ladder('1 business day in B at close', 'escalate resolve at 25% to "one", at 75% to "two"')),
    ).toEqual(['01 13:00 one resolve escalation', '02 13:00 two resolve escalation']);
  });
  test('waits with the clock, and not with dates that run on', () => {
    const rows = [OPENED, at('10:00', 'waiting for customer'), at('12:00', 'resumed')];
    const pauses = 'pauses while waiting for customer';
    expect(told(ladder('4 h', 'escalate resolve at 50% to "one"', pauses), rows)).toEqual([
      '01 13:00 one resolve escalation',
    ]);
    expect(
      told(ladder('1 business day in B at close', 'escalate resolve at 50% to "one"', pauses), rows),
    ).toEqual(['01 17:00 one resolve escalation']);
    const skips = `${pauses}; days skip dates paused`;
    expect(
      told(
        ladder('1 business day in B at close', 'escalate resolve at 50% to "one"', skips),
        rows.slice(0, 2),
      ),
    ).toEqual([]);
  });
  test('does not come once the clock has stopped, and comes again with its next run', () => {
    const contract = ladder('4 h', 'escalate resolve at 50% to "one"');
    expect(told(contract, [OPENED, at('10:59', 'resolved')])).toEqual([]);
    expect(told(contract, [OPENED, at('11:00', 'resolved')])).toEqual([]);
    expect(told(contract, [OPENED, at('11:01', 'resolved'), at('12:00', 'reopened')])).toEqual([
      '01 11:00 one resolve escalation',
      '01 14:00 one resolve escalation',
    ]);
  });
  test('is by the ladder of the nearest plan that has one, or of the contract', () => {
    const contract = ladder(
      '4 h',
      'escalate resolve at 50% to "anybody"',
      'pauses never',
      'escalate resolve at 25% to "the owner"',
    );
    const of = (plan: string) => told(contract, [at('09:00', 'opened', { severity: 'P3', plan })]);
    expect(of('Basic')).toEqual(['01 11:00 anybody resolve escalation']);
    expect(of('Plus')).toEqual(['01 10:00 the owner resolve escalation']);
    expect(of('Most')).toEqual(['01 10:00 the owner resolve escalation']);
    const own = ladder('4 h', '', 'pauses never', 'escalate resolve at 25% to "the owner"');
    expect(told(own, [OPENED])).toEqual([]);
  });
  test('does not come where no time is promised', () => {
    expect(told(ladder('best effort', 'escalate resolve at 50% to "one"'))).toEqual([]);
  });
});

describe('a rule by a deadline', () => {
  const rule = (when: string, plus = '') =>
    same('4 h', {
      clock:
        'starts on opened; stops on resolved; pauses while waiting for customer; reopen within 40 h starts afresh, met stands',
      rules: `plan Plus extends Basic { ${plus} }\nrule "soon" ${when} then tell "one"`,
    });
  test('fires so long before it or after it, while the clock runs', () => {
    expect(told(rule('at 1 h before resolve is due'))).toEqual(['01 12:00 one soon rule']);
    expect(told(rule('at 90 min after resolve is due'))).toEqual(['01 14:30 one soon rule']);
    expect(told(rule('at 1 h before resolve is due'), [OPENED, at('11:30', 'resolved')])).toEqual([]);
    expect(told(rule('at 1 h before resolve is due'), [OPENED, at('11:30', 'waiting for customer')])).toEqual(
      [],
    );
  });
  test('fires at once where that was over before the deadline came to be', () => {
    expect(told(rule('at 5 h before resolve is due'))).toEqual(['01 09:00 one soon rule']);
  });
  test('fires once for each run of its clock', () => {
    expect(
      told(rule('at 1 h before resolve is due'), [OPENED, at('12:30', 'resolved'), at('13:00', 'reopened')]),
    ).toEqual(['01 12:00 one soon rule', '01 16:00 one soon rule']);
  });
  test('is of its plan', () => {
    const contract = rule(
      'at 1 h before resolve is due',
      'rule "of plus" at 2 h before resolve is due then tell "two"',
    );
    expect(told(contract)).toEqual(['01 12:00 one soon rule']);
    expect(told(contract, [at('09:00', 'opened', { severity: 'P3', plan: 'Plus' })])).toEqual([
      '01 11:00 two of plus rule',
      '01 12:00 one soon rule',
    ]);
  });
});

describe('a rule by a time in a state', () => {
  const rules = (all: string, plus = '') =>
    same('30 h', { rules: `plan Plus extends Basic { ${plus} }\n${all}` });
  const WAITS = at('10:00', 'waiting for customer');

  test('fires when the time is over, and not where the state ended before', () => {
    const contract = rules('rule "slow" after 2 h in waiting for customer then tell "one"');
    expect(told(contract, [OPENED, WAITS])).toEqual(['01 12:00 one slow rule']);
    expect(told(contract, [OPENED, WAITS, at('11:59', 'resumed')])).toEqual([]);
    expect(told(contract, [OPENED])).toEqual([]);
    expect(told(contract, [OPENED, WAITS], '2026-06-01T11:59:59.999+02:00')).toEqual([]);
    expect(told(contract, [OPENED, WAITS], '2026-06-01T12:00+02:00')).toEqual(['01 12:00 one slow rule']);
  });
  test('begins again with the last of what resets it', () => {
    const contract = rules(
      'rule "slow" after 2 h in waiting for customer then tell "one", reset by call or reply',
    );
    const rows = [OPENED, WAITS, at('11:30', 'reply'), at('11:00', 'call')];
    expect(told(contract, rows)).toEqual(['01 13:30 one slow rule']);
    expect(told(contract, [OPENED, at('09:30', 'call'), WAITS])).toEqual(['01 12:00 one slow rule']);
  });
  test('is of its plan, and of two at one instant the first in the contract comes first', () => {
    const contract = rules(
      'rule "a" after 2 h in waiting for customer then tell "one"\nrule "b" after 2 h in waiting for customer then tell "two"',
      'rule "of plus" after 2 h in waiting for customer then tell "three"',
    );
    expect(told(contract, [OPENED, WAITS])).toEqual(['01 12:00 one a rule', '01 12:00 two b rule']);
    expect(told(contract, [at('09:00', 'opened', { severity: 'P3', plan: 'Plus' }), WAITS])).toHaveLength(3);
  });
  test('brings two things at two instants in the order of time, whatever their order in the contract', () => {
    const contract = rules(
      'rule "a" after 3 h in waiting for customer then tell "one"\nrule "b" after 2 h in waiting for customer then tell "two"',
    );
    expect(told(contract, [OPENED, WAITS])).toEqual(['01 12:00 two b rule', '01 13:00 one a rule']);
  });
  test('of silence counts from whatever happened last, and ends with the ticket', () => {
    const contract = rules('rule "quiet" after 2 h in silence then tell "one"');
    expect(told(contract, [OPENED, at('10:00', 'call')])).toEqual(['01 12:00 one quiet rule']);
    expect(told(contract, [OPENED, at('10:00', 'closed')])).toEqual(['01 10:00 closed']);
  });
});

describe('a ticket that closes by itself', () => {
  const closing = (closes: string) =>
    same('60 h', {
      clock: `starts on opened; stops on resolved; pauses never; reopen never; closes after ${closes}`,
    });
  const WAITS = at('10:00', 'waiting for customer');
  const RESUMED = at('11:30', 'resumed');

  test('reminds after the state began and before its end', () => {
    expect(
      told(closing('4 h of waiting for customer, reminder after 1 h, reminder 1 h before'), [OPENED, WAITS]),
    ).toEqual([
      '01 11:00 customer resolve reminder',
      '01 13:00 customer resolve reminder',
      '01 14:00 closed',
    ]);
  });
  test('does not remind before the state began, and may at that instant', () => {
    // Tuesday 17:00 is 31 hours later.
    const dates = (before: string) =>
      closing(`1 business day ending at close in B of waiting for customer, reminder ${before} before`);
    expect(told(dates('31 h'), [OPENED, WAITS])).toEqual([
      '01 10:00 customer resolve reminder',
      '02 17:00 closed',
    ]);
    expect(told(dates('32 h'), [OPENED, WAITS])).toEqual(['02 17:00 closed']);
  });
  test('does neither once the state has ended, and both again when it begins again', () => {
    const contract = closing('4 h of waiting for customer, reminder after 1 h');
    expect(told(contract, [OPENED, WAITS, RESUMED])).toEqual(['01 11:00 customer resolve reminder']);
    expect(told(contract, [OPENED, WAITS, RESUMED, at('12:00', 'waiting for customer')])).toEqual([
      '01 11:00 customer resolve reminder',
      '01 13:00 customer resolve reminder',
      '01 16:00 closed',
    ]);
  });
});
