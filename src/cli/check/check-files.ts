import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { findFiles } from '../../workspace/find-files.ts';
import { loadContract, loadSimulation } from '../../workspace/load.ts';
import { Unreadable } from '../../workspace/unreadable.ts';

export interface CheckReport {
  readonly files: readonly string[];
  /** Each finding once, though a holiday file may be brought in by many contracts. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files that could not be read at all; the others were checked all the same. */
  readonly unreadable: readonly Unreadable[];
}

/**
 * Checks every contract and simulation that the paths speak of, in one run.
 * @throws {Unreadable} when a folder holds none.
 */
export async function checkFiles(paths: readonly string[]): Promise<CheckReport> {
  const files = await findFiles(paths, ['.plan', '.sim']);
  const found = new Map<string, Diagnostic>();
  const unreadable: Unreadable[] = [];
  for (const file of files) {
    try {
      const loaded = await (file.endsWith('.sim') ? loadSimulation(file) : loadContract(file));
      for (const diagnostic of loaded.explained()) {
        const { code, message, place } = diagnostic;
        const key = JSON.stringify([place.source.name, place.span.start, place.span.end, code, message]);
        if (!found.has(key)) found.set(key, diagnostic);
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      unreadable.push(error);
    }
  }
  return { files, diagnostics: [...found.values()], unreadable };
}
