import { type Engine, loadPlan } from '../engine/index.ts';
import type { CompiledPlan } from '../plan/model.ts';
import { RUNTIME_ZONES } from './runtime-zones.ts';

/**
 * The engine by which a contract is looked at without any ticket: where hours hang on the customer, one in the
 * contract's own zone and without holidays stands in for all.
 */
export function loadStandIn(plan: CompiledPlan): Engine {
  return loadPlan(plan, RUNTIME_ZONES).forTicket({ zone: plan.zone ?? 'UTC', holidays: [] });
}
