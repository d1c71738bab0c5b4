import { Command, Option } from 'commander';
import { ansiPalette, hasColour, type ColourFlag } from './colour.ts';
import { plainPalette } from '../diagnostics/palette.ts';
import type { ExitCode } from './exit-code.ts';
import type { Io, Output, Surroundings } from './io.ts';
import type { Act } from './verb.ts';
import { VERBS } from './verbs.ts';
import { versionLine } from './version.ts';

/**
 * The command line of one call. Every verb is known by name, so that help lists it and a slip is corrected; only
 * the verb that is called (or asked about) is loaded.
 *
 * @param finish receives the exit code of the verb that ran.
 */
export async function createProgram(
  argv: readonly string[],
  io: Io,
  finish: (code: ExitCode) => void,
): Promise<Command> {
  const program = new Command('surety')
    .description('Support contracts as code: check them, ask them for deadlines, play tickets against them.')
    .version(versionLine(io.versions), '-V, --version', 'print the version, with that of the time-zone data')
    .helpOption('-h, --help', 'print this help, or that of a verb')
    .addOption(
      new Option('--color <when>', 'colour the output; NO_COLOR and FORCE_COLOR are heard')
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    )
    .configureOutput({
      writeOut: io.out.write,
      writeErr: io.err.write,
      getOutHelpWidth: () => Math.min(io.out.columns, 100),
      getErrHelpWidth: () => Math.min(io.err.columns, 100),
      outputError: (text, write) => {
        write(text.replace(/^error: /, 'surety: '));
      },
    })
    .exitOverride();

  const act: Act =
    (action) =>
    async (...given) => {
      finish(await action(surroundings(io, program.opts<{ color: ColourFlag }>().color), ...given));
    };

  const called = argv.find((word) => VERBS.some(({ name }) => name === word));
  for (const { name, summary, load } of VERBS) {
    const command = program.command(name).description(summary);
    if (name === called) (await load())(command, act);
  }
  return program.addHelpText(
    'after',
    '\nExit codes: 0 fine, 1 findings or failed promises, 2 wrong usage or unreadable input, 3 a bug of ours.',
  );
}

function surroundings(io: Io, flag: ColourFlag): Surroundings {
  const paletteFor = (output: Output) =>
    hasColour(flag, io.env, output.isTerminal) ? ansiPalette : plainPalette;
  return { ...io, outPalette: paletteFor(io.out), errPalette: paletteFor(io.err) };
}
