import type { CheckedScenario } from '../../check/scenario-model.ts';
import type { Engine } from '../../engine/index.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { runScenario } from '../run-scenarios.ts';
import { passes, type ScenarioResult } from '../scenario-result.ts';
import { cellItems } from './cell-items.ts';
import { clockItems } from './clock-items.ts';
import type { Alteration, Coverage, CoverageItem, ItemCoverage } from './coverage-model.ts';
import { edgeItems } from './edge-items.ts';
import { entitlementItems } from './entitlement-items.ts';
import { ruleItems } from './rule-items.ts';
import { sameHours, YEARS_COMPARED } from './same-hours.ts';

/** Loads a plan, for as many plans as there are things in the contract. */
export type Load = (plan: CompiledPlan) => Engine;

/** Everything that a contract says and a ticket may show, in the order of kinds and of the contract. */
export function coverageItems(plan: CompiledPlan): readonly CoverageItem[] {
  return [...ruleItems(plan), ...clockItems(plan), ...cellItems(plan), ...edgeItems(plan), ...entitlementItems(plan)];
}

/**
 * What of a contract its scenarios hold to: each thing in it is said otherwise, one at a time, and the scenarios are run
 * again. A thing is covered when an expectation that was met no longer is, under each way of saying it otherwise that
 * makes a difference. `results` are those of the contract as it is.
 */
export function measureCoverage(
  engine: Engine,
  results: readonly ScenarioResult[],
  load: Load,
): Coverage {
  const since = Math.min(...results.map(({ opened }) => opened), sinceOf(engine));
  const witnesses = new Witnesses(results);
  return {
    items: coverageItems(engine.plan).map((item) => measureItem(item, engine, witnesses, load, since)),
  };
}

function sinceOf({ plan: { effective } }: Engine): number {
  return effective === null ? Infinity : Date.parse(effective.from);
}

function measureItem(
  item: CoverageItem,
  engine: Engine,
  witnesses: Witnesses,
  load: Load,
  since: number,
): ItemCoverage {
  if (item.unreachable !== null) return { item, state: 'unreachable', reason: item.unreachable };
  const by = new Set<string>();
  const unnoticed: Alteration[] = [];
  for (const alteration of item.alterations) {
    const altered = load(alteration.alter(engine.plan));
    const witness = witnesses.find(altered, item.plans);
    if (witness !== null) by.add(witness.name);
    else if (item.kind !== 'edge' || !sameHoursOf(engine, altered, since)) unnoticed.push(alteration);
  }
  if (unnoticed.length > 0) return { item, state: 'open', unnoticed };
  if (by.size > 0) return { item, state: 'covered', by: [...by] };
  const reason = `what is counted by it is counted the same without it, in ${YEARS_COMPARED} years`;
  return { item, state: 'unreachable', reason };
}

/** A boundary that is none of calendars leaves all of them as they are, and is no such case. */
function sameHoursOf(engine: Engine, altered: Engine, since: number): boolean {
  const isOfCalendars = engine.plan.calendars !== altered.plan.calendars;
  return isOfCalendars && sameHours(engine, altered, Number.isFinite(since) ? since : Date.UTC(2026, 0, 1));
}

/** The reviewed scenarios of a contract that pass, the last that noticed something first. */
class Witnesses {
  #results: ScenarioResult[];

  constructor(results: readonly ScenarioResult[]) {
    this.#results = results.filter((result) => result.scenario.reviewed && passes(result));
  }

  /** A scenario that fails under an altered plan, and does not under the contract as it is. */
  find(altered: Engine, plans: readonly string[] | null): CheckedScenario | null {
    const place = this.#results.findIndex((result) => isOfPlans(result, plans) && notices(result, altered));
    const [found] = place === -1 ? [] : this.#results.splice(place, 1);
    if (found === undefined) return null;
    this.#results.unshift(found);
    return found.scenario;
  }
}

function isOfPlans({ scenario }: ScenarioResult, plans: readonly string[] | null): boolean {
  if (plans === null) return true;
  const { ticket, rows } = scenario;
  return [ticket.plan, ...rows.map(({ says }) => says.plan)].some((plan) => plan !== null && plans.includes(plan));
}

function notices({ scenario, expectations }: ScenarioResult, altered: Engine): boolean {
  const again = runScenario(scenario, altered).expectations;
  return expectations.some((_, i) => again[i]?.met === false);
}
