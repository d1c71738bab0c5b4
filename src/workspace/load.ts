import type { CheckedContract } from '../check/model.ts';
import type { CheckedSimulation } from '../check/simulation-model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CompiledPlan } from '../plan/model.ts';
import type { SourceFile } from '../text/source.ts';
import { readSource } from './read-source.ts';

export interface LoadedContract {
  /** Null when an error stands in the way. */
  readonly contract: CheckedContract | null;
  /** Lowers the contract, once; only when there is one. */
  readonly plan: () => CompiledPlan;
  /** Findings of this file and of the files it brings in. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read, the contract's own first. */
  readonly sources: readonly SourceFile[];
}

export interface LoadedSimulation extends LoadedContract {
  readonly simulation: CheckedSimulation | null;
}

/**
 * Reads and checks a contract and the holiday files it uses.
 * @throws {Unreadable} when the file itself cannot be read; files that it brings in are findings.
 */
export async function loadContract(path: string): Promise<LoadedContract> {
  const source = await readSource(path);
  throw new Error(`${source.name}: the compiler is not joined to the workspace yet`);
}
