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
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../io.ts';
import { version } from '../version.ts';
import { examples, type Verb } from '../verb.ts';

const FORMATS = ['text', 'json', 'github', 'sarif', 'junit'] as const;

interface CheckOptions {
  readonly format: (typeof FORMATS)[number];
  readonly json?: true;
  readonly strict?: true;
}

export const check: Verb = (command, act) => {
  command
    .argument('[paths...]', 'contracts, simulations, or folders of them; the folder you are in when left out')
    .addOption(new Option('--format <format>', 'how to print the findings').choices(FORMATS).default('text'))
    .option('--json', 'the same as --format json')
    .option('--strict', 'warnings and assumptions fail too')
    .addHelpText(
      'after',
      examples([
        ['surety check contracts', 'every contract in a folder and below'],
        ['surety check --strict desk.plan', 'fail on whatever is left open'],
        ['surety check --format github', 'annotate a pull request'],
      ]),
    )
    .action(
      act(async (around, paths: string[], options: CheckOptions) => {
        const fails = ({ level }: Diagnostic) => options.strict === true || level === 'error';
        const report = await checkFiles(paths.length === 0 ? ['.'] : paths);
        for (const unreadable of report.unreadable) {
          around.err.write(`surety: ${unreadable.message}\n`);
          if (unreadable.help !== null) around.err.write(`  ${unreadable.help}\n`);
        }
        around.out.write(render(report, options.json === true ? 'json' : options.format, fails, around));
        return exitCode(report, fails);
      }),
    );
};

function render(
  report: CheckReport,
  format: CheckOptions['format'],
  fails: (diagnostic: Diagnostic) => boolean,
  { outPalette }: Surroundings,
): string {
  switch (format) {
    case 'text':
      return renderCheck(report, outPalette);
    case 'json':
      return `${JSON.stringify(reportJson(report), null, 2)}\n`;
    case 'github':
      return renderGithub(report.diagnostics);
    case 'sarif':
      return renderSarif(report.diagnostics, version);
    case 'junit':
      return renderJunit(report.files, report.diagnostics, fails);
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

function exitCode(
  { diagnostics, unreadable }: CheckReport,
  fails: (diagnostic: Diagnostic) => boolean,
): ExitCode {
  if (unreadable.length > 0) return EXIT.usage;
  return diagnostics.some(fails) ? EXIT.findings : EXIT.fine;
}
