import { loadPlan } from '../../engine/index.ts';
import { MOST_RUNS, simulate as runSimulation } from '../../simulate/run.ts';
import { loadSimulation } from '../../workspace/load.ts';
import { addComparisonFlags, type ComparisonFlags } from '../comparison/comparison-flags.ts';
import { showComparison } from '../comparison/show-comparison.ts';
import { RUNTIME_ZONES } from '../../workspace/runtime-zones.ts';
import { EXIT } from '../exit-code.ts';
import { reportErrors } from '../load-plan-file.ts';
import { parseCount } from '../parse-count.ts';
import { examples, type Verb } from '../verb.ts';

interface SimulateOptions extends ComparisonFlags {
  readonly seed?: number;
  readonly runs?: number;
}

export const simulate: Verb = (command, act) => {
  addComparisonFlags(command.argument('<file>', 'the simulation, a .sim file'))
    .option('--seed <n>', "another seed than the file's", parseCount('--seed', 0))
    .option('--runs <n>', "another number of runs than the file's", parseCount('--runs', 1, MOST_RUNS))
    .addHelpText(
      'after',
      examples([
        ['surety simulate simulations/service-desk.sim', 'play the plans against each other in the terminal'],
        ['surety simulate simulations/service-desk.sim --plain', 'the same answer as text'],
        ['surety simulate simulations/service-desk.sim --json --seed 7', 'every figure, for other tickets'],
      ]),
    )
    .action(
      act(async (around, file: string, options: SimulateOptions) => {
        const loaded = await loadSimulation(file);
        if (reportErrors(loaded, around) || loaded.simulation === null) return EXIT.findings;
        const plan = loaded.plan();
        const engine = loadPlan(plan, RUNTIME_ZONES);
        const simulation = {
          ...loaded.simulation,
          seed: options.seed ?? loaded.simulation.seed,
          runs: options.runs ?? loaded.simulation.runs,
        };
        return showComparison(runSimulation(simulation, plan, engine), engine, options, around);
      }),
    );
};
