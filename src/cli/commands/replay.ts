import { addComparisonFlags, type ComparisonFlags } from '../comparison/comparison-flags.ts';
import { compareOutcome } from '../comparison/compare-outcome.ts';
import type { ReplayRequest } from '../comparison/outcome-job.ts';
import { addMappingFlags } from '../replay/mapping-flags.ts';
import { examples, type Verb } from '../verb.ts';

type ReplayOptions = ComparisonFlags & ReplayRequest;

export const replay: Verb = (command, act) => {
  addComparisonFlags(addMappingFlags(command.argument('<file>', 'the contract, or its compiled plan')))
    .requiredOption('--tickets <log>', 'the history: CSV, JSON, JSON Lines or XES, gzip too')
    .option('--from <date>', 'the first date of opening, of those in the log, by its own clock')
    .option('--to <date>', 'the last one')
    .option(
      '--report-unusable <file>',
      'write each row and ticket that could not be used to a file, with the reason, as JSON Lines',
    )
    .option('--plan <name...>', 'the plans to compare; all of the contract when left out')
    .addHelpText(
      'after',
      examples([
        [
          'surety replay contracts/mst.plan --tickets incidents.csv.gz --map simulations/uci.map.json',
          'a year of incidents under every plan',
        ],
        [
          'surety replay contracts/mst.plan --tickets jira.csv --map jira-csv --log-zone Europe/Berlin --region EMEA --report-unusable left.jsonl',
          'an export of Jira, and what of it could not be used; MAPPING.md has the other help desks',
        ],
      ]),
    )
    .action(
      act((around, file: string, options: ReplayOptions) => {
        return compareOutcome({ kind: 'replay', file, ...options }, options, around);
      }),
    );
};
