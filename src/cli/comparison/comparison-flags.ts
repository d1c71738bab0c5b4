import type { Command } from 'commander';
import { REPORT_PARTS, type ReportPart } from '../../check/simulation-model.ts';
import { UsageError } from '../usage-error.ts';

/** How a comparison is to be shown. */
export interface ComparisonFlags {
  readonly json?: true;
  readonly plain?: true;
  readonly ascii?: true;
  readonly report?: readonly ReportPart[];
}

export function addComparisonFlags(command: Command): Command {
  return command
    .option('--plain', 'text, in a terminal too')
    .option('--json', 'every figure, as JSON')
    .option('--report <parts>', `at length, or \`all\`: ${REPORT_PARTS.join(', ')}`, parseReport)
    .option('--ascii', 'no characters beyond ASCII in the terminal UI');
}

/** `breaches,weeks`, or `all`; in the order in which the parts come. */
function parseReport(text: string): readonly ReportPart[] {
  const named = text.split(',').map((part) => part.trim());
  const unknown = named.find((part) => part !== 'all' && !REPORT_PARTS.some((known) => known === part));
  if (unknown !== undefined) {
    throw new UsageError(
      `--report has no part \`${unknown}\``,
      `write some of ${REPORT_PARTS.join(', ')}, with commas between, or all`,
    );
  }
  return REPORT_PARTS.filter((part) => named.includes('all') || named.includes(part));
}
