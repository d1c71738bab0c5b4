import { isUtf8 } from 'node:buffer';
import { lstat, readFile, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import { createSourceFile, type SourceFile } from '../text/source.ts';
import { asUnreadable, Unreadable } from './unreadable.ts';

const NEWLINE = 0x0a;
const LARGEST = 16 * 1024 * 1024;

/**
 * Reads a file of the language. A byte-order mark is dropped.
 * @throws {Unreadable} when it is missing, a folder, empty, too large, unreadable, or not text in UTF-8.
 */
export async function readSource(path: string): Promise<SourceFile> {
  const bytes = await readBytes(path);
  if (bytes.length === 0) throw new Unreadable(path, 'the file is empty');
  return sourceOf(path, bytes);
}

/**
 * Reads a file of data that stands beside contracts. One that is empty says nothing yet.
 * @throws {Unreadable} as `readSource` does, but for one that is empty.
 */
export async function readData(path: string): Promise<SourceFile> {
  return sourceOf(path, await readBytes(path));
}

/**
 * Bytes as a file of the language or of data.
 * @throws {Unreadable} when they are too many, no text in UTF-8, or one line to all that read LF and CRLF.
 */
export function sourceOf(path: string, bytes: Buffer): SourceFile {
  if (bytes.length > LARGEST)
    throw new Unreadable(path, 'larger than 16 MB; a contract is a text of some pages');
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new Unreadable(path, 'the text is in UTF-16', 'save it as UTF-8');
  }
  if (bytes.includes(0)) throw new Unreadable(path, 'a binary file, not a text');
  if (!isUtf8(bytes)) {
    throw new Unreadable(path, `line ${firstBadLine(bytes)} is not UTF-8`, 'save the file as UTF-8');
  }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (!text.includes('\n') && /\r./s.test(text)) {
    throw new Unreadable(path, 'its lines end in CR alone', 'save it with LF or CRLF line ends');
  }
  return createSourceFile(path, text);
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (!isMissing(error)) throw asUnreadable(path, error);
    if (await isLink(path)) throw new Unreadable(path, 'a link to a file that does not exist');
    const neighbour = nearestWord(basename(path), await namesIn(dirname(path)));
    const help = neighbour === null ? null : `did you mean ${join(dirname(path), neighbour)}?`;
    throw new Unreadable(path, 'no such file', help);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Names in a folder, sorted; none when it cannot be read, since this only serves a hint. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return [];
  }
}

/** Line of the first byte that is not UTF-8. No UTF-8 sequence spans a line break, so lines can be tried one by one. */
function firstBadLine(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(NEWLINE, start);
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line;
    line += 1;
    start = end + 1;
  }
}
