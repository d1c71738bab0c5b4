import { Option } from 'commander';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { renderCheck } from '../check/check-text.ts';
import { checkFiles, type CheckReport } from '../check/check-files.ts';
import { diagnosticToJson } from '../../diagnostics/render-json.ts';
import { inReadingOrder } from '../../diagnostics/order.ts';
import { renderGithub } from '../../diagnostics/render-github.ts';
import { renderJunit } from '../../diagnostics/render-junit.ts';
import { renderSarif } from '../../diagnostics/render-sarif.ts';
import { tally } from '../../diagnostics/tally.ts';
import { assertNever } from '../../text/assert-never.ts';
import { tzdataVersion } from '../../time/zone-lookup.ts';
import { EXIT } from '../exit-code.ts';
import type { Surroundings } from '../io.ts';
import { parseCount } from '../parse-count.ts';
import { readStandardInput } from '../read-standard-input.ts';
import { UsageError } from '../usage-error.ts';
import { version } from '../version.ts';
import { examples, type Verb } from '../verb.ts';

const FORMATS = ['text', 'json', 'sarif', 'junit', 'github'] as const;

interface CheckOptions {
  readonly format: (typeof FORMATS)[number];
  readonly json?: true;
  readonly strict?: true;
  readonly maxWarnings?: number;
  readonly locked?: true;
  readonly fix?: true;
  readonly fixSuggested?: true;
  readonly diff?: true;
}

export const check: Verb = (command, act) => {
  command
    .argument(
      '[paths...]',
      'contracts, simulations, or folders of them; the folder you are in when left out, `-` for what is read from standard input',
    )
    .addOption(new Option('--format <format>', 'how to print the findings').choices(FORMATS).default('text'))
    .option('--json', 'the same as --format json')
    .option('--strict', 'warnings and assumptions fail too')
    .option(
      '--max-warnings <count>',
      'fail when there are more warnings than this',
      parseCount('--max-warnings', 0),
    )
    .option('--locked', 'fail on what differs from surety.lock, and where a contract has none')
    .option('--fix', 'write what is plainly meant into the files, and check what is left')
    .option('--fix-suggested', 'the same, and the first suggestion of each other finding')
    .option('--diff', 'print what a fix would change, and write nothing')
    .addHelpText(
      'after',
      examples([
        ['surety check contracts', 'every contract in a folder and below'],
        ['surety check --strict desk.plan', 'fail on whatever is left open'],
        ['surety check --max-warnings 0', 'fail on warnings, and let assumptions be'],
        ['surety check --locked', 'fail on other holidays or clocks than `surety lock` pinned'],
        ['surety check --format github', 'annotate a pull request'],
        ['surety check - < desk.plan', 'what an editor holds'],
        ['surety check --fix desk.plan', 'mend slips of the pen'],
        ['surety check --fix-suggested --diff', 'see what the suggestions would change'],
        [
          'surety check --format sarif > surety.sarif',
          'for code scanning; `--format junit` for build servers',
        ],
      ]),
    )
    .action(
      act(async (around, paths: string[], options: CheckOptions) => {
        const asked = paths.length === 0 ? ['.'] : paths;
        const isDiff = options.diff === true;
        const isLocked = options.locked === true;
        const given = await readStandardInput(paths, around.stdin);
        if (given !== null) refuseBeside(options);
        if (isDiff || options.fix === true || options.fixSuggested === true) {
          const mode = options.fixSuggested === true ? 'suggested' : 'safe';
          const { fixFiles } = await import('../check/fix-files.ts');
          const { log, diff } = await fixFiles(asked, mode, { write: !isDiff });
          around.err.write(log);
          if (isDiff) {
            around.out.write(diff);
            return diff === '' ? EXIT.fine : EXIT.findings;
          }
        }
        const report = await checkFiles(asked, { needsLock: isLocked, given });
        for (const unreadable of report.unreadable) {
          around.err.write(`surety: ${unreadable.message}\n`);
          if (unreadable.help !== null) around.err.write(`  ${unreadable.help}\n`);
        }
        const format = options.json === true ? 'json' : options.format;
        const fails = ({ level, code }: Diagnostic): boolean =>
          options.strict === true || level === 'error' || (isLocked && code.startsWith('lock/'));
        around.out.write(render(report, format, fails, around));
        const warnings = tally(report.diagnostics).levels.warning;
        const tooMany = options.maxWarnings !== undefined && warnings > options.maxWarnings;
        if (tooMany) {
          around.err.write(
            `surety: ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}, and at most ${options.maxWarnings} may be left\n`,
          );
        }
        if (report.unreadable.length > 0) return EXIT.usage;
        return tooMany || report.diagnostics.some(fails) ? EXIT.findings : EXIT.fine;
      }),
    );
};

/** What cannot be done to a text that lies nowhere. */
function refuseBeside({ fix, fixSuggested, diff, locked }: CheckOptions): void {
  const flags = { '--fix': fix, '--fix-suggested': fixSuggested, '--diff': diff, '--locked': locked };
  const [flag] = Object.entries(flags).find(([, isGiven]) => isGiven === true) ?? [];
  if (flag !== undefined) throw new UsageError(`${flag} is for files, and \`-\` is standard input`);
}

/** Which findings end the run with a failure. */
type Fails = (diagnostic: Diagnostic) => boolean;

function render(
  report: CheckReport,
  format: CheckOptions['format'],
  fails: Fails,
  { out, outPalette }: Surroundings,
): string {
  switch (format) {
    case 'text':
      return renderCheck(report, outPalette, out.isTerminal ? out.columns : 100, out.isTerminal);
    case 'json':
      return `${JSON.stringify(reportJson(report), null, 2)}\n`;
    case 'sarif':
      return renderSarif(report.diagnostics, version);
    case 'junit':
      return renderJunit(report.files, report.diagnostics, report.unreadable, fails);
    case 'github':
      return renderGithub(report.diagnostics);
    default:
      return assertNever(format);
  }
}

function reportJson({ files, diagnostics, unreadable }: CheckReport) {
  return {
    schemaVersion: 1,
    surety: version,
    tzdata: tzdataVersion(),
    files,
    diagnostics: inReadingOrder(diagnostics).map(diagnosticToJson),
    unreadable: unreadable.map(({ path, message, help }) => ({ path, message, help })),
    tally: tally(diagnostics),
  };
}
