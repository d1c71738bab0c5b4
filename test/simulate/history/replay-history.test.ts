import { describe, expect, it } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import type { CompiledPlan } from '../../../src/plan/model.ts';
import { readHistory } from '../../../src/simulate/history/read-history.ts';
import { replayHistory } from '../../../src/simulate/history/replay-history.ts';
import type { ReplayResult } from '../../../src/simulate/history/replay-history.ts';
import { STATUSES } from '../../../src/simulate/outcome.ts';
import type { Outcome } from '../../../src/simulate/outcome.ts';
import { exampleMapping } from './example-mapping.ts';
import { mstPlan } from './mst-plan.ts';

type Changes = { readonly [field: string]: unknown };

async function replay(
  rows: string,
  {
    changes = {},
    plans = [],
    plan = mstPlan(),
    watch = () => undefined,
  }: {
    changes?: Changes;
    plans?: string[];
    plan?: CompiledPlan;
    watch?: (done: number, of: number) => void;
  } = {},
): Promise<ReplayResult> {
  const read = await readHistory([`id,at,opened,state,priority\n${rows}`], exampleMapping(changes));
  if (read.kind === 'failure') throw new Error(read.failure.message);
  return replayHistory({ history: read.history, engine: loadPlan(plan), plans, log: 'log.csv', watch });
}

async function outcomeOf(...args: Parameters<typeof replay>): Promise<Outcome> {
  const result = await replay(...args);
  if (result.kind === 'problems') throw new Error(JSON.stringify(result.problems));
  const { source } = result.outcome;
  if (source.kind !== 'replay') throw new Error('a replay says that it is a simulation');
  expect(source.read).toBe(source.used + source.unusable.reduce((sum, { count }) => sum + count, 0));
  expect(result.outcome.tickets.count).toBe(source.used);
  return result.outcome;
}

/** Statuses of the first ticket by plan. */
const statuses = (outcome: Outcome): string[] =>
  outcome.plans.map(({ metrics }) => String(STATUSES[metrics[0]?.status[0] ?? -1]));

const ISO = { times: { format: 'iso' } };
/** A Monday, in winter: London's clock is UTC. Two hours of Premium end at 11:00. */
const opened = '2016-02-01T09:00:00Z';

describe('a promise', () => {
  it('is met by an answer at the deadline and missed by one a millisecond later', async () => {
    const at = (answer: string): string => `A,${answer},${opened},Active,1\n`;
    const premium = { changes: ISO, plans: ['Premium'] };
    expect(statuses(await outcomeOf(at('2016-02-01T11:00:00Z'), premium))).toEqual(['met']);
    expect(statuses(await outcomeOf(at('2016-02-01T11:00:00.001Z'), premium))).toEqual(['missed']);
    // Finer than a millisecond rounds up at a stop.
    expect(statuses(await outcomeOf(at('2016-02-01T11:00:00.0000001Z'), premium))).toEqual(['missed']);
  });

  it('is told of while it is judged: how many tickets by how many plans', async () => {
    const told: string[] = [];
    const rows = ['A', 'B'].map((id) => `${id},2016-02-02T16:00:00Z,${opened},Active,1\n`).join('');
    const watch = (done: number, of: number): void => void told.push(`${String(done)} of ${String(of)}`);
    await outcomeOf(rows, { changes: ISO, plans: ['Standard', 'Premium'], watch });
    expect(told).toEqual(['2 of 4', '4 of 4']);
  });

  it('is counted in the hours of each plan’s own calendar', async () => {
    // 16 office hours of nine from Monday 09:00 end on Tuesday 16:00, 8 of twelve on Monday 17:00.
    const outcome = await outcomeOf(`A,2016-02-02T16:00:00Z,${opened},Active,1\n`, { changes: ISO });
    expect(statuses(outcome)).toEqual(['met', 'missed', 'missed']);
    expect(outcome.plans.map(({ metrics }) => new Date(metrics[0]?.due[0] ?? NaN).toISOString())).toEqual([
      '2016-02-02T16:00:00.000Z',
      '2016-02-01T17:00:00.000Z',
      '2016-02-01T11:00:00.000Z',
    ]);
  });

  it('is met at once by an answer in the opening itself', async () => {
    expect(statuses(await outcomeOf(`A,${opened},${opened},Active,1\n`, { changes: ISO }))).toEqual([
      'met',
      'met',
      'met',
    ]);
  });

  it('that no event stopped is missed when due before the log ends, else still running', async () => {
    const rows = `A,${opened},${opened},New,1\nB,2016-02-01T11:00:00Z,2016-02-01T11:00:00Z,New,1\n`;
    const premium = { changes: ISO, plans: ['Premium'] };
    expect(statuses(await outcomeOf(rows, premium))).toEqual(['running']);
    expect(statuses(await outcomeOf(rows.replaceAll('11:00:00Z', '11:00:01Z'), premium))).toEqual(['missed']);
  });

  it('is unmeasured where the mapping says that an absent stop means nothing, or names no stop', async () => {
    const row = `A,${opened},${opened},New,1\nB,2017-01-01T00:00:00Z,${opened},New,1\n`;
    const stops = {
      respond: { event: 'first', where: { column: 'state', is: 'Done' }, absent: 'unmeasured' },
    };
    expect(statuses(await outcomeOf(row, { changes: { ...ISO, stops } }))).toEqual(
      Array(3).fill('unmeasured'),
    );
    const silent = await outcomeOf(row, { changes: { ...ISO, stops: {} } });
    expect(statuses(silent)).toEqual(Array(3).fill('unmeasured'));
    expect(silent.notes).toContain('The mapping does not tell what stops `respond`, so it is unmeasured.');
  });
});

