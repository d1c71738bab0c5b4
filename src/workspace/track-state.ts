import { readFile } from 'node:fs/promises';
import { asUnreadable, Unreadable } from './unreadable.ts';

/**
 * The lines of histories that an earlier run left for the next one; none where there was no earlier run.
 * @throws {Unreadable} when the file is there and cannot be read.
 */
export async function readTrackState(path: string): Promise<readonly string[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const unreadable = asUnreadable(path, error);
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw unreadable;
  }
  if (text !== '' && !text.endsWith('\n')) {
    throw new Unreadable(path, 'its last line is cut off, so it is none that `surety track --state` wrote');
  }
  return text.split('\n').slice(0, -1);
}
