/**
 * What time alone brings to a ticket, with dates worked out by hand: rules in stages, reminders, closing; and clocks that a
 * plan has of its own. Calendar B is Monday to Friday 09:00-17:00 Europe/Berlin.
 */
import { describe, expect, test } from 'vitest';
import { RuleLoopError } from '../../../src/engine/ticket/index.ts';
import { formatInstantUtc } from '../../../src/time/iso-instant.ts';
import { same } from '../../traps/desk.ts';
import { clocks, type Row, tell } from './story.ts';

/** Who was told, when and by what, and when the ticket was closed. */
function brought(contract: string, rows: readonly Row[], until: string): readonly string[] {
  const { notices, closed } = tell(contract, rows, until);
  return [
    ...notices.map(({ at, to, by }) => `${formatInstantUtc(at)} ${to}: ${by}`),
    ...(closed === null ? [] : [`${formatInstantUtc(closed)} closed`]),
  ];
}

const OPENED: Row = ['2026-06-01T09:00+02:00', 'opened', { severity: 'P3' }];
const WAITS: Row = ['2026-06-01T10:00+02:00', 'waiting for customer'];

describe('a rule that goes on in stages', () => {
  const contract = same('8 h in B', {
    rules: `rule "no answer" after 3 business days ending at close in B in waiting for customer
              then tell customer, after 3 more business days then tell "the desk",
              after 4 more business days then close, reset by call`,
  });
  const first = '2026-06-04T15:00:00Z customer: no answer';

  test('counts each stage from the end of the one before', () => {
    // Tue, Wed, Thu; Fri, Mon, Tue; Wed, Thu, Fri, Mon.
    expect(brought(contract, [OPENED, WAITS], '2026-07-01T00:00Z')).toEqual([
      first,
      '2026-06-09T15:00:00Z the desk: no answer',
      '2026-06-15T15:00:00Z closed',
    ]);
  });
  test('has reached no stage an instant before its end, and has at its end', () => {
    expect(brought(contract, [OPENED, WAITS], '2026-06-04T16:59:59.999+02:00')).toEqual([]);
    expect(brought(contract, [OPENED, WAITS], '2026-06-04T17:00+02:00')).toEqual([first]);
    expect(brought(contract, [OPENED, WAITS], '2026-06-09T16:59+02:00')).toEqual([first]);
  });
  test('begins again with its first stage when the ticket comes back into the state', () => {
    const rows: readonly Row[] = [
      OPENED,
      WAITS,
      ['2026-06-05T12:00+02:00', 'resumed'],
      ['2026-06-08T10:00+02:00', 'waiting for customer'],
    ];
    expect(brought(contract, rows, '2026-06-16T17:00+02:00')).toEqual([
      first,
      '2026-06-11T15:00:00Z customer: no answer',
      '2026-06-16T15:00:00Z the desk: no answer',
    ]);
  });
  test('begins again with its first stage at what resets it, while the ticket stays in the state', () => {
    const called: Row = ['2026-06-05T11:00+02:00', 'call'];
    expect(brought(contract, [OPENED, WAITS, called], '2026-06-11T17:00+02:00')).toEqual([
      first,
      '2026-06-10T15:00:00Z customer: no answer',
    ]);
  });
  test('is reset at the very end of a stage, since what happens comes before what time brings', () => {
    const called: Row = ['2026-06-04T17:00+02:00', 'call'];
    expect(brought(contract, [OPENED, WAITS, called], '2026-06-09T17:00+02:00')).toEqual([
      '2026-06-09T15:00:00Z customer: no answer',
    ]);
  });
  test('is not reset by what happened before the state began', () => {
    const called: Row = ['2026-06-01T09:30+02:00', 'call'];
    expect(brought(contract, [OPENED, called, WAITS], '2026-06-05T00:00Z')).toEqual([first]);
  });
  test('brings nothing more to a ticket that is closed', () => {
    const closed: Row = ['2026-06-05T09:00+02:00', 'closed'];
    expect(brought(contract, [OPENED, WAITS, closed], '2026-07-01T00:00Z')).toEqual([
      first,
      '2026-06-05T07:00:00Z closed',
    ]);
  });
  test('asks the customer at each stage where the customer must agree', () => {
    const asks = same('8 h in B', {
      extra: 'facts { big yes or no }',
      rules: `rule "asks" after 2 h in waiting for customer then tell "one", after 1 more h then tell "two",
                if customer agrees, silence refuses`,
    });
    const agreed: Row = ['2026-06-01T13:30+02:00', 'agreed'];
    expect(brought(asks, [OPENED, WAITS, agreed], '2026-06-02T00:00Z')).toEqual([
      '2026-06-01T10:00:00Z customer: asks',
      '2026-06-01T11:00:00Z customer: asks',
      '2026-06-01T11:30:00Z one: asks',
      '2026-06-01T11:30:00Z two: asks',
    ]);
  });
  test('of a closed ticket counts from when it was closed', () => {
    const kept = same('8 h in B', { rules: 'rule "kept" after 2 h in closed then tell "the archive"' });
    const closed: Row = ['2026-06-01T12:00+02:00', 'closed'];
    expect(brought(kept, [OPENED, closed], '2026-06-02T00:00Z')).toEqual([
      '2026-06-01T12:00:00Z the archive: kept',
      '2026-06-01T10:00:00Z closed',
    ]);
  });
});