describe('a ticket that no plan can be held to', () => {
  it('is one answered before it was opened', async () => {
    const { source } = await outcomeOf(
      `A,2016-02-01T08:59:59Z,${opened},Active,1\nB,${opened},${opened},Active,1\n`,
      {
        changes: ISO,
      },
    );
    expect(source).toMatchObject({
      read: 2,
      used: 1,
      unusable: [{ reason: '`respond` stops before the ticket is opened', count: 1, examples: ['A'] }],
    });
  });

  it('is one of a severity that the contract lacks, where the log’s own words are read', async () => {
    const changes = { ...ISO, severity: { column: 'priority', take: 'last' } };
    const { source, tickets } = await outcomeOf(
      `A,${opened},${opened},New,severity 2\nB,${opened},${opened},New,Sev 9\n`,
      { changes },
    );
    expect(Array.from(tickets.severity)).toEqual([1]);
    expect(source).toMatchObject({
      unusable: [{ reason: 'a severity that the contract does not have', examples: ['B (Sev 9)'] }],
    });
  });

  it('is one whose deadline lies beyond what a calendar covers; the others are judged', async () => {
    const { source, tickets } = await outcomeOf(
      `A,1990-01-01T00:00:00Z,1990-01-01T00:00:00Z,New,1\nB,${opened},${opened},New,1\n`,
      { changes: ISO },
    );
    expect(source).toMatchObject({
      used: 1,
      unusable: [{ reason: 'a deadline outside what calendar `Standard (EMEA)` covers', examples: ['A'] }],
    });
    expect(tickets.id(0)).toBe('B');
  });
});

describe('a mapping and a contract that do not fit', () => {
  const row = `A,${opened},${opened},New,1\n`;
  it('are told by the name, with what was meant', async () => {
    const values = { '1': 'S1', '2': 'Severety 2' };
    const changes = {
      ...ISO,
      severity: { column: 'priority', take: 'last', values },
      region: { constant: 'Mars' },
    };
    const result = await replay(row, { changes, plans: ['Premum'] });
    expect(result).toMatchObject({
      problems: [
        { at: 'severity.values.2', message: 'the contract has no severity `Severety 2`' },
        { at: 'region.constant', message: 'the contract has no region `Mars`', help: 'it has `EMEA`' },
        {
          at: 'plans',
          message: 'the contract has no plan `Premum`',
          help: expect.stringContaining('`Premium`?') as string,
        },
      ],
    });
  });

  it('include a contract with regions and a mapping without', async () => {
    expect(await replay(row, { changes: { ...ISO, region: undefined } })).toMatchObject({
      problems: [{ at: 'region', help: expect.stringContaining('"constant": "EMEA"') as string }],
    });
    const plan = { ...mstPlan(), regions: [] };
    expect(await replay(row, { changes: { ...ISO, region: undefined }, plan })).toMatchObject({
      kind: 'outcome',
    });
  });

  it('include a slip in a metric, but not a metric that the contract does not promise', async () => {
    const stop = { column: 'opened', absent: 'unmeasured' };
    expect(await replay(row, { changes: { ...ISO, stops: { respnd: stop } } })).toMatchObject({
      problems: [{ at: 'stops.respnd', help: 'did you mean `respond`?' }],
    });
    const { notes } = await outcomeOf(row, { changes: { ...ISO, stops: { respond: stop, resolve: stop } } });
    expect(notes).toContain('The log tells when `resolve` stopped; none of these plans promises it.');
  });
});

describe('the notes of a replay', () => {
  it('repeat every choice of the mapping and count what is not applied', async () => {
    const channel = { column: 'state', take: 'first', values: { New: 'phone', Waiting: 'web' } };
    const { notes } = await outcomeOf(
      'A,1/2/2016 09:00,1/2/2016 09:00,New,1\nA,1/2/2016 10:00,1/2/2016 09:00,Waiting,2\n',
      { changes: { unapplied: { 'waiting for the user': { column: 'state', is: 'Waiting' } }, channel } },
    );
    expect(notes).toEqual([
      'Times are written `d/m/yyyy HH:MM`; local ones are read in Europe/London, one that occurs twice as the first, one that is skipped as moved forward by the gap.',
      'A ticket is opened at `opened`.',
      '`respond` stops at its first event where `state` is not New; without one it was still running when the log ends (2016-02-01T10:00:00Z).',
      'Severity: the last value of `priority` (1 is S1, 2 is S2, 3 is S3).',
      'Region: every ticket is taken for `EMEA`.',
      'Channel: the first value of `state` (New is phone, Waiting is web).',
      'Standard does not offer phone; what came that way is measured all the same, 1 ticket.',
      'Enhanced does not offer phone; what came that way is measured all the same, 1 ticket.',
      'Not applied: waiting for the user, in 1 ticket.',
      'Not applied: changes of severity, in 1 ticket; the last `priority` counts from the opening.',
    ]);
  });
});
