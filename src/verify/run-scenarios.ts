import { instantOfMoment, zoneAround } from '../check/instant-of-moment.ts';
import type { CheckedContract } from '../check/model.ts';
import type { CheckedScenario } from '../check/scenario-model.ts';
import { CustomerError, type Engine, HorizonError, MissingFactError } from '../engine/index.ts';
import { RuleLoopError, UnknownTicketError } from '../engine/ticket/index.ts';
import { expectationWords } from './expectation-words.ts';
import { judgeExpectation } from './judge-expectation.ts';
import type { ExpectationResult, ScenarioResult } from './scenario-result.ts';
import { storyLeftOut } from './story-left-out.ts';
import { tellStory } from './tell-story.ts';

/** Runs the scenarios of a contract on its engine, in the order written. */
export function runScenarios(contract: CheckedContract, engine: Engine): readonly ScenarioResult[] {
  return contract.scenarios.map((scenario) => runScenario(scenario, engine));
}

/** Runs one scenario on an engine of its contract. */
export function runScenario(scenario: CheckedScenario, engine: Engine): ScenarioResult {
  const { ticket } = scenario;
  const opened = instantOfMoment(ticket.opened);
  const zone = ticket.opened.kind === 'local' ? ticket.opened.zone : (engine.plan.zone ?? 'UTC');
  const story = toldOrReason(() =>
    tellStory(scenario, engine.forTicket({ zone: ticket.zone, holidays: ticket.holidays })),
  );
  const expectations = scenario.expectations.map((expectation): ExpectationResult => {
    const judged =
      story.kind === 'reason' ? story : toldOrReason(() => judgeExpectation(story.value, expectation));
    const said = { expectation, expected: expectationWords(expectation) };
    if (judged.kind === 'value') return { ...said, ...judged.value };
    return { ...said, met: false, found: [judged.reason], evidence: () => null };
  });
  const said = story.kind === 'reason' ? story : toldOrReason(() => storyLeftOut(story.value));
  const leftOut = said.kind === 'reason' ? [] : said.value;
  return { scenario, opened, zone: zoneAround(zone, opened), expectations, leftOut };
}

/** Nothing can be told of such a ticket: that is no bug, and the story says why. */
const REFUSALS = [HorizonError, MissingFactError, CustomerError, UnknownTicketError, RuleLoopError] as const;

type Told<T> =
  { readonly kind: 'value'; readonly value: T } | { readonly kind: 'reason'; readonly reason: string };

/** What was told, or in words why nothing can be told of such a ticket. */
export function toldOrReason<T>(tell: () => T): Told<T> {
  try {
    return { kind: 'value', value: tell() };
  } catch (error) {
    if (REFUSALS.some((refusal) => error instanceof refusal)) {
      return { kind: 'reason', reason: (error as Error).message };
    }
    throw error;
  }
}
