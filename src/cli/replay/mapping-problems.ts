import type { CompiledPlan } from '../../plan/model.ts';
import type { MappingProblem } from '../../simulate/history/mapping-fields.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { findNamed } from '../find-named.ts';
import type { Surroundings } from '../io.ts';

/** The name of a plan by its name or alias. */
export function planNamed(plan: CompiledPlan, name: string): string {
  return plan.plans[findNamed(plan.plans, name, '--plan', 'plan')]?.name ?? name;
}

/** All that is wrong with a mapping, each with its place in the file and a way out. */
export function refuseMapping(
  file: string,
  problems: readonly MappingProblem[],
  { err }: Surroundings,
): ExitCode {
  for (const { at, message, help } of problems) {
    err.write(`surety: ${file}${at === '' ? '' : `: ${at}`}: ${message}\n`);
    if (help !== null) err.write(`  ${help}\n`);
  }
  return EXIT.usage;
}
