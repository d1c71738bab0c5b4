import type { LogFailure } from './log-rows.ts';
import type { LogLayout } from './mapping.ts';

/** As much of a file's beginning as is looked at. */
const LOOKED_AT = 4096;

/** Tells by a file's first bytes that it is not the log that the mapping speaks of; null when it may be. */
export function recognizeOtherFile(chunk: Uint8Array | string, log: LogLayout): LogFailure | null {
  const head = typeof chunk === 'string' ? chunk.slice(0, LOOKED_AT) : latin1(chunk.subarray(0, LOOKED_AT));
  if (head.startsWith('PK\u0003\u0004')) {
    return { message: 'the log is a spreadsheet or another zip archive', help: 'save its table as CSV' };
  }
  if (head.startsWith('\u001F\u008B')) {
    return { message: 'the log is packed with gzip twice', help: 'unpack it once' };
  }
  if (log.encoding !== 'utf-16le' && (head.startsWith('\u00FF\u00FE') || head.startsWith('\uFFFD\uFFFD'))) {
    return {
      message: 'the log is in UTF-16',
      help: 'say so in the mapping: `"log": { …, "encoding": "utf-16le" }`',
    };
  }
  if (log.encoding !== 'utf-16le' && head.includes('\0')) {
    return { message: 'the log is a binary file, not a table or XES', help: null };
  }
  const begins = head.replace(/^(\u00EF\u00BB\u00BF|\uFEFF)?\s*/, '').charAt(0);
  if (log.format !== 'xes' && begins === '<') {
    return {
      message: `the log is XML, and the mapping says ${log.format === 'csv' ? 'CSV' : 'JSON Lines'}`,
      help: 'for XES write `"log": { "format": "xes" }`',
    };
  }
  if (log.format === 'xes' && begins !== '<' && log.encoding !== 'utf-16le') {
    return {
      message: 'the log is not XML, and the mapping says XES',
      help: 'for a table write `"log": { "format": "csv" }`',
    };
  }
  return null;
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
