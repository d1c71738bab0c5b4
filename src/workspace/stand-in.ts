import { type Engine, loadPlan } from '../engine/index.ts';
import { exampleMonday } from '../consequence/example-time.ts';
import type { CompiledPlan } from '../plan/model.ts';
import { civilFieldsOf } from '../time/civil-date.ts';
import { lookUpZone } from '../time/zone-lookup.ts';
import { RUNTIME_ZONES } from './runtime-zones.ts';

/**
 * The engine by which a contract is looked at without any ticket: where hours hang on the customer, one in the
 * contract's own zone and without holidays stands in for all.
 */
export function loadStandIn(plan: CompiledPlan): Engine {
  return loadPlan(plan, RUNTIME_ZONES).forTicket({ zone: plan.zone ?? 'UTC', holidays: [] });
}

/**
 * The engines to take examples from: by clocks of the years around them, which are found in a fraction of the time, and by
 * those of all years for one that leads further.
 */
export function loadForExamples(plan: () => CompiledPlan): readonly (() => Engine)[] {
  return [() => loadStandIn(nearExamples(plan())), () => loadStandIn(plan())];
}

function nearExamples(plan: CompiledPlan): CompiledPlan {
  const { year } = civilFieldsOf(exampleMonday(plan));
  const zones = {};
  for (const name of Object.keys(plan.zones)) {
    Object.defineProperty(zones, name, { enumerable: true, get: () => lookUpZone(name, year - 1, year + 5) });
  }
  return { ...plan, zones };
}