describe('a ticket that closes by itself', () => {
  const clock = `starts on opened; stops on resolved; pauses never; reopen never
    closes after 7 calendar days ending at same time of silence, reminder after 3 calendar days, reminder 24 h before`;
  const contract = same('8 h in B', { clock });

  test('reminds the customer so long after the silence began, and so long before it closes', () => {
    expect(brought(contract, [OPENED], '2026-07-01T00:00Z')).toEqual([
      '2026-06-04T07:00:00Z customer: resolve',
      '2026-06-07T07:00:00Z customer: resolve',
      '2026-06-08T07:00:00Z closed',
    ]);
  });
  test('begins again with whatever happens', () => {
    const reply: Row = ['2026-06-05T09:00+02:00', 'reply'];
    expect(brought(contract, [OPENED, reply], '2026-06-08T12:00+02:00')).toEqual([
      '2026-06-04T07:00:00Z customer: resolve',
      '2026-06-08T07:00:00Z customer: resolve',
    ]);
  });
  test('reminds nobody once it is closed', () => {
    const closed: Row = ['2026-06-02T09:00+02:00', 'closed'];
    expect(brought(contract, [OPENED, closed], '2026-07-01T00:00Z')).toEqual(['2026-06-02T07:00:00Z closed']);
  });
});

describe('a rule that sets itself off', () => {
  const again = (rule: string) => `contract "Desk" version "1" { zone Europe/Berlin }
severities { P1 "all"
  P2 "one" }
clock update { starts on opened; stops on raised, lowered; pauses never }
plan Basic { targets { update
  all | every 4 h } }
rule "up" ${rule} when severity = P2 then raise to P1
rule "down" ${rule} when severity = P1 then lower to P2
on raise count from the change
on lower keep old
`;
  const rows: readonly Row[] = [['2026-06-01T09:00+02:00', 'opened', { severity: 'P2', plan: 'Basic' }]];

  test('at one instant for ever is told by its name', () => {
    const contract = again('at 5 h before update is due');
    expect(() => tell(contract, rows, '2026-06-02T09:00+02:00')).toThrow(RuleLoopError);
    expect(() => tell(contract, rows, '2026-06-02T09:00+02:00')).toThrow('"up"');
  });
  test('after a while each time does so until now', () => {
    expect(tell(again('at 1 h before update is due'), rows, '2026-06-02T09:00+02:00').changes).toHaveLength(
      8,
    );
  });
  test('closes a ticket once, although it is in the state that closes it', () => {
    const contract = same('8 h in B', {
      rules: 'rule "shut" after 1 h in closed then close, tell "the archive"',
    });
    const closed: Row = ['2026-06-01T12:00+02:00', 'closed'];
    expect(brought(contract, [OPENED, closed], '2026-06-02T00:00Z')).toEqual([
      '2026-06-01T11:00:00Z the archive: shut',
      '2026-06-01T10:00:00Z closed',
    ]);
  });
});

