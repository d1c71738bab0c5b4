import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asUnreadable, Unreadable } from './unreadable.ts';

export type Extension = '.plan' | '.sim';

/**
 * The files that paths speak of: a file stands for itself, whatever its name; a folder for every file of the given
 * extensions in it and below. Hidden folders and `node_modules` are left out. Sorted by path inside each folder, no
 * file twice. A folder that may not be read stands among them for itself, as a file that may not be read does: the
 * reader refuses it, and the others go on.
 * @throws {Unreadable} when a folder holds no such file, or cannot be read for another reason.
 */
export async function findFiles(
  paths: readonly string[],
  extensions: readonly Extension[],
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    if (!(await isFolder(path))) {
      found.add(path);
      continue;
    }
    const below = await filesBelow(path, extensions);
    if (below.length === 0) {
      throw new Unreadable(path, `no ${extensions.join(' or ')} file in this folder or below`);
    }
    for (const file of below) found.add(file);
  }
  return [...found];
}

/** A path that does not exist is left to the reader, which has the better message. */
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function filesBelow(folder: string, extensions: readonly Extension[]): Promise<readonly string[]> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isForbidden(error)) return [folder];
    throw asUnreadable(folder, error);
  }
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '.' ? entry.name : join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      files.push(...(await filesBelow(path, extensions)));
    } else if (extensions.some((extension) => entry.name.endsWith(extension))) {
      files.push(path);
    }
  }
  return files;
}

function isForbidden(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
}
