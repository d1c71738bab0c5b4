import type { Command } from 'commander';

export function addMappingFlags(command: Command): Command {
  return command
    .option(
      '--map <file>',
      'how to read tickets out of it: a .map.json file, or one that is ready, such as jira-csv; without it, says which',
    )
    .option('--log-zone <zone>', "the zone of the log's clock, instead of the mapping's")
    .option(
      '--log-times <format>',
      'how its times are written, such as "m/d/yyyy h:mm AM", instead of the mapping\'s',
    )
    .option('--region <name>', "the region of every ticket, instead of the mapping's");
}
