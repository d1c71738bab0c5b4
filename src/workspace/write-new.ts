import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { asUnreadable, Unreadable } from './unreadable.ts';

/**
 * Writes a file that must not be there yet, and makes the folders that are missing.
 * @throws {Unreadable} when there is one already, or it cannot be written.
 */
export async function writeNew(path: string, text: string): Promise<void> {
  let isOurs = false;
  try {
    await mkdir(dirname(path), { recursive: true });
    // The system refuses a name that is taken, so nobody's file is lost between a look and the writing.
    await writeFile(path, '', { flag: 'wx' });
    isOurs = true;
    await writeFile(path, text);
  } catch (error) {
    if (isOurs) await rm(path, { force: true });
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new Unreadable(
        path,
        'there is such a file already, and it is left as it is',
        'name one that is not there',
      );
    }
    throw asUnreadable(path, error);
  }
}
