import { renderDiagnostics } from '../diagnostics/render-text.ts';
import type { CompiledPlan } from '../plan/model.ts';
import { loadContract } from '../workspace/load.ts';
import type { Surroundings } from './io.ts';

/**
 * The compiled plan of a contract that a verb is to answer from; null when it has errors, which are then on
 * standard error. Warnings and assumptions are left to `check`: an answer should not be buried under them.
 */
export async function loadPlanFile(path: string, around: Surroundings): Promise<CompiledPlan | null> {
  const loaded = await loadContract(path);
  const errors = loaded.diagnostics.filter(({ level }) => level === 'error');
  if (errors.length === 0 && loaded.contract !== null) return loaded.plan();
  around.err.write(renderDiagnostics(errors, around.errPalette));
  return null;
}
