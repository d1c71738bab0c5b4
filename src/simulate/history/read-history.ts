/** A log as it comes (pieces of bytes or text) to its tickets. */
import { assertNever } from '../../text/assert-never.ts';
import { createCsvReader } from './csv-reader.ts';
import type { History } from './history.ts';
import { createJsonLinesReader, createJsonReader } from './json-lines-reader.ts';
import { createLocalClock } from './local-clock.ts';
import { datesWords, type LogDates } from './log-dates.ts';
import type { LogFailure, LogReader, RowSink } from './log-rows.ts';
import { fieldsOf } from './mapping.ts';
import type { LogLayout, TicketMapping } from './mapping.ts';
import { recognizeOtherFile } from './recognize-other-file.ts';
import { createTicketLedger } from './ticket-ledger.ts';
import type { TimeReader } from './time-format.ts';
import { compileTimeFormats } from './time-formats.ts';
import type { ReportUnusable } from './unusable-report.ts';
import { createXesReader } from './xes-reader.ts';

/** Pieces of a log, unpacked, cut anywhere. */
export type LogChunks = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

export type ReadHistory =
  | { readonly kind: 'history'; readonly history: History }
  | { readonly kind: 'failure'; readonly failure: LogFailure };

/** Reads the whole log in one pass. What can be made of single rows and tickets or not is in the history itself. */
export async function readHistory(
  chunks: LogChunks,
  mapping: TicketMapping,
  report: ReportUnusable = () => undefined,
  dates: LogDates | null = null,
): Promise<ReadHistory> {
  const { formats, zone } = mapping.times;
  const times = compileTimeFormats(formats, zone === null ? null : createLocalClock(zone));
  if (!times.ok) throw new Error(`a checked mapping has a bad time format: ${times.message}`);
  const fields = fieldsOf(mapping);
  const ledger = createTicketLedger(mapping, fields, times.read, report, dates);
  const failure = await readRows(chunks, mapping.log, createReader(mapping, fields, ledger.sink, times.read));
  if (failure !== null) return { kind: 'failure', failure };
  const history = ledger.close();
  const nothing = nothingRead(history);
  return nothing === null ? { kind: 'history', history } : { kind: 'failure', failure: nothing };
}

function createReader(
  { log, optional }: TicketMapping,
  fields: readonly string[],
  sink: RowSink,
  readTime: TimeReader,
): LogReader {
  switch (log.format) {
    case 'csv':
      return createCsvReader(log, fields, sink, optional);
    case 'xes':
      return createXesReader(fields, sink, optional);
    case 'json lines':
      return createJsonLinesReader(fields, sink, { events: log.events, optional }, readTime);
    case 'json':
      return createJsonReader(fields, sink, { events: log.events, optional, list: log.list }, readTime);
    default:
      return assertNever(log);
  }
}

async function readRows(chunks: LogChunks, log: LogLayout, reader: LogReader): Promise<LogFailure | null> {
  let decoder = new TextDecoder(log.encoding);
  let first = true;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    if (first) {
      const other = recognizeOtherFile(chunk, log);
      if (other !== null) return other;
      if (typeof chunk !== 'string' && saysUtf8(chunk)) decoder = new TextDecoder('utf-8');
      first = false;
    }
    const failure = reader.write(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
    if (failure !== null) return failure;
  }
  if (first) return { message: 'the log is empty', help: null };
  return reader.write(decoder.decode()) ?? reader.end();
}

/** A byte order mark says what a file is written in, whatever is usual for its kind. */
function saysUtf8(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function nothingRead(history: History): LogFailure | null {
  if (history.rows.read === 0) return { message: 'the log has a header and no rows', help: null };
  if (history.read > 0) return null;
  if (history.dates !== null && history.dates.others > 0) {
    return {
      message: `no ticket of the log was opened ${datesWords(history.dates)}`,
      help: `it has ${String(history.dates.others)} of other dates`,
    };
  }
  const [worst] = history.rows.unusable;
  const help = worst === undefined ? null : `most often: ${worst.reason} (${worst.examples.join(', ')})`;
  return { message: `none of the ${String(history.rows.read)} rows of the log names a ticket`, help };
}