test('a ticket that is refused is over when it is closed', () => {
  const contract = same('8 h in B', {
    extra: 'facts { listed yes or no }',
    plan: 'eligible when listed else refuse "only listed contacts may ask"',
  });
  const asks: Row = ['2026-06-01T09:00+02:00', 'opened', { severity: 'P3', listed: 'no' }];
  const { refused, isClosed, closed } = tell(contract, [asks, ['2026-06-01T12:00+02:00', 'closed']]);
  expect([refused, isClosed, closed]).toEqual([
    'only listed contacts may ask',
    true,
    Date.parse('2026-06-01T10:00Z'),
  ]);
});

describe('a clock in the block of a plan', () => {
  const contract = `contract "Desk" version "1" { zone Europe/Berlin }
severities { P1 "all" }
calendar B { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none }
plan Low { targets { resolve
  P1 | 4 h in B } }
plan High extends Low {
  clock resolve { starts on described; stops on "customer reply"; pauses while waiting for customer; reopen never }
}
plan Highest extends High { }
clock resolve { starts on opened; stops on resolved; pauses never; reopen never }
`;
  const story = (plan: string, ...rows: readonly Row[]): readonly Row[] => [
    ['2026-06-01T09:00+02:00', 'opened', { plan }],
    ['2026-06-01T10:00+02:00', 'described'],
    ...rows,
  ];
  const waited: readonly Row[] = [
    ['2026-06-01T11:00+02:00', 'waiting for customer'],
    ['2026-06-01T12:00+02:00', 'resumed'],
  ];

  test('counts for that plan and those that extend it, and for no other', () => {
    expect(clocks(tell(contract, story('Low', ...waited)))).toEqual(['running by 2026-06-01T11:00:00Z']);
    expect(clocks(tell(contract, story('High', ...waited)))).toEqual(['running by 2026-06-01T13:00:00Z']);
    expect(clocks(tell(contract, story('Highest', ...waited)))).toEqual(['running by 2026-06-01T13:00:00Z']);
  });
  test('stops on what it names, and on nothing that the other names', () => {
    const ends: readonly Row[] = [
      ['2026-06-01T12:00+02:00', 'customer reply'],
      ['2026-06-01T12:30+02:00', 'resolved'],
    ];
    expect(clocks(tell(contract, story('Low', ...ends)))).toEqual(['met by 2026-06-01T11:00:00Z']);
    expect(tell(contract, story('Low', ...ends)).clocks[0]?.stopped).toBe(Date.parse('2026-06-01T10:30:00Z'));
    expect(tell(contract, story('High', ...ends)).clocks[0]?.stopped).toBe(
      Date.parse('2026-06-01T10:00:00Z'),
    );
  });
  test('is not there before what starts it', () => {
    const rows: readonly Row[] = [['2026-06-01T09:00+02:00', 'opened', { plan: 'High' }]];
    expect(clocks(tell(contract, rows))).toEqual(['not started']);
  });
});

test("both bounds of a range count by the cut-off, at which a ticket is the next day's", () => {
  const days =
    'business days in B at close, received outside hours at next opening, day of receipt does not count';
  const contract = same(`1 to 2 ${days}, cut-off 16:00`);
  const at = (opened: string) => {
    const [clock] = tell(contract, [[opened, 'opened', { severity: 'P3' }]]).clocks;
    return [clock?.softDue, clock?.due].map((due) =>
      due === null || due === undefined ? null : formatInstantUtc(due),
    );
  };
  expect(at('2026-06-01T15:59+02:00')).toEqual(['2026-06-02T15:00:00Z', '2026-06-03T15:00:00Z']);
  expect(at('2026-06-01T16:00+02:00')).toEqual(['2026-06-03T15:00:00Z', '2026-06-04T15:00:00Z']);
});
