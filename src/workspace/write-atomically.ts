import { randomBytes } from 'node:crypto';
import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { asUnreadable } from './unreadable.ts';

/**
 * Writes a whole file or nothing: into a temporary file beside it, then renamed over it, so that a reader, a crash
 * or Ctrl-C never sees half of it. Keeps the mode of a file that is replaced and writes through a link to the file
 * it points at. Folders that are missing are made. What is no file, such as `/dev/stdout` or a named pipe, is written to
 * and never replaced.
 * @throws {Unreadable} when it cannot be written.
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path);
    const existing = await stat(target).catch(() => null);
    if (existing !== null && !existing.isFile()) {
      await writeFile(path, text);
      return;
    }
    await mkdir(dirname(target), { recursive: true });
    const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}`);
    try {
      await writeFile(temporary, text, { mode: existing?.mode ?? 0o666, flag: 'wx' });
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  } catch (error) {
    throw asUnreadable(path, error);
  }
}
