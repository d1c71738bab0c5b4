import { loadPlan } from '../../engine/index.ts';
import { whatIfJson } from '../../report/what-if-json.ts';
import { whatIfText, type Answered } from '../../report/what-if-text.ts';
import type { CheckedSimulation } from '../../check/simulation-model.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { prepareSimulation } from '../../simulate/prepare.ts';
import { outcomeOfRuns } from '../../simulate/run.ts';
import { answersOf } from '../../simulate/answers/answers-of.ts';
import { summarize } from '../../simulate/summarize.ts';
import { whatIf, type WhatIf } from '../../simulate/what-if.ts';
import { whatIfDifferences } from '../../simulate/what-if-difference.ts';
import { readWhatIf } from '../../simulate/what-if-text.ts';
import { RUNTIME_ZONES } from '../../workspace/runtime-zones.ts';
import { withNotes } from '../comparison/make-outcome.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../io.ts';
import { UsageError } from '../usage-error.ts';
import { version } from '../version.ts';
import { takeRuns } from './take-runs.ts';

export interface ShowWhatIf {
  /** The changes as they were written on the command line. */
  readonly written: readonly string[];
  readonly workers: number | null;
  readonly json: boolean;
}

/**
 * Simulates as the file says and as it would be with the changes, and shows both side by side.
 * @throws {UsageError} for a change that cannot be read or made.
 */
export async function showWhatIf(
  simulation: CheckedSimulation,
  plan: CompiledPlan,
  { written, workers, json }: ShowWhatIf,
  around: Surroundings,
): Promise<ExitCode> {
  const changes = written.map((text): WhatIf => {
    const read = readWhatIf(text, simulation, plan);
    if ('message' in read) throw new UsageError(`--what-if: ${read.message}`, read.help);
    return read;
  });
  const changed = whatIf(simulation, plan, changes);
  if (changed.kind === 'wrong') {
    throw new UsageError(`--what-if \`${written[changed.change] ?? ''}\`: ${changed.message}`, changed.help);
  }
  const answer = async (of: CheckedSimulation, compiled: CompiledPlan): Promise<Answered> => {
    const prepared = prepareSimulation(of, compiled, loadPlan(compiled, RUNTIME_ZONES));
    const runs = Array.from({ length: of.runs }, (_, run) => run);
    const done = await takeRuns(
      prepared,
      { runs, workers, out: null, resume: false, halfWidth: null },
      around.err,
    );
    const outcome = withNotes(outcomeOfRuns(prepared, done), of);
    return { outcome, summary: summarize(outcome), answers: answersOf(outcome, prepared.engine) };
  };
  const before = await answer(simulation, plan);
  const after = await answer(changed.simulation, changed.plan);
  const shown = {
    before,
    after,
    sentences: changed.sentences,
    differences: whatIfDifferences(before.outcome, after.outcome),
  };
  const context = { toolVersion: version, node: around.versions.node };
  const width = Math.max(80, Math.min(around.out.columns, 160));
  around.out.write(
    json
      ? whatIfJson(shown, written, context)
      : whatIfText(shown, context, { width, palette: around.outPalette }),
  );
  return EXIT.fine;
}
