import { describe, expect, it } from 'vitest';
import type { History } from '../../../src/simulate/history/history.ts';
import { readHistory } from '../../../src/simulate/history/read-history.ts';
import type { LogChunks } from '../../../src/simulate/history/read-history.ts';
import { exampleMapping } from './example-mapping.ts';

type Changes = { readonly [field: string]: unknown };

const HEADER = 'id,at,opened,state,priority\n';

async function history(rows: string, changes: Changes = {}, header = HEADER): Promise<History> {
  const result = await readHistory([header + rows], exampleMapping(changes));
  if (result.kind === 'failure') throw new Error(result.failure.message);
  expect(result.history.read).toBe(
    result.history.tickets.length + result.history.unusable.reduce((sum, { count }) => sum + count, 0),
  );
  return result.history;
}

async function failure(chunks: LogChunks, changes: Changes = {}): Promise<string> {
  const result = await readHistory(chunks, exampleMapping(changes));
  return result.kind === 'failure' ? result.failure.message : 'none';
}

const iso = (instant: number | undefined): string => new Date(instant ?? NaN).toISOString();

describe('a ticket gathered from its rows', () => {
  it('is answered by the earliest row that is an answer, whatever the order of the rows', async () => {
    const { tickets } = await history(
      'A,1/2/2016 12:00,1/2/2016 09:00,Closed,3\n' +
        'B,1/2/2016 10:00,1/2/2016 09:30,New,3\n' +
        'A,1/2/2016 09:00,1/2/2016 09:00,New,1\n' +
        'A,1/2/2016 10:00,1/2/2016 09:00,Active,2\n',
    );
    expect(tickets.map(({ id, severity }) => [id, severity])).toEqual([
      ['A', 'S3'],
      ['B', 'S3'],
    ]);
    expect(iso(tickets[0]?.stops[0])).toBe('2016-02-01T10:00:00.000Z');
    expect(tickets[1]?.stops[0]).toBeNaN();
  });

  it('has the severity of its first or last event by time, a later row before an earlier one at one instant', async () => {
    const rows =
      'A,1/2/2016 12:00,1/2/2016 09:00,New,3\nA,1/2/2016 09:00,1/2/2016 09:00,New,1\nA,1/2/2016 12:00,1/2/2016 09:00,New,2\n';
    const severity = { column: 'priority', values: { '1': 'S1', '2': 'S2', '3': 'S3' } };
    expect((await history(rows, { severity: { ...severity, take: 'first' } })).tickets[0]?.severity).toBe(
      'S1',
    );
    const last = await history(rows, { severity: { ...severity, take: 'last' } });
    expect(last.tickets[0]?.severity).toBe('S2');
    expect(last.changed.severity).toBe(1);
  });

  it('passes over missing values, which satisfy no condition', async () => {
    const { tickets } = await history(
      'A,1/2/2016 09:00,1/2/2016 09:00,?,3\nA,1/2/2016 10:00,?,,?\nA,1/2/2016 11:00,1/2/2016 09:00,Active,?\n',
    );
    expect(tickets[0]).toMatchObject({ severity: 'S3', opened: Date.UTC(2016, 1, 1, 9) });
    expect(iso(tickets[0]?.stops[0])).toBe('2016-02-01T11:00:00.000Z');
  });

  it('reads a doubled local time as its first occurrence', async () => {
    const { tickets } = await history('A,30/10/2016 01:30,30/10/2016 01:10,Active,1\n');
    expect(iso(tickets[0]?.opened)).toBe('2016-10-30T00:10:00.000Z');
    expect(iso(tickets[0]?.stops[0])).toBe('2016-10-30T00:30:00.000Z');
  });

  it('rounds what is finer than a millisecond down at the opening and up at the stop', async () => {
    const { tickets } = await history('A,2016-02-01T09:00:00.0001Z,2016-02-01T09:00:00.0001Z,Active,1\n', {
      times: { format: 'iso' },
    });
    expect(iso(tickets[0]?.opened)).toBe('2016-02-01T09:00:00.000Z');
    expect(iso(tickets[0]?.stops[0])).toBe('2016-02-01T09:00:00.001Z');
  });

  it('is opened at its first event where the mapping says so', async () => {
    const { tickets } = await history('A,1/2/2016 10:00,,Active,1\nA,1/2/2016 09:00,,New,1\n', {
      opened: { event: 'first' },
    });
    expect(iso(tickets[0]?.opened)).toBe('2016-02-01T09:00:00.000Z');
  });

  it('comes by opening, and the log’s last instant ends the observation', async () => {
    const { tickets, observedUntil } = await history(
      'B,3/2/2016 09:00,2/2/2016 09:00,New,1\nA,1/2/2016 10:00,1/2/2016 09:00,New,1\n',
    );
    expect(tickets.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(iso(observedUntil)).toBe('2016-02-03T09:00:00.000Z');
  });

  it('is counted once for each thing that is not applied and touches it', async () => {
    const { touched } = await history(
      'A,1/2/2016 09:00,1/2/2016 09:00,Waiting,1\nA,1/2/2016 10:00,1/2/2016 09:00,Waiting,1\nB,1/2/2016 10:00,1/2/2016 09:00,New,1\n',
      { unapplied: { waiting: { column: 'state', is: 'Waiting' }, never: { column: 'state', is: 'x' } } },
    );
    expect(touched).toEqual([1, 0]);
  });

  it('may be a single row, where the log has a row a ticket', async () => {
    const { tickets } = await history(
      '1/2/2016 09:00,A,1/2/2016 11:00\n2/2/2016 09:00,B,\n',
      {
        eventTime: undefined,
        stops: { respond: { column: 'answered', absent: 'still running' } },
        severity: { constant: 'S2' },
      },
      'opened,id,answered\n',
    );
    expect(tickets.map(({ id, stops }) => [id, stops[0]])).toEqual([
      ['A', Date.UTC(2016, 1, 1, 11)],
      ['B', NaN],
    ]);
  });
});

describe('a ticket that cannot be used', () => {
  it.each([
    ['A,1/2/2016 09:00,?,New,1\n', 'no time of opening', 'A'],
    [
      'A,1/2/2016 09:00,31/2/2016 09:00,New,1\n',
      'a time in `opened` that cannot be read',
      'A (31/2/2016 09:00)',
    ],
    ['A,soon,1/2/2016 09:00,New,1\n', 'a time in `at` that cannot be read', 'A (soon)'],
    ['A,?,1/2/2016 09:00,New,1\n', 'an event without a time in `at`', 'A'],
    [
      'A,1/2/2016 09:00,1/2/2016 09:00,New,9\n',
      'a value of `priority` that the mapping does not know',
      'A (9)',
    ],
    ['A,1/2/2016 09:00,1/2/2016 09:00,New,?\n', 'no severity: `priority` is missing', 'A'],
    [
      'A,1/2/2016 09:00,1/2/2016 09:00,New,1\nA,1/2/2016 10:00,1/2/2016 09:01,New,1\n',
      'its rows disagree about `opened`',
      'A (1/2/2016 09:01)',
    ],
  ])('is counted with its reason: %s', async (rows, reason, example) => {
    const { tickets, unusable } = await history(rows);
    expect(tickets).toEqual([]);
    expect(unusable).toEqual([{ reason, count: 1, examples: [example] }]);
  });

  it('is named up to three times a reason, the most frequent reason first', async () => {
    const bad = ['A', 'B', 'C', 'D'].map((id) => `${id},x,1/2/2016 09:00,New,1\n`).join('');
    const { unusable, read } = await history(`E,1/2/2016 09:00,?,New,1\n${bad}`);
    expect(read).toBe(5);
    expect(unusable.map(({ count, examples }) => [count, examples.length])).toEqual([
      [4, 3],
      [1, 1],
    ]);
  });

  it('is one of whose rows is broken; a broken row alone makes no ticket', async () => {
    const result = await history(
      'A,1/2/2016 09:00,1/2/2016 09:00,New,1\nA,1/2/2016\nscrap\n,1/2/2016 09:00,1/2/2016 09:00,New,1\n',
    );
    expect(result.read).toBe(1);
    expect(result.unusable).toEqual([
      { reason: 'a row with too few fields', count: 1, examples: ['A (line 3)'] },
    ]);
    expect(result.rows).toEqual({
      read: 4,
      unusable: [
        { reason: 'too few fields', count: 2, examples: ['line 3', 'line 4'] },
        { reason: 'no ticket id', count: 1, examples: ['line 5'] },
      ],
    });
  });
});

describe('a file that is no log', () => {
  it('is one clear message', async () => {
    const binary = Uint8Array.from([1, 2, 0, 3]);
    expect(await failure([])).toBe('the log is empty');
    expect(await failure([HEADER])).toBe('the log has a header and no rows');
    expect(await failure(['hello\nworld\n'])).toBe('the log has no column `id`, which the mapping asks for');
    expect(await failure([Buffer.from('\u0049d;priorit\u00e4t\n1;2\n', 'latin1')])).toBe(
      'the log is not in UTF-8',
    );
    expect(await failure([binary])).toBe('the log is a binary file, not a table or XES');
    expect(await failure(['PK\u0003\u0004'])).toBe('the log is a spreadsheet or another zip archive');
    expect(await failure([Uint8Array.from([0xff, 0xfe, 0x69, 0])])).toBe('the log is in UTF-16');
    expect(await failure(['<?xml version="1.0"?><log/>'])).toBe('the log is XML, and the mapping says CSV');
    expect(await failure([`${HEADER},,,,\n`])).toBe('none of the 1 rows of the log names a ticket');
    expect(await failure([HEADER], { log: { format: 'xes' } })).toBe(
      'the log is not XML, and the mapping says XES',
    );
  });
});

describe('the bytes of a log', () => {
  it('may be cut inside a character, and be of another encoding', async () => {
    const bytes = new TextEncoder().encode(`${HEADER}é,1/2/2016 09:00,1/2/2016 09:00,New,1\n`);
    const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
    const result = await readHistory(pieces, exampleMapping());
    expect(result.kind === 'history' ? result.history.tickets[0]?.id : null).toBe('é');

    const ansi = Uint8Array.from(
      bytes.filter((byte) => byte !== 0xc3),
      (byte) => (byte === 0xa9 ? 0xe9 : byte),
    );
    const mapping = exampleMapping({ log: { format: 'csv', encoding: 'windows-1252' } });
    const other = await readHistory([ansi], mapping);
    expect(other.kind === 'history' ? other.history.tickets[0]?.id : null).toBe('é');
  });
});
