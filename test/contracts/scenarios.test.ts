import { describe, expect, test } from 'vitest';
import { wordOfValue } from '../../src/check/check-scenario-facts.ts';
import type { CheckedExpectation, CheckedScenario, Instant, LocalInstant } from '../../src/check/model.ts';
import { deadline, targetOf, type TicketFacts } from '../../src/reference/index.ts';
import { epochDayOfDate } from '../../src/time/civil-date.ts';
import { localToInstant } from '../../src/time/zone-arithmetic.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';
import { runScenarios } from '../../src/verify/run-scenarios.ts';
import { ALL, contractNamed, NAMES, type Shipped } from './shipped.ts';

/** The fewest scenarios of a contract that its ugly cases need. */
const FEWEST = 8;

describe.each(NAMES)('the scenarios of %s.plan', (name) => {
  const { contract, plan } = contractNamed(name);

  test('cover every plan and more than the plain cases', () => {
    expect(contract.scenarios.length).toBeGreaterThanOrEqual(FEWEST);
    expect(new Set(contract.scenarios.map(({ ticket }) => ticket.plan))).toEqual(
      new Set(plan.plans.map((each) => each.name)),
    );
  });
});

describe.each(ALL)('the scenarios of %s.plan', (name) => {
  const shipped = contractNamed(name);
  const results = runScenarios(shipped.contract, shipped.engine);

  test.each(results.map((result) => [result.scenario.name, result] as const))('%s', (_, result) => {
    for (const { met, expectation, deadline: got } of result.expectations) {
      expect({ met, expectation, got }).toMatchObject({ met: true });
      expect(byReference(shipped, result.scenario, expectation)).toEqual(expectedOf(expectation));
    }
  });
});

type Answer = { readonly due: number } | { readonly word: string } | null;

/** What the reference makes of the same ticket, from the contract as it was checked. */
function byReference(
  { contract }: Shipped,
  { ticket }: CheckedScenario,
  { metric }: CheckedExpectation,
): Answer {
  const { severity, region, channel, type } = ticket;
  const facts: TicketFacts = {
    severity,
    region,
    channel,
    type,
    facts: new Map(ticket.facts.map(({ fact, value }) => [fact, wordOfValue(value)])),
    zone: ticket.zone,
    holidays: ticket.holidays,
  };
  const target = targetOf(contract, ticket.plan, metric, facts, instantOf(ticket.opened));
  if (target === null) return null;
  const answer = deadline(contract, target.promise, facts, instantOf(ticket.opened));
  return answer.kind === 'due'
    ? { due: answer.due }
    : { word: answer.kind === 'word' ? answer.word : answer.event };
}

function expectedOf(expectation: CheckedExpectation): Answer {
  return expectation.kind === 'due' ? { due: instantOf(expectation.by) } : { word: expectation.word };
}

function instantOf(moment: LocalInstant | Instant): number {
  if (moment.kind === 'instant') return moment.at;
  return localToInstant(lookUpZone(moment.zone, 2016, 2030), epochDayOfDate(moment.date), moment.time);
}
