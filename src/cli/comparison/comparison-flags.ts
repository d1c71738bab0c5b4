import { Option, type Command } from 'commander';
import { REPORT_PARTS, type ReportPart } from '../../check/simulation-model.ts';
import type { ThemeName } from '../../tui/index.ts';
import { UsageError } from '../usage-error.ts';

const THEMES: readonly ThemeName[] = ['16', 'dark', 'light', 'colour-blind'];

/** How a comparison is to be shown. */
export interface ComparisonFlags {
  readonly json?: true;
  readonly plain?: true;
  readonly ascii?: true;
  readonly mouse?: true;
  readonly theme?: ThemeName;
  readonly report?: readonly ReportPart[];
  readonly list?: readonly string[];
  readonly view?: string;
  readonly zone?: string;
}

export function addComparisonFlags(command: Command): Command {
  return command
    .option('--plain', 'text, in a terminal too: for screen readers, and to copy')
    .option('--json', 'every figure, as JSON')
    .option('--report <parts>', `at length, or \`all\`: ${REPORT_PARTS.join(', ')}`, parseReport)
    .option(
      '--list <filter>',
      'the tickets that filters let through, a line each: "severity:S1 missed:Premium", "wait>2h", "metric:resolve sort:-late"; may be given several times',
      (filter: string, before: readonly string[] | undefined) => [...(before ?? []), filter],
    )
    .option('--view <file>', 'the same as a file says, such as the terminal UI writes; shown there first')
    .option(
      '--zone <zone>',
      "with --list or --view: the zone of dates in filters, the contract's when left out",
    )
    .option('--ascii', 'no characters beyond ASCII in the terminal UI, as where the locale has none (LANG=C)')
    .option(
      '--mouse',
      'in the terminal UI the wheel scrolls and a click chooses; to copy, hold Shift, or Option on a Mac',
    )
    .addOption(
      new Option(
        '--theme <name>',
        "colours of the terminal UI; by default the terminal's own sixteen",
      ).choices(THEMES),
    );
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
