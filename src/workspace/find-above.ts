import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Folders that are asked, that of the file included. */
const LEVELS = 5;

/**
 * A file by its path from the folder of another file, else from the folders above that one, up to the root of its
 * repository (the folder with `.git`) or five levels. The path comes out in the manner of the other file's, relative when
 * that is. Null when there is none.
 */
export async function findAbove(from: string, path: string): Promise<string | null> {
  let folder = dirname(from);
  for (let level = 0; level < LEVELS; level++) {
    const found = join(folder, path);
    if (await exists(found)) return found;
    if (await exists(join(folder, '.git'))) return null;
    const above = join(folder, '..');
    if (resolve(above) === resolve(folder)) return null;
    folder = above;
  }
  return null;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
