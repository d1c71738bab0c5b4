import { describe, expect, it } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import { lower } from '../../../src/plan/lower.ts';
import { readHistory } from '../../../src/simulate/history/read-history.ts';
import { replayHistory } from '../../../src/simulate/history/replay-history.ts';
import { STATUSES } from '../../../src/simulate/outcome.ts';
import { checkText } from '../../check/findings.ts';
import { checkExample, exampleMapping } from './example-mapping.ts';

const CONTRACT = `contract "Desk" version "1" {
  effective  2016-01-01 in Europe/London
}
severities {
  S1  "nobody can work"
  S2  "somebody cannot"
}
on raise count from the change
calendar Office {
  zone      Europe/London
  open      Mon..Fri 09:00-17:00
  holidays  none
}
state "waiting for customer" "the ball is with the customer"
event answered "somebody has answered"
event "picked up" "somebody takes the ticket"
clock respond { starts on opened; stops on answered; pauses never }
clock resolve { starts on opened; stops on resolved; pauses while waiting for customer; reopen within 120 h continues }
plan Basic {
  targets {
        respond       | resolve
    S1  2 h in Office | 8 h in Office
    S2  4 h in Office | 24 h in Office
  }
}
`;

const MAPPING = {
  times: { format: 'iso' },
  stops: {
    respond: { event: 'first', where: { column: 'state', not: ['New'] }, absent: 'still running' },
    resolve: { event: 'last', where: { column: 'state', is: ['Resolved'] }, absent: 'still running' },
  },
  region: undefined,
  severity: { column: 'priority', take: 'last', values: { '1': 'S1', '2': 'S2' } },
};
const WAITING = { states: { 'waiting for customer': { column: 'state', is: ['Awaiting'] } } };
const EACH = { severity: { column: 'priority', take: 'each', values: { '1': 'S1', '2': 'S2' } } };

interface Row {
  readonly at: string;
  readonly state: string;
  readonly priority?: string;
}

/** How the promises of the first ticket stand: due, stopped, status; and what the report says of the replay. */
async function replay(rows: readonly Row[], changes: object, contract = CONTRACT) {
  const opened = rows[0]?.at ?? '';
  const lines = rows.map(({ at, state, priority = '1' }) => `A,${at},${opened},${state},${priority}`);
  const read = await readHistory(
    [`id,at,opened,state,priority\n${lines.join('\n')}\n`],
    exampleMapping({ ...MAPPING, ...changes }),
  );
  if (read.kind === 'failure') throw new Error(read.failure.message);
  const checked = checkText(contract);
  expect(checked.findings.filter(({ level }) => level === 'error')).toEqual([]);
  const engine = loadPlan(lower(checked.contract));
  const replayed = replayHistory({ history: read.history, engine, plans: [], log: 'log.csv' });
  if (replayed.kind === 'problems') return { problems: replayed.problems };
  const [plan] = replayed.outcome.plans;
  const time = (at: number | undefined) =>
    at === undefined || Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 16);
  return {
    promises: Object.fromEntries(
      (plan?.metrics ?? []).map(({ metric, due, stopped, status }) => [
        metric,
        [time(due[0]), time(stopped[0]), STATUSES[status[0] ?? -1]],
      ]),
    ),
    notes: replayed.outcome.notes.join('\n'),
    source: replayed.outcome.source,
  };
}

/** A Monday in winter, when London's clock is UTC. */
const WAITS: readonly Row[] = [
  { at: '2016-02-01T09:00:00Z', state: 'New' },
  { at: '2016-02-01T12:00:00Z', state: 'Awaiting' },
  { at: '2016-02-02T12:00:00Z', state: 'Active' },
  { at: '2016-02-02T16:30:00Z', state: 'Resolved' },
];

