import { loadPlan } from '../../engine/index.ts';
import { prepareSimulation } from '../../simulate/prepare.ts';
import { RUNTIME_ZONES } from '../../workspace/runtime-zones.ts';
import type { ReadSimulation } from '../comparison/read-simulation.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../io.ts';
import { runsOf, type Shard } from './parse-shard.ts';
import { takeRuns } from './take-runs.ts';

export interface KeepPart {
  readonly shard?: Shard;
  readonly workers?: number;
  readonly out?: string;
  readonly resume?: true;
}

/** Does one part of the runs and keeps them in a file, for `merge` to join with the others. */
export async function keepPart(
  { simulation, plan }: ReadSimulation,
  { shard, workers, out, resume }: KeepPart,
  around: Surroundings,
): Promise<ExitCode> {
  const prepared = prepareSimulation(simulation, plan, loadPlan(plan, RUNTIME_ZONES));
  const runs = await takeRuns(
    prepared,
    {
      runs: runsOf(shard ?? null, simulation.runs),
      workers: workers ?? null,
      out: out ?? null,
      resume: resume === true,
      halfWidth: null,
    },
    around.err,
  );
  around.out.write(
    `${runs.length} of ${simulation.runs} runs are in ${out ?? ''}; \`surety merge\` joins it with the other parts\n`,
  );
  return EXIT.fine;
}
