/** How a ticket begins, under which version, and what becomes of it under another; 1 June 2026 is a Monday. */
import { describe, expect, test } from 'vitest';
import { UnknownTicketError } from '../../../src/engine/ticket/index.ts';
import { clocks, type Row, tell } from './story.ts';

interface Parts {
  readonly header?: string;
  readonly facts?: string;
  readonly severities?: string;
  readonly extra?: string;
  readonly targets?: string;
  readonly plan?: string;
  readonly rules?: string;
}

const contract = ({
  header = '',
  facts = '',
  severities = 'P1 "all"\n  P3 "one"',
  extra = '',
  targets = 'P1 | 4 h\n  P3 | 16 h',
  plan = '',
  rules = 'on raise count from the change\non lower keep old',
}: Parts = {}) => `contract "Desk" version "1" { zone Europe/Berlin
  ${header}
}
${facts === '' ? '' : `facts { ${facts} }`}
severities { ${severities} }
${extra}
clock resolve { starts on opened; stops on resolved; pauses never; reopen never }
plan Basic { targets { resolve
  ${targets} }
  ${plan} }
${rules}
`;
const at = (time: string, event: string, says: Row[2] = {}): Row => [`2026-06-01T${time}Z`, event, says];
const opened = (says: Row[2] = {}): Row => at('09:00', 'opened', says);

describe('a ticket', () => {
  test('must say its severity, or the facts that make it, unless there is but one', () => {
    expect(() => tell(contract(), [opened()])).toThrow(UnknownTicketError);
    expect(() => tell(contract(), [opened()])).toThrow('neither the ticket nor its facts say which it is');
    expect(
      tell(contract({ severities: 'P1 "all"', targets: 'P1 | 4 h', rules: '' }), [opened()]).severity,
    ).toBe(0);
    const graded = contract({
      facts: 'all yes or no',
      severities: 'P1 "all" when all\n  P3 "one" otherwise',
    });
    expect([
      tell(graded, [opened({ all: 'yes' })]).severity,
      tell(graded, [opened({ all: 'no' })]).severity,
    ]).toEqual([0, 1]);
    expect(tell(graded, [opened({ all: 'yes', severity: 'P3' })]).severity).toBe(1);
  });
  test('is of the severity that is said of it at the instant of its opening', () => {
    expect(
      tell(contract(), [opened({ severity: 'P3' }), at('09:00', 'described', { severity: 'P1' })]),
    ).toMatchObject({
      severity: 0,
      changes: [],
    });
  });
  test('must say its region where the contract tells regions apart', () => {
    const regions = contract({ extra: 'regions by site { EMEA "Europe" zone Europe/London holidays none }' });
    expect(() => tell(regions, [opened({ severity: 'P1' })])).toThrow(
      'the contract distinguishes regions, and the ticket does not say its own',
    );
    expect(() => tell(regions, [opened({ severity: 'P1' })])).toThrow(UnknownTicketError);
    expect(clocks(tell(regions, [opened({ severity: 'P1', region: 'EMEA' })]))).toEqual([
      'running by 2026-06-01T13:00:00Z',
    ]);
  });
  test('is opened once', () => {
    const again = at('10:00', 'opened');
    expect(tell(contract(), [opened({ severity: 'P3' }), again])).toMatchObject({
      severity: 1,
      opened: Date.parse('2026-06-01T09:00Z'),
    });
  });
  test('is not described before that is said of it', () => {
    const parts = {
      facts: 'described yes or no',
      rules: 'rule "late" on call when not described then tell "one"\non raise keep old\non lower keep old',
    };
    const notices = (...rows: readonly Row[]) =>
      tell(contract(parts), [opened({ severity: 'P3' }), ...rows]).notices.length;
    expect(notices(at('10:00', 'call'))).toBe(1);
    expect(notices(at('09:30', 'described'), at('10:00', 'call'))).toBe(0);
    expect(
      tell(contract(parts), [opened({ severity: 'P3', described: 'yes' }), at('10:00', 'call')]).notices,
    ).toEqual([]);
  });
  test('is refused by the first condition that it does not meet, or by an exclusion, and has then no promise', () => {
    const parts = {
      facts: 'listed yes or no\n  paid yes or no\n  odd yes or no\n  language one of English, German, French',
      plan: `eligible when listed else refuse "it is not listed"
  eligible when paid else refuse "it is not paid"
  exclude "what is odd" when odd
  languages English, German`,
    };
    const refused = (says: Row[2]) =>
      tell(contract(parts), [
        opened({ severity: 'P3', listed: 'yes', paid: 'yes', odd: 'no', language: 'English', ...says }),
      ]);
    expect(refused({})).toMatchObject({ refused: null });
    expect(refused({ listed: 'no', paid: 'no' })).toMatchObject({ refused: 'it is not listed', clocks: [] });
    expect(refused({ paid: 'no' })).toMatchObject({ refused: 'it is not paid', clocks: [] });
    expect(refused({ odd: 'yes' })).toMatchObject({ refused: 'what is odd' });
    expect(refused({ language: 'French' }).refused).not.toBe(null);
  });
});