describe('a replay', () => {
  it('takes the open time of a wait out of a clock that the contract pauses for it', async () => {
    // Three hours on Monday, five from Tuesday noon: the eight end as Tuesday does.
    const { promises } = await replay(WAITS, WAITING);
    expect(promises?.['resolve']).toEqual(['2016-02-02T17:00', '2016-02-02T16:30', 'met']);
    // The clock that never pauses is where it was.
    expect(promises?.['respond']).toEqual(['2016-02-01T11:00', '2016-02-01T12:00', 'missed']);
  });

  it('knows of no wait that the mapping does not find', async () => {
    const { promises } = await replay(WAITS, {});
    expect(promises?.['resolve']).toEqual(['2016-02-01T17:00', '2016-02-02T16:30', 'missed']);
  });

  it('does not mind in which order the rows come', async () => {
    const upside = await readHistory(
      [
        `id,at,opened,state,priority\n${[...WAITS]
          .reverse()
          .map(({ at, state }) => `A,${at},${WAITS[0]?.at ?? ''},${state},1\n`)
          .join('')}`,
      ],
      exampleMapping({ ...MAPPING, ...WAITING }),
    );
    if (upside.kind === 'failure') throw new Error(upside.failure.message);
    expect(
      upside.history.tickets[0]?.changes.map(({ at, kind }) => [new Date(at).toISOString(), kind]),
    ).toEqual([
      ['2016-02-01T12:00:00.000Z', 'state'],
      ['2016-02-02T12:00:00.000Z', 'state'],
    ]);
  });

  const RAISED: readonly Row[] = [
    { at: '2016-02-01T09:00:00Z', state: 'New', priority: '2' },
    { at: '2016-02-01T11:00:00Z', state: 'New', priority: '1' },
    { at: '2016-02-02T11:00:00Z', state: 'Resolved', priority: '1' },
  ];

  it('counts a raised ticket as the contract says, where the mapping takes each severity', async () => {
    // Eight hours from eleven: six on Monday and two on Tuesday.
    const { promises, notes } = await replay(RAISED, EACH);
    expect(promises?.['resolve']).toEqual(['2016-02-02T11:00', '2016-02-02T11:00', 'met']);
    expect(notes).toContain('what `priority` says, and each change of it');
    expect(notes).not.toContain('Not applied: changes of severity');
  });

  it('counts it from the opening as of the last severity, where the mapping takes that', async () => {
    const { promises, notes } = await replay(RAISED, {});
    expect(promises?.['resolve']).toEqual(['2016-02-01T17:00', '2016-02-02T11:00', 'missed']);
    expect(notes).toContain('Not applied: changes of severity, in 1 ticket');
  });

  it('leaves out a ticket that comes to a severity which the contract does not have', async () => {
    const foreign = { severity: { column: 'priority', take: 'each' } };
    const rows = [
      { at: '2016-02-01T09:00:00Z', state: 'New', priority: 'S2' },
      { at: '2016-02-01T11:00:00Z', state: 'New', priority: 'S7' },
    ];
    const { source } = await replay(rows, foreign);
    expect(source).toMatchObject({
      used: 0,
      unusable: [{ reason: 'a severity that the contract does not have', examples: ['A (S7)'] }],
    });
  });

  it('starts a clock on an event that the mapping finds, and as the ticket opens on one that it does not', async () => {
    const late = CONTRACT.replace(
      'clock resolve { starts on opened',
      'clock resolve { starts on "picked up"',
    );
    const rows = [
      { at: '2016-02-01T09:00:00Z', state: 'New' },
      { at: '2016-02-01T13:00:00Z', state: 'Active' },
      { at: '2016-02-01T14:00:00Z', state: 'Active' },
      { at: '2016-02-02T13:00:00Z', state: 'Resolved' },
    ];
    const found = { events: { 'picked up': { column: 'state', is: ['Active'] } } };
    const events = await replay(rows, found, late);
    expect(events.promises?.['resolve']).toEqual(['2016-02-02T13:00', '2016-02-02T13:00', 'met']);
    const none = await replay(rows, {}, late);
    expect(none.promises?.['resolve']).toEqual(['2016-02-01T17:00', '2016-02-02T13:00', 'missed']);
    expect(none.notes).toContain(
      'The contract starts `resolve` on picked up; the replay starts it when the ticket is opened.',
    );
  });

  it('says of a state that the contract does not know that nothing follows, and of a slip what was meant', async () => {
    const vendor = { states: { 'with a supplier': { column: 'state', is: ['Awaiting'] } } };
    const { promises, notes } = await replay(WAITS, vendor);
    expect(promises?.['resolve']).toEqual(['2016-02-01T17:00', '2016-02-02T16:30', 'missed']);
    expect(notes).toContain(
      'A ticket is `with a supplier` while `state` is Awaiting; the contract does not speak of it, so nothing follows.',
    );
    const slip = { states: { 'waiting for customers': { column: 'state', is: ['Awaiting'] } } };
    const { problems } = await replay(WAITS, slip);
    expect(problems).toEqual([
      {
        at: 'states.waiting for customers',
        message: 'the contract has no state `waiting for customers`',
        help: 'did you mean `waiting for customer`?',
      },
    ]);
  });

  it.each([
    ['states', WAITING, 'states.waiting for customer'],
    ['events', { events: { reopened: { column: 'state', is: ['Reopened'] } } }, 'events.reopened'],
    ['each severity', EACH, 'severity'],
  ])('needs the time of a row’s event for %s', (_, changes, speaker) => {
    const checked = checkExample({
      ...MAPPING,
      stops: {},
      opened: { column: 'opened' },
      eventTime: undefined,
      ...changes,
    });
    expect(checked).toMatchObject({
      kind: 'problems',
      problems: [{ at: 'eventTime', message: `is missing, and \`${speaker}\` speaks of an event’s time` }],
    });
  });
});
