import type { CheckedContract } from '../check/model.ts';
import type { Collector } from '../diagnostics/collector.ts';
import type { LintFinding } from '../lint/finding.ts';
import type { FileNode } from '../syntax/tree.ts';
import { checkHours } from './check-hours.ts';
import { checkNeverOpen } from './check-never-open.ts';
import { checkPromises } from './check-promises.ts';

/**
 * What the engine finds in a contract without errors: calendars that never open, what hangs on the hours of calendars, and promises that are not in
 * order for every ticket. Errors are reported; warnings are handed back, for the linter to silence or to report.
 */
export function engineFindings(
  contract: CheckedContract,
  files: readonly FileNode[],
  collector: Collector,
): readonly LintFinding[] {
  checkNeverOpen(contract, files, collector);
  const ofHours = checkHours(contract, files, collector);
  return collector.hasErrors ? ofHours : [...ofHours, ...checkPromises(contract)];
}
