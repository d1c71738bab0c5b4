import { describe, expect, test } from 'vitest';
import { wordOfValue } from '../../src/check/check-scenario-facts.ts';
import { instantOfMoment } from '../../src/check/instant-of-moment.ts';
import type { CheckedExpectation, CheckedScenario } from '../../src/check/scenario-model.ts';
import { deadline, targetOf, type TicketFacts } from '../../src/reference/index.ts';
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
    for (const { met, expectation, expected, found } of result.expectations) {
      expect({ met, expected, found }).toMatchObject({ met: true });
      // What a story goes on with is held against the reference where tickets are.
      if (result.scenario.rows.length > 0 || !isOfOpening(expectation)) continue;
      expect(byReference(shipped, result.scenario, expectation)).toEqual(expectedOf(expectation));
    }
  });
});

type OfOpening = Extract<CheckedExpectation, { kind: 'due' | 'word' } | { kind: 'aimed' }>;

function isOfOpening(expectation: CheckedExpectation): expectation is OfOpening {
  return expectation.kind === 'due' || expectation.kind === 'word';
}

type Answer = { readonly due: number } | { readonly word: string } | null;

/** What the reference makes of the same ticket, from the contract as it was checked. */
function byReference({ contract }: Shipped, { ticket }: CheckedScenario, { metric }: OfOpening): Answer {
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
  const target = targetOf(contract, ticket.plan, metric, facts, instantOfMoment(ticket.opened));
  if (target === null) return null;
  const answer = deadline(contract, target.promise, facts, instantOfMoment(ticket.opened));
  return answer.kind === 'due'
    ? { due: answer.due }
    : { word: answer.kind === 'word' ? answer.word : answer.event };
}

function expectedOf(expectation: OfOpening): Answer {
  return expectation.kind === 'word' ? { word: expectation.word } : { due: instantOfMoment(expectation.by) };
}
