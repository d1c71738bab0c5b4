import { describe, expect, it } from 'vitest';
import { createXesReader } from '../../../src/simulate/history/xes-reader.ts';
import { collectRows } from './collect-rows.ts';
import type { Collected } from './collect-rows.ts';

const WANTED = ['case:concept:name', 'concept:name', 'time:timestamp', 'case:impact'];

function read(text: string, wanted: readonly string[] = WANTED, size = text.length): Collected {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += size) pieces.push(text.slice(at, at + size));
  return collectRows((sink) => createXesReader(wanted, sink), pieces);
}

const LOG = `<?xml version="1.0"?>
<log>
  <string key="concept:name" value="the log's own name"/>
  <global scope="event"><string key="concept:name" value="a default"/></global>
  <trace>
    <string key="concept:name" value="T1"><string key="concept:name" value="nested"/></string>
    <event>
      <string key="concept:name" value="A &amp; B &#233;"/>
      <date key="time:timestamp" value="2010-03-31T16:59:42.000+02:00"/>
      <list key="x"><values><string key="concept:name" value="in a list"/></values></list>
    </event>
    <event><string key="concept:name" value="Done"/></event>
    <string key="impact" value="High"/>
  </trace>
  <trace><string key="concept:name" value="T2"/></trace>
</log>`;

describe('an XES log', () => {
  it('gives a row an event, with attributes of the trace wherever they stand', () => {
    const { rows, failure, lines } = read(LOG);
    expect(failure).toBeNull();
    expect(rows.slice(0, 2)).toEqual([
      ['T1', 'A & B é', '2010-03-31T16:59:42.000+02:00', 'High'],
      ['T1', 'Done', '', 'High'],
    ]);
    expect(lines.slice(0, 2)).toEqual([7, 12]);
  });

  it('gives a trace without events a row of its own, so that the ticket is counted', () => {
    expect(read(LOG).rows[2]).toEqual(['T2', '', '', '']);
  });

  it('gives the same rows however the text is cut', () => {
    for (const size of [1, 2, 7, 64]) expect(read(LOG, WANTED, size)).toEqual(read(LOG));
  });

  it('names an attribute that no event has, and the one that was meant', () => {
    expect(read(LOG, ['case:concept:name', 'conceptname']).failure).toMatchObject({
      message: 'the log has no attribute `conceptname`, which the mapping asks for',
      help: expect.stringContaining('did you mean `concept:name`?') as string,
    });
  });

  it('refuses a file that is cut off, is no XES, or holds no trace', () => {
    expect(read(LOG.slice(0, -20)).failure?.message).toMatch(/^the log is not well-formed XML: line \d+/);
    expect(read('<html><body/></html>').failure?.message).toBe(
      'the log is XML, and not XES: it begins with `<html>`',
    );
    expect(read('<log></log>').failure?.message).toBe('the log holds no `<trace>`');
    expect(read('<log><trace></log>').failure?.message).toMatch(/not well-formed/);
  });
});
