import type { Command } from 'commander';

/** How a comparison is to be shown. */
export interface ComparisonFlags {
  readonly json?: true;
  readonly plain?: true;
  readonly ascii?: true;
}

export function addComparisonFlags(command: Command): Command {
  return command
    .option('--plain', 'text, in a terminal too')
    .option('--json', 'every figure, as JSON')
    .option('--ascii', 'no characters beyond ASCII in the terminal UI');
}
