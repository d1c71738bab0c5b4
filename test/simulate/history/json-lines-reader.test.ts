import { describe, expect, it } from 'vitest';
import { createJsonLinesReader } from '../../../src/simulate/history/json-lines-reader.ts';
import { collectRows } from './collect-rows.ts';
import type { Collected } from './collect-rows.ts';

function read(text: string, size = text.length): Collected {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += size) pieces.push(text.slice(at, at + size));
  return collectRows((sink) => createJsonLinesReader(['id', 'state'], sink), pieces);
}

describe('JSON Lines', () => {
  const text =
    '\uFEFF{"id":7,"state":"a\\n\\"é","x":[1]}\r\n\n{"state":null,"id":"B"}\n{"id":"C","state":true}';

  it('gives a row an object, numbers and truth values as they are written, null as missing', () => {
    const { rows, lines, bad, failure } = read(text);
    expect(rows).toEqual([
      ['7', 'a\n"é'],
      ['B', ''],
      ['C', 'true'],
    ]);
    expect({ lines, bad, failure }).toEqual({ lines: [1, 3, 4], bad: [], failure: null });
  });

  it('gives the same rows however the text is cut', () => {
    for (const size of [1, 2, 3, 11]) expect(read(text, size)).toEqual(read(text));
  });

  it('reports lines that are no object, and wanted values that are no single text', () => {
    expect(read('{"id":"A","state":"x"}\n{"id":"B"\n[1]\n{"id":"C","state":{}}\n').bad).toEqual([
      'line 2, ticket : no JSON object',
      'line 3, ticket : no JSON object',
      'line 4, ticket C: a value of `state` that is no text or number',
    ]);
  });

  it('does not take a key of every object’s prototype for a field', () => {
    const { failure } = collectRows(
      (sink) => createJsonLinesReader(['id', 'toString'], sink),
      ['{"id":"A"}'],
    );
    expect(failure?.message).toBe('the log has no field `toString`, which the mapping asks for');
  });

  it('refuses a file without objects, and a key that no line has', () => {
    expect(read('hello\nworld\n').failure?.message).toBe('no line of the log is a JSON object');
    expect(read('{"id":"A","State":"x"}\n').failure).toEqual({
      message: 'the log has no field `state`, which the mapping asks for',
      help: 'did you mean `State`? it has `id`, `State`',
    });
  });
});
