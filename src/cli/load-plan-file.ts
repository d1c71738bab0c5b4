import { renderDiagnostics } from '../diagnostics/render-text.ts';
import type { CompiledPlan } from '../plan/model.ts';
import type { LoadedContract } from '../workspace/load.ts';
import { readSource } from '../workspace/read-source.ts';
import type { Surroundings } from './io.ts';
import { UsageError } from './usage-error.ts';

/**
 * The plan that a verb is to answer from: compiled from a contract, or read as it was compiled before. Null when the
 * contract has errors, which are then on standard error. What only one of the two needs is not loaded for the other.
 */
export async function loadPlanFile(path: string, around: Surroundings): Promise<CompiledPlan | null> {
  const source = await readSource(path);
  if (path.endsWith('.sim')) {
    throw new UsageError(`${path} is a simulation, and no contract`, 'name the contract that it plays');
  }
  // A contract never begins with a brace.
  if (/^\s*\{/.test(source.text)) {
    const { readCompiled } = await import('../workspace/read-compiled.ts');
    return readCompiled(source);
  }
  const { loadToRun } = await import('../workspace/load-to-run.ts');
  const loaded = await loadToRun(source);
  return reportErrors(loaded, around) ? null : loaded.plan();
}

/**
 * Puts errors on standard error and says whether there are any. Warnings and assumptions are left to `check`: an
 * answer should not be buried under them.
 */
export function reportErrors(
  { diagnostics }: Pick<LoadedContract, 'diagnostics'>,
  { err, errPalette }: Surroundings,
): boolean {
  const errors = diagnostics.filter(({ level }) => level === 'error');
  err.write(renderDiagnostics(errors, errPalette, err.isTerminal ? err.columns : 100));
  return errors.length > 0;
}