describe('a ticket under the versions of a contract', () => {
  const next = (flight: string, more: Parts = {}, bound = 'opened') =>
    contract({ header: `effective 2026-06-02 in Europe/Berlin\n  binds by ${bound}\n  ${flight}`, ...more });
  const OLD = contract({ header: 'effective 2026-01-01 in Europe/Berlin\n  binds by opened' });
  const shorter: Parts = { targets: 'P1 | 2 h\n  P3 | 8 h' };
  const late = (says: Readonly<Record<string, unknown>>): Row => ['2026-06-01T21:00Z', 'opened', says];

  test('is under that which is in force when it is opened, from its first instant on', () => {
    const versions = [OLD, next('tickets in flight keep old', shorter)];
    const version = (time: string) => tell(versions, [[time, 'opened', { severity: 'P3' }]]).version;
    expect([version('2026-06-01T21:59:59.999Z'), version('2026-06-01T22:00Z')]).toEqual([0, 1]);
  });
  test('comes to the next as that says of tickets in flight', () => {
    const due = (flight: string) =>
      clocks(tell([OLD, next(flight, shorter)], [late({ severity: 'P3' })], '2026-06-01T23:00Z'));
    expect(due('tickets in flight keep old')).toEqual(['running by 2026-06-02T13:00:00Z']);
    expect(due('tickets in flight count from open')).toEqual(['running by 2026-06-02T05:00:00Z']);
    expect(due('tickets in flight count from the change')).toEqual(['running by 2026-06-02T06:00:00Z']);
    const version = (until: string) =>
      tell([OLD, next('tickets in flight count from open', shorter)], [late({ severity: 'P3' })], until)
        .version;
    expect([version('2026-06-01T21:59:59.999Z'), version('2026-06-01T22:00Z')]).toEqual([0, 1]);
  });
  test('that what binds it has not reached comes to the next counted from its opening', () => {
    const old = contract({ header: 'effective 2026-01-01 in Europe/Berlin\n  binds by acknowledged' });
    const versions = [old, next('tickets in flight keep old', shorter, 'acknowledged')];
    const rows = [late({ severity: 'P3' })];
    expect(clocks(tell(versions, rows, '2026-06-01T23:00Z'))).toEqual(['running by 2026-06-02T05:00:00Z']);
    const bound: Row = ['2026-06-01T21:30Z', 'acknowledged'];
    expect(clocks(tell(versions, [...rows, bound], '2026-06-01T23:00Z'))).toEqual([
      'running by 2026-06-02T13:00:00Z',
    ]);
    const early: Row = ['2026-06-01T21:00Z', 'acknowledged'];
    expect(clocks(tell(versions, [...rows, early], '2026-06-01T23:00Z'))).toEqual([
      'running by 2026-06-02T13:00:00Z',
    ]);
  });
  test('keeps what it is by name, where the lists of the next have another order', () => {
    const lists = (names: readonly string[]) => ({
      facts: names.map((name) => `${name.toLowerCase()} yes or no`).join('\n  '),
      severities: names.map((name) => `${name} "${name}"`).join('\n  '),
      extra: `${names.map((name) => `channel ${name.toLowerCase()}chan\ntype ${name.toLowerCase()}kind`).join('\n')}
regions by site { ${names.map((name) => `${name}R "region" zone Europe/London holidays none`).join('\n  ')} }`,
      targets: names.map((name) => `${name} | 4 h`).join('\n  '),
      rules: `rule "tells" on call when a and channel = achan and type = akind and region = AR then tell "one"
rule "no" on call when b then tell "two"
on raise keep old\non lower keep old`,
    });
    const old = contract({
      header: 'effective 2026-01-01 in Europe/Berlin\n  binds by opened',
      ...lists(['A', 'B']),
    });
    const then = next('tickets in flight count from open', lists(['B', 'A']));
    const says = { severity: 'A', region: 'AR', channel: 'achan', type: 'akind', a: 'yes', b: 'no' };
    const call: Row = ['2026-06-02T10:00Z', 'call'];
    const told = tell([old, then], [late(says), call]);
    expect([told.version, told.severity, told.notices.map(({ to }) => to)]).toEqual([1, 1, ['one']]);
    const before = tell([old, then], [late(says), ['2026-06-01T21:30Z', 'call']]);
    expect([before.version, before.severity, before.notices.map(({ to }) => to)]).toEqual([0, 0, ['one']]);
    const raised: Row = ['2026-06-01T21:20Z', 'raised', { severity: 'B' }];
    expect(tell([old, then], [late(says), raised]).severity).toBe(1);
    const changed: Row = ['2026-06-01T21:20Z', 'changed', { b: 'yes', channel: 'bchan' }];
    expect(
      tell([old, then], [late(says), changed, ['2026-06-01T21:30Z', 'call']]).notices.map(({ to }) => to),
    ).toEqual(['two']);
    expect(tell([old, then], [late(says), changed, call]).notices.map(({ to }) => to)).toEqual(['two']);
  });
  test('leaves what the next does not have', () => {
    const old = contract({
      header: 'effective 2026-01-01 in Europe/Berlin\n  binds by opened',
      facts: 'urgent yes or no',
      extra: 'channel pigeon',
    });
    const then = next('tickets in flight count from open', {
      ...shorter,
      facts: 'calm yes or no\n  described yes or no',
      rules: 'rule "calm" on call when calm then tell "one"\non raise keep old\non lower keep old',
    });
    const told = tell([old, then], [late({ severity: 'P3' }), ['2026-06-02T10:00Z', 'call']]);
    expect([told.version, told.notices]).toEqual([1, []]);
  });
});

describe('what a condition asks of a ticket', () => {
  const asks = (when: string, says: Row[2]) =>
    tell(
      contract({
        facts: 'urgent yes or no',
        extra:
          'regions by site { EMEA "Europe" zone Europe/London holidays none\n  APAC "Asia" zone Asia/Tokyo holidays none }',
        rules: `rule "asks" on call when ${when} then tell "one"\non raise keep old\non lower keep old`,
      }),
      [
        opened({ severity: 'P3', region: 'APAC', channel: 'phone', type: 'question', ...says }),
        at('10:00', 'call'),
      ],
    ).notices.length;
  test('is its severity, region, channel or type, or a fact', () => {
    expect(
      ['severity = P3', 'region = APAC', 'channel = phone', 'type = question'].map((when) => asks(when, {})),
    ).toEqual([1, 1, 1, 1]);
    expect(
      ['severity = P1', 'region = EMEA', 'channel = email', 'type = incident'].map((when) => asks(when, {})),
    ).toEqual([0, 0, 0, 0]);
    expect([asks('urgent', { urgent: 'yes' }), asks('urgent', { urgent: 'no' }), asks('urgent', {})]).toEqual(
      [1, 0, 0],
    );
  });
});
