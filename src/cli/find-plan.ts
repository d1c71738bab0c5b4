import type { CompiledPlan } from '../plan/model.ts';
import { findNamed } from './find-named.ts';
import { UsageError } from './usage-error.ts';

/**
 * Indexes of the plan that `--plan` names, or of all of them where nothing is named.
 * @throws {UsageError} that lists the plans where there is none of that name, and where there is none at all.
 */
export function findPlans({ plans }: CompiledPlan, name: string | undefined): readonly number[] {
  if (name !== undefined) return [findNamed(plans, name, '--plan', 'plan')];
  if (plans.length === 0) throw new UsageError('the contract has no plan');
  return plans.map((_, index) => index);
}

/**
 * Index of the plan that `--plan` names; the only one where nothing is named.
 * @throws {UsageError} that lists the plans where there is none of that name, or more than one and no name.
 */
export function findPlan({ plans }: CompiledPlan, name: string | null): number {
  if (name !== null) return findNamed(plans, name, '--plan', 'plan');
  if (plans.length === 1) return 0;
  const names = plans.map((plan) => plan.name).join(' | ');
  throw new UsageError(
    `the contract has ${plans.length === 0 ? 'no plan' : 'several plans, so one has to be named'}`,
    plans.length === 0 ? null : `--plan ${names}`,
  );
}
