import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Folders above the contract that are asked, its own included. */
const LEVELS = 5;

/**
 * The file that declares a holiday set which a contract uses and does not declare: `holidays/<name>.plan` beside
 * the contract, else in the folders above it, up to the root of its repository (the folder with `.git`) or five
 * levels. The path comes out in the manner of the contract's, relative when that is. Null when there is none.
 */
export async function findHolidayFile(contractPath: string, name: string): Promise<string | null> {
  let folder = dirname(contractPath);
  for (let level = 0; level < LEVELS; level++) {
    const path = join(folder, 'holidays', `${name}.plan`);
    if (await exists(path)) return path;
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
