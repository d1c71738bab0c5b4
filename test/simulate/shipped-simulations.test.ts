/** The simulations that are shipped are contests: the choice of a plan matters on them. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { simulate } from '../../src/simulate/run.ts';
import { summarize } from '../../src/simulate/summarize.ts';
import type { PromiseFigures, Summary } from '../../src/simulate/summary.ts';
import { loadSimulation } from '../../src/workspace/load.ts';

async function summaryOf(name: string): Promise<Summary> {
  const path = fileURLToPath(new URL(`../../simulations/${name}.sim`, import.meta.url));
  const { simulation, plan, diagnostics } = await loadSimulation(path);
  if (simulation === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const compiled = plan();
  return summarize(simulate({ ...simulation, runs: 3 }, compiled, loadPlan(compiled)));
}

/** The share attained in percent, or the words where nothing is promised by the hour. */
function resultOf({ attainment, words }: PromiseFigures): number | string {
  if (attainment === null) return words.map(({ word }) => word).join();
  return (100 * attainment.met) / attainment.judged;
}

describe.each(['service-desk', 'express', 'mattermost'])('%s.sim', (name) => {
  test('gives every plan a result of its own, and one between 50 and 99 %', async () => {
    const { plans, notes } = await summaryOf(name);
    const results = plans.map(({ metrics }) => metrics.map(({ overall }) => resultOf(overall)));
    expect(plans).toHaveLength(3);
    expect(new Set(results.map((result) => result.join())).size).toBe(3);
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
