import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { findFiles } from '../../workspace/find-files.ts';
import { findLock, readLock, type FoundLock } from '../../workspace/find-lock.ts';
import { loadContract, loadFrom, loadSimulation, type LoadedContract } from '../../workspace/load.ts';
import type { SourceFile } from '../../text/source.ts';
import { Unreadable } from '../../workspace/unreadable.ts';

export interface CheckReport {
  readonly files: readonly string[];
  /** Each finding once, though a holiday file may be brought in by many contracts. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files that could not be read at all; the others were checked all the same. */
  readonly unreadable: readonly Unreadable[];
}

/**
 * Checks every contract and simulation that the paths speak of, in one run, and holds contracts against their locks. A
 * text that was `given` stands in their place, and has no lock.
 * @throws {Unreadable} when a folder holds none.
 */
export async function checkFiles(
  paths: readonly string[],
  {
    needsLock = false,
    given = null,
  }: { readonly needsLock?: boolean; readonly given?: SourceFile | null } = {},
): Promise<CheckReport> {
  const files = given === null ? await findFiles(paths, ['.plan', '.sim']) : [given.name];
  const found = new Map<string, Diagnostic>();
  const unreadable = new Map<string, Unreadable>();
  const locks = lockReader(needsLock);
  for (const file of files) {
    try {
      const loaded = await (given === null ? load(file) : loadFrom(given));
      const isContract = file.endsWith('.plan') && (loaded.contract?.plans.length ?? 0) > 0;
      const lock = isContract ? await locks(file) : null;
      const drift = lock === null ? [] : await driftFrom(lock, loaded);
      for (const diagnostic of [...loaded.explained(), ...drift]) {
        const { code, message, place } = diagnostic;
        const key = JSON.stringify([place.source.name, place.span.start, place.span.end, code, message]);
        if (!found.has(key)) found.set(key, diagnostic);
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      // A lock that cannot be read is said once, however many contracts it is for.
      unreadable.set(error.message, error);
    }
  }
  return { files, diagnostics: [...found.values()], unreadable: [...unreadable.values()] };
}

function load(file: string): Promise<LoadedContract> {
  return file.endsWith('.sim') ? loadSimulation(file) : loadContract(file);
}

/** Loaded for contracts with a lock alone: hashes are a good part of what Node loads. */
async function driftFrom(lock: FoundLock, loaded: LoadedContract): Promise<readonly Diagnostic[]> {
  const { checkLock } = await import('../../workspace/check-lock.ts');
  return checkLock(loaded, lock);
}

/** Finds the lock of a contract, and reads each once. Throws an `Unreadable` for one that is needed and not there. */
function lockReader(needsLock: boolean): (contractPath: string) => Promise<FoundLock | null> {
  const read = new Map<string, Promise<FoundLock>>();
  return async (contractPath) => {
    const path = await findLock(contractPath);
    if (path === null) {
      if (!needsLock) return null;
      throw new Unreadable(contractPath, 'there is no surety.lock for it', 'write one: surety lock');
    }
    let lock = read.get(path);
    if (lock === undefined) {
      lock = readLock(path);
      read.set(path, lock);
    }
    return lock;
  };
}
