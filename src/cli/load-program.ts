import { type Engine, loadPlan } from '../engine/index.ts';
import { prepareProgram, type TicketProgram } from '../engine/ticket/index.ts';
import type { CompiledPlan } from '../plan/model.ts';
import type { Surroundings } from './io.ts';
import { loadPlanFile } from './load-plan-file.ts';
import { UsageError } from './usage-error.ts';

/** The engine of a plan, and the file that it came from: where what a customer brings along lies beside the contract. */
type EngineOf = (plan: CompiledPlan, file: string) => Promise<Engine>;

/** The versions of the contract, oldest first; null where one of them has errors. */
export async function loadProgram(
  files: readonly string[],
  around: Surroundings,
  engineOf: EngineOf = (plan) => Promise.resolve(loadPlan(plan)),
): Promise<TicketProgram | null> {
  const plans: CompiledPlan[] = [];
  for (const file of files) {
    const plan = await loadPlanFile(file, around);
    if (plan === null) return null;
    const before = plans[plans.length - 1];
    if (before !== undefined) {
      if (plan.effective === null) {
        throw new UsageError(
          `${file} follows another version and does not say since when it is in force`,
          'write `effective 2026-01-01 in ZONE` in its contract block',
        );
      }
      if (before.effective !== null && plan.effective.from <= before.effective.from) {
        throw new UsageError(
          `${file} is in force from ${plan.effective.from}, no later than the version before it`,
          'name the versions of a contract oldest first',
        );
      }
    }
    plans.push(plan);
  }
  return prepareProgram(await Promise.all(plans.map((plan, i) => engineOf(plan, files[i] ?? ''))));
}
