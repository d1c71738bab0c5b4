/**
 * XES (IEEE 1849), the exchange format of event logs: `<log>` holds `<trace>`s (tickets), which hold `<event>`s;
 * both carry attributes as elements with `key` and `value`. A field named `case:KEY` is an attribute of the trace,
 * any other an attribute of the event.
 *
 * An attribute of a trace may stand after its events, so the rows of a trace are handed on when it ends.
 */
import { SaxesParser } from 'saxes';
import type { SaxesTagPlain } from 'saxes';

import type { LogFailure, LogReader, RowSink } from './log-rows.ts';
import { missingField } from './missing-field.ts';

const CASE_PREFIX = 'case:';
/** A log names its attributes anew for every kind of event, not for every event. */
const MOST_NAMES = 10_000;

/** @param wanted names of attributes, each once, the ticket's id first */
export function createXesReader(
  wanted: readonly string[],
  sink: RowSink,
  optional: ReadonlySet<string> = new Set(),
): LogReader {
  const eventSlots = new Map<string, number>();
  const caseSlots = new Map<string, number>();
  for (const [slot, name] of wanted.entries()) {
    if (name.startsWith(CASE_PREFIX)) caseSlots.set(name.slice(CASE_PREFIX.length), slot);
    else eventSlots.set(name, slot);
  }
  /** Fields that some trace or event has; one that none has is a mistake of the mapping. */
  const present = new Set<string>();
  const parser = new SaxesParser();
  let failure: LogFailure | null = null;
  let depth = 0;
  let traceDepth = 0;
  let eventDepth = 0;
  let traces = 0;
  let caseValues: string[] = [];
  let events: { readonly values: string[]; readonly line: number }[] = [];

  function fail(message: string, help: string | null): void {
    failure ??= { message, help };
  }

  function open(tag: SaxesTagPlain): void {
    depth += 1;
    if (depth === 1 && tag.name !== 'log') {
      fail(`the log is XML, and not XES: it begins with \`<${tag.name}>\``, 'XES begins with `<log>`');
    } else if (depth === 2 && tag.name === 'trace') {
      traceDepth = depth;
      traces += 1;
      caseValues = wanted.map(() => '');
      events = [];
    } else if (traceDepth !== 0 && depth === traceDepth + 1) {
      if (tag.name === 'event') {
        eventDepth = depth;
        events.push({ values: wanted.map(() => ''), line: parser.line });
      } else keep(CASE_PREFIX, caseSlots, caseValues, tag);
    } else if (eventDepth !== 0 && depth === eventDepth + 1) {
      const event = events.at(-1);
      if (event !== undefined) keep('', eventSlots, event.values, tag);
    }
  }

  function keep(
    prefix: string,
    slots: ReadonlyMap<string, number>,
    values: string[],
    { attributes }: SaxesTagPlain,
  ): void {
    const key = attributes['key'];
    if (key === undefined) return;
    const slot = slots.get(key);
    if (slot !== undefined) values[slot] = attributes['value'] ?? '';
    if (slot !== undefined || present.size < MOST_NAMES) present.add(prefix + key);
  }

  function close(): void {
    if (depth === eventDepth) eventDepth = 0;
    else if (depth === traceDepth) {
      traceDepth = 0;
      emitTrace();
    }
    depth -= 1;
  }

  /** A trace without events is a ticket all the same: it becomes one row that has no event's fields. */
  function emitTrace(): void {
    if (events.length === 0) events.push({ values: wanted.map(() => ''), line: parser.line });
    for (const event of events) {
      for (const slot of caseSlots.values()) event.values[slot] = caseValues[slot] ?? '';
      sink.row(event.values, event.line);
    }
  }

  parser.on('opentag', open);
  parser.on('closetag', close);
  parser.on('error', (error) => {
    // The parser's message begins with its own line and column.
    fail(`the log is not well-formed XML: line ${error.message}`, 'was it cut off, or is it something else?');
  });
  return {
    write(text) {
      parser.write(text);
      return failure;
    },
    end() {
      parser.close();
      if (traces === 0) fail('the log holds no `<trace>`', null);
      const missing = wanted.find((name) => !present.has(name) && !optional.has(name));
      return failure ?? (missing === undefined ? null : missingField('attribute', missing, [...present]));
    },
  };
}
