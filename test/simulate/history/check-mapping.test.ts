import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkMapping } from '../../../src/simulate/history/check-mapping.ts';
import { fieldsOf } from '../../../src/simulate/history/mapping.ts';
import { checkExample, exampleMapping } from './example-mapping.ts';

/** The one problem of an example with these changes, as `place: message`, and its help. */
function problem(changes: { readonly [field: string]: unknown }): readonly [string, string | null] {
  const checked = checkExample(changes);
  if (checked.kind === 'mapping') throw new Error('no problem was found');
  expect(checked.problems).toHaveLength(1);
  const [first] = checked.problems;
  return [`${first?.at ?? ''}: ${first?.message ?? ''}`, first?.help ?? null];
}

describe('a mapping', () => {
  it('asks the log for the fields it names, each once, the ticket’s id first', () => {
    expect(fieldsOf(exampleMapping())).toEqual(['id', 'at', 'opened', 'state', 'priority']);
  });

  it.each(['uci', 'bpi2013'])('of the %s log is sound', (name) => {
    const text = readFileSync(`simulations/${name}.map.json`, 'utf8');
    expect(checkMapping(text, name)).toMatchObject({ kind: 'mapping' });
  });

  it('may be of a log with a row a ticket, which has no events', () => {
    const stops = { respond: { column: 'answered', absent: 'still running' } };
    expect(exampleMapping({ eventTime: undefined, stops }).eventTime).toBeNull();
    expect(problem({ eventTime: undefined })[0]).toBe(
      'eventTime: is missing, and `stops.respond` speaks of an event’s time',
    );
  });
});

describe('a mistake in a mapping', () => {
  it('is placed by line and column where the text is not JSON', () => {
    const checked = checkMapping('{\n  "ticket": "id",\n}', 'm');
    expect(checked).toMatchObject({ problems: [{ message: 'not valid JSON at line 3, column 1' }] });
    expect(checkMapping('{ "ticket": ', 'm')).toMatchObject({
      problems: [{ message: 'not valid JSON at line 1, column 13' }],
    });
    expect(checkMapping('[]', 'm')).toMatchObject({
      problems: [{ message: 'must be an object in braces, and is a list' }],
    });
  });

  it('names a field that does not exist and the one that was meant', () => {
    expect(problem({ sevrity: {} })).toEqual([
      'sevrity: is not a field of a mapping here',
      'did you mean `severity`?',
    ]);
    expect(problem({ region: { constant: 'EMEA', colum: 'x' } })[0]).toBe(
      'region.colum: is not a field of a mapping here',
    );
  });

  it('names every field that is missing', () => {
    const checked = checkMapping('{}', 'm');
    const missing =
      checked.kind === 'problems' ? checked.problems.map(({ at, message }) => `${at} ${message}`) : [];
    expect(missing).toEqual(
      ['log', 'times', 'ticket', 'opened', 'stops', 'severity'].map((field) => `${field} is missing`),
    );
  });

  it('is a local time format without a zone, a zone that is none, a format that says nothing', () => {
    expect(problem({ times: { format: 'd/m/yyyy HH:MM' } })[0]).toBe(
      'times.zone: is missing: the times of this format carry no offset',
    );
    expect(problem({ times: { format: ['d/m/yyyy H:MM', 'm/d/yyyy H:MM'], zone: 'UTC' } })[0]).toBe(
      'times.format: `1/2/2003 4:05` is one time as `d/m/yyyy H:MM` and another as `m/d/yyyy H:MM`',
    );
    expect(problem({ times: { format: ['d/mmm/yy H:MM', 'd/m'], zone: 'UTC' } })[0]).toContain(
      'gives no year',
    );
    expect(problem({ times: { format: 'iso', zone: 'CET' } })[0]).toContain('`CET` is not a zone');
    expect(problem({ times: { format: 'd/m/yyyy', zone: 'UTC' } })[0]).toContain('gives no hour');
  });

  it('is a stop that does not say what its absence means', () => {
    expect(problem({ stops: { respond: { column: 'answered' } } })[0]).toBe(
      'stops.respond.absent: is missing',
    );
    expect(problem({ stops: { respond: { column: 'answered', absent: 'unmesured' } } })[1]).toBe(
      'did you mean `"unmeasured"`?',
    );
  });

  it('is a value that changes without a word on which one holds', () => {
    expect(problem({ severity: { column: 'priority', values: { a: 'S1' } } })[0]).toBe(
      'severity.take: is missing',
    );
  });

  it('is a condition that says nothing, at whatever depth', () => {
    const where = { any: [{ column: 'a', is: 'x' }, { all: [{ column: 'b' }] }] };
    expect(problem({ unapplied: { waiting: where } })[0]).toBe(
      'unapplied.waiting.any[1].all[0].is: is missing: the condition says nothing of the column',
    );
  });

  it('is a delimiter of several characters', () => {
    expect(problem({ log: { format: 'csv', delimiter: '||' } })[0]).toBe(
      'log.delimiter: must be one character, and no quote or line break',
    );
  });
});
