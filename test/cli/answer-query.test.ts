import { describe, expect, test } from 'vitest';
import { answerQuery } from '../../src/cli/calendar/answer-query.ts';
import { loadPlan } from '../../src/engine/index.ts';
import { loadContract } from '../../src/workspace/load.ts';
import { DESK } from './call.ts';

const plan = (await loadContract(DESK)).plan();
const engine = loadPlan(plan);
const indexOf = (name: string) => plan.calendars.findIndex((calendar) => calendar.name === name);
const office = engine.calendar(indexOf('Office'));
const berlin = engine.zone('Europe/Berlin');

function answer(query: object): unknown {
  const { id, ...rest } = JSON.parse(answerQuery(office, berlin, JSON.stringify({ id: 7, ...query }))) as {
    id: unknown;
    result?: unknown;
    error?: unknown;
  };
  expect(id).toBe(7);
  return 'result' in rest ? rest.result : rest;
}

describe('each operation answers', () => {
  test.each([
    [
      'add, on the closing instant',
      { op: 'add', from: '2026-06-12T16:00:00+02:00', seconds: 3600 },
      '2026-06-12T15:00:00Z',
    ],
    [
      'add, over the weekend',
      { op: 'add', from: '2026-06-12T16:00:00+02:00', seconds: 3601 },
      '2026-06-15T07:00:01Z',
    ],
    ['add nothing', { op: 'add', from: '2026-06-13T12:00:00Z', seconds: 0 }, '2026-06-13T12:00:00Z'],
    [
      'fractions, printed where there are any',
      { op: 'add', from: '2026-06-12T10:00:00.250Z', seconds: 0.5 },
      '2026-06-12T10:00:00.750Z',
    ],
    ['subtract', { op: 'subtract', from: '2026-06-15T07:00:00Z', seconds: 3600 }, '2026-06-12T14:00:00Z'],
    ['between', { op: 'between', from: '2026-06-12T14:00:00Z', to: '2026-06-15T08:00:00Z' }, 7200],
    ['between, reversed', { op: 'between', from: '2026-06-15T08:00:00Z', to: '2026-06-12T14:00:00Z' }, -7200],
    ['isOpen at closing', { op: 'isOpen', at: '2026-06-12T15:00:00Z' }, false],
    ['isOpen at opening', { op: 'isOpen', at: '2026-06-12T07:00:00Z' }, true],
    ['nextOpen when open', { op: 'nextOpen', at: '2026-06-12T08:00:00Z' }, '2026-06-12T08:00:00Z'],
    ['nextOpen over a closed day', { op: 'nextOpen', at: '2026-06-03T15:00:00Z' }, '2026-06-05T07:00:00Z'],
    ['prevOpen', { op: 'prevOpen', at: '2026-06-14T12:00:00Z' }, '2026-06-12T15:00:00Z'],
    ['nextClose', { op: 'nextClose', at: '2026-06-14T12:00:00Z' }, '2026-06-15T15:00:00Z'],
    [
      'periods',
      { op: 'periods', from: '2026-06-12T14:00:00Z', count: 2 },
      [
        ['2026-06-12T14:00:00Z', '2026-06-12T15:00:00Z'],
        ['2026-06-15T07:00:00Z', '2026-06-15T15:00:00Z'],
      ],
    ],
    [
      'addDays keeps the wall time over the change of clocks',
      { op: 'addDays', from: '2026-03-27T10:00:00+01:00', days: 1 },
      '2026-03-30T08:00:00Z',
    ],
    ['addDays back', { op: 'addDays', from: '2026-06-05T10:00:00+02:00', days: -1 }, '2026-06-03T08:00:00Z'],
    ['a local time, in the zone of the calendar', { op: 'isOpen', at: '2026-06-12T16:59:59' }, true],
    ['`at` and `from` mean the same', { op: 'isOpen', from: '2026-06-12T07:00:00Z' }, true],
  ])('%s', (_, query, expected) => {
    expect(answer(query)).toEqual(expected);
  });
});

describe('a query that cannot be answered says why', () => {
  test.each([
    [{ op: 'toString', at: '2026-06-12T07:00:00Z' }, '`op` is none of'],
    [{ op: 'isOpen' }, '`at` is not a text'],
    [{ op: 'isOpen', at: 5 }, '`at` is not a text'],
    [{ op: 'isOpen', at: 'noon' }, '`at`: it is not a date and time'],
    [{ op: 'add', from: '2026-06-12T07:00:00Z' }, '`seconds` is not a number'],
    [{ op: 'add', from: '2026-06-12T07:00:00Z', seconds: -1 }, '`seconds` is negative'],
    [{ op: 'addDays', from: '2026-06-12T07:00:00Z', days: 1.5 }, '`days` is not a whole number'],
    [{ op: 'periods', from: '2026-06-12T07:00:00Z', count: -1 }, '`count` is not a whole number'],
    [{ op: 'add', from: '2099-12-31T12:00:00Z', seconds: 360000 }, 'outside what calendar `Office` covers'],
  ])('%j', (query, message) => {
    expect(answer(query)).toEqual({ error: expect.stringContaining(message) });
  });

  test.each(['', '[]', 'null', '5', '{"id":1,'])('the line %j', (line) => {
    expect(JSON.parse(answerQuery(office, berlin, line))).toMatchObject({
      id: null,
      error: expect.any(String),
    });
  });

  test('a calendar that never closes has no closing', () => {
    const always = engine.calendar(indexOf('24x7'));
    expect(answerQuery(always, null, '{"id":1,"op":"nextClose","at":"2026-06-12T07:00:00Z"}')).toBe(
      '{"id":1,"error":"the calendar never closes"}',
    );
    expect(answerQuery(always, null, '{"id":1,"op":"isOpen","at":"2026-06-12T07:00:00"}')).toContain(
      'no offset',
    );
    expect(
      answerQuery(always, null, '{"id":1,"op":"addDays","from":"2026-06-12T07:00:00Z","days":1}'),
    ).toContain('no zone');
  });
});
