import { addComparisonFlags, type ComparisonFlags } from '../comparison/comparison-flags.ts';
import { compareOutcome } from '../comparison/compare-outcome.ts';
import type { ReplayRequest } from '../comparison/outcome-job.ts';
import { examples, type Verb } from '../verb.ts';

type ReplayOptions = ComparisonFlags & ReplayRequest;

export const replay: Verb = (command, act) => {
  addComparisonFlags(command.argument('<file>', 'the contract, or its compiled plan'))
    .requiredOption('--tickets <log>', 'the history: CSV, JSON, JSON Lines or XES, gzip too')
    .option(
      '--map <file>',
      'how to read tickets out of it: a .map.json file, or one that is ready, such as jira-csv; without it, says which',
    )
    .option(
      '--report-unusable <file>',
      'write each row and ticket that could not be used to a file, with the reason, as JSON Lines',
    )
    .option('--log-zone <zone>', "the zone of the log's clock, instead of the mapping's")
    .option('--region <name>', "the region of every ticket, instead of the mapping's")
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
