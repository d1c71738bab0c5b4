import { describe, expect, test } from 'vitest';
import { instantOfMoment } from '../../src/check/instant-of-moment.ts';
import type { CheckedScenario, TicketFact } from '../../src/check/scenario-model.ts';
import { loadPlan } from '../../src/engine/index.ts';
import { prepareProgram } from '../../src/engine/ticket/index.ts';
import { loadContract } from '../../src/workspace/load.ts';
import { contractFiles } from '../corpus/load-corpus.ts';
import { LAW } from './against-reference.ts';
import { byMachine, byReference } from './ticket-case.ts';
import type { Told } from './ticket-history-arbitrary.ts';

const COVERED = /(express|gold|helpdesk|mattermost|mst|uci-service-desk)\.plan$/;

/** What happens in a scenario, as a history; what its customer buys and what is worked on it moves no clock. */
function historyOf({ ticket, rows }: CheckedScenario): readonly Told[] {
  const factsOf = (facts: readonly TicketFact[]) =>
    Object.fromEntries(facts.map(({ fact, value }) => [fact, value]));
  const said = (names: Readonly<Record<string, string | null>>) =>
    Object.fromEntries(Object.entries(names).filter(([, name]) => name !== null));
  const { plan, severity, region, channel, type, facts } = ticket;
  const opened = {
    at: instantOfMoment(ticket.opened),
    event: 'opened',
    ...said({ plan, severity, region, channel, type }),
    facts: factsOf(facts),
  };
  const told = rows.flatMap((row) => {
    const common = { at: instantOfMoment(row.at), ...said(row.says), facts: factsOf(row.facts) };
    switch (row.what.kind) {
      case 'event':
        return [
          { ...common, event: row.what.event, ...(row.what.ends === null ? {} : { state: row.what.ends }) },
        ];
      case 'state':
        return [{ ...common, event: 'state', state: row.what.state }];
      case 'says':
        return [{ ...common, event: 'changed' }];
      default:
        return [];
    }
  });
  return [opened, ...told] as readonly Told[];
}

describe.each(contractFiles().filter((file) => COVERED.test(file)))('each scenario of %s', LAW, (file) => {
  test('ends by the reference as it does by the machine', async () => {
    const loaded = await loadContract(file);
    if (loaded.contract === null) throw new Error(`${file} has errors`);
    const { scenarios } = loaded.contract;
    expect(scenarios.length).toBeGreaterThan(8);
    const both = {
      contracts: [loaded.contract] as const,
      program: prepareProgram([loadPlan(loaded.plan())]),
    };
    for (const scenario of scenarios) {
      const told = historyOf(scenario);
      const last = Math.max(...told.map(({ at }) => at));
      const at = scenario.until === null ? last : instantOfMoment(scenario.until);
      expect([scenario.name, byMachine(both, told, at)]).toEqual([
        scenario.name,
        byReference(both, told, at),
      ]);
    }
  });
});
