import type { CheckedContract, CheckedScenario, Instant, LocalInstant } from '../check/model.ts';
import {
  CustomerError,
  type Engine,
  HorizonError,
  MissingFactError,
  type TicketKey,
} from '../engine/index.ts';
import { factIndex } from '../plan/fact-index.ts';
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
    facts: plan.facts.map((fact) => {
      const said = ticket.facts.find((each) => each.fact === fact.name);
      return said === undefined ? -1 : factIndex(fact, said.value);
    }),
  };
  const planIndex = indexOf(plan.plans, ticket.plan);
  const terms = { zone: ticket.zone, holidays: ticket.holidays };
  const opened = instantOf(ticket.opened);
  const expectations = scenario.expectations.map((expectation): ExpectationResult => {
    const expected = expectation.kind === 'due' ? instantOf(expectation.by) : null;
    const { target, deadline, failure } = answerOf(
      () => engine.forTicket(terms),
      planIndex,
      expectation.metric,
      key,
      opened,
    );
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

/** Nothing can be told of such a ticket: that is no bug, and the story says why. */
const REFUSALS = [HorizonError, MissingFactError, CustomerError] as const;

/** What the plan promises of a metric, as far as it can be told. */
function answerOf(
  engineFor: () => Engine,
  plan: number,
  metric: string,
  key: TicketKey,
  opened: InstantMs,
): Pick<ExpectationResult, 'target' | 'deadline' | 'failure'> {
  let target: PlanTarget | null = null;
  try {
    const engine = engineFor();
    target = engine.selectTarget(plan, metric, key, opened);
    return {
      target,
      deadline: target === null ? null : engine.deadline(target.promise, opened),
      failure: null,
    };
  } catch (error) {
    if (REFUSALS.some((refusal) => error instanceof refusal)) {
      return { target, deadline: null, failure: (error as Error).message };
    }
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
