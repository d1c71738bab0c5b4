/** The simulations that are shipped are contests: the choice of a plan matters on them. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { simulate } from '../../src/simulate/run.ts';
import { summarize } from '../../src/simulate/summarize.ts';
import type { PromiseFigures, Summary } from '../../src/simulate/summary.ts';
import { loadSimulation } from '../../src/workspace/load.ts';
import { call } from '../cli/call.ts';
import { SHIPPED } from './shipped.ts';

async function summaryOf(name: string): Promise<Summary> {
  const path = fileURLToPath(new URL(`../../simulations/${name}.sim`, import.meta.url));
  const { simulation, plan, diagnostics } = await loadSimulation(path);
  if (simulation === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const compiled = plan();
  return summarize(
    simulate({ ...simulation, runs: Math.min(3, simulation.runs) }, compiled, loadPlan(compiled)),
  );
}

/** The share attained in percent, or the words where nothing is promised by the hour. */
function resultOf({ attainment, words }: PromiseFigures): number | string {
  if (attainment === null) return words.map(({ word }) => word).join();
  return (100 * attainment.met) / attainment.judged;
}

// `npx vitest run test/simulate/shipped-simulations.test.ts -u` writes the answers anew.
test.each(SHIPPED)('%s.sim answers as committed beside it', async (name) => {
  // The path as a reader of the repository would give it: the answer shows it.
  const { code, out, err } = await call(
    ['simulate', `simulations/${name}.sim`, '--plain', '--workers', '1'],
    { columns: 80 },
  );
  expect(err).toBe('');
  expect(code).toBe(0);
  await expect(out).toMatchFileSnapshot(`../../simulations/${name}.expected.txt`);
});

describe.each(SHIPPED)('%s.sim', (name) => {
  test('gives every plan a result of its own, and one between 50 and 99 %', async () => {
    const { plans, notes } = await summaryOf(name);
    const results = plans.map(({ metrics }) => metrics.map(({ overall }) => resultOf(overall)));
    // One of the seeds has a single plan, and its simulation shows what that is worth.
    expect(plans).toHaveLength(name === 'helpdesk' ? 1 : 3);
    expect(new Set(results.map((result) => result.join())).size).toBe(plans.length);
    expect(results.flat().some((result) => typeof result === 'number' && result > 50 && result < 99)).toBe(
      true,
    );
    // Every ticket is worked, whoever has to do it, and every promise is measured.
    expect(notes.filter((note) => note.includes('never finished') || note.includes('not measured'))).toEqual(
      [],
    );
    for (const { overall } of plans.flatMap(({ metrics }) => metrics)) {
      expect(overall.running + overall.unmeasured).toBe(0);
    }
  });
});
