import type { Engine } from '../../engine/index.ts';
import { account } from '../../explain/account.ts';
import { formatInstantUtc } from '../../time/iso-instant.ts';
import type { ZoneTable } from '../../time/types.ts';
import { MS_PER_SECOND } from '../../time/units.ts';
import { type Evidence, passes, type ScenarioResult, type Words } from '../../verify/scenario-result.ts';
import { accountToJson } from '../why/account-json.ts';

/** A scenario and how it went, as other programs read it; what failed comes with what led to it. */
export function scenarioToJson(result: ScenarioResult, engine: Engine) {
  const { scenario, opened, zone, expectations, leftOut } = result;
  const { ticket } = scenario;
  const own = () => engine.forTicket({ zone: ticket.zone, holidays: ticket.holidays });
  return {
    scenario: scenario.name,
    file: scenario.origin.file,
    line: scenario.origin.line,
    passed: passes(result),
    notApplied: leftOut,
    reviewed: scenario.reviewed,
    contractVersion: engine.plan.contractVersion,
    tzdata: engine.plan.tzdata,
    ticket: { ...ticket, opened: formatInstantUtc(opened) },
    expectations: expectations.map(({ expectation, expected, met, found, evidence }) => ({
      target: 'metric' in expectation ? expectation.metric : null,
      line: expectation.origin.line,
      expected: wordsOf(expected),
      found: wordsOf(found),
      met,
      because: met ? null : evidenceToJson(evidence(), own, zone),
    })),
  };
}

function wordsOf(words: Words): string {
  return words.map((part) => (typeof part === 'string' ? part : formatInstantUtc(part))).join('');
}

function evidenceToJson(evidence: Evidence | null, engineOf: () => Engine, zone: ZoneTable) {
  switch (evidence?.kind) {
    case undefined:
      return null;
    case 'deadline':
      return { account: accountToJson(account(engineOf(), evidence.target, evidence.start), zone) };
    case 'clock':
      return {
        steps: evidence.steps.map(({ at, what, severity, status, used, due }) => ({
          at: formatInstantUtc(at),
          what,
          severity,
          status,
          used: used === null ? null : used / MS_PER_SECOND,
          due: due === null ? null : formatInstantUtc(due),
        })),
      };
    case 'ticket':
      return { steps: evidence.steps.map(({ at, what }) => ({ at: formatInstantUtc(at), what })) };
    case 'charges':
      return {
        charges: evidence.entries.map(({ at, kind, thing, amount, name, effect, why }) => ({
          at: formatInstantUtc(at),
          kind,
          thing,
          amount,
          name,
          effect,
          why,
        })),
      };
  }
}
