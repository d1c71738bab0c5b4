import { describe, expect, test } from 'vitest';
import { withConsequences } from '../../src/consequence/consequences.ts';
import { createSourceFile } from '../../src/text/source.ts';
import { loadContract, loadContractFrom } from '../../src/workspace/load.ts';
import { loadForExamples, loadStandIn } from '../../src/workspace/stand-in.ts';
import { contractFiles, corpusFiles } from '../corpus/load-corpus.ts';

const SLOW = `contract "Desk" { zone Europe/Berlin; binds by opened; tickets in flight keep old }
calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}
severities { P1 "down" }
clock respond { starts on opened; stops on reply }
plan A {
  coverage receive in 24x7
  targets { respond; P1 | 30000 h in Office }
}
`;

describe('examples by the clocks of a few years', () => {
  test('are those by the clocks of all years, in every contract of the repository', async () => {
    let examples = 0;
    const paths = [...corpusFiles('good'), ...corpusFiles('bad'), ...contractFiles()];
    for (const path of paths.filter((each) => each.endsWith('.plan'))) {
      const { contract, diagnostics, plan, explained } = await loadContract(path);
      if (contract === null) continue;
      const found = explained();
      examples += found.filter(({ consequence }) => consequence !== null).length;
      expect(found, path).toEqual(withConsequences(diagnostics, [() => loadStandIn(plan())]));
    }
    expect(examples).toBeGreaterThan(10);
  }, 60_000);

  test('give way to those of all years where one leads further', async () => {
    const { plan, explained } = await loadContractFrom(createSourceFile('desk.plan', SLOW));
    const [near] = loadForExamples(plan);
    expect(() => near!().deadline(plan().plans[0]!.targets[0]!.promise, Date.UTC(2026, 5, 6))).toThrow();
    const { consequence } = explained().find(({ code }) => code === 'lint/hours-under-24x7')!;
    expect(consequence).toMatch(
      /^opened Sat 2026-06-06 03:00, `30000 h in Office` end .* 2040-\d\d-\d\d 17:00/,
    );
  });

  test('are none where no year has them', async () => {
    const text = SLOW.replace('30000 h', '300000 h');
    const { explained } = await loadContractFrom(createSourceFile('desk.plan', text));
    expect(explained().find(({ code }) => code === 'lint/hours-under-24x7')?.consequence).toBeNull();
  });
});
