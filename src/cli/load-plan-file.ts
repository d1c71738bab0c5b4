import { renderDiagnostics } from '../diagnostics/render-text.ts';
import type { CompiledPlan } from '../plan/model.ts';
import { loadContract, type LoadedContract } from '../workspace/load.ts';
import type { Surroundings } from './io.ts';

/**
 * The compiled plan of a contract that a verb is to answer from; null when it has errors, which are then on
 * standard error.
 */
export async function loadPlanFile(path: string, around: Surroundings): Promise<CompiledPlan | null> {
  const loaded = await loadContract(path);
  return reportErrors(loaded, around) ? null : loaded.plan();
}

/**
 * Puts errors on standard error and says whether there are any. Warnings and assumptions are left to `check`: an
 * answer should not be buried under them.
 */
export function reportErrors({ diagnostics }: LoadedContract, { err, errPalette }: Surroundings): boolean {
  const errors = diagnostics.filter(({ level }) => level === 'error');
  err.write(renderDiagnostics(errors, errPalette));
  return errors.length > 0;
}
