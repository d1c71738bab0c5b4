import type { Engine } from '../../engine/index.ts';
import { account } from '../../explain/account.ts';
import { formatInstantUtc } from '../../time/iso-instant.ts';
import { passes, type ScenarioResult } from '../../verify/scenario-result.ts';
import { wordsOfDeadline } from '../ticket/due-answer.ts';
import { accountToJson } from '../why/account-json.ts';

/** A scenario and how it went, as other programs read it; what failed comes with its accounting. */
export function scenarioToJson(result: ScenarioResult, engine: Engine) {
  const { scenario, opened, zone, expectations } = result;
  return {
    scenario: scenario.name,
    file: scenario.origin.file,
    line: scenario.origin.line,
    passed: passes(result),
    contractVersion: engine.plan.contractVersion,
    tzdata: engine.plan.tzdata,
    ticket: { ...scenario.ticket, opened: formatInstantUtc(opened) },
    expectations: expectations.map(({ expectation, expected, met, deadline, target, failure }) => ({
      target: expectation.metric,
      line: expectation.origin.line,
      expected:
        expectation.kind === 'word'
          ? expectation.word
          : expected === null
            ? null
            : formatInstantUtc(expected),
      found:
        deadline === null
          ? null
          : deadline.kind === 'due'
            ? formatInstantUtc(deadline.due)
            : wordsOfDeadline(deadline),
      met,
      failure,
      account:
        met || target === null || failure !== null
          ? null
          : accountToJson(account(engine, target, opened), zone),
    })),
  };
}
