import { basename } from 'node:path';
import { loadPlan } from '../../engine/index.ts';
import { checkMapping } from '../../simulate/history/check-mapping.ts';
import { readHistory } from '../../simulate/history/read-history.ts';
import { replayHistory } from '../../simulate/history/replay-history.ts';
import { RUNTIME_ZONES } from '../../workspace/runtime-zones.ts';
import { openLog } from '../../workspace/open-log.ts';
import { readSource } from '../../workspace/read-source.ts';
import { addComparisonFlags, type ComparisonFlags } from '../comparison/comparison-flags.ts';
import { showComparison } from '../comparison/show-comparison.ts';
import { EXIT } from '../exit-code.ts';
import { loadPlanFile } from '../load-plan-file.ts';
import { planNamed, refuseMapping } from '../replay/mapping-problems.ts';
import { UsageError } from '../usage-error.ts';
import { examples, type Verb } from '../verb.ts';

interface ReplayOptions extends ComparisonFlags {
  readonly tickets: string;
  readonly map: string;
  readonly plan?: readonly string[];
}

export const replay: Verb = (command, act) => {
  addComparisonFlags(command.argument('<file>', 'the contract, or its compiled plan'))
    .requiredOption('--tickets <log>', 'the history: CSV or XES, gzip too')
    .requiredOption('--map <file>', 'how to read tickets out of it, a .map.json file')
    .option('--plan <name...>', 'the plans to compare; all of the contract when left out')
    .addHelpText(
      'after',
      examples([
        [
          'surety replay contracts/mst.plan --tickets incidents.csv.gz --map simulations/uci.map.json',
          'a year of incidents under every plan',
        ],
      ]),
    )
    .action(
      act(async (around, file: string, options: ReplayOptions) => {
        const plan = await loadPlanFile(file, around);
        if (plan === null) return EXIT.findings;
        const checked = checkMapping((await readSource(options.map)).text, options.map);
        if (checked.kind === 'problems') return refuseMapping(options.map, checked.problems, around);

        const read = await readHistory(await openLog(options.tickets), checked.mapping);
        if (read.kind === 'failure') {
          throw new UsageError(`${options.tickets}: ${read.failure.message}`, read.failure.help);
        }
        const engine = loadPlan(plan, RUNTIME_ZONES);
        const replayed = replayHistory({
          history: read.history,
          engine,
          plans: (options.plan ?? []).map((name) => planNamed(plan, name)),
          log: basename(options.tickets),
        });
        if (replayed.kind === 'problems') return refuseMapping(options.map, replayed.problems, around);
        return showComparison(replayed.outcome, engine, options, around);
      }),
    );
};
