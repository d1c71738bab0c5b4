import type { ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../io.ts';
import type { ComparisonFlags } from './comparison-flags.ts';
import { nobodyWatches, type OutcomeJob } from './outcome-job.ts';
import { wantsTerminalUi } from './wants-terminal-ui.ts';

/**
 * Makes an outcome and shows it. Behind the terminal UI another thread makes it, and nothing that the making needs is
 * loaded on this one: the first frame does not wait for it.
 */
export async function compareOutcome(
  job: OutcomeJob,
  flags: ComparisonFlags,
  around: Surroundings,
): Promise<ExitCode> {
  if (wantsTerminalUi(flags, around)) {
    const { showWhileMaking } = await import('./show-while-making.ts');
    const exit = await showWhileMaking(job, flags, around);
    if (exit !== null) return exit;
  }
  const { makeOutcome } = await import('./make-outcome.ts');
  const { showComparison } = await import('./show-comparison.ts');
  const result = await makeOutcome(job, around, nobodyWatches);
  return result.kind === 'refused' ? result.exit : showComparison(result.made, flags, around);
}
