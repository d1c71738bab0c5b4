import type { PlanPlan } from '../../../plan/model.ts';
import type { ReadyState } from '../../state/state.ts';

/** The contract's plan at a place of the outcome's. */
export function contractPlan(state: ReadyState, place: number): PlanPlan | null {
  const index = state.model.summary.plans[place]?.plan;
  return index === undefined ? null : (state.model.outcome.plan.plans[index] ?? null);
}
