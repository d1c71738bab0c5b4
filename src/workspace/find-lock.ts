import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { LOCK_NAME, parseLock, type Lock } from './lock-file.ts';
import { readSource } from './read-source.ts';

/** A lock, and the path at which it lies. */
export interface FoundLock {
  readonly path: string;
  readonly lock: Lock;
}

/**
 * The lock of a contract: `surety.lock` beside it, else in the folders above, up to the root of its repository (the
 * folder with `.git`) or of the disk. Null when there is none.
 */
export async function findLock(contractPath: string): Promise<string | null> {
  let folder = dirname(contractPath);
  for (;;) {
    const path = join(folder, LOCK_NAME);
    if (await exists(path)) return path;
    if (await exists(join(folder, '.git'))) return null;
    const above = join(folder, '..');
    if (resolve(above) === resolve(folder)) return null;
    folder = above;
  }
}

/** @throws {Unreadable} when there is no such file, or it is no lock. */
export async function readLock(path: string): Promise<FoundLock> {
  const { text } = await readSource(path);
  return { path, lock: parseLock(path, text) };
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
