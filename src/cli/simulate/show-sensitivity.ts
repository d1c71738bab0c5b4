import type { CheckedSimulation } from '../../check/simulation-model.ts';
import { loadPlan } from '../../engine/index.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { sensitivityText } from '../../report/sensitivity-text.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import { prepareSimulation } from '../../simulate/prepare.ts';
import { headlineOf, inputsOf, sensitivityOf } from '../../simulate/recommend/sensitivity.ts';
import { outcomeOfRuns } from '../../simulate/run.ts';
import type { RunColumns } from '../../simulate/run-columns.ts';
import { RUNTIME_ZONES } from '../../workspace/runtime-zones.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { findNamed } from '../find-named.ts';
import type { Surroundings } from '../io.ts';
import { UsageError } from '../usage-error.ts';
import { progressLine } from './progress-line.ts';
import { simulateRuns } from './run-pool.ts';

export interface SensitivityFlags {
  readonly plan?: string;
  readonly workers?: number;
  readonly json?: true;
}

/**
 * Shows which input an attainment hangs on most: that of the plan asked for, else of the last one compared, which promises most.
 * @throws {UsageError} where the plan promises nothing that is measured.
 */
export async function showSensitivity(
  simulation: CheckedSimulation,
  compiled: CompiledPlan,
  { plan, workers = 1, json }: SensitivityFlags,
  around: Surroundings,
): Promise<ExitCode> {
  const names = simulation.plans.map((name) => ({ name, aliases: [] }));
  const place = plan === undefined ? names.length - 1 : findNamed(names, plan, '--plan', 'plan');
  const alone = { ...simulation, plans: [simulation.plans[place] ?? ''] };
  const of = inputsOf(alone).reduce((sum, { changes }) => sum + changes.length, 1);
  const progress = progressLine(around.err, of, 'simulations');
  let done = 0;
  const work = async (changed: CheckedSimulation, terms: CompiledPlan): Promise<Outcome> => {
    const prepared = prepareSimulation(changed, terms, loadPlan(terms, RUNTIME_ZONES));
    const runs: RunColumns[] = [];
    const numbers = Array.from({ length: changed.runs }, (_, run) => run);
    // What waits outside, such as the end of the program, has its turn in between.
    await new Promise((resolve) => setImmediate(resolve));
    await simulateRuns(prepared, numbers, workers, (run) => runs.push(run));
    done += 1;
    progress.show(done);
    return outcomeOfRuns(prepared, runs);
  };
  try {
    const base = await work(alone, compiled);
    const headline = headlineOf(base, 0);
    if (headline === null)
      throw new UsageError(
        `nothing that \`${alone.plans[0] ?? ''}\` promises is measured, so nothing hangs on anything`,
        'let a step of the work stop a clock: `work "answer" stops respond at end`',
      );
    const found = await sensitivityOf(alone, compiled, base, headline, work);
    progress.clear();
    const width = Math.max(80, Math.min(around.out.columns, 160));
    around.out.write(
      json === true
        ? `${JSON.stringify({ ...found, attained: Number.isNaN(found.attained) ? null : found.attained }, null, 2)}\n`
        : sensitivityText(found, { width, palette: around.outPalette }),
    );
    return EXIT.fine;
  } finally {
    progress.clear();
  }
}
