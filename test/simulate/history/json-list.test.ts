import { describe, expect, test } from 'vitest';
import { createJsonList } from '../../../src/simulate/history/json-list.ts';

function cut(text: string, list: string | null = null, size = Math.max(1, text.length), longest = 1000) {
  const found: string[] = [];
  const reader = createJsonList(list, longest, (object, line) => found.push(`${String(line)} ${object}`));
  let failure = null;
  for (let at = 0; at < text.length; at += size) failure ??= reader.write(text.slice(at, at + size));
  failure ??= reader.end();
  return { found, failure: failure?.message ?? null };
}

describe('the objects of a list', () => {
  test.each([
    [
      'of a document that is the list',
      '[{"a":1},\n {"a":[{"b":"]}"}]}]',
      ['1 {"a":1}', '2 {"a":[{"b":"]}"}]}'],
    ],
    [
      'under a key',
      '{"total":2,"issues":[{"a":"\\"}"},{"a":2}],"names":["x"]}',
      ['1 {"a":"\\"}"}', '1 {"a":2}'],
    ],
    [
      'of the first list that holds any',
      '{"warnings":["w",["v"]],"result":[{"a":1}],"links":[{"b":1}]}',
      ['1 {"a":1}'],
    ],
    [
      'of pages one behind the other',
      '\uFEFF{"r":[{"a":1}]}\n{"s":[{"x":0}],"r":[{"a":2}]}\n[{"a":3}]',
      ['1 {"a":1}', '2 {"a":2}', '3 {"a":3}'],
    ],
    ['and not those of objects beside it', '{"meta":{"list":[{"no":1}]},"r":[{"a":1}]}', ['1 {"a":1}']],
    ['of an empty list', '{"r":[]}', []],
    ['of nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(cut(text)).toEqual({ found: expected, failure: null });
    for (const size of [1, 2, 3, 5])
      expect(cut(text, null, size)).toEqual({ found: expected, failure: null });
  });

  test('by the name of the list, where another comes first', () => {
    const text = '{"users":[{"u":1}],"tickets":[{"t":1}]}';
    expect(cut(text, 'tickets').found).toEqual(['1 {"t":1}']);
    expect(cut(text).found).toEqual(['1 {"u":1}']);
  });

  test('are no more once the document breaks off, which is said', () => {
    expect(cut('{"r":[{"a":1},\n{"a"')).toEqual({
      found: ['1 {"a":1}'],
      failure: 'the log breaks off in line 2, in the midst of its JSON',
    });
  });

  test('of which one is longer than any ticket is no list of tickets', () => {
    const long = `[{"a":"${'x'.repeat(300)}"}]`;
    expect(cut(long, null, 50, 100).failure).toContain('begins an object of more than');
    expect(cut(`[${'{"a":1},'.repeat(500)}{"a":2}]`, null, 50, 100).found).toHaveLength(501);
  });
});
