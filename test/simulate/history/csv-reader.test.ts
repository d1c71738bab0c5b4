import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCsvReader } from '../../../src/simulate/history/csv-reader.ts';
import { collectRows } from './collect-rows.ts';
import type { Collected } from './collect-rows.ts';

function read(
  pieces: string | readonly string[],
  wanted = ['id', 'state'],
  delimiter: string | null = ',',
): Collected {
  const layout = { delimiter, columns: null };
  return collectRows((sink) => createCsvReader(layout, wanted, sink), [pieces].flat());
}

describe('a table as RFC 4180 has it', () => {
  it('keeps line breaks, delimiters and doubled quotes inside quotes', () => {
    const { rows, lines, bad } = read('id,text,state\n1,"a, ""b""\r\nc",New\n2,plain,Old\n', [
      'id',
      'text',
      'state',
    ]);
    expect(rows).toEqual([
      ['1', 'a, "b"\r\nc', 'New'],
      ['2', 'plain', 'Old'],
    ]);
    expect(lines).toEqual([2, 4]);
    expect(bad).toEqual([]);
  });

  it('reads lines that end in CRLF, a byte-order mark, and a last line without an end', () => {
    expect(read('\uFEFFid,state\r\n1,New\r\n2,Old').rows).toEqual([
      ['1', 'New'],
      ['2', 'Old'],
    ]);
  });

  it('cuts out the wanted columns whatever their place, and leaves empty fields empty', () => {
    expect(read('x,state,y,id\n,,,7\n', ['id', 'state']).rows).toEqual([['7', '']]);
  });

  it('reads a quote inside a field that does not begin with one as itself', () => {
    expect(read('id,state\n1,5" disk\n').rows).toEqual([['1', '5" disk']]);
  });

  it('skips empty lines and counts them', () => {
    const { rows, lines } = read('id,state\n\n1,New\n\n');
    expect(rows).toEqual([['1', 'New']]);
    expect(lines).toEqual([3]);
  });

  it('takes another delimiter', () => {
    expect(read('id;state\n1;"a;b"\n', ['id', 'state'], ';').rows).toEqual([['1', 'a;b']]);
  });

  it.each([',', ';', '\t', '|', '^'])('finds by its header that %j divides it, however it is cut', (mark) => {
    const text = `\uFEFF"a ; , | ^ \t b"${mark}id${mark}"state"\r\nx${mark}1${mark}"a${mark}b"\r\n`;
    for (let cut = 0; cut <= text.length; cut++) {
      const { rows } = read([text.slice(0, cut), text.slice(cut)], ['id', 'state'], null);
      expect(rows).toEqual([['1', `a${mark}b`]]);
    }
  });

  it('says which column is missing, where nothing divides the header into those that are wanted', () => {
    const { failure } = read('id;status\n1;x\n', ['id', 'state'], null);
    expect(failure?.message).toContain('no column `state`');
    expect(failure?.help).toContain('`status`');
    // In other letters it is meant where it is the only one; of two nobody knows which.
    expect(read('ID,STATE\n1,x\n', ['id', 'state'], null).failure ?? null).toBeNull();
    expect(read('id,State,STATE\n1,x,y\n', ['id', 'state'], null).failure?.message).toContain(
      'no column `state`',
    );
    expect(read('id,status\n1,x\n', ['id', 'state'], null).failure?.message).toContain('no column `state`');
  });

  it('takes columns from the mapping where the file names none', () => {
    const layout = { delimiter: ',', columns: ['state', 'id'] };
    const { rows } = collectRows((sink) => createCsvReader(layout, ['id'], sink), ['New,1\nOld,2\n']);
    expect(rows).toEqual([['1'], ['2']]);
  });

  it('gives the same rows however the text is cut into pieces', () => {
    const text = '\uFEFFid,state\r\n1,"a\n""b"""\r\n2,\r\n"3","x,y"\r\n4,d';
    const whole = read(text);
    expect(whole.rows).toHaveLength(4);
    for (let cut = 0; cut <= text.length; cut++) {
      for (let second = cut; second <= text.length; second += 3) {
        expect(read([text.slice(0, cut), text.slice(cut, second), text.slice(second)])).toEqual(whole);
      }
    }
  });

  it('reads back whatever a careful writer writes', () => {
    const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é') });
    const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field), { minLength: 1 }), fc.nat(40), (table, size) => {
        const text = ['id,state', ...table.map((row) => row.map(quote).join(','))].join('\r\n');
        const pieces = size === 0 ? [text] : (text.match(new RegExp(`[^]{1,${String(size)}}`, 'g')) ?? []);
        expect(read(pieces).rows).toEqual(table);
      }),
    );
  });
});

describe('a table that is broken', () => {
  it('reports rows with too few or too many fields by line, with what stands for their id', () => {
    const { rows, bad } = read('id,state\n1\n2,New\n3,New,more\n"4",New,more\n');
    expect(rows).toEqual([['2', 'New']]);
    expect(bad).toEqual([
      'line 2, ticket 1: too few fields',
      'line 4, ticket 3: too many fields',
      'line 5, ticket 4: too many fields',
    ]);
  });

  it('reports text after a closing quote', () => {
    expect(read('id,state\n1,"New"er\n2,Old\n')).toMatchObject({
      rows: [['2', 'Old']],
      bad: ['line 2, ticket 1: text after a closing quote'],
    });
  });

  it('gives up on a quote that is never closed, naming its line', () => {
    expect(read('id,state\n1,New\n2,"Old\n3,New\n').failure?.message).toBe(
      'line 3 of the log opens a quote that is never closed',
    );
    const endless = read(['id,state\n1,"', ...Array.from({ length: 30 }, () => 'x\n'.repeat(25_000))]);
    expect(endless.failure?.message).toBe('line 2 of the log opens a quote that is never closed');
  });

  it('names a column that is missing and the one that was meant', () => {
    expect(read('id,Stat\n1,New\n').failure).toEqual({
      message: 'the log has no column `state`, which the mapping asks for',
      help: 'did you mean `Stat`? it has `id`, `Stat`',
    });
  });

  it('sees by the header that another delimiter was used', () => {
    expect(read('id;state\n1;New\n').failure).toEqual({
      message: 'the header of the log is a single column',
      help: 'its names seem to be divided by another character: write `"delimiter": ";"` in `log`',
    });
  });

  it('does not choose between two columns of one name', () => {
    expect(read('id,state,state\n1,a,b\n').failure?.message).toBe('the log has two columns named `state`');
    expect(read('id,state,x,x\n1,a,b,c\n').failure).toBeNull();
  });

  it('says that an empty log is empty', () => {
    for (const empty of ['', '\uFEFF']) expect(read(empty).failure?.message).toBe('the log is empty');
  });
});
