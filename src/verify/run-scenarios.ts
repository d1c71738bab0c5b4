import type { CheckedContract, CheckedScenario, Instant, LocalInstant } from '../check/model.ts';
import { type Deadline, type Engine, HorizonError, type TicketKey } from '../engine/index.ts';
import type { PlanTarget } from '../plan/model.ts';
import { epochDayOfDate } from '../time/civil-date.ts';
import type { InstantMs, ZoneTable } from '../time/types.ts';
import { localToInstant } from '../time/zone-arithmetic.ts';
import { lookUpZone } from '../time/zone-lookup.ts';
import type { ExpectationResult, ScenarioResult } from './scenario-result.ts';

/** Runs the scenarios of a contract on its engine, in the order written. */
export function runScenarios(contract: CheckedContract, engine: Engine): readonly ScenarioResult[] {
  return contract.scenarios.map((scenario) => runScenario(scenario, engine));
}

function runScenario(scenario: CheckedScenario, engine: Engine): ScenarioResult {
  const { plan } = engine;
  const { ticket } = scenario;
  const key: TicketKey = {
    severity: indexOf(plan.severities, ticket.severity),
    region: indexOf(plan.regions, ticket.region),
    channel: indexOf(plan.channels, ticket.channel),
    type: indexOf(plan.types, ticket.type),
  };
  const planIndex = indexOf(plan.plans, ticket.plan);
  const opened = instantOf(ticket.opened);
  const expectations = scenario.expectations.map((expectation): ExpectationResult => {
    const target = engine.selectTarget(planIndex, expectation.metric, key);
    const expected = expectation.kind === 'due' ? instantOf(expectation.by) : null;
    const { deadline, failure } = deadlineOf(engine, target, opened);
    const met =
      (expectation.kind === 'due' && deadline?.kind === 'due' && deadline.due === expected) ||
      (expectation.kind === 'word' && deadline?.kind === 'word' && deadline.word === expectation.word);
    return { expectation, met, target, deadline, failure, expected };
  });
  const zone = ticket.opened.kind === 'local' ? ticket.opened.zone : (plan.zone ?? 'UTC');
  return { scenario, opened, zone: zoneTable(zone, opened), expectations };
}

function indexOf(named: readonly { readonly name: string }[], name: string | null): number {
  return name === null ? -1 : named.findIndex((candidate) => candidate.name === name);
}

function deadlineOf(
  engine: Engine,
  target: PlanTarget | null,
  opened: InstantMs,
): { readonly deadline: Deadline | null; readonly failure: string | null } {
  if (target === null) return { deadline: null, failure: null };
  try {
    return { deadline: engine.deadline(target.promise, opened), failure: null };
  } catch (error) {
    if (error instanceof HorizonError) return { deadline: null, failure: error.message };
    throw error;
  }
}

function instantOf(moment: LocalInstant | Instant): InstantMs {
  if (moment.kind === 'instant') return moment.at;
  const noon = Date.UTC(Number(moment.date.slice(0, 4)), 6, 1);
  return localToInstant(zoneTable(moment.zone, noon), epochDayOfDate(moment.date), moment.time);
}

/** A scenario may name a zone that no calendar uses, so its zone is looked up, for the years around it. */
function zoneTable(zone: string, around: InstantMs): ZoneTable {
  const year = new Date(around).getUTCFullYear();
  return lookUpZone(zone, year - 1, year + 5);
}
